"""Operands whose concepts are related by what they mean → 과부족, 잔액, 증감, 집행률 and 증감률 that close."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import product
from typing import Literal

from auditreport.arithmetic.equations import Equation, divide, subtract
from auditreport.arithmetic.operands import Operand

Test = Callable[[Operand, Operand, Operand], Equation | None]

# Measures of one thing: the first two give the third. What is left is counted from what will be spent where that is
# told.
MEASURES: tuple[tuple[Literal["difference", "rate"], str, str, str], ...] = (
    ("difference", "staffing.headcount", "staffing.quota", "staffing.gap"),
    ("difference", "budget.amount", "budget.executed_forecast", "budget.balance"),
    ("difference", "budget.amount", "budget.executed", "budget.balance"),
    ("difference", "budget.amount", "budget.prior_amount", "budget.change"),
    ("rate", "budget.executed", "budget.amount", "budget.execution_rate"),
    ("rate", "budget.executed_forecast", "budget.amount", "budget.execution_rate"),
    ("rate", "budget.change", "budget.prior_amount", "budget.change_rate"),
)
_TESTS: dict[str, Test] = {"difference": subtract, "rate": divide}
_KINDS = frozenset(("staffing", "budget", "programme_budget"))


def measures(found: Sequence[Operand]) -> Iterator[Equation]:
    """The relations between measures of the same thing: one cell of a staffing table, one row of a budget."""
    things: dict[Hashable, dict[str, list[Operand]]] = {}
    for operand in found:
        if operand.fact.kind in _KINDS:
            things.setdefault(_thing(operand), {}).setdefault(operand.fact.concept, []).append(operand)
    for thing in things.values():
        told: set[Operand] = set()
        for rule, first, second, result in MEASURES:
            if first in thing and second in thing and result in thing:
                # What one relation explains is not explained a second time: 8,040 − 7,477 = 563 by both executed sums.
                untold = [operand for operand in thing[result] if operand not in told]
                for equation in _unique(_TESTS[rule], thing[first], thing[second], untold):
                    if equation.closes:
                        told.add(equation.operands[-1])
                    yield equation


def _thing(operand: Operand) -> Hashable:
    """What a measure is of: in a staffing table the post, in a budget the row, with its date left open."""
    fact, at = operand.fact, operand.at
    if fact.kind == "staffing":
        return (at.block, at.part, fact.dims.get("job_class"), fact.dims.get("grade"), fact.dims.get("unit"))
    # The source of funds is no part of a rate: 20,263 (구비100%) · 16,752 · 83 is one row.
    return (at.block, at.part, at.row, fact.dims.get("side"), fact.dims.get("unit"), fact.dims.get("of"))


def _unique(test: Test, first: list[Operand], second: list[Operand], result: list[Operand]) -> Iterator[Equation]:
    """The equation of each result that exactly one pair gives; totals go before their sources of funds.

    Where none gives it and there is but one pair, the equation that does not close.
    """
    pairs = list(product(_plain(first), _plain(second)))
    for stated in _plain(result):
        tested = [equation for one, other in pairs if (equation := test(one, other, stated)) is not None]
        closed = [equation for equation in tested if equation.closes] or tested
        if len(closed) == 1 and (closed[0].closes or len(pairs) == 1):
            yield closed[0]


def _plain(found: list[Operand]) -> list[Operand]:
    """The operands that are no part by a source of funds, if any."""
    whole = [operand for operand in found if "fund" not in operand.fact.dims]
    return whole or found
