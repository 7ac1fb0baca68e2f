"""Figures read off scanned pages → the same figures saying so, with all readings of those that are not sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from auditreport.schemas import Document, Figure


class Scans:
    """What of a document was read off pictures."""

    def __init__(self, document: Document) -> None:
        """Index its scanned pages and the figures on them that are not sure."""
        self._pages = frozenset(document.scanned)
        self._doubts = document.doubts
        self._ends = [doubt.anchor.end for doubt in document.doubts]
        tables = [issue.anchor for issue in document.issues if issue.code == "columns-inferred"]
        self._guessed = [(anchor.start, anchor.end) for anchor in tables if anchor is not None]

    def mark(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures in their order."""
        return tuple(map(self._marked, figures)) if self._pages else tuple(figures)

    def _marked(self, figure: Figure) -> Figure:
        anchor = figure.quantity.anchor
        if anchor.page not in self._pages:
            return figure
        readings = self._readings(anchor.start, anchor.end)
        if not readings and figure.status == "stated" and self._is_guessed(anchor.start):
            return figure.model_copy(update={"method": "ocr", "status": "inferred"})
        if not readings:
            return figure.model_copy(update={"method": "ocr"})
        candidates = tuple({"raw": reading} for reading in readings)
        return figure.model_copy(update={"method": "ocr", "status": "ambiguous", "candidates": candidates})

    def _is_guessed(self, start: int) -> bool:
        """Whether a figure stands in a table whose columns no rules part, so that its place is inferred."""
        return any(first <= start < last for first, last in self._guessed)

    def _readings(self, start: int, end: int) -> tuple[str, ...]:
        at = bisect_left(self._ends, start + 1)
        doubts = self._doubts[at : at + 1]
        return doubts[0].readings if doubts and doubts[0].anchor.start < end else ()
