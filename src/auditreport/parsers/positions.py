"""Figures just read → the same figures with the places they stand in: a block of text, or a cell of a table."""

from __future__ import annotations

from bisect import bisect_right

from auditreport.parsers.grids import Grid
from auditreport.schemas import Figure, Position


def in_text(figures: list[Figure], block: int) -> list[Figure]:
    """Figures of one block of text, which begins at the offset `block`."""
    where = Position(block)
    return [figure.model_copy(update={"position": where}) for figure in figures]


def in_grid(figures: list[Figure], grid: Grid, block: int, part: int) -> list[Figure]:
    """Figures of one grid, each in the cell that holds its numeral.

    Args:
        figures: what was read of the grid.
        grid: number `part` of the table that begins at the offset `block`.
    """
    if not figures:
        return figures
    spots: list[tuple[int, int, Position]] = []
    for number, row in enumerate(grid.rows):
        for cell in row.cells:
            if not cell.text.value:
                continue
            start, end = cell.text.span(0, len(cell.text.value))
            known = len(cell.columns) == 1
            column = cell.columns[0] if known else None
            titles = grid.columns[cell.columns[0]].path if known else ()
            spots.append((start, end, Position(block, part, number, column, row.labels, titles)))
    spots.sort(key=lambda spot: spot[0])
    starts = [spot[0] for spot in spots]
    beside = Position(block, part)
    return [figure.model_copy(update={"position": _spot(figure, spots, starts) or beside}) for figure in figures]


def _spot(figure: Figure, spots: list[tuple[int, int, Position]], starts: list[int]) -> Position | None:
    start = figure.quantity.anchor.start
    at = bisect_right(starts, start) - 1
    return spots[at][2] if at >= 0 and start < spots[at][1] else None
