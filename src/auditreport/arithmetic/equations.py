"""Operands → the equation between them, and whether it closes.

An equation that holds whatever was printed proves nothing: 0 + 0 = 0, or a rate of zero. A total that equals its only
part that is not zero is proved together with that part; the zeros beside them are not, as a row that holds one figure
may well have a total without being a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from auditreport.arithmetic.intervals import Interval, total, unit_of
from auditreport.arithmetic.operands import Operand

# Rounding may add up to half a unit for each operand. More than two units are never accepted: a misread digit would
# close the sum of a long table. And a slack that is not small beside the smallest operand hides that operand.
_MOST_UNITS = 2
_CLEARLY = 10

Rule = Literal["sum", "difference", "rate"]
# What makes a report claim an equation: the titles of its measures; a total of a row or of a column; columns that hold
# together line after line; figures in brackets, by source of funds, in one line, in the bullets below; a row of which
# the columns are open.
Origin = Literal["measure", "row", "column", "relation", "bracket", "fund", "line", "below", "open"]


class Equation(NamedTuple):
    """An equation that a report claims, the stated result last; `proven` are the operands that it confirms, if any.

    `is_exact`: the printed operands give the printed result. `closes`: they or values that print so give it. `off`: by
    how much the printed result exceeds what the printed operands give, in its own unit.
    """

    rule: Rule
    operands: tuple[Operand, ...]
    proven: tuple[Operand, ...]
    is_exact: bool
    closes: bool = True
    off: Decimal = Decimal(0)
    origin: Origin = "measure"
    is_whole: bool = True

    @property
    def expected(self) -> Interval:
        """The values that the operands before the last allow for the last, as far as they are printed."""
        *others, _ = (operand.interval for operand in self.operands)
        match self.rule:
            case "sum":
                return total(others)
            case "difference":
                return others[0].minus(others[1])
            case "rate":
                quotient = others[0].over(others[1])
                return quotient.times(100) if quotient is not None else others[0]


def add(parts: Sequence[Operand], whole: Operand, least: int = 2) -> Equation | None:
    """`whole` = the sum of at least so many `parts`, in one unit, whether it closes or not."""
    if len(parts) < least:
        return None
    off = whole.value - sum((part.value for part in parts), Decimal(0))
    everything = (*parts, whole)
    if off and not is_slack(off, everything):
        return _unless_rounded(Equation("sum", everything, (), False, False, off))
    filled = tuple(operand for operand in everything if operand.value)
    if len(filled) < 2:
        return None
    # A total that equals its only part is no sum, and proves neither.
    proven = () if len(parts) == 1 else filled if len(filled) == 2 and whole.value else everything
    return Equation("sum", everything, proven, not off, True, off)


def subtract(minuend: Operand, subtrahend: Operand, result: Operand) -> Equation | None:
    """`result` = `minuend` − `subtrahend` (과부족, 잔액, 증감); nothing is claimed where all three are zero."""
    off = result.value - (minuend.value - subtrahend.value)
    everything = (minuend, subtrahend, result)
    if off and not is_slack(off, everything):
        return _unless_rounded(Equation("difference", everything, (), False, False, off))
    if not (minuend.value or subtrahend.value):
        return None
    return Equation("difference", everything, everything, not off, True, off)


def divide(part: Operand, whole: Operand, rate: Operand) -> Equation | None:
    """`rate` = `part` / `whole` in percent, as far as all three are printed (집행률, 달성률, 증감률).

    Amounts in 억원 allow so many rates that closing within their rounding says little: then the printed figures
    themselves have to give the printed rate.
    """
    if not part.value or not rate.value or not whole.value:
        return None
    quotient = part.interval.over(whole.interval)
    if quotient is None:
        return None
    everything = (part, whole, rate)
    given = part.value * 100 / whole.value
    off = rate.value - given
    if not quotient.times(100).meets(rate.interval):
        return Equation("rate", everything, (), False, False, off)
    is_exact = rate.interval.holds(given)
    if not is_exact and (quotient.high - quotient.low) * 100 > unit_of(rate.fact.decimals):
        return None
    return Equation("rate", everything, everything, is_exact, True, off)


def _unless_rounded(equation: Equation) -> Equation | None:
    """An equation that does not close; none where rounding might explain it, which proves nothing either way."""
    return None if equation.expected.meets(equation.operands[-1].interval) else equation


def closing(equation: Equation | None) -> Equation | None:
    """The equation if it closes."""
    return equation if equation is not None and equation.closes else None


def sum_of(parts: Sequence[Operand], whole: Operand) -> Equation | None:
    """`add`, if it closes."""
    return closing(add(parts, whole))


def difference_of(minuend: Operand, subtrahend: Operand, result: Operand) -> Equation | None:
    """`subtract`, if it closes."""
    return closing(subtract(minuend, subtrahend, result))


def rate_of(part: Operand, whole: Operand, rate: Operand) -> Equation | None:
    """`divide`, if it closes."""
    return closing(divide(part, whole, rate))


def is_slack(difference: Decimal, everything: Sequence[Operand]) -> bool:
    """Whether rounding explains what an equation is off by."""
    off = abs(difference)
    slack = sum((operand.half for operand in everything), Decimal(0))
    if not slack:
        return False
    coarsest = max(unit_of(operand.fact.decimals) for operand in everything if operand.half)
    smallest = min(abs(operand.value) for operand in everything if operand.value)
    return Interval(-slack, slack).holds(off) and off <= _MOST_UNITS * coarsest and smallest >= _CLEARLY * off
