"""Boxes that stand in rows and columns below a line of titles (전년 → 금년 비교) → a table, each box a cell."""

from __future__ import annotations

import re
from itertools import pairwise

from auditreport.parsers.formats.pdf.boxes import Band, box_rows
from auditreport.parsers.formats.pdf.chunks import cut
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.grids import GridCell, PageGrid
from auditreport.parsers.formats.pdf.rows import TextRow
from auditreport.schemas import Box

_ALIKE = 6.0
_YEARS = re.compile(r"\D?(?:20)?\d\d\S?(?:\s?[~\-–]\s?\D?(?:20)?\d\d\S?)?")
# Rows of boxes, and the titles above them, stand no farther apart than this share of their height.
_APART = 1.0


def find_matrices(bands: list[Band], rows: list[TextRow]) -> list[tuple[list[Band], TextRow]]:
    """Bands whose boxes stand in the same columns, with the line above that has one title for each column."""
    out = []
    for group in _groups(bands):
        above = [row for row in rows if row.bottom <= group[0].top + 1 and _is_near(row.bottom, group[0])]
        title = max(above, key=lambda row: row.bottom, default=None)
        if len(group) > 1 and title is not None and _titles(title, group[0]) is not None:
            out.append((group, title))
    return out


def _groups(bands: list[Band]) -> list[list[Band]]:
    out: list[list[Band]] = []
    for band in bands:
        if out and _is_near(out[-1][-1].bottom, band) and _has_columns_of(out[-1][-1], band):
            out[-1].append(band)
        else:
            out.append([band])
    return out


def _is_near(bottom: float, band: Band) -> bool:
    return band.top - bottom <= _APART * (band.bottom - band.top)


def _has_columns_of(one: Band, other: Band) -> bool:
    return len(one.boxes) == len(other.boxes) and all(
        abs(a[0] - b[0]) <= _ALIKE and abs(a[2] - b[2]) <= _ALIKE for a, b in zip(one.boxes, other.boxes, strict=True)
    )


def _titles(row: TextRow, band: Band) -> list[TextRow] | None:
    """The titles of the columns; `None` unless each stands over a box of its own."""
    chunks = cut(row, 0, band.boxes[0][0] - _ALIKE, band.boxes[-1][2] + _ALIKE)
    if len(chunks) != len(band.boxes) or sum(len(chunk.words) for chunk in chunks) != len(row.words):
        return None
    if not all(box[0] <= chunk.centre <= box[2] for chunk, box in zip(chunks, band.boxes, strict=True)):
        return None
    return [TextRow(chunk.words, row.top, row.bottom) for chunk in chunks]


def is_timeline(band: Band, texts: dict[Box, list[Glyph]]) -> bool:
    """Whether the first line in every box is a year: what stands below it is said of that year only."""
    firsts = [rows[0].text if (rows := box_rows(texts[box])) else "" for box in band.boxes]
    return all(_YEARS.fullmatch(first) for first in firsts)


def read_timeline(band: Band, texts: dict[Box, list[Glyph]]) -> PageGrid:
    """The table of a timeline: a column for each box, its year as title; its rows are not told."""
    inner = [(one[2] + other[0]) / 2 for one, other in pairwise(band.boxes)]
    xs = [band.boxes[0][0], *inner, band.boxes[-1][2]]
    lines = [box_rows(texts[box]) for box in band.boxes]
    parted = max(rows[0].bottom for rows in lines)
    heads: list[GridCell | None] = [
        GridCell(rows[:1], 0, c, 1, 1, (xs[c], band.top, xs[c + 1], parted)) for c, rows in enumerate(lines)
    ]
    cells = [
        GridCell(rows[1:], 1, c, 1, 1, (xs[c], parted, xs[c + 1], band.bottom)) if rows[1:] else None
        for c, rows in enumerate(lines)
    ]
    return PageGrid([heads, cells], 1, "flattened", (xs[0], band.top, xs[-1], band.bottom), xs)


def read_matrix(bands: list[Band], title: TextRow, texts: dict[Box, list[Glyph]]) -> PageGrid:
    """The table of boxes below their titles.

    Args:
        bands: rows of boxes, as `find_matrices` gives them.
        title: the line of titles.
        texts: the glyphs in each box.
    """
    first = bands[0].boxes
    tops = [title.top, *(band.top for band in bands), bands[-1].bottom]
    inner = [(one[2] + other[0]) / 2 for one, other in pairwise(first)]
    xs = [first[0][0], *inner, first[-1][2]]
    lines = [[[row] for row in _titles(title, bands[0]) or []]]
    lines += [[box_rows(texts[box]) for box in band.boxes] for band in bands]
    rows: list[list[GridCell | None]] = [
        [
            GridCell(found, r, c, 1, 1, (xs[c], tops[r], xs[c + 1], tops[r + 1])) if found else None
            for c, found in enumerate(row)
        ]
        for r, row in enumerate(lines)
    ]
    return PageGrid(rows, 1, "rules", (xs[0], tops[0], xs[-1], tops[-1]), xs)
