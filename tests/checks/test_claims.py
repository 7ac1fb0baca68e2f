"""Claims: the values that the other figures allow, by how much the stated one is off, and the formula."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim, at_most, counted, derived, equal, formula
from tests.arithmetic.making import one, rate, won


def told(claim: Claim) -> tuple[bool, int, tuple[int, int], str]:
    """Whether a claim closes, what its result is off, the bounds of what is expected, its formula."""
    low, high = claim.expected
    return claim.closes, int(claim.off), (int(low), int(high)), claim.formula


@pytest.mark.parametrize(
    ("stated", "names", "most", "found"),
    [
        (3, ("종합", "특정", "복무"), None, (True, 0, (3, 3), "3 (종합, 특정, 복무) = 3")),
        (4, ("종합", "특정", "복무"), None, (False, 1, (3, 3), "3 (종합, 특정, 복무) ≠ 4")),
        (2, ("종합", "특정", "복무"), None, (False, -1, (3, 3), "3 (종합, 특정, 복무) ≠ 2")),
        (4, ("종합", "특정·복무"), 4, (True, 0, (2, 4), "2 (종합, 특정·복무) = 4")),
        (5, ("종합", "특정·복무"), 4, (False, 3, (2, 4), "2 (종합, 특정·복무) ≠ 5")),
        (1, ("가" * 20,), None, (True, 0, (1, 1), f"1 ({'가' * 20}) = 1")),
        (1, ("가" * 21,), None, (True, 0, (1, 1), f"1 ({'가' * 20}…) = 1")),
    ],
)
def test_a_count_is_that_of_what_is_named(
    stated: int, names: tuple[str, ...], most: int | None, found: tuple[bool, int, tuple[int, int], str]
) -> None:
    claim = counted("AR305", one(stated), names, most=most)
    assert told(claim) == found
    assert (claim.rule, claim.relation, claim.strength, claim.result.value) == ("AR305", "count", "likely", stated)


@pytest.mark.parametrize(
    ("first", "second", "closes", "off"),
    [
        (one(31), one(31), True, 0),
        (one(31), one(32), False, 1),
        (won(1532), one("1532400", "KRW"), True, 400),
        (won(1532), one("1532999", "KRW"), True, 999),
        (won(1532), one("1533000", "KRW"), False, 1000),
        (one("1531500", "KRW"), won(1532), True, 500),
        (one("1531499", "KRW"), won(1532), False, 501),
    ],
)
def test_two_figures_are_one_where_the_finer_rounded_or_cut_off_gives_the_coarser(
    first: Operand, second: Operand, closes: bool, off: int
) -> None:
    claim = equal("AR208", first, second)
    assert (claim.closes, claim.off, claim.relation) == (closes, off, "equal")
    assert claim.expected == first.interval
    assert claim.formula == f"{first.fact.raw} {'=' if closes else '≠'} {second.fact.raw}"
    assert claim.is_exact is closes


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [
        (12, 30, (True, 0, (0, 30), "12 ≤ 30")),
        (30, 30, (True, 0, (0, 30), "30 ≤ 30")),
        (32, 30, (False, 2, (0, 30), "32 > 30")),
        (-3, 30, (True, 0, (-3, 30), "-3 ≤ 30")),
    ],
)
def test_a_part_is_at_most_its_whole(part: int, whole: int, found: tuple[bool, int, tuple[int, int], str]) -> None:
    claim = at_most("AR303", one(part), one(whole))
    assert told(claim) == found
    assert [operand.value for operand in claim.operands] == [whole, part]


@pytest.mark.parametrize(
    ("stated", "given", "closes", "off", "bounds"),
    [
        (one("12.3", "%", 1), "12.34", True, "-0.04", ("12.3", "12.3")),
        (one("12.3", "%", 1), "12.39", True, "-0.09", ("12.3", "12.4")),
        (one("12.4", "%", 1), "12.39", True, "0.01", ("12.3", "12.4")),
        (one("12.5", "%", 1), "12.39", False, "0.11", ("12.3", "12.4")),
        (won(12), "12500", True, "-500", ("12000", "13000")),
    ],
)
def test_a_figure_that_others_give_may_be_rounded_or_cut_off(
    stated: Operand, given: str, closes: bool, off: str, bounds: tuple[str, str]
) -> None:
    claim = derived("AR310", stated, [one(7)], Decimal(given), "7 × 2")
    assert (claim.closes, claim.off, claim.expected) == (closes, Decimal(off), tuple(map(Decimal, bounds)))
    assert claim.formula == f"7 × 2 {'=' if closes else '≠'} {stated.fact.raw}"
    assert [operand.value for operand in claim.operands] == [7, stated.value]


def test_a_formula_shows_the_figures_as_printed() -> None:
    figures = [one(value) for value in (5, -1, 7, 11)]
    assert formula("sum", figures, closes=True) == "5 + (-1) + 7 = 11"
    assert formula("sum", figures, closes=False, beside=1) == "5 + (-1) ≠ 7 + 11"
    assert formula("difference", figures[:3], closes=False) == "5 − (-1) ≠ 7"
    assert formula("rate", [one(-1), one(-5), rate("20")], closes=True) == "-1 ÷ -5 = 20%"


def test_excuses_are_told_once_in_the_order_in_which_they_were_found() -> None:
    claim = at_most("AR303", one(3), one(2)).excused("subset").excused("bound", "subset")
    assert claim.excuses == ("subset", "bound")
