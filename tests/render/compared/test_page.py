from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections import Counter
from functools import cache
from html.parser import HTMLParser

from auditreport.render.compared.page import compare_html
from auditreport.schemas.comparison import Comparison
from tests.render.compared.making import HOSTILE, INDICATORS, comparison


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and the words of each that has an id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.found if name == tag]


@cache
def page(lang: str = "ko") -> str:
    return compare_html(comparison(), INDICATORS, lang=lang)


@cache
def elements() -> Elements:
    return Elements(page())


def text_of(fragment: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", fragment))


def source(number: int) -> str:
    found = re.search(rf'<li id="s{number}".*?</li>', page(), re.DOTALL)
    assert found
    return found[0]


# -- what may run ---------------------------------------------------------------------------------------------------


def test_policy_names_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    [policy] = [
        meta["content"] for meta in elements().of("meta") if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    blocks = [re.findall(rf"<{tag}>(.*?)</{tag}>", page(), re.DOTALL) for tag in ("style", "script")]
    hashes = [f"'sha256-{b64encode(hashlib.sha256(block.encode()).digest()).decode()}'" for [block] in blocks]
    assert policy == (
        f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched_and_no_element_carries_code_or_style() -> None:
    for tag, attrs in elements().found:
        assert tag not in ("link", "iframe", "object", "embed", "img", "base", "foreignobject"), tag
        assert not [name for name in attrs if name.startswith("on") or name in ("src", "srcset", "style")], attrs
        assert all(target.startswith("#") for name, target in attrs.items() if name in ("href", "xlink:href", "action"))


def test_words_of_reports_are_text() -> None:
    assert HOSTILE.partition(" ")[0] not in page().replace("</script>\n</body>", "")
    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; \\u202egnp.exe {{7*7}}" in page()
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page())


def test_names_of_districts_cannot_leave_their_attribute() -> None:
    found = comparison()
    evil = '금"천><b id="evil">'
    cells = tuple(cell.model_copy(update={"district": evil}) for cell in found.cells if cell.district == "금천구")
    whole = Elements(compare_html(found.model_copy(update={"cells": cells}), INDICATORS, lang="ko"))
    assert [attrs for _, attrs in whole.found if attrs.get("id") == "evil"] == []
    assert {tuple(json.loads(chart["data-districts"])) for chart in whole.of("figure")} == {(evil,)}


# -- figures and their sources ----------------------------------------------------------------------------------------


def test_every_figure_leads_to_a_part_of_the_page() -> None:
    ids = [attrs["id"] for _, attrs in elements().found if "id" in attrs]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    figures = [attrs for attrs in elements().of("a") if attrs.get("class") == "figure"]
    assert len(figures) == len(comparison().cells) + len(comparison().programme_cells)
    targets = {attrs["href"][1:] for attrs in elements().of("a")}
    assert targets - set(ids) == set()


def test_references_by_id_lead_to_parts_of_the_page() -> None:
    ids = {attrs["id"] for _, attrs in elements().found if "id" in attrs}
    for _, attrs in elements().found:
        for name in ("aria-labelledby", "aria-describedby"):
            assert attrs.get(name, "h-sources") in ids


def test_passages_show_the_figure_as_printed_with_its_place() -> None:
    assert "계 <mark>287,494</mark> 223,512 275,884 11,610\n투명한 감사행정" in source(1)
    assert "reports/ydp_2015.txt" in source(1)
    assert "80줄" in text_of(source(1))
    assert "4쪽" in text_of(source(7))
    assert "산술로 확인되지 않음" in text_of(source(15))


def test_computed_figures_lead_to_all_digits_and_to_what_they_are_computed_from() -> None:
    [item] = [one for one in re.findall(r'<li id="c\d+">.*?</li>', page(), re.DOTALL) if "집행률" in one]
    assert "77.74492685064731785706831029" in item
    assert re.findall(r'href="#(s\d+)"', item) == ["s1", "s2"]


def test_rows_hold_one_phase_each() -> None:
    rows = [attrs for attrs in elements().of("tr") if attrs.get("data-indicator") == "budget.amount"]
    assert [row["data-phase"] for row in rows] == ["original_budget", "revised"]


# -- languages ------------------------------------------------------------------------------------------------------


def test_both_languages_are_on_the_page_and_one_is_chosen() -> None:
    for lang, title in (("ko", "주요업무보고 비교"), ("en", "Comparison of work reports")):
        whole = page(lang)
        assert f'<html lang="{lang}">' in whole
        assert f"<title>{title}</title>" in whole
        assert re.search(rf'id="in-{lang}" value="{lang}" checked', whole)
    spans = [attrs["lang"] for attrs in elements().of("span") if attrs.get("class") == "t"]
    assert spans.count("ko") == spans.count("en") > 100


def test_every_word_of_the_page_has_a_korean_form() -> None:
    pairs = re.findall(r'<span class="t" lang="ko">(.*?)</span><span class="t" lang="en">(.*?)</span>', page())
    assert [ko for ko, _ in pairs if not re.search("[가-힣]", ko)] == []
    assert [en for _, en in pairs if not re.search("[A-Za-z]", en)] == []


# -- the whole --------------------------------------------------------------------------------------------------------


def test_tables_name_their_rows_and_columns() -> None:
    assert {attrs["scope"] for attrs in elements().of("th")} == {"row", "col", "colgroup"}
    names = [attrs for attrs in elements().of("table") if "aria-labelledby" not in attrs]
    assert len(names) == page().count("<caption") == 1


def test_everything_found_is_on_the_page() -> None:
    words = text_of(page())
    for part in (
        "단계가 다릅니다.",
        "+38,284천원",
        "이름 바뀜",
        "인권도시 구현",
        "184,000천원",
        "감사팀, 조사팀이 함께 있음",
    ):
        assert part in words
    for part in ("여러 지표에 맞습니다.", "예산액의 정의", "none.txt", "파일이 없습니다"):
        assert part in words


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert compare_html(comparison(), INDICATORS, lang="ko") == page()


def test_an_empty_comparison_is_a_page_all_the_same() -> None:
    whole = compare_html(Comparison(cells=(), lineage=(), peers=(), restatements=()), INDICATORS, lang="en")
    assert "<h1>" in whole
    assert "<svg" not in whole
