"""Page numbers and running heads inside of a table that lost its columns."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.blocks.lines import read_lines
from auditreport.parsers.formats.blocks.page_breaks import behind_header, page_breaks
from tests.reading import document, tables, unaccounted

HEAD = "단위사업명 계 국비 시비\n총계 60 20 40\n주차장 확충 30 10 20\n"
TAIL = "하천 정비 30 10 20\n"


def labels(text: str) -> list[list[str]]:
    return [[row.cells[0].text.value for row in table.rows] for table in tables(text)]


@pytest.mark.parametrize("between", ["- 7 -\n", "\n- 7 -\n\n", "- 7 -\n단위사업명 계 국비 시비\n", "― 12 ―\n"])
def test_rows_behind_a_page_break_belong_to_the_table_before_it(between: str) -> None:
    assert labels(HEAD + between + TAIL) == [["총계", "주차장 확충", "하천 정비"]]
    assert unaccounted(document(HEAD + between + TAIL)) == []


def test_a_line_that_stands_beside_every_page_number_is_part_of_the_break() -> None:
    text = f"□ 예산\n2025년 주요업무계획\n- 6 -\n{HEAD}2025년 주요업무계획\n- 7 -\n{TAIL}"
    assert labels(text) == [["총계", "주차장 확충", "하천 정비"]]


def test_a_table_with_a_total_of_its_own_begins_anew_behind_a_page_break() -> None:
    second = "단위사업명 계 국비 시비\n총계 9 4 5\n일자리 창출 9 4 5\n"
    assert labels(f"{HEAD}{TAIL}- 7 -\n{second}") == [["총계", "주차장 확충", "하천 정비"], ["총계", "일자리 창출"]]


def test_a_table_with_another_header_begins_anew_behind_a_page_break() -> None:
    second = "팀 명 정원 현원\n감사팀 4 5\n조사팀 9 4\n"
    assert labels(f"{HEAD}{TAIL}- 7 -\n{second}") == [["총계", "주차장 확충", "하천 정비"], ["감사팀", "조사팀"]]


def test_a_rule_without_a_number_is_no_page_break() -> None:
    assert page_breaks(read_lines("계 3\n-----\n시비 2\n")) == {}


def test_another_line_beside_a_page_number_is_no_running_head() -> None:
    assert page_breaks(read_lines("계 3\n- 1 -\n시비 2\n구비 1\n- 2 -\n기타 1\n")) == {1: 2, 4: 5}


def test_a_header_that_is_printed_again_is_passed_over_only_if_it_is_the_same() -> None:
    lines = read_lines("구 분 계\n시비 2\n구분 계\n구분 합계\n")
    assert [behind_header(lines, at, [0]) for at in (2, 3)] == [3, 3]
    assert behind_header(lines, 2, []) == 2
