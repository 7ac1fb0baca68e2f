"""Operands → the equation that closes over them, or none.

An equation that holds whatever was printed proves nothing: 0 + 0 = 0, or a rate of zero. A total that equals its only
part that is not zero is proved together with that part; the zeros beside them are not, as a row that holds one figure
may well have a total without being a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from auditreport.arithmetic.intervals import Interval, unit_of
from auditreport.arithmetic.operands import Operand

# Rounding may add up to half a unit for each operand. More than two units are never accepted: a misread digit would
# close the sum of a long table. And a slack that is not small beside the smallest operand hides that operand.
_MOST_UNITS = 2
_CLEARLY = 10

Rule = Literal["sum", "difference", "rate"]


class Equation(NamedTuple):
    """An equation that closes, the stated result last; `proven` are the operands that it confirms.

    `is_exact`: the printed operands give the printed result; else it takes values that print so to close it.
    """

    rule: Rule
    operands: tuple[Operand, ...]
    proven: tuple[Operand, ...]
    is_exact: bool


def sum_of(parts: Sequence[Operand], whole: Operand) -> Equation | None:
    """`whole` = the sum of two or more `parts`, in one unit."""
    if len(parts) < 2:
        return None
    difference = sum((part.value for part in parts), -whole.value)
    everything = (*parts, whole)
    if difference and not is_slack(difference, everything):
        return None
    filled = tuple(operand for operand in everything if operand.value)
    if len(filled) < 2:
        return None
    alone = len(filled) == 2 and whole.value
    return Equation("sum", everything, filled if alone else everything, not difference)


def difference_of(minuend: Operand, subtrahend: Operand, result: Operand) -> Equation | None:
    """`result` = `minuend` − `subtrahend` (과부족, 잔액, 증감); nothing is proved where all three are zero."""
    difference = minuend.value - subtrahend.value - result.value
    everything = (minuend, subtrahend, result)
    if difference and not is_slack(difference, everything):
        return None
    if not (minuend.value or subtrahend.value):
        return None
    return Equation("difference", everything, everything, not difference)


def rate_of(part: Operand, whole: Operand, rate: Operand) -> Equation | None:
    """`rate` = `part` / `whole` in percent, as far as all three are printed (집행률, 달성률, 증감률).

    Amounts in 억원 allow so many rates that closing within their rounding says little: then the printed figures
    themselves have to give the printed rate.
    """
    if not part.value or not rate.value or not whole.value:
        return None
    quotient = part.interval.over(whole.interval)
    if quotient is None or not quotient.times(100).meets(rate.interval):
        return None
    is_exact = rate.interval.holds(part.value * 100 / whole.value)
    if not is_exact and (quotient.high - quotient.low) * 100 > unit_of(rate.fact.decimals):
        return None
    everything = (part, whole, rate)
    return Equation("rate", everything, everything, is_exact)


def is_slack(difference: Decimal, everything: Sequence[Operand]) -> bool:
    """Whether rounding explains what an equation is off by."""
    off = abs(difference)
    slack = sum((operand.half for operand in everything), Decimal(0))
    if not slack:
        return False
    coarsest = max(unit_of(operand.fact.decimals) for operand in everything if operand.half)
    smallest = min(abs(operand.value) for operand in everything if operand.value)
    return Interval(-slack, slack).holds(off) and off <= _MOST_UNITS * coarsest and smallest >= _CLEARLY * off
