"""The cells of a table as a file states them → its rows, spans clamped, lines that only divide neighbours left out."""

from __future__ import annotations

from dataclasses import dataclass

from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.flow.pieces import Box, Grid, own_text

# A span or address beyond these is damage or an attack: no report has such a table.
MAX_SLOTS = 400_000
MAX_COLUMNS = 1_000


class TooLargeError(Exception):
    """A table that claims more cells than any report has."""


@dataclass(slots=True)
class Slot:
    """A cell in its place: its box, and the rows and columns that it spans of those that are kept."""

    box: Box
    column: int
    row_span: int
    column_span: int


@dataclass(slots=True)
class Square:
    """A table laid out: for each row the cells that begin in it.

    `above` and `below` are the cells at its ends that are no part of its columns: titles, captions, notes. `overlaps`
    counts the places that more than one cell claims.
    """

    rows: list[list[Slot]]
    columns: int
    above: list[Box]
    below: list[Box]
    overlaps: int = 0


def square(grid: Grid) -> Square:
    """Lay out a table.

    Rows and columns in which no cell with text begins are left out, and spans are counted without them: they only
    carry lines that a neighbour needed. Spans end where the cells that begin end.

    Raises:
        TooLargeError: the addresses or spans are beyond any table of a report.
    """
    height = max((box.row for box in grid.boxes), default=-1) + 1
    width = max((box.column for box in grid.boxes), default=-1) + 1
    if width > MAX_COLUMNS or height * width > MAX_SLOTS:
        raise TooLargeError(f"{height} x {width}")
    taken: dict[tuple[int, int], Box] = {}
    overlaps = 0
    for box in grid.boxes:
        for row in range(box.row, min(box.row + box.row_span, height)):
            for column in range(box.column, min(box.column + box.column_span, width)):
                overlaps += (row, column) in taken
                taken.setdefault((row, column), box)
    filled = sorted(
        (box for box in grid.boxes if any(para.text.strip() for para in own_text(box.content))),
        key=lambda box: (box.row, box.column),
    )
    above = _notes(filled, from_top=True)
    below = _notes(filled, from_top=False)
    rows = sorted({box.row for box in filled})
    columns = sorted({box.column for box in filled})
    out: list[list[Slot]] = [[] for _ in rows]
    for box in filled:
        slot = Slot(
            box,
            columns.index(box.column),
            sum(box.row <= row < box.row + box.row_span for row in rows),
            sum(box.column <= column < box.column + box.column_span for column in columns),
        )
        out[rows.index(box.row)].append(slot)
    return Square(out, len(columns), above, below, overlaps)


def _notes(filled: list[Box], *, from_top: bool) -> list[Box]:
    """Take the rows at one end that hold a single text over the whole width, or a caption alone."""
    taken: list[Box] = []
    while len({box.row for box in filled}) > 1:
        end = filled[0].row if from_top else filled[-1].row
        row = [box for box in filled if box.row == end]
        if len(row) != 1 or not _is_note(row[0], filled):
            break
        filled.remove(row[0])
        taken.append(row[0])
    return taken if from_top else taken[::-1]


def _is_note(box: Box, filled: list[Box]) -> bool:
    if len({other.column for other in filled}) < 2 or box.row_span > 1:
        return False
    if box.column == min(other.column for other in filled) and box.column + box.column_span > max(
        other.column for other in filled
    ):
        return True
    return is_caption(" ".join(para.text for para in own_text(box.content)).strip())
