"""Header of a table that lost its columns → the columns it names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.parsers.header_words import cells_of, is_stub, is_total
from auditreport.parsers.titles import read_titles


def paths(lines: list[str], *rows: list[int]) -> list[list[str]] | None:
    """The arrangements of columns, levels joined by ` > `."""
    found = read_titles([line.split() for line in lines], [[Decimal(n) for n in row] for row in rows])
    if found is None:
        return None
    return [[" > ".join(path) for path in columns] for columns in found.arrangements]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("구 분 계 일 반 직 관리운영직", ["구분", "계", "일반직", "관리운영직"]),
        ("구 분 예 산 액 집 행 액", ["구분", "예산액", "집행액"]),
        ("구 분 예산액 전년도 예산액 증(△)감", ["구분", "예산액", "전년도 예산액", "증(△)감"]),
        ("구 분 예산액(A) 집행액(B)", ["구분", "예산액(A)", "집행액(B)"]),
        ("종류 수종 및 수량 금액", ["종류", "수종 및 수량", "금액"]),
        ("구 분 집행률 (%)", ["구분", "집행률(%)"]),
    ],
)
def test_letter_spaced_titles_are_put_together_with_the_vocabulary(line: str, cells: list[str]) -> None:
    assert cells_of(line.split()) == cells


def test_titles_of_the_first_column_and_of_totals_are_known_spaced_or_not() -> None:
    assert is_stub("구 분")
    assert is_stub("구분(단위)")
    assert not is_stub("예산액")
    assert is_total("합 계")
    assert not is_total("계약")


def test_one_line_names_its_columns() -> None:
    assert paths(["구 분 예산액 집행액 집행률"], [500, 400, 80]) == [["예산액", "집행액", "집행률"]]


def test_a_header_over_two_lines_puts_the_dates_under_what_was_spent() -> None:
    lines = ["구 분 예산액 집 행 액 예상잔액", "(유보액) 10.31기준 12.31까지"]
    assert paths(lines, [900, 610, 850, 50]) == [
        ["예산액", "집행액 > 10.31기준", "집행액 > 12.31까지", "예상잔액(유보액)"]
    ]


def test_grades_that_begin_again_begin_under_the_next_group() -> None:
    lines = ["구 분 계 일반직 관리운영직", "6급 7급 6급 7급"]
    assert paths(lines, [10, 1, 2, 3, 4]) == [
        ["계", "일반직 > 6급", "일반직 > 7급", "관리운영직 > 6급", "관리운영직 > 7급"]
    ]


def test_sums_refute_arrangements_of_groups_and_single_titles() -> None:
    lines = ["국가하천", "구 분 지방하천 소하천", "소계 가람강 나루강"]
    found = paths(lines, [30, 10, 20, 7, 9], [12, 8, 4, 1, 2])
    assert found == [["국가하천 > 소계", "국가하천 > 가람강", "국가하천 > 나루강", "지방하천", "소하천"]]


def test_titles_of_two_syllables_in_a_row_are_parted_where_the_count_tells() -> None:
    assert paths(["구 분 버 스 철 도 택 시"], [1, 2, 3]) == [["버스", "철도", "택시"]]


def test_words_that_no_vocabulary_knows_are_joined_where_just_one_way_fits() -> None:
    assert paths(["구 분 합계 돌봄 꾸러미"], [9, 9]) == [["합계", "돌봄 꾸러미"]]


def test_a_header_with_too_few_titles_names_nothing() -> None:
    assert paths(["구 분 예산액"], [500, 400, 80]) is None
    assert paths(["구 분"], [500]) is None


def test_a_wrapped_title_may_stand_anywhere_behind_the_total() -> None:
    found = paths(["돌봄", "구 분 계 쉼터 도서관", "센터"], [6, 1, 2, 3])
    assert found == [
        ["계", "돌봄센터", "쉼터", "도서관"],
        ["계", "쉼터", "돌봄센터", "도서관"],
        ["계", "쉼터", "도서관", "돌봄센터"],
    ]
