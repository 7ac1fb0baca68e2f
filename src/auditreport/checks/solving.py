"""A claim and one of its figures → the values of that figure for which the claim would close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from auditreport.arithmetic import Interval, Operand
from auditreport.checks.claims import Claim

_NOWHERE = Interval(Decimal(1), Decimal(-1))
_HUGE = Decimal(10) ** 30
# More printed values than this between two bounds: the bounds say little, and a change of one digit nothing.
_MOST_VALUES = 200


def solve(claim: Claim, operand: Operand, *, strictly: bool) -> Interval:
    """The printed values of `operand` that close a claim, the other figures being right.

    Args:
        claim: the claim.
        operand: one of its figures.
        strictly: whether sums have to close in the figures as printed, as all others of their table do.
    """
    others = [other for other in claim.operands[:-1] if other.index != operand.index]
    result = claim.result
    is_result = operand.index == result.index
    slack = Decimal(0) if strictly else max((other.half for other in claim.operands), default=Decimal(0))
    match claim.relation:
        case "sum":
            known = sum((other.value for other in others), Decimal(0))
            value = known if is_result else result.value - known
            return Interval(value - slack, value + slack)
        case "difference":
            first, second = claim.operands[:2]
            if is_result:
                value = first.value - second.value
            else:
                value = result.value + second.value if operand.index == first.index else first.value - result.value
            return Interval(value - slack, value + slack)
        case "rate":
            return _of_rate(claim, operand)
        case "order":
            return Interval(-_HUGE, others[0].value) if is_result else Interval(result.value, _HUGE)
        case "equal":
            other = others[0] if is_result else result
            half = max(operand.half, other.half)
            return Interval(other.value - half, other.value + half)
        case "cover":
            own = {other.index for other in claim.operands[-1 - claim.beside :]}
            return Interval.exactly(operand.value - claim.off if operand.index in own else operand.value + claim.off)
        case "count" | "derived":
            return claim.expected if is_result else _NOWHERE


def _of_rate(claim: Claim, operand: Operand) -> Interval:
    part, whole, rate = claim.operands
    if operand.index == rate.index:
        return Interval(claim.expected.low - rate.half, claim.expected.high + rate.half)
    low, high = sorted((rate.interval.low, rate.interval.high))
    if operand.index == part.index:
        edges = [edge * end / 100 for edge in (low, high) for end in whole.interval]
    elif low <= 0 <= high:
        return Interval(-_HUGE, _HUGE)
    else:
        edges = [end * 100 / edge for edge in (low, high) for end in part.interval]
    return Interval(min(edges) - operand.half, max(edges) + operand.half)


def both(one: Interval, other: Interval) -> Interval:
    """What lies in both; empty where its `low` exceeds its `high`."""
    return Interval(max(one.low, other.low), min(one.high, other.high))


def printed_values(operand: Operand, bounds: Interval) -> Sequence[Decimal]:
    """The values between bounds that could be printed at the precision of a figure; none where there are too many."""
    unit = Decimal(1).scaleb(-operand.fact.decimals)
    if bounds.high < bounds.low or (bounds.high - bounds.low) / unit > _MOST_VALUES:
        return ()
    first = (bounds.low / unit).to_integral_value("ROUND_CEILING")
    last = (bounds.high / unit).to_integral_value("ROUND_FLOOR")
    return [unit * n for n in range(int(first), int(last) + 1)]


def slips(operand: Operand) -> Iterator[Decimal]:
    """The values that a figure has with one other digit, two digits in each other's place, or the other sign."""
    digits = _digits(operand, operand.value)
    if operand.value:
        yield -operand.value
    changed = [
        digits[:i] + other + digits[i + 1 :] for i in range(len(digits)) for other in "0123456789" if other != digits[i]
    ]
    swapped = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    for text in changed + [other for other in swapped if other != digits]:
        if text[0] != "0" or len(text) == 1:
            value = Decimal(text).scaleb(-operand.fact.decimals)
            yield -value if operand.value < 0 else value


def _digits(operand: Operand, value: Decimal) -> str:
    return str(int(abs(value).scaleb(operand.fact.decimals)))
