"""A frame and the glyphs in it → a grid of cells with their text as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from auditreport import vocab
from auditreport.parsers.formats.blocks.lines import fold
from auditreport.parsers.formats.blocks.tokens import is_figure
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.lattice import Frame, Slot
from auditreport.parsers.formats.pdf.rows import TextRow, read_rows
from auditreport.parsers.formats.pdf.rules import Shade
from auditreport.parsers.formats.pdf.stacks import unstack
from auditreport.parsers.formats.text.marked import count_header_rows
from auditreport.schemas import Box, Layout, Text

_ALIKE = 4.0


@dataclass(slots=True)
class GridCell:
    """A cell: its lines of text, the rows and columns of the grid that it spans."""

    lines: list[TextRow]
    row: int
    column: int
    row_span: int
    column_span: int
    box: Box

    @property
    def text(self) -> str:
        """Its lines with spaces between."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class PageGrid:
    """A table found on a page: cells by row and column, `None` where none begins; rows on top that name columns."""

    rows: list[list[GridCell | None]]
    heads: int
    layout: Layout
    box: Box
    xs: list[float]
    page: int = 0
    continued: list[PageGrid] = field(default_factory=list)
    is_continuation: bool = False
    caption: TextRow | None = None
    # No rules part its columns. On a scan ink that is lost or runs together shifts them.
    is_guessed: bool = False

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.rows[0])

    def titles(self, row: int) -> list[str]:
        """The texts of a row without white space."""
        return ["".join(cell.text.split()) if cell else "" for cell in self.rows[row]]

    def has_columns_of(self, other: PageGrid) -> bool:
        """Whether the columns stand at the same places as those of a table on another page."""
        return len(self.xs) == len(other.xs) and all(
            abs(a - b) <= _ALIKE for a, b in zip(self.xs, other.xs, strict=True)
        )


def read_grid(frame: Frame, glyphs: list[Glyph], shades: list[Shade]) -> PageGrid | None:
    """The table in a frame; `None` where the frame only draws a box, a banner or a heading's bar around text."""
    texts: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        slot = frame.cell_at(glyph.centre, glyph.middle)
        if slot is not None:
            texts.setdefault((slot.row, slot.column), []).append(glyph)
    lines = {place: rows for place, inside in texts.items() if (rows := read_rows(inside))}
    slots = _stepped(frame, lines)
    kept = sorted({row for row, _ in lines})
    columns = sorted({column for _, column in lines})
    if len(kept) < 2 or len(columns) < 2:
        return None
    grid: list[list[GridCell | None]] = [[None] * len(columns) for _ in kept]
    for slot in slots:
        if (slot.row, slot.column) not in lines:
            continue
        row, column = kept.index(slot.row), columns.index(slot.column)
        last_row, last_column = slot.row + slot.row_span, slot.column + slot.column_span
        grid[row][column] = GridCell(
            lines[slot.row, slot.column],
            row,
            column,
            sum(slot.row <= r < last_row for r in kept),
            sum(slot.column <= c < last_column for c in columns),
            (frame.xs[slot.column], frame.ys[slot.row], frame.xs[last_column], frame.ys[last_row]),
        )
    xs = [frame.xs[column] for column in columns] + [frame.xs[-1]]
    found = PageGrid(_unstacked(grid), 0, frame.layout, frame.box, xs)
    found.heads = _heads(found, shades) if frame.heads is None else sum(row < frame.heads for row in kept)
    return found


def _stepped(frame: Frame, lines: dict[tuple[int, int], list[TextRow]]) -> list[Slot]:
    """The cells of a frame, a title that goes on below a step as one (증감 / (B-A), beside the box of its %).

    The area of such a title is no rectangle. Its upper strip and the one below are one cell where the words of the
    upper one stand over the lower one alone; their lines come together in `lines`.
    """
    slots = list(frame.slots)
    for upper in [slot for slot in slots if slot.area and (slot.row, slot.column) in lines]:
        lower = next((s for s in slots if s.area == upper.area and s.row == upper.row + upper.row_span), None)
        if lower is None or (lower.row, lower.column) not in lines:
            continue
        x0, x1 = frame.xs[lower.column], frame.xs[lower.column + lower.column_span]
        words = lines[upper.row, upper.column]
        if not all(x0 <= line.x0 and line.x1 <= x1 for line in words):
            continue
        slots = [slot for slot in slots if slot not in (upper, lower)]
        slots.append(Slot(upper.row, lower.column, upper.row_span + lower.row_span, lower.column_span))
        del lines[upper.row, upper.column]
        lines[upper.row, lower.column] = [*words, *lines.pop((lower.row, lower.column))]
    return slots


def _unstacked(grid: list[list[GridCell | None]]) -> list[list[GridCell | None]]:
    """The rows, those parted that hold several rows of figures."""
    out: list[list[GridCell | None]] = []
    for row in grid:
        cells = [cell for cell in row if cell]
        parts = None
        if out and all(cell.row_span == 1 for cell in cells):
            parts = unstack([cell.lines if cell else [] for cell in row])
        if parts is None:
            out.append(row)
            continue
        for lines in parts:
            out.append(
                [
                    GridCell(lines[c], len(out), c, 1, cell.column_span, cell.box) if cell and lines[c] else None
                    for c, cell in enumerate(row)
                ]
            )
    return out


def _heads(grid: PageGrid, shades: list[Shade]) -> int:
    """How many rows on top name columns: those before the first figure, or those that are shaded."""
    shaded = _shaded_rows(grid, shades)
    texts = [[_plain(cell.text if cell else "") for cell in row] for row in grid.rows]
    found = count_header_rows(texts)
    if not found:
        found = shaded
    elif found == 1 and not shaded and _labels_shaded(grid, shades):
        return 0
    elif shaded > found and not any(
        char.isdigit() for row in texts[found:shaded] for cell in row for char in cell.value
    ):
        found = shaded
    stated = next((r for r, row in enumerate(texts) if _states(row, grid.rows[r])), len(texts))
    if not found and 0 < stated < len(texts) and not shaded:
        found = 1
    found = min(found, max(shaded, _titled(grid)))
    row = 0
    while row < found:
        reach = [row + cell.row_span for cell in grid.rows[row] if cell and cell.column == 0]
        found = max([found, *(min(end, max(stated, found)) for end in reach)])
        row += 1
    return found if found < len(grid.rows) else 0 if found > 1 else 1


def _titled(grid: PageGrid) -> int:
    """How many rows on top may hold titles: one, and those below a title over several columns or rows."""
    row = 1
    while row < len(grid.rows) and any(
        cell is not None and cell.column_span < grid.columns and (cell.column_span > 1 or cell.row_span > 1)
        for cell in grid.rows[row - 1]
    ):
        row += 1
    return row


def _states(row: list[Text], cells: list[GridCell | None]) -> bool:
    """Whether a row holds figures behind its first cell; years below a title (23 | 24 | 25) are none."""
    values = [cell.value for cell in row if cell.value]
    if cells[0] is None and len(values) > 2 and all(re.fullmatch(r"\d\d", value) for value in values):
        return any(int(other) - int(one) != 1 for one, other in pairwise(values))
    return any(_is_stated(cell) for cell in row[1:])


def _is_stated(cell: Text) -> bool:
    """Whether a cell is a figure and no year."""
    value = cell.value
    is_year = vocab.pattern("year_title").match(value) or vocab.pattern("year_word").fullmatch(value)
    return is_figure(value) and not is_year


def _plain(value: str) -> Text:
    return fold(value, 0)


def _shade(cell: GridCell, shades: list[Shade]) -> str | None:
    """The colour behind a cell, the one printed last; `None` for bare paper."""
    x, y = (cell.box[0] + cell.box[2]) / 2, (cell.box[1] + cell.box[3]) / 2
    found = None
    for shade in shades:
        x0, top, x1, bottom = shade.box
        if x0 <= x <= x1 and top <= y <= bottom:
            found = shade.color
    return found


def _shaded_rows(grid: PageGrid, shades: list[Shade]) -> int:
    """How many rows on top are shaded as a whole in the colour of the first, the next one not."""
    first: str | None = None
    for r, row in enumerate(grid.rows):
        colors = {_shade(cell, shades) for cell in row if cell}
        first = first or (next(iter(colors)) if len(colors) == 1 else None)
        if first is None or colors != {first}:
            return r
    return 0


def _labels_shaded(grid: PageGrid, shades: list[Shade]) -> bool:
    """Whether the first cell of every row is shaded and no other is: labels, with no row of titles above."""
    first = [row[0] for row in grid.rows if row[0]]
    others = [cell for row in grid.rows for cell in row[1:] if cell]
    return (
        bool(first) and all(_shade(cell, shades) for cell in first) and not any(_shade(cell, shades) for cell in others)
    )
