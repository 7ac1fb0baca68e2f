"""Tables that a text marks with tabs or pipes."""

from __future__ import annotations

from auditreport.schemas import Table
from tests.reading import blocks, tables


def rows(table: Table) -> list[list[str]]:
    return [[cell.text.value for cell in row.cells] for row in table.rows]


def header(table: Table) -> list[list[str]]:
    return [[cell.text.value for cell in row.cells] for row in table.header]


def test_tabs_part_cells_and_the_rows_above_the_first_figure_are_the_header() -> None:
    [table] = tables("구분\t예산액\t집행액\n계\t500\t400\n여비\t300\t-\n")
    assert table.layout == "cell"
    assert header(table) == [["구분", "예산액", "집행액"]]
    assert rows(table) == [["계", "500", "400"], ["여비", "300", "-"]]
    assert [cell.column for cell in table.rows[0].cells] == [0, 1, 2]


def test_a_header_of_several_levels_has_all_its_rows_and_its_empty_cells() -> None:
    text = "구분\t집행액\t\t잔액\n\t10.31.기준\t12.31까지\t\n계\t400\t480\t20\n"
    [table] = tables(text)
    assert header(table) == [["구분", "집행액", "", "잔액"], ["", "10.31.기준", "12.31까지", ""]]
    assert rows(table) == [["계", "400", "480", "20"]]


def test_a_title_of_several_grades_names_a_column() -> None:
    [table] = tables("구분\t계\t일반직\t\n\t\t7급\t8~9급\n정원\t15\t11\t4\n")
    assert header(table) == [["구분", "계", "일반직", ""], ["", "", "7급", "8~9급"]]


def test_a_row_of_a_label_and_empty_cells_parts_no_table() -> None:
    [table] = tables("재원별\t계\t2021년\n국비\t900\t900\n시비\t\t\n구비\t300\t300\n")
    assert rows(table) == [["국비", "900", "900"], ["시비", "", ""], ["구비", "300", "300"]]


def test_a_line_without_tabs_ends_a_table() -> None:
    [table] = tables("재원별\t계\n국비\t900\n구비\t300\n시비는 없음\n")
    assert [row[0] for row in rows(table)] == ["국비", "구비"]


def test_pipes_and_their_rule_make_a_table() -> None:
    [table] = tables("| 구분 | 예산액 |\n|---|---:|\n| 계 | 500 |\n| 여비 | 300 |\n")
    assert header(table) == [["구분", "예산액"]]
    assert rows(table) == [["계", "500"], ["여비", "300"]]


def test_items_of_a_list_in_a_cell_are_parted_by_line_feeds_and_tags_are_dropped() -> None:
    text = "팀명\t담당업무\n감사팀\t<ul><li>자체감사</li><li>외부감사 <b>수감</b></li></ul>\n민원팀\t고충<br>처리\n"
    [table] = tables(text)
    assert rows(table) == [["감사팀", "자체감사\n외부감사 수감"], ["민원팀", "고충\n처리"]]


def test_cells_behind_tags_keep_their_places() -> None:
    text = "구분\t실적\n점검\t<ul><li>구청 12회</li><li>동 30회</li></ul>\n교육\t3회\n"
    [table] = tables(text)
    cell = table.rows[0].cells[1].text
    at = cell.value.index("30")
    start, end = cell.span(at, at + 2)
    assert text[start:end] == "30"


def test_a_row_that_shows_its_row_span_once_is_filled_behind_its_label() -> None:
    text = "구분\t세부\t예산액\t집행액\n행정\t여비\t300\t270\n합계\t300\t270\n"
    [table] = tables(text)
    assert rows(table) == [["행정", "여비", "300", "270"], ["합계", "", "300", "270"]]


def test_empty_cells_at_the_end_of_a_line_are_filled_up() -> None:
    [table] = tables("구분\t정원\t현원\t비고\n감사팀\t5\t4\n조사팀\t3\t3\t휴직\n")
    assert rows(table) == [["감사팀", "5", "4", ""], ["조사팀", "3", "3", "휴직"]]


def test_titles_with_years_and_grades_are_titles_though_they_hold_digits() -> None:
    [table] = tables("구분\t2024년\t’25년\t7급\n계\t500\t400\t3\n")
    assert header(table) == [["구분", "2024년", "’25년", "7급"]]


def test_a_blank_line_of_markdown_parts_two_tables() -> None:
    text = "구분\t정원\n계\t88\n\n\n구분\t예산액\n계\t500\n"
    assert [rows(table) for table in tables(text)] == [[["계", "88"]], [["계", "500"]]]


def test_contents_rows_with_leaders_are_no_table() -> None:
    assert [kind for kind, _ in blocks("1. 자체감사\t·······\t5\n2. 민원\t········\t12\n")] == ["paragraph"] * 2
