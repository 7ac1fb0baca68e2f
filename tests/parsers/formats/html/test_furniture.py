"""Navigation and content of a web page."""

from __future__ import annotations

import pytest
from lxml import html

from auditreport.parsers.formats.html.furniture import main_part, reason

TABLE = "<table><tr><td>1</td></tr></table>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<div>메뉴</div><main>{TABLE}</main>", "main"),
        (f"<div id='contents'>{TABLE}</div><footer>끝</footer>", "div"),
        (f"<div role='main'>{TABLE}</div>", "div"),
        (f"<main>짧은 글</main>{TABLE}{TABLE}", None),
        (f"<div>{TABLE}</div>", None),
    ],
)
def test_main_part_is_what_the_page_marks_if_it_holds_the_tables(body: str, expected: str | None) -> None:
    found = main_part(html.document_fromstring(f"<html><body>{body}</body></html>").find("body"))
    assert (None if found is None else found.tag) == expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<nav>메뉴</nav>", "site navigation"),
        ("<div class='sub lnb'>메뉴</div>", "site navigation"),
        ("<div class='lnbs'>본문</div>", None),
        (f"<div id='menu'>{TABLE}</div>", None),
        ("<p hidden>글</p>", "hidden"),
        ("<ul><li>0</li><li>5.5</li><li>1,000</li></ul>", "scale of a chart"),
        ("<ul><li>0</li><li>5명</li><li>1,000</li></ul>", None),
        ("<p>본문</p>", None),
    ],
)
def test_reason_to_set_an_element_aside(element: str, expected: str | None) -> None:
    assert reason(html.fragment_fromstring(element), None) == expected
