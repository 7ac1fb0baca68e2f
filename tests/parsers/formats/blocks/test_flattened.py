"""Tables that lost their columns: which lines belong to them, and how a line is cut into label and cells."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.blocks.lines import read_lines
from auditreport.parsers.formats.blocks.tokens import is_figure, tokens
from tests.reading import blocks, document, tables, unaccounted


def cut(line: str) -> tuple[str | None, list[str]]:
    found = tokens(read_lines(line)[0])
    return (found.label.value if found.label is not None else None, [cell.value for cell in found.cells])


@pytest.mark.parametrize(
    ("line", "label", "cells"),
    [
        ("기 본 경 비 412 380 32", "기 본 경 비", ["412", "380", "32"]),
        ("계 1,204 △18 - 4.5", "계", ["1,204", "△18", "-", "4.5"]),
        ("여비 ▲ 215 40", "여비", ["▲ 215", "40"]),
        ("운전 22(24) 3(3)", "운전", ["22(24)", "3(3)"]),
        ("도로 22,914 (시비 9,300, 구비 13,614) 85", "도로", ["22,914 (시비 9,300, 구비 13,614)", "85"]),
        ("2023 15 18 20", "2023", ["15", "18", "20"]),
        ("소각시설 480 421 2기", "소각시설", ["480", "421", "2기"]),
        ("2023년 15 18 20", "2023년", ["15", "18", "20"]),
        ("국 비 390 390 - 관광부 (사업 완료)", "국 비", ["390", "390", "-", "관광부 (사업 완료)"]),
        ("13개소 5개소 1개소 1개소", None, ["13개소", "5개소", "1개소", "1개소"]),
        ("준공 2024. 12", "준공", ["2024. 12"]),
        ("설 명", "설 명", []),
    ],
)
def test_a_row_is_a_label_and_the_figures_at_its_end(line: str, label: str, cells: list[str]) -> None:
    assert cut(line) == (label, cells)


@pytest.mark.parametrize("word", ["1,204", "△18", "-", "12.5%", "(3)", "22(24)", "26/68", "30건", "1천명", "2억원"])
def test_a_figure_cell_is_a_numeral_with_its_sign_unit_and_brackets_or_a_dash(word: str) -> None:
    assert is_figure(word)


@pytest.mark.parametrize("word", ["계", "3급수", "제5기", "12.31까지", "A12", ""])
def test_words_years_and_dates_are_no_figure_cells(word: str) -> None:
    assert not is_figure(word)


@pytest.mark.parametrize(
    "line", ["(단위 : 천원)", "(2024. 12. 31. 기준)", "단위 : 명", "(’24.12.31.기준, 단위 : 개소)"]
)
def test_a_unit_or_reference_date_alone_is_a_caption(line: str) -> None:
    assert is_caption(line)


def test_a_sentence_is_no_caption() -> None:
    assert not is_caption("예산 단위를 바꾸어 집행하였음")


def test_header_caption_and_rows_make_one_table() -> None:
    [table] = tables("3. 예산현황\n(단위 : 천원)\n구 분 예산액 집행액 집행률\n계 500 400 80\n여비 300 270 90\n")
    assert table.layout == "flattened"
    assert table.caption is not None
    assert table.caption.value == "(단위 : 천원)"
    assert [[cell.text.value for cell in row.cells] for row in table.header] == [
        ["구", "분", "예산액", "집행액", "집행률"]
    ]
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["계", "500", "400", "80"],
        ["여비", "300", "270", "90"],
    ]
    assert [cell.column for cell in table.rows[0].cells] == [0, None, None, None]


def test_a_caption_behind_the_rows_belongs_to_the_table_above_it() -> None:
    [table] = tables("구 분 예산액 집행액\n계 500 400\n여비 300 270\n(단위 : 백만원)\n")
    assert table.caption is not None
    assert table.caption.value == "(단위 : 백만원)"


def test_a_header_over_two_lines_stays_line_by_line() -> None:
    text = "구 분 예산액 집 행 액 예상잔액\n(유보액)10.31기준 12.31까지\n계 900 610 850 50\n여비 400 300 390 10\n"
    [table] = tables(text)
    assert [row.line for row in table.header] == [1, 2]
    assert [row.line for row in table.rows] == [3, 4]


def test_a_piece_of_a_label_between_rows_stays_as_a_row_without_figures() -> None:
    [table] = tables("구 분 예산액 집행액\n계 500 400\n행 정\n여비 300 270\n물품 200 130\n")
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["계", "500", "400"],
        ["행 정"],
        ["여비", "300", "270"],
        ["물품", "200", "130"],
    ]


@pytest.mark.parametrize("dashes", ["- - -", "– – –", "- - - 미정"])
def test_a_row_of_dashes_alone_is_a_row_not_the_header_of_another_table(dashes: str) -> None:
    [table] = tables(f"재원별 계 예산 집행\n계 4,600 1,700 2,900\n도비 {dashes}\n군비 4,600 1,700 2,900\n")
    assert [row.cells[0].text.value for row in table.rows] == ["계", "도비", "군비"]
    assert [cell.text.value for cell in table.rows[1].cells[1:4]] == dashes.split()[:3]


def test_pieces_of_a_title_above_and_below_a_line_of_titles_belong_to_the_header() -> None:
    text = "(단위 : 개소)\n일반\n연 도 별 계 휴게음식점 단란주점\n음식점\n2014년 16 2 14\n2015년 22 8 14\n"
    [table] = tables(text)
    assert [row.line for row in table.header] == [2, 3, 4]


def test_a_label_that_wraps_below_a_whole_header_is_no_part_of_it() -> None:
    text = "(단위 : 개소)\n연 도 별 계 휴게음식점 단란주점\n지난\n2014년 16 2 14\n2015년 22 8 14\n"
    [table] = tables(text)
    assert [row.line for row in table.header] == [2]


def test_a_label_that_wraps_about_the_only_row_is_neither_header_nor_text() -> None:
    text = "(단위 : 백만원)\n기 금 명 수입 지출 증감\n대학 및 지역인재\n1,131 1,677 △546\n육 성 기 금\n"
    [table] = tables(text)
    assert [row.line for row in table.header] == [2]
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["대학 및 지역인재"],
        ["1,131", "1,677", "△546"],
        ["육 성 기 금"],
    ]


def test_the_name_of_the_next_table_is_no_piece_of_a_label() -> None:
    text = "구 분 수입 지출\n계 9 5\n재난관리\n4 5\n시설 현황\n(단위 : 개소)\n구 분 병원 의원\n계 2 3\n북구 2 3\n"
    assert [table.rows[-1].line for table in tables(text)] == [4, 9]


def test_a_line_of_grades_below_a_line_of_titles_is_part_of_the_header_where_rows_lost_as_many_cells() -> None:
    text = "구분 계 일반직 별정직\n4급 5급 6급 5급 6급\n정원 4 2 2\n현원 3 2 1\n"
    [table] = tables(text)
    assert [row.line for row in table.header] == [1, 2]


def test_a_torn_label_below_the_rows_of_a_table_is_no_header_of_another() -> None:
    rows = "계 538 749 463 14\n주차장 확충 139 82 57 59\n감염병 예방\n457 457\n및 관리\n"
    [table] = tables(f"구분 예산현액 집행액 잔액 집행률\n{rows}")
    assert [cell.text.value for row in table.rows[2:4] for cell in row.cells] == ["감염병 예방", "457", "457"]


def test_lists_between_rows_are_cells_of_words_no_headers() -> None:
    rows = "당감2 10 214\n배수지공사(’21~’25)\n설계('17~'18), 보상('19~'21)\n구포3 12 171\n"
    [table] = tables(f"구 분 용량 사업비\n설계('17~'18), 관로공사('18~'20)\n{rows}")
    assert [row.line for row in table.header] == [1]
    assert [row.cells[0].text.value for row in table.rows if len(row.cells) > 1] == ["당감2", "구포3"]


def test_two_tables_below_each_other_stay_two() -> None:
    found = tables(
        "구 분 예산액 집행액\n계 500 400\n여비 500 400\n(단위 : 백만원)\n구 분 정원 현원\n계 30 28\n감사팀 30 28\n"
    )
    assert [len(table.rows) for table in found] == [2, 2]


def test_labels_and_words_below_a_header_of_two_titles_are_a_table_of_known_columns() -> None:
    [table] = tables("팀 명 담당업무\n감 사 팀 자체감사 계획과 실시\n조 사 팀 비위 조사와 처분\n민원팀 고충민원 처리\n")
    assert [[cell.column for cell in row.cells] for row in table.rows] == [[0, 1]] * 3
    assert [row.cells[0].text.value for row in table.rows] == ["감 사 팀", "조 사 팀", "민원팀"]


@pytest.mark.parametrize(
    "text",
    [
        "담당 부서에서는 지난 3월에 현장 5개소를 점검하고 12건을 고쳤음\n다음 달에는 4개소 더 점검\n",
        "감사 3회 : 지적 12건, 회수 4건\n",
        "○ 점검 12회 30건\n○ 교육 4회 60명\n",
    ],
)
def test_sentences_and_bullets_are_no_table(text: str) -> None:
    assert "table" not in [kind for kind, _ in blocks(text)]


def test_a_first_column_one_title_and_remarks_head_a_table_of_one_column() -> None:
    [table] = tables("(단위 : 개소)\n구 분 개소 비 고\n계 12\n쉼터 5\n공원 7\n")
    assert table.caption is not None
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["계", "12"],
        ["쉼터", "5"],
        ["공원", "7"],
    ]


def test_a_caption_between_two_tables_lies_in_one_of_them() -> None:
    text = "구 분 도로 하천\n계 30 20\n점검 30 20\n(단위 : 건)\n구 분 개소\n쉼터 5\n공원 7\n"
    first, second = tables(text)
    assert first.anchor.end < second.anchor.start
    assert unaccounted(document(text)) == []
