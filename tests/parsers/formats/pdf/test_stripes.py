"""Tables that only horizontal rules draw."""

from __future__ import annotations

from auditreport.parsers.formats.pdf import read
from auditreport.schemas import Table
from tests.parsers.formats.pdf.samples import Page, write


def rows(page: Page) -> list[list[list[str]]]:
    return [
        [[cell.text.value for cell in row.cells] for row in (*block.header, *block.rows)]
        for block in read(write(page), "report.pdf").blocks
        if isinstance(block, Table) and block.layout == "rules"
    ]


def ruled(*heights: float, left: float = 50, right: float = 500) -> Page:
    page = Page()
    for height in heights:
        page.rule(left, height, right, height)
    return page


def test_partial_rule_under_a_title_makes_it_span_the_columns_below() -> None:
    page = ruled(100, 140, 160).rule(200, 120, 500, 120)
    page.text(90, 115, "구분").text(330, 104, "집행액")
    page.text(240, 124, "상반기").text(400, 124, "하반기")
    page.text(95, 145, "계").text(245, 145, "1,200").text(405, 145, "2,300")
    assert rows(page) == [[["구분", "집행액", ""], ["", "상반기", "하반기"], ["계", "1,200", "2,300"]]]


def test_label_on_two_lines_stays_with_its_figures_where_no_rule_parts_rows() -> None:
    page = ruled(100, 120, 200)
    page.text(80, 105, "사업명").text(300, 105, "예산액").text(420, 105, "집행액")
    page.text(60, 125, "순찰 운영").text(310, 125, "120").text(430, 125, "100")
    page.text(60, 144, "구민감사관의").text(60, 156, "현장 점검").text(310, 150, "340").text(430, 150, "330")
    page.text(60, 180, "기본경비").text(310, 180, "560").text(430, 180, "550")
    [table] = rows(page)
    assert table[1:] == [
        ["순찰 운영", "120", "100"],
        ["구민감사관의 현장 점검", "340", "330"],
        ["기본경비", "560", "550"],
    ]


def test_label_beside_two_rows_begins_in_the_first() -> None:
    page = ruled(100, 120, 140, 180)
    page.rule(150, 160, 500, 160)
    page.text(80, 105, "부서").text(200, 105, "구분").text(420, 105, "예산액")
    page.text(80, 125, "계").text(200, 125, "-").text(430, 125, "900")
    page.text(70, 155, "감사과").text(195, 145, "사업비").text(430, 145, "500")
    page.text(195, 165, "기본경비").text(430, 165, "400")
    [table] = rows(page)
    assert table[2:] == [["감사과", "사업비", "500"], ["", "기본경비", "400"]]


def test_underlined_headings_are_no_table() -> None:
    page = ruled(80, 300).text(60, 60, "Ⅰ. 일반현황", 16)
    page.text(60, 100, "○ 시설규모 : 부지 91,780㎡").text(300, 100, "건물 16,723㎡")
    page.text(60, 280, "Ⅱ. 주요성과", 16)
    assert rows(page) == []


def test_two_tables_under_each_other_are_two() -> None:
    page = ruled(100, 120, 140).text(80, 105, "구분").text(300, 105, "건수").text(85, 125, "계").text(305, 125, "7")
    page.text(430, 150, "(단위 : 건)")
    for height in (170, 190, 210):
        page.rule(50, height, 500, height)
    page.text(80, 175, "구분").text(300, 175, "인원").text(85, 195, "계").text(305, 195, "9")
    assert rows(page) == [[["구분", "건수"], ["계", "7"]], [["구분", "인원"], ["계", "9"]]]
