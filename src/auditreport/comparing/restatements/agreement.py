"""Two printed figures → whether they may print one value (일치): 185백만원 and 185,312천원 do."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from auditreport.arithmetic import Interval
from auditreport.schemas import Fact

Agreement = Literal["equal", "coarser", "cut", "different"]


def agree(one: Fact, other: Fact) -> Agreement:
    """How two figures in the same base unit stand to each other.

    `equal`: the same value; `coarser`: one is the other rounded to a larger unit; `cut`: cut off there instead.
    Two figures in one precision are equal or different: 185 and 186 have an edge in common, and are no one value.
    """
    first, second = Decimal(one.value), Decimal(other.value)
    if first == second:
        return "equal"
    if one.decimals == other.decimals:
        return "different"
    fine, coarse = (one, other) if one.decimals > other.decimals else (other, one)
    exact, rounded = Decimal(fine.value), Decimal(coarse.value)
    held, inner = Interval.printed(rounded, coarse.decimals), Interval.printed(exact, fine.decimals)
    if held.low < inner.high and inner.low < held.high:
        return "coarser"
    is_cut = abs(rounded) <= abs(exact) < abs(rounded) + held.high - held.low and (rounded == 0 or rounded * exact > 0)
    return "cut" if is_cut else "different"
