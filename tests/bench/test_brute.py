"""Placings found by trying every one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import pytest

from bench.brute import TooMany, count_all, holds


class Figure(NamedTuple):
    value: Decimal | None
    decimals: int = 0


class Relation(NamedTuple):
    rule: str
    result: int
    options: tuple[tuple[int, ...], ...]
    is_complete: bool = True


class Problem(NamedTuple):
    width: int
    rows: Sequence[Sequence[Figure]]
    allowed: Sequence[Sequence[frozenset[int]]]
    bands: Sequence[tuple[int, ...]]
    summable: frozenset[int]


def problem(width: int, *rows: Sequence[int], together: bool = False) -> Problem:
    every = frozenset(range(width))
    return Problem(
        width,
        [[Figure(Decimal(value)) for value in row] for row in rows],
        [[every] * len(row) for row in rows],
        [tuple(range(len(rows)))] if together else [(i,) for i in range(len(rows))],
        every,
    )


def figures(*values: str) -> dict[int, Figure]:
    return {i: Figure(Decimal(v), len(v.partition(".")[2])) for i, v in enumerate(values) if v}


def test_order_alone_leaves_every_choice_of_columns() -> None:
    count, uses = count_all(problem(4, (1, 2)), [(0,)], [], [])
    assert count == 6
    assert uses[0, 0] == {0: 3, 1: 2, 2: 1}


def test_rows_of_a_band_share_their_columns() -> None:
    assert count_all(problem(4, (1, 2), (3, 4), together=True), [(0, 1)], [], [])[0] == 6
    assert count_all(problem(4, (1, 2), (3, 4)), [(0,), (1,)], [], [])[0] == 36


def test_total_that_is_the_sum_of_its_row_stands_in_front() -> None:
    total = Relation("sum", 0, ((1, 2, 3),))
    count, uses = count_all(problem(4, (9, 5, 4)), [(0,)], [total], [])
    assert (count, set(uses[0, 0])) == (3, {0})


def test_columns_add_up_down_the_rows_with_blanks_as_zeros() -> None:
    total = Relation("sum", 0, ((1, 2),))
    count, uses = count_all(problem(3, (5, 7, 6), (5, 6), (7,)), [(1,), (2,)], [], [total])
    assert (count, uses[1, 1], uses[2, 0]) == (1, {2: 1}, {1: 1})


def test_rate_holds_within_its_printed_precision() -> None:
    rate = Relation("rate", 2, ((1, 0),), is_complete=False)
    assert holds(rate, figures("300", "200", "66.7"))
    assert not holds(rate, figures("300", "200", "66.6"))
    assert holds(rate, figures("300", "200"))


def test_difference_that_is_not_printed_is_zero_only_where_it_always_is() -> None:
    assert not holds(Relation("difference", 2, ((1, 0),)), figures("3", "5"))
    assert holds(Relation("difference", 2, ((1, 0),), is_complete=False), figures("3", "5"))


def test_one_option_of_a_sum_is_enough() -> None:
    assert holds(Relation("sum", 0, ((1, 2), (3,))), figures("4", "1", "2", "4"))


def test_search_ends_where_there_is_too_much_to_try() -> None:
    with pytest.raises(TooMany):
        count_all(problem(8, (1, 2, 3), (1, 2, 3), (1, 2, 3)), [(0,), (1,), (2,)], [], [], most=1000)
