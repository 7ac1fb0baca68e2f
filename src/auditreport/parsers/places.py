"""Offsets of a document's text → lines, pages, boxes; figures found in a text → quantities with their places."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

from auditreport.parsers.values import Found
from auditreport.schemas import Anchor, Box, Document, Quantity, Text


class Places:
    """The text of a document with the places of its characters in the file."""

    def __init__(self, document: Document) -> None:
        """Index the lines of a text input, or the spots of another."""
        self.source = document.text
        self._spots = document.spots
        if self._spots:
            self._starts = [spot.start for spot in self._spots]
            return
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        self._starts = starts

    def anchor(self, start: int, end: int) -> Anchor:
        """The place of the characters `start:end` of the text; `end` must be greater than `start`."""
        if not self._spots:
            return Anchor(start=start, end=end, line=bisect_right(self._starts, start))
        first = max(bisect_right(self._starts, start) - 1, 0)
        spots = self._spots[first : max(bisect_right(self._starts, end - 1), first + 1)]
        boxes = [spot.bbox for spot in spots if spot.bbox is not None and spot.page == spots[0].page]
        return Anchor(
            start=start, end=end, page=spots[0].page, bbox=_around(boxes) if boxes else None, path=spots[0].path
        )

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
            anchor=self.anchor(first, last),
        )


def _around(boxes: list[Box]) -> Box:
    """The smallest box around all of them."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
