"""Numerals with multipliers inside (1억 2천3백만 4천) → what they are worth, and where they end."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from auditreport import vocab

MYRIAD = 10_000


class Spelled(NamedTuple):
    """What stands in front of the last number of a numeral.

    Attributes:
        total: what large multipliers (만, 억) are worth, in ones.
        pending: what small ones (천, 백) are worth in front of the large one in which they count: 2,500 of 2천5백만.
        first, last: the largest and the smallest multiplier that is pending; 0 for none.
        large: what the next large multiplier has to be below; 0 where there was none.
    """

    total: Decimal = Decimal(0)
    pending: Decimal = Decimal(0)
    first: int = 0
    last: int = 0
    large: int = 0

    def takes(self, word: str) -> bool:
        """Whether a number with this multiplier goes on with the numeral; else another one begins (3천 2천명)."""
        by = vocab.units().multipliers[word]
        if by < MYRIAD:
            return not self.last or by < self.last
        myriads = myriads_of(word)
        inside = by // myriads
        if self.last and inside >= self.last:
            return False
        return not self.large or (self.first or inside) * myriads < self.large

    def with_(self, number: Decimal, word: str) -> Spelled:
        """With so many of a multiplier behind it."""
        by = vocab.units().multipliers[word]
        if by < MYRIAD:
            return self._replace(pending=self.pending + number * by, first=self.first or by, last=by)
        return Spelled(self.worth(word) + number * by, large=by)

    def worth(self, unit: str) -> Decimal:
        """What it is worth in front of a unit, in ones: in 2천5백만원 the small ones count in 만."""
        return self.total + self.pending * myriads_of(unit)


def myriads_of(unit: str) -> int:
    """The large multiplier in a unit, in which small ones count: 10,000 in 백만원, 1 in 천원."""
    return next(
        (by for name, by in vocab.units().multipliers.items() if by >= MYRIAD and len(name) == 1 and name in unit),
        1,
    )
