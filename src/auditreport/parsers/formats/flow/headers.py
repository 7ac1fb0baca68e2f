"""Rows of a table → how many of them on top name its columns."""

from __future__ import annotations

import re

from auditreport.parsers.formats.flow.square import Slot
from auditreport.parsers.formats.text.marked import count_header_rows
from auditreport.schemas import Row

_FIGURE = re.compile(r"[△▲▽▼−\-+(]?\s?\d[\d,.]*\s?%?\)?|[-–—−]")
_YEAR = re.compile(r"(?:19|20)\d\d")


def header_rows(rows: list[Row], slots: list[list[Slot]]) -> int:
    """How many rows are headers.

    What the file marks comes first (rows of nothing but `th`, in HTML); else the rows before the first figure, where
    words with digits in them, such as grades, do not count if the rows below hold bare figures; and a title that spans
    several rows takes all of them along.
    """
    marked = 0
    while marked < len(slots) and slots[marked] and all(slot.box.heads for slot in slots[marked]):
        marked += 1
    if 0 < marked < len(rows):
        return marked
    found = count_header_rows([[cell.text for cell in row.cells] for row in rows])
    if not found and len(rows) > 1 and not _states_figures(rows[0]):
        found = sum(map(_states_figures, rows[1:])) * 2 >= len(rows) - 1
    if found:
        found = max(found, *(row_span(slots, i) for i in range(found)))
    return found if found < len(rows) else min(1, len(rows) - 1)


def _states_figures(row: Row) -> bool:
    """Whether a row holds a bare figure behind its first cell; years alone name columns."""
    values = [cell.text.value.strip() for cell in row.cells[1:]]
    figures = [value for value in values if _FIGURE.fullmatch(value)]
    return any(not _YEAR.fullmatch(value) for value in figures)


def row_span(slots: list[list[Slot]], row: int) -> int:
    """Index behind the last row that the first cell of a row reaches."""
    first = slots[row][0] if slots[row] else None
    return row + first.row_span if first is not None and first.column == 0 else row + 1
