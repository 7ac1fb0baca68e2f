"""Figures that are cut off instead of rounded: which sums, differences and rates they allow."""

from __future__ import annotations

import pytest

from auditreport.arithmetic import Interval
from auditreport.checks.claims import Claim, Relation
from auditreport.checks.cutting import is_cut, leaning
from tests.checks.making import amount


def claim(relation: Relation, off: int, *values: int) -> Claim:
    operands = tuple(amount(value * 1000, decimals=-3) for value in values)
    nothing = Interval.exactly(operands[-1].value)
    return Claim("AR201", relation, operands, nothing, operands[-1].value * 0 + off, closes=False, formula="")


@pytest.mark.parametrize(
    ("relation", "values", "is_so"),
    [
        ("sum", (10, 10, 10, 33), True),
        ("sum", (10, 10, 10, 34), False),
        ("sum", (10, 10, 10, 28), False),
        ("difference", (30, 10, 19), True),
        ("difference", (30, 10, 22), False),
        ("difference", (10, 30, -19), True),
        ("count", (3, 4), False),
    ],
)
def test_true_values_that_are_cut_off_to_what_is_printed(relation, values, is_so):
    assert is_cut(claim(relation, 1, *values)) is is_so


@pytest.mark.parametrize(
    ("relation", "off", "result", "side"),
    [("sum", 2, 30, 1), ("sum", -2, 30, -1), ("difference", -1, 30, 1), ("difference", 1, -30, 1), ("sum", 0, 30, 0)],
)
def test_side_to_which_cutting_off_makes_a_relation_miss(relation, off, result, side):
    assert leaning(claim(relation, off, 10, 20, result)) == side
