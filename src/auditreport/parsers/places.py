"""Offsets of the decoded text → lines; figures found in a text → quantities with their places."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

from auditreport.parsers.values import Found
from auditreport.schemas import Anchor, Quantity, Text


class Places:
    """The decoded text of a document with its line starts."""

    def __init__(self, source: str) -> None:
        """Index the lines of `source`."""
        self.source = source
        starts, at = [0], source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = source.find("\n", at + 1)
        self._starts = starts

    def line(self, offset: int) -> int:
        """1-based line of an offset."""
        return bisect_right(self._starts, offset)

    def quantity(self, text: Text, found: Found, unit: str | None = None) -> Quantity:
        """A found figure of `text` as a quantity; `unit` overrides the figure's own."""
        return self.value(
            text, found.start, found.end, found.number, unit or found.unit, found.decimals, found.qualifiers
        )

    def value(
        self,
        text: Text,
        start: int,
        end: int,
        number: Decimal,
        unit: str | None,
        decimals: int,
        qualifiers: tuple[str, ...] = (),
    ) -> Quantity:
        """The characters `start:end` of `text` as a quantity."""
        first, last = text.span(start, end)
        return Quantity(
            raw=self.source[first:last],
            number=number,
            unit=unit,
            decimals=decimals,
            qualifiers=qualifiers,
            anchor=Anchor(start=first, end=last, line=self.line(first)),
        )
