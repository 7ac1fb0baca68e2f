"""Printed figures → the intervals of values that print so, and what sums and quotients of such intervals may be."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

_HALF = Decimal("0.5")


class Interval(NamedTuple):
    """The values between `low` and `high`, both included: half up and half even print an edge differently."""

    low: Decimal
    high: Decimal

    @classmethod
    def printed(cls, value: Decimal, decimals: int) -> Interval:
        """The values that print as `value` at a precision, as XBRL Calculations 1.1 has it.

        >>> Interval.printed(Decimal(83), 0)
        Interval(low=Decimal('82.5'), high=Decimal('83.5'))
        """
        half = half_unit(decimals)
        return cls(value - half, value + half)

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """The one value of a figure that is counted, not rounded."""
        return cls(value, value)

    def minus(self, other: Interval) -> Interval:
        """All differences of a value of each."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval) -> Interval | None:
        """All quotients of a value of each; `None` where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        edges = [edge / by for edge in self for by in other]
        return Interval(min(edges), max(edges))

    def times(self, factor: int) -> Interval:
        """All values of it times a positive whole number."""
        return Interval(self.low * factor, self.high * factor)

    def meets(self, other: Interval) -> bool:
        """Whether a value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        return self.low <= value <= self.high


def total(intervals: Iterable[Interval]) -> Interval:
    """All sums of a value of each; of none, zero."""
    low = high = Decimal(0)
    for interval in intervals:
        low += interval.low
        high += interval.high
    return Interval(low, high)


@cache
def half_unit(decimals: int) -> Decimal:
    """Half of the last printed unit: 500 for a figure in 천원 (decimals −3)."""
    return _HALF.scaleb(-decimals)


@cache
def unit_of(decimals: int) -> Decimal:
    """The last printed unit: 1000 for a figure in 천원 (decimals −3)."""
    return Decimal(1).scaleb(-decimals)
