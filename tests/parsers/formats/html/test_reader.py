"""Saved web pages."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.html import read
from auditreport.parsers.places import Places
from auditreport.schemas import Bullet, Document, Furniture, Heading, Paragraph, Table

TABLE = """<table><caption>정원 현황</caption><thead>
<tr><th rowspan="2">구분</th><th colspan="2">정원</th></tr><tr><th>5급</th><th>6급</th></tr></thead>
<tbody><tr><td>본청</td><td>2</td><td>20</td></tr><tr><td>읍면동</td><td>-</td><td>1,5<b>00</b></td></tr></tbody></table>"""


def page(body: str) -> Document:
    return read(f"<!DOCTYPE html><html><head><title>감사</title></head><body>{body}</body></html>".encode(), "a.html")


def shown(document: Document) -> list[tuple[str, str]]:
    return [
        (type(block).__name__, document.text[block.anchor.start : block.anchor.end].strip())
        for block in document.blocks
    ]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text.value for cell in row.cells] for row in (*table.header, *table.rows)]


def test_table_with_spans_becomes_a_grid_with_its_headers() -> None:
    [table] = [block for block in page(TABLE).blocks if isinstance(block, Table)]
    assert cells(table) == [
        ["구분", "정원", ""],
        ["", "5급", "6급"],
        ["본청", "2", "20"],
        ["읍면동", "-", "1,500"],
    ]
    assert len(table.header) == 2


def test_figure_leads_back_to_table_row_and_column() -> None:
    found = page(f"<p>가</p>{TABLE}{TABLE}")
    at = found.text.rindex("1,500")
    assert Places(found).anchor(at, at + 5).path == "table 2, row 4, column 3"


def test_headings_items_and_paragraphs_keep_their_kind() -> None:
    found = page("<h3>예산현황</h3><p>총\n  예산<br>3억원</p><ul><li>국비 1억원</li><li>○ 구비 2억원</li></ul>")
    heading, first, second, item, marked = found.blocks
    assert isinstance(heading, Heading)
    assert heading.text.value == "예산현황"
    assert isinstance(first, Paragraph)
    assert (first.text.value, found.text[second.anchor.start : second.anchor.end]) == ("총 예산", "3억원")
    assert isinstance(item, Bullet)
    assert (item.mark, item.text.value) == ("·", "국비 1억원")
    assert isinstance(marked, Bullet)
    assert (marked.mark, marked.text.value) == ("○", "구비 2억원")


@pytest.mark.parametrize(
    "navigation",
    [
        "<nav><a href='/'>처음으로</a></nav>",
        "<div id='gnb'>민원 안내</div>",
        "<footer>주소와 전화</footer>",
        "<ul><li><a>소개</a></li><li><a>행정</a></li><li><a>복지</a></li><li><a>문화</a></li></ul>",
        "<div role='navigation'>행정 정보</div>",
        "<p style='display: none'>숨은 글</p>",
        "<ul><li>1200</li><li>600</li><li>0</li></ul>",
    ],
)
def test_navigation_is_furniture(navigation: str) -> None:
    found = page(f"{navigation}<h2>예산현황</h2>{TABLE}")
    kinds = [type(block) for block in found.blocks]
    last = kinds.index(Heading)
    assert last > 0
    assert set(kinds[:last]) == {Furniture}
    assert Table in kinds


def test_what_stands_outside_of_the_main_part_is_furniture() -> None:
    found = page(f"<div>처음</div><main><h2>예산현황</h2>{TABLE}</main><div>끝</div>")
    kinds = [kind for kind, _ in shown(found)]
    assert (kinds[0], kinds[-1]) == ("Furniture", "Furniture")
    assert "Table" in kinds


def test_table_that_only_sets_the_page_gives_its_content() -> None:
    found = page(f"<table><tr><td><h2>예산현황</h2></td></tr><tr><td>{TABLE}</td></tr></table>")
    [table] = [block for block in found.blocks if isinstance(block, Table)]
    assert cells(table)[2] == ["본청", "2", "20"]


def test_scripts_and_comments_are_no_text() -> None:
    found = page("<script>var x = '1억원';</script><style>p {}</style><!-- 2억원 --><p>3억원</p>")
    assert found.text == "3억원\n"


def test_spans_beyond_reason_do_not_build_a_grid_beyond_reason() -> None:
    found = page(
        "<table><tr><th colspan=999999999>가</th><th>나</th></tr><tr><td rowspan=0>1</td><td>2</td></tr></table>"
    )
    assert "가" in found.text
    assert "나" in found.text


def test_deep_nesting_is_read_or_refused_and_never_crashes() -> None:
    read_document(("<html><body>" + "<div>" * 200 + "정원 22명").encode(), "a.html")


def test_page_is_read_in_whatever_encoding() -> None:
    body = f"<html><meta charset='euc-kr'><body>{TABLE}</body></html>"
    found = read_document(body.encode("cp949"), "a.html")
    assert found.source.encoding == "cp949"
    assert any(isinstance(block, Table) for block in found.blocks)


def test_every_word_is_in_a_block() -> None:
    found = page(f"<nav>메뉴</nav><h2>제목</h2>글<p>글 둘</p>{TABLE}<footer>끝</footer>")
    covered = {i for block in found.blocks for i in range(block.anchor.start, block.anchor.end)}
    assert all(i in covered for i, char in enumerate(found.text) if not char.isspace())
