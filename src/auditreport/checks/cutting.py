"""A claim → whether its figures are what true values give when their ends are cut off instead of rounded (절사)."""

from __future__ import annotations

from auditreport.arithmetic import Interval, Operand
from auditreport.arithmetic.intervals import total
from auditreport.checks.claims import Claim


def is_cut(claim: Claim) -> bool:
    """Whether some true values satisfy a sum, a difference or a rate that are cut off to what is printed.

    A rate may also be rounded up: reports do so with shares that are to add up to 100.
    """
    *others, result = map(_cut, claim.operands)
    match claim.relation:
        case "sum":
            return total(others).meets(result)
        case "difference":
            return others[0].minus(others[1]).meets(result)
        case "rate":
            quotient = others[0].over(others[1])
            return quotient is not None and quotient.times(100).meets(_either(claim.result))
        case _:
            return False


def _cut(operand: Operand) -> Interval:
    """The values that are cut off to a printed one, towards zero; what is counted is exact."""
    value, unit = operand.value, 2 * operand.half
    return Interval(value - unit, value) if value < 0 else Interval(value, value + unit)


def _either(operand: Operand) -> Interval:
    unit = 2 * operand.half
    return Interval(operand.value - unit, operand.value + unit)


def leaning(claim: Claim) -> int:
    """1 if a rounded sum or difference misses to the side to which cutting off makes it miss, −1 if to the other."""
    if not claim.off or not claim.result.half or claim.relation not in ("sum", "difference"):
        return 0
    misses = claim.off if claim.result.value > 0 else -claim.off
    return 1 if (misses > 0) == (claim.relation == "sum") else -1
