"""Which lines above the rows of a flattened table are its header."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.blocks.header_lines import names_column
from tests.reading import tables


def header(text: str) -> list[str]:
    [table] = tables(f"3. 예산현황\n{text}\n")
    return [" ".join(cell.text.value for cell in row.cells) for row in table.header]


def test_a_line_that_names_all_columns_is_the_header_alone() -> None:
    assert header("구 분 계 1코스 2코스\n임랑~ 송정~\n총연장 27 14 13\n소요 9 5 4") == ["구 분 계 1코스 2코스"]


def test_lines_of_titles_below_it_belong_to_the_header() -> None:
    lines = ["2018년 이전 2019년", "구 분 계 2020년 이후", "예산 집행 예산 집행"]
    assert header("\n".join([*lines, "총 계 4,210 4,210", "국 비 210 210"])) == lines


@pytest.mark.parametrize("lower", ["(%)", "이전 이후", "9.30.현재 12.31까지"])
def test_ends_of_titles_below_it_belong_to_the_header(lower: str) -> None:
    assert header(f"구 분 예산액 집행액\n{lower}\n계 500 400\n여비 300 270")[-1] == lower


def test_as_many_lines_above_the_first_title_as_below_it_belong_to_the_header() -> None:
    lines = ["숙박업", "구 분 계 목욕업", "일반 생활 관리업 소계"]
    assert header("\n".join([*lines, "개소 9 3 2 4", "인원 8 4 2 2"])) == lines


@pytest.mark.parametrize("piece", ["29", "1,580", "O"])
def test_a_number_or_mark_alone_is_a_piece_of_the_row_below(piece: str) -> None:
    assert header(f"구 분 예산액 집행액\n{piece}\n계 500 400\n여비 300 270") == ["구 분 예산액 집행액"]


def test_a_column_of_remarks_counts_only_where_rows_have_words_in_it() -> None:
    lines = ["집행률", "구 분 예산액 집행액 잔액 비고", "(%)"]
    assert header("\n".join([*lines, "계 500 400 80 100", "여비 300 270 90 30"]))[1:] == lines[1:]


@pytest.mark.parametrize("line", ["구 분 예 산 액", "구분(단위) 2023년", "지역 개소", "항목 합계"])
def test_a_line_with_a_known_title_names_a_column(line: str) -> None:
    assert names_column(line)


@pytest.mark.parametrize("line", ["지역경제 활성화", "부서별 주요업무", "감염병 예방", ""])
def test_words_that_only_begin_like_a_title_name_no_column(line: str) -> None:
    assert not names_column(line)
