"""Covers between lines and programmes: those that are unique, and rare by chance."""

from __future__ import annotations

import math
import random

import pytest

from auditreport.checks.covers import Entry, find_covers
from tests.checks.making import amount


def entries(*figures: tuple[int, int | None], title: str = "") -> list[Entry]:
    return [
        Entry(title or f"{i} of {figures}", amount(whole), None if spent is None else amount(spent))
        for i, (whole, spent) in enumerate(figures)
    ]


def found(lines: list[Entry], programmes: list[Entry]) -> list[tuple[list[int], list[int], bool | None]]:
    return [
        (
            [int(one.amount.value) for one in cover.lines],
            [int(one.amount.value) for one in cover.programmes],
            cover.executed,
        )
        for cover in find_covers(lines, programmes)
    ]


def test_amounts_alone_have_to_be_long():
    lines = entries((47258, None), (9830, None), (350, None))
    assert found(lines, entries((47258, None), (350, None))) == [([47258], [47258], None)]


def test_several_lines_and_several_programmes_meet():
    lines = entries((138263, 87220), (5250, 5250), (118084, 67540))
    programmes = entries((75645, 43264), (67868, 49206))
    assert found(lines, programmes) == [([138263, 5250], [75645, 67868], True)]


def test_pairs_that_meet_one_by_one_are_not_joined():
    lines = entries((30, None), (40, None), (98765, None))
    assert found(lines, entries((30, None), (40, None))) == []


def test_line_without_money_meets_nothing():
    assert found(entries((0, 0), (98765, 0)), entries((0, 0))) == []


def test_two_equal_lines_leave_it_open():
    assert found(entries((98765, None), (98765, None)), entries((98765, None))) == []


def test_executed_sum_that_one_digit_parts_still_tells_a_cover():
    lines = entries((18630, 16040), (2500, 2325), (152340, 119986))
    assert found(lines, entries((21130, 18385), (9230, 8524))) == [([18630, 2500], [21130], False)]


def test_one_title_and_one_amount_are_the_same_money_whatever_was_spent():
    lines = [*entries((3700, 2330), title="심사"), *entries((18630, 16040), (2500, 2325))]
    assert found(lines, entries((3700, 2340), title="심사")) == [([3700], [3700], False)]


def test_cover_of_which_all_is_spent_is_told_once():
    lines = entries((98760, 98760), (45670, 12340))
    told = [(int(one.lines[0].amount.value), one.is_told_twice) for one in find_covers(lines, lines)]
    assert told == [(98760, False), (45670, True)]


def test_unrelated_budgets_meet_in_less_than_one_of_a_hundred_reports():
    chance = random.Random(0)

    def side(size: int) -> list[Entry]:
        wholes = [int(math.exp(chance.uniform(math.log(1000), math.log(300_000)))) // 10 * 10 for _ in range(size)]
        return entries(*((whole, int(whole * chance.uniform(0.3, 1))) for whole in wholes))

    assert sum(bool(found(side(8), side(7))) for _ in range(100)) == 0


LINES = entries((79321, 55669), (13730, 11161), (18630, 16040), (2507, 2325), (114943, 69701))


@pytest.mark.parametrize(
    ("programme", "lines", "amounts", "executed", "is_told_twice"),
    [
        ((21137, 18365), [18630, 2507], True, True, True),
        # The amount, or the executed sum, differs by a digit; where all of it differs, only the amount may tell.
        ((21197, 18365), [18630, 2507], False, True, True),
        ((70321, 55669), [79321], False, True, True),
        ((79320, 55669), [79321], False, True, True),
        ((21137, 18375), [18630, 2507], True, False, False),
        ((21137, 1), [18630, 2507], True, False, False),
        ((79321, 55660), [79321], True, False, False),
        ((13730, None), [13730], True, None, False),
        ((13730, 0), [13730], True, False, False),
        # Neither is the same, or the other is far from it.
        ((25854, 18365), None, None, None, None),
        ((21197, 18375), None, None, None, None),
        ((92052, None), None, None, None, None),
    ],
)
def test_amount_and_executed_sum_tell_a_cover(programme, lines, amounts, executed, is_told_twice):
    told = [
        ([int(one.amount.value) for one in cover.lines], cover.amounts, cover.executed, cover.is_told_twice)
        for cover in find_covers(LINES, entries(programme))
    ]
    assert told == ([] if lines is None else [(lines, amounts, executed, is_told_twice)])


def test_lines_and_programmes_that_are_the_same_one_by_one_are_covers_of_their_own():
    few = LINES[2:4]
    assert found(few, few) == [([18630], [18630], True), ([2507], [2507], True)]
    assert found(few, entries((20000, 17000), (1137, 1365))) == [([18630, 2507], [20000, 1137], True)]


def test_an_entry_stands_in_one_cover_only():
    programmes = entries((79321, 55669), (21137, 18365), (13730, 11161))
    assert found(LINES, programmes) == [
        ([79321], [79321], True),
        ([13730], [13730], True),
        ([18630, 2507], [21137], True),
    ]


def test_nothing_covers_nothing():
    assert (found([], LINES), found(LINES, []), found([], [])) == ([], [], [])
