"""Values for which a claim would close."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditreport.arithmetic import Operand
from auditreport.arithmetic.equations import add, divide, subtract
from auditreport.checks.claims import of_equation
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
