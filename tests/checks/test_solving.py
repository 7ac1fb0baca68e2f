"""Values for which a claim would close."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditreport.arithmetic import Interval, Operand
from auditreport.arithmetic.equations import add, divide, subtract
from auditreport.checks.claims import Claim, at_most, counted, derived, equal, of_equation
from auditreport.checks.solving import printed_values, slips, solve
from tests.arithmetic.making import one, rate, several, won


def numbered(*operands: Operand) -> list[Operand]:
    """The operands as different figures of one report."""
    return [replace(operand, index=i) for i, operand in enumerate(operands)]


def test_part_of_a_sum_is_what_the_others_leave():
    first, second, whole = numbered(*several(3, 4, 9))
    claim = of_equation(add([first, second], whole), "AR211")
    assert solve(claim, first, strictly=True) == (5, 5)
    assert solve(claim, whole, strictly=True) == (7, 7)


def test_sides_of_a_difference():
    first, second, result = numbered(*several(9, 4, 6))
    claim = of_equation(subtract(first, second, result), "AR203")
    assert [solve(claim, each, strictly=True).low for each in (first, second, result)] == [10, 3, 5]


def test_rounded_money_leaves_a_range():
    first, second, whole = numbered(won(3), won(4), won(9))
    claim = of_equation(add([first, second], whole), "AR201")
    assert solve(claim, whole, strictly=False) == (Decimal(6500), Decimal(7500))


def test_rate_leaves_the_values_that_print_so():
    part, whole, stated = numbered(one(400), one(600), rate("87"))
    claim = of_equation(divide(part, whole, stated), "AR205")
    assert printed_values(stated, solve(claim, stated, strictly=True)) == [Decimal(67)]
    assert printed_values(part, solve(claim, part, strictly=True)) == [519, 520, 521, 522, 523, 524, 525]


@pytest.mark.parametrize(
    ("was", "becomes", "near"),
    [("27", "37", True), ("27", "72", True), ("27", "38", False), ("5", "-5", True), ("9", "10", False)],
)
def test_slips_of_the_pen(was, becomes, near):
    assert (Decimal(becomes) in slips(one(was))) is near


def test_a_part_is_at_most_its_whole_and_the_whole_at_least_its_part():
    whole, part = numbered(*several(30, 32))
    claim = at_most("AR303", part, whole)
    assert solve(claim, part, strictly=True).high == 30
    assert solve(claim, whole, strictly=True).low == 32


def test_equal_figures_leave_what_prints_alike():
    first, second = numbered(won(1532), one("1540000", "KRW"))
    claim = equal("AR208", first, second)
    assert solve(claim, second, strictly=True) == (Decimal(1531500), Decimal(1532500))
    assert solve(claim, first, strictly=True) == (Decimal(1539500), Decimal(1540500))


def test_a_count_is_what_is_named_and_what_is_derived_tells_nothing_of_the_others():
    [stated] = numbered(one(4))
    assert solve(counted("AR305", stated, ("종합", "특정")), stated, strictly=True) == (2, 2)
    other, made = numbered(one(7), one(15))
    claim = derived("AR310", made, [other], Decimal(14), "7 × 2")
    assert solve(claim, made, strictly=True) == (14, 14)
    nowhere = solve(claim, other, strictly=True)
    assert nowhere.high < nowhere.low


def test_the_whole_of_a_rate_is_what_its_part_and_its_rounding_leave():
    part, whole, stated = numbered(one(435), one(600), rate("87"))
    claim = of_equation(divide(part, whole, stated), "AR205")
    assert printed_values(whole, solve(claim, whole, strictly=True)) == [498, 499, 500, 501, 502]


def test_a_rate_that_may_be_zero_says_nothing_of_its_whole() -> None:
    part, whole, stated = numbered(one(1), one(600), rate("0.4", 1))
    claim = of_equation(divide(part, whole, stated), "AR205")
    around = replace(stated, half=Decimal(1))
    free = replace(claim, operands=(part, whole, around))
    assert solve(free, whole, strictly=True) == (Decimal("-1e30"), Decimal("1e30"))
    edge = replace(claim, operands=(part, whole, replace(stated, half=Decimal("0.4"))))
    assert solve(edge, whole, strictly=True) == (Decimal("-1e30"), Decimal("1e30"))
    low, high = solve(claim, whole, strictly=True)
    assert (round(low, 2), round(high, 2)) == (Decimal("222.22"), Decimal("285.71"))


def test_each_side_of_a_cover_is_what_the_other_leaves() -> None:
    first, second, beside, result = numbered(*several(79, 8, 60, 37))
    figures = (first, second, beside, result)
    claim = Claim(
        "AR501", "cover", figures, Interval.exactly(Decimal(27)), Decimal(10), closes=False, formula="", beside=1
    )
    values = [solve(claim, each, strictly=True) for each in figures]
    assert values == [(89, 89), (18, 18), (50, 50), (27, 27)]


def test_no_printed_value_is_told_where_there_are_too_many_or_none():
    assert printed_values(one(1), Interval(Decimal(1), Decimal(202))) == ()
    assert len(printed_values(one(1), Interval(Decimal(1), Decimal(201)))) == 201
    assert printed_values(one(1), Interval(Decimal(2), Decimal(1))) == ()
    assert printed_values(won(1), Interval(Decimal(1500), Decimal(4500))) == [2000, 3000, 4000]


def test_all_slips_of_a_figure():
    assert sorted(map(int, slips(one("12")))) == sorted(
        [-12, 22, 32, 42, 52, 62, 72, 82, 92, 10, 11, 13, 14, 15, 16, 17, 18, 19, 21]
    )
    assert sorted(map(int, slips(won(-3)))) == [-9000, -8000, -7000, -6000, -5000, -4000, -2000, -1000, 0, 3000]
    assert list(map(int, slips(one(0)))) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
