"""An equation as it is published, with one figure changed → whether it still holds, by interval arithmetic of its own.

Nothing of the checks is used but the figures and the signs of the formula, so that they do not judge themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from auditreport.schemas import Fact

_PERCENT = "%"
# What a unit is converted by is no figure: 750,976㎡ ÷ 3.3058 = 23.
_DIVISOR = re.compile(r"÷ (\d+(?:\.\d+)?)")


class Span(NamedTuple):
    """The values that print as a figure does, both ends included."""

    low: Fraction
    high: Fraction


def span(fact: Fact, value: Decimal) -> Span:
    """The values that print as `value` does, in the precision of a figure; what is counted is exact."""
    is_counted = fact.decimals == 0 and fact.unit != _PERCENT
    half = Fraction(0) if is_counted else Fraction(10) ** -fact.decimals / 2
    return Span(Fraction(value) - half, Fraction(value) + half)


def relation(formula: str) -> str:
    """What the signs of a formula say: a sum, a difference, a rate, an order, or else that figures are equal."""
    for sign, name in ((" ÷ ", "rate"), (" + ", "sum"), (" − ", "difference"), ("≤", "order"), ("≥", "order")):
        if sign in formula:
            return name
    return "equal"


def holds(formula: str, spans: Sequence[Span]) -> bool:
    """Whether values within the spans satisfy a formula, its result last; a thing counted is never satisfied."""
    name = relation(formula)
    beside = formula.rsplit(" = ", maxsplit=1)[-1].count(" + ") if name == "sum" else 0
    others, (*same, result) = spans[: -1 - beside], spans[-1 - beside :]
    if not others or name == "order" or (name == "difference" and len(others) < 2):
        return False
    match name:
        case "sum":
            expected = minus(total(others), total(same))
        case "difference":
            expected = minus(others[0], others[1])
        case "rate" if len(others) == 1:
            by = Fraction(_DIVISOR.findall(formula)[-1])
            unit = result.high - result.low or 1
            expected = Span(others[0].low / by - unit, others[0].high / by + unit)
        case "rate":
            if others[1].low <= 0 <= others[1].high:
                return True
            edges = [100 * one / by for one in others[0] for by in others[1]]
            expected = Span(min(edges), max(edges))
        case _:
            expected = others[0]
    return expected.low <= result.high and result.low <= expected.high


def total(spans: Sequence[Span]) -> Span:
    """All sums of a value of each."""
    return Span(sum((one.low for one in spans), Fraction(0)), sum((one.high for one in spans), Fraction(0)))


def minus(one: Span, other: Span) -> Span:
    """All differences of a value of each."""
    return Span(one.low - other.high, one.high - other.low)
