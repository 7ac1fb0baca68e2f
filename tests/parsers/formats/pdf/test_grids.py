"""Which rows name columns, and what a cell holds."""

from __future__ import annotations

from auditreport.parsers.formats.pdf import read
from auditreport.schemas import Table
from tests.parsers.formats.pdf.samples import Page, write


def table(page: Page) -> Table:
    [found] = [block for block in read(write(page), "report.pdf").blocks if isinstance(block, Table)]
    return found


def test_label_beside_titles_and_figures_does_not_make_figures_titles() -> None:
    page = Page()
    for x0, y0, x1, y1 in ((60, 60, 460, 60), (60, 100, 460, 100), (160, 80, 460, 80), (60, 60, 60, 100)):
        page.rule(x0, y0, x1, y1)
    for x in (160, 260, 360, 460):
        page.rule(x, 60, x, 100)
    page.text(70, 75, "식품진흥기금").text(170, 65, "24년말 조성액").text(270, 65, "수입").text(370, 65, "지출")
    page.text(190, 85, "13,876").text(280, 85, "1,743").text(380, 85, "1,983")
    found = table(page)
    assert len(found.header) == 1
    assert [cell.text.value for cell in found.rows[0].cells] == ["", "13,876", "1,743", "1,983"]


def test_labels_shaded_in_the_first_column_leave_no_row_of_titles() -> None:
    page = Page().shade(60, 60, 160, 96)
    page.table(60, 60, [100, 300], [["추진배경", "주민 안전 요구 증가"], ["추진방향", "현장 중심 순찰"]])
    assert table(page).header == ()


def test_rows_shaded_alike_on_top_are_titles() -> None:
    page = Page().shade(60, 60, 460, 78)
    page.table(60, 60, [100, 300], [["팀", "업무"], ["감사팀", "자체감사"], ["순찰팀", "현장순찰"]])
    assert len(table(page).header) == 1


def test_items_of_a_cell_are_parted_by_line_feeds_and_wrapped_lines_by_spaces() -> None:
    page = Page().table(60, 60, [100, 300], [["팀", "업무"], ["감사팀", ""]], height=60)
    page.text(170, 124, "• 자체감사 계획을").text(170, 138, "수립한다").text(170, 152, "• 외부감사 수감")
    assert table(page).rows[0].cells[1].text.value == "• 자체감사 계획을 수립한다\n• 외부감사 수감"


def test_figures_below_each_other_in_one_ruled_row_are_rows() -> None:
    page = Page().table(60, 60, [100, 100, 100], [["직급", "정원", "현원"], ["", "", ""]], height=40)
    for i, (grade, quota, count) in enumerate((("4급", "1", "1"), ("5급", "3", "-"), ("6급", "12", "11"))):
        page.text(80, 103 + 12 * i, grade, 9).text(200, 103 + 12 * i, quota, 9).text(300, 103 + 12 * i, count, 9)
    assert [[cell.text.value for cell in row.cells] for row in table(page).rows] == [
        ["4급", "1", "1"],
        ["5급", "3", "-"],
        ["6급", "12", "11"],
    ]


def test_remark_below_a_figure_stays_in_its_cell() -> None:
    page = Page().table(60, 60, [100, 100, 100], [["연도", "주간", "야간"], ["", "", ""]], height=40)
    page.text(80, 110, "2023년", 9).text(200, 104, "68", 9).text(200, 116, "(8회)", 9)
    page.text(300, 104, "56", 9).text(300, 116, "(7회)", 9)
    assert [cell.text.value for cell in table(page).rows[0].cells] == ["2023년", "68 (8회)", "56 (7회)"]


def test_rows_of_words_below_plain_titles_are_no_titles() -> None:
    rows = [["연번", "주관부처", "추진여부"], ["1", "교육부", "추진중"], ["2", "국토교통부", "미선정"]]
    assert len(table(Page().table(60, 60, [60, 200, 100], rows)).header) == 1


def test_title_that_goes_on_below_a_step_is_one_cell() -> None:
    page = Page()
    for y in (60, 100, 120):
        page.rule(60, y, 460, y)
    for x in (60, 160, 260, 460):
        page.rule(x, 60, x, 120)
    page.rule(380, 80, 380, 120).rule(380, 80, 460, 80)
    page.text(90, 75, "구분", 9).text(190, 75, "예산액", 9).text(300, 65, "증감", 9).text(300, 82, "(B-A)", 9)
    page.text(415, 85, "%", 9).text(70, 105, "기본경비", 9).text(190, 105, "1,125", 9).text(300, 105, "3", 9)
    page.text(415, 105, "0.27", 9)
    found = table(page)
    assert [[cell.text.value for cell in row.cells] for row in found.header] == [
        ["구분", "예산액", "증감 (B-A)", ""],
        ["", "", "", "%"],
    ]
    assert [cell.row_span for cell in found.header[0].cells[:3]] == [2, 2, 2]


def test_years_without_a_century_below_their_title_are_titles() -> None:
    page = Page()
    for x0, y0, x1, y1 in ((60, 60, 460, 60), (160, 80, 460, 80), (60, 100, 460, 100), (60, 120, 460, 120)):
        page.rule(x0, y0, x1, y1)
    for x in (60, 160, 460):
        page.rule(x, 60, x, 120)
    for x in (260, 360):
        page.rule(x, 80, x, 120)
    page.text(90, 75, "추진내용", 9).text(280, 65, "연도별 계획", 9).text(70, 105, "평가 과제", 9)
    for i, (year, count) in enumerate([("23", "5"), ("24", "6"), ("25", "7")]):
        page.text(200 + 100 * i, 85, year, 9).text(200 + 100 * i, 105, count, 9)
    assert [[cell.text.value for cell in row.cells] for row in table(page).header] == [
        ["추진내용", "연도별 계획", "", ""],
        ["", "23", "24", "25"],
    ]
