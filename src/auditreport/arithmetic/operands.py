"""Facts with the places they stand in → operands: a number, its precision, its row and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditreport.arithmetic.intervals import Interval, half_unit
from auditreport.schemas import Fact, Position

_RATE = "%"
_EXACT = Decimal(0)


@dataclass(slots=True, eq=False)
class Operand:
    """A fact as an operand.

    `index` is its number among the facts of the document; `half` how far its value may lie from the printed one: a
    count of whole things is exact, a rate is rounded even where it is printed without decimals.
    """

    index: int
    fact: Fact
    value: Decimal
    half: Decimal
    at: Position
    path: tuple[str, ...]

    @property
    def is_rate(self) -> bool:
        """Whether it is a rate (률, 율)."""
        return self.fact.unit == _RATE

    @property
    def interval(self) -> Interval:
        """The values that print so."""
        return Interval(self.value - self.half, self.value + self.half)

    @property
    def digits(self) -> int:
        """Significant digits as printed, zeros at both ends left out: how unlikely it is met by chance."""
        return len(format(abs(self.value), "f").replace(".", "").strip("0"))


def operands(facts: Sequence[Fact], positions: Sequence[Position | None]) -> list[Operand]:
    """Operands of the facts whose places are known; a fact that may stand in several places is none.

    Args:
        facts: all facts of one document.
        positions: where each of them stands, in the same order.
    """
    return [
        operand_of(i, fact, at)
        for i, (fact, at) in enumerate(zip(facts, positions, strict=True))
        if at is not None and fact.status != "ambiguous"
    ]


def operand_of(index: int, fact: Fact, at: Position) -> Operand:
    """The fact number `index` of its document as an operand."""
    half = _EXACT if fact.decimals == 0 and fact.unit != _RATE else half_unit(fact.decimals)
    path = tuple(fact.item.split(" > ")) if fact.item else ()
    return Operand(index, fact, Decimal(fact.value), half, at, path)
