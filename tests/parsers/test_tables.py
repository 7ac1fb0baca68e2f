"""A table block → rows with label paths, figures with the columns they may stand in."""

from __future__ import annotations

import pytest

from auditreport.parsers.grids import Grid
from auditreport.parsers.tables import caption_units, is_total_label, read_grid
from tests.reading import tables


def grids(text: str) -> list[Grid]:
    return [grid for table in tables(text) for grid in read_grid(table)]


def placed(grid: Grid) -> list[tuple[str, str, str]]:
    """Row path, column title (several joined by `|` where the place is open), cell."""
    return [
        (" > ".join(row.labels), "|".join(grid.columns[i].title for i in cell.columns), cell.text.value)
        for row in grid.rows
        for cell in row.cells
    ]


def test_titles_of_several_levels_are_paths_and_an_empty_one_continues_its_left_neighbour() -> None:
    [grid] = grids("구분\t집행액\t\t잔액\n\t10.31.기준\t12.31까지\t\n계\t400\t480\t20\n")
    assert [column.title for column in grid.columns] == ["구분", "집행액 > 10.31.기준", "집행액 > 12.31까지", "잔액"]


def test_a_unit_in_a_title_becomes_the_unit_of_its_column() -> None:
    [grid] = grids("구분\t집행률(%)\t금액(천원)\t건수\n계\t80\t500\t3\n")
    assert [(column.title, column.unit) for column in grid.columns[1:]] == [
        ("집행률", "%"),
        ("금액", "천원"),
        ("건수", "건"),
    ]


def test_losses_in_brackets_are_figures_not_labels() -> None:
    [grid] = grids("구분\t증감률\t금액\n국비\t(△35.4)\t500\n시비\t( ▲2.1)\t300\n")
    assert placed(grid) == [
        ("국비", "증감률", "(△35.4)"),
        ("국비", "금액", "500"),
        ("시비", "증감률", "( ▲2.1)"),
        ("시비", "금액", "300"),
    ]


def test_a_row_span_that_is_shown_once_continues_below() -> None:
    [grid] = grids("구분\t세부\t예산액\n행정\t여비\t300\n\t물품\t200\n시설\t보수\t100\n")
    assert placed(grid) == [
        ("행정 > 여비", "예산액", "300"),
        ("행정 > 물품", "예산액", "200"),
        ("시설 > 보수", "예산액", "100"),
    ]


def test_tables_side_by_side_come_out_one_below_the_other() -> None:
    found = grids("연번\t내용\t실적\t연번\t내용\t실적\n1\t점검\t12회\t3\t상담\t40건\n2\t교육\t5회\t4\t견학\t2회\n")
    assert [placed(grid) for grid in found] == [
        [("점검", "실적", "12회"), ("교육", "실적", "5회")],
        [("상담", "실적", "40건"), ("견학", "실적", "2회")],
    ]


def test_a_flattened_row_as_long_as_its_header_has_certain_places() -> None:
    [grid] = grids("구 분 예산액 집행액\n계 500 400\n여비 300 270\n")
    assert placed(grid) == [
        ("계", "예산액", "500"),
        ("계", "집행액", "400"),
        ("여비", "예산액", "300"),
        ("여비", "집행액", "270"),
    ]
    assert grid.method == "flattened"
    assert grid.lost is None


def test_a_flattened_row_that_lost_a_cell_keeps_every_place_that_is_left() -> None:
    [grid] = grids("구 분 정원 현원 파견\n감사팀 5 4 1\n조사팀 3 2\n")
    assert placed(grid)[3:] == [("조사팀", "정원|현원", "3"), ("조사팀", "파견|현원", "2")]
    assert grid.lost == "columns"


def test_words_that_end_a_row_beside_a_column_of_remarks_stand_in_for_no_figure() -> None:
    [grid] = grids("구 분 계 4급 5급 6급 비 고\n정 원 12 3 4 5\n현 원 7 2 5 휴직\n과부족 △2 △2 1명휴직\n")
    short = [cell for cell in placed(grid) if cell[0] == "현원"]
    assert short == [("현원", "계", "7"), ("현원", "4급|5급", "2"), ("현원", "6급|5급", "5")]
    assert [note.value for note in grid.notes] == ["휴직", "1명휴직"]


def test_remarks_are_told_where_the_lines_of_a_header_were_run_together() -> None:
    text = "사업명 2018년 2017년 비고 예산 집행 잔액 예산 집행\n계 900 800 100 700 650 계속\n여비 900 800 100 700 650\n"
    [grid] = grids(text)
    assert [note.value for note in grid.notes] == ["계속"]
    assert {len(row.cells) for row in grid.rows} == {5}


def test_words_that_end_few_rows_stand_in_for_no_figure_where_no_column_holds_words() -> None:
    [grid] = grids("구 분 총사업비 2023년 2024년\n계 354 118 236\n국 비 236 236 선정\n시 비 118 118 -\n")
    assert placed(grid)[3:5] == [("국비", "총사업비", "236"), ("국비", "2024년", "236")]
    assert [note.value for note in grid.notes] == ["선정"]


def test_words_that_end_most_rows_are_a_column() -> None:
    [grid] = grids("시설명 면적 준공 운영\n체육관 480 2011 직영\n수영장 220 2015 위탁\n")
    assert [row.cells[-1].text.value for row in grid.rows] == ["직영", "위탁"]


def test_a_header_that_cannot_be_divided_leaves_all_its_titles_open() -> None:
    [grid] = grids("구 분 예산액 집행액\n계 500 400 80 20\n여비 300 270 90 30\n")
    assert grid.lost == "header"
    assert {column for _, column, _ in placed(grid)} == {"예산액|집행액"}


def test_dashes_that_add_up_to_nothing_prove_no_total() -> None:
    [grid] = grids("구 분 계 집행액\n국비 500 300 150 50\n시비 - - - -\n")
    assert grid.lost == "header"
    assert [column for _, column, _ in placed(grid)[::4]] == ["계", "계|집행액"]


def test_a_group_label_in_the_middle_of_its_rows_belongs_to_all_of_them() -> None:
    text = "구 분 건수 금액\n계 60 600\n소계 30 300\n도로 10 100\n토목\n하천 20 200\n소계 30 300\n건물 30 300\n"
    [grid] = grids(text)
    labels = [" > ".join(row.labels) for row in grid.rows]
    assert labels[1:4] == ["토목 > 소계", "토목 > 도로", "토목 > 하천"]


def test_a_label_in_the_middle_of_rows_of_years_belongs_to_all_of_them() -> None:
    [grid] = grids("구 분 계 도로 하천\n2022년 30 10 20\n점검\n2023년 50 20 30\n2024년 70 30 40\n")
    assert [row.labels for row in grid.rows] == [("점검", "2022년"), ("점검", "2023년"), ("점검", "2024년")]


def test_letter_spaced_row_labels_are_joined_and_real_spaces_kept() -> None:
    [grid] = grids("구 분 예산액 집행액\n공 사 500 400\n기본 경비 300 270\n사 용 료 수 입 20 10\n")
    assert [row.labels for row in grid.rows] == [("공사",), ("기본 경비",), ("사용료수입",)]


def test_a_remark_beside_the_rows_is_a_note_and_no_row() -> None:
    text = "구 분 계 5급 6급 비 고\n정 원 22 2 20\n임기제\n현 원 21 2 19 (정원/현원)\n5/5\n과부족 △1 - △1\n"
    [grid] = grids(text)
    assert [row.labels for row in grid.rows] == [("정원",), ("현원",), ("과부족",)]
    assert [note.value for note in grid.notes] == ["임기제", "(정원/현원)", "5/5"]


@pytest.mark.parametrize(
    ("caption", "units"),
    [
        ("(단위 : 천원)", ("천원",)),
        ("(단위:백만원)", ("백만원",)),
        ("(’24.12.31. 기준, 단위 : 개소, ha)", ("개소", "ha")),
        ("(단 위 : 명)", ("명",)),
        ("(2024. 12. 31. 기준)", ()),
    ],
)
def test_a_caption_states_its_units(caption: str, units: tuple[str, ...]) -> None:
    assert caption_units(caption) == units


def test_total_labels_are_known() -> None:
    assert is_total_label("합 계")
    assert not is_total_label("회계")


def test_a_bracket_of_words_that_ends_a_label_is_no_figure_of_its_row() -> None:
    [grid] = grids(
        "구 분 예산액 집행액 집행률\n계 217,419 215,419 99%\n공동주택 지원\n(7개 단지) 207,419 205,419 99%\n"
    )
    assert [cell.text.value for cell in grid.rows[1].cells] == ["207,419", "205,419", "99%"]


def test_grades_are_never_groups_and_columns_without_staff_stay_possible() -> None:
    [grid] = grids(
        "구분 계 일반직 별정직 4급 5급 6급 7급 5급 6급\n정원 58 12 25 21\n현원 54 11 23 20\n과부족 △4 △1 △2 △1\n"
    )
    titles = {column.path for column in grid.columns}
    assert ("일반직", "4급") in titles
    assert not any(len(path) > 1 and path[0].endswith("급") for path in titles)
    places = [grid.columns[i].path for i in grid.rows[0].cells[1].columns]
    assert {("일반직", "4급"), ("일반직", "5급"), ("일반직", "6급")} <= set(places)


def test_a_run_of_five_spaced_letters_may_be_two_titles() -> None:
    [grid] = grids("분 야 합 계 종합병원 의원 약 국 한 의 원\n상 반 기 62 34 21 7\n하 반 기 79 39 20 20\n")
    titles = {column.path[-1] for column in grid.columns}
    assert {"약국한의원", "약국", "한의원"} <= titles


def test_a_bracket_on_a_line_of_its_own_ends_the_title_above() -> None:
    [grid] = grids("구분\t예산\t증감\n\t(A)\t(B-A)\n계\t500\t20\n")
    assert [column.path for column in grid.columns[1:]] == [("예산(A)",), ("증감(B-A)",)]


def test_a_line_of_words_above_a_row_of_totals_holds_sub_titles() -> None:
    [grid] = grids("구 분 계 처분 시설\n훈계 주의\n계 81 24 26 31\n1분기 40 14 11 15\n")
    assert [grid.columns[cell.columns[0]].path for cell in grid.rows[0].cells] == [
        ("계",),
        ("처분", "훈계"),
        ("처분", "주의"),
        ("시설",),
    ]


def test_a_title_of_two_words_stands_beside_one_that_wraps() -> None:
    [grid] = grids("유아숲\n종류 계 수목원 치유의 숲 욕장\n체험원\n계 81 24 26 11 20\n1분기 40 14 11 5 10\n")
    assert "치유의 숲" in {column.path[-1] for column in grid.columns}


def test_the_sign_of_a_rate_below_a_step_belongs_to_the_title_beside_it() -> None:
    [grid] = grids("구분\t예산액\t증감(B-A)\t\n\t\t\t%\n계\t400\t20\t5.0\n")
    assert [column.title for column in grid.columns] == ["구분", "예산액", "증감(B-A)", "증감(B-A) > %"]


def test_a_table_of_years_alone_has_no_labels() -> None:
    [grid] = grids("2023년\t2024년\n순찰 체계 구축\t순찰 체계 운영\n2,000백만원\t1,000백만원\n")
    assert [row.labels for row in grid.rows] == [(), ()]


def test_sub_titles_two_lines_below_a_line_of_as_many_titles_as_figures_are_read() -> None:
    text = "(단위 : 명)\n일반직\n구분 계 연구직 지도직 공무직\n(임기제 포함)\n3급 4급 5급 6급 연구관 연구사\n"
    [grid] = grids(text + "정원 5 - 1 4\n현원 5 3 - 2\n과부족 - 3 △1 △2\n")
    figures = {(cell.text.value, len(cell.columns) > 1) for row in grid.rows[:1] for cell in row.cells[1:]}
    assert figures == {("-", True), ("1", True), ("4", True)}


def test_words_with_rows_of_figures_below_are_no_table_of_words() -> None:
    text = "정원 현원\n구분 비고\n소계 4급 5급 소계 4급 5급\n총계 33 22 11 35 24 11\n총무과 12 9 3 17 11 6\n"
    [grid] = grids(text)
    titles = [f"{above} > {below}" for above in ("정원", "현원") for below in ("소계", "4급", "5급")]
    assert [column.title for column in grid.columns][:6] == titles
