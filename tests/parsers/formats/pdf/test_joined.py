"""Boxes side by side with gaps between them: tables of boxes, and cards."""

from __future__ import annotations

from auditreport.parsers.formats.pdf import read
from auditreport.pipeline import read_bytes
from auditreport.schemas import Document, Heading, Table
from tests.parsers.formats.pdf.samples import Page, write


def frame(page: Page, x: float, y: float, width: float, *cells: tuple[float, list[str]]) -> Page:
    """Cells of given heights one below the other, ruled on all sides, their lines from the top."""
    at = y
    page.rule(x, y, x + width, y)
    for height, lines in cells:
        for i, line in enumerate(lines):
            page.text(x + 6, at + 5 + 14 * i, line, 9)
        at += height
        page.rule(x, at, x + width, at)
    return page.rule(x, y, x, at).rule(x + width, y, x + width, at)


def document(page: Page) -> Document:
    return read(write(page), "report.pdf")


def rows(found: Document) -> list[list[list[str]]]:
    return [
        [[cell.text.value for cell in row.cells] for row in (*block.header, *block.rows)]
        for block in found.blocks
        if isinstance(block, Table)
    ]


def test_label_as_high_as_the_boxes_beside_it_makes_a_table_and_no_headings() -> None:
    page = frame(Page(), 60, 100, 60, (160, ["추진전략"]))
    frame(page, 130, 100, 120, (60, ["안전한", "도시"]))
    frame(page, 130, 200, 120, (60, ["편리한 교통"]))
    frame(page, 260, 100, 240, (60, ["1. 순찰 체계 확대 구축", "2. 가로등 교체 사업 강화"]))
    frame(page, 260, 200, 240, (60, ["3. 주차장 공유 사업 확대"]))
    found = document(page)
    assert rows(found) == [
        [
            ["추진전략", "안전한 도시", "1. 순찰 체계 확대 구축\n2. 가로등 교체 사업 강화"],
            ["", "편리한 교통", "3. 주차장 공유 사업 확대"],
        ]
    ]
    assert not any(isinstance(block, Heading) for block in found.blocks)


def test_boxes_titled_with_years_are_columns_and_none_of_them_labels() -> None:
    page = Page().text(60, 60, "1. 연도별 소요예산", 14)
    for i, (year, cost) in enumerate([("2023", "2,000백만원"), ("2024", "1,000백만원"), ("2025~2027", "500백만원")]):
        frame(page, 60 + 150 * i, 100, 135, (18, [year]), (60, ["진단체계 구축"]), (18, [cost]))
    found = read_bytes(write(page), "report.pdf")
    [table] = [block for block in found.document.blocks if isinstance(block, Table)]
    assert [[cell.text.value for cell in row.cells] for row in table.header] == [["2023", "2024", "2025~2027"]]
    assert [cell.text.value for cell in table.rows[1].cells] == ["2,000백만원", "1,000백만원", "500백만원"]
    assert [(fact.value, fact.item) for fact in found.facts] == [
        ("2000000000", None),
        ("1000000000", None),
        ("500000000", None),
    ]


def test_cards_side_by_side_are_read_one_after_the_other() -> None:
    page = frame(Page(), 60, 100, 200, (18, ["현행 지원"]), (40, ["○ 근무자 월 10만원 지급", "○ 6년 이상 근무"]))
    frame(page, 275, 100, 200, (18, ["신설"]), (40, ["○ 입사자 월 40만원 지급", "(업체 20만원)"]))
    found = document(page)
    assert not rows(found)
    assert found.text.splitlines()[:4] == [
        "현행 지원",
        "○ 근무자 월 10만원 지급",
        "○ 6년 이상 근무",
        "신설",
    ]


def test_arrow_between_boxes_is_a_column_of_its_own() -> None:
    page = frame(Page(), 60, 100, 120, (20, ["학당 교원"]), (20, ["학교 교사"]), (20, ["졸업자"]))
    page.text(183, 124, "⇨", 9)
    frame(page, 196, 100, 120, (60, ["특별과정 이수"]))
    assert rows(document(page)) == [
        [["학당 교원", "⇨", "특별과정 이수"], ["학교 교사", "", ""], ["졸업자", "", ""]],
    ]


def test_words_between_boxes_one_below_the_other_are_no_rows() -> None:
    page = frame(Page(), 60, 100, 60, (160, ["추진전략"]))
    frame(page, 130, 100, 120, (60, ["안전한 도시"])).text(140, 175, "그리고 더 나아가", 9)
    frame(page, 130, 200, 120, (60, ["편리한 교통"]))
    assert not rows(document(page))
