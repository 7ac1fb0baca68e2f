"""Two readings of one file → where their tables differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from auditreport.parsers.formats.flow.pieces import Box, Grid, Piece, grids, own_text
from auditreport.schemas import Anchor, Issue

_Shape = tuple[tuple[int, int, int, int, str], ...]


def disagreements(first: Sequence[Piece], second: Sequence[Piece], second_name: str) -> list[Issue]:
    """An issue for each table that two readers of the same file do not read alike.

    Compared are the place, the spans and the text of every cell; white space and signs for private use are not.
    """
    ours, theirs = list(grids(first)), list(grids(second))
    if len(ours) != len(theirs):
        return [
            Issue(
                code="readers-disagree",
                severity="warning",
                message=f"{second_name} finds another number of tables in this file",
                detail=f"{len(ours)} and {len(theirs)}",
            )
        ]
    return [
        Issue(
            code="readers-disagree",
            severity="warning",
            message=f"{second_name} reads this table differently",
            detail=difference,
            anchor=Anchor(start=0, end=0, path=one.path),
        )
        for one, other in zip(ours, theirs, strict=True)
        if (difference := _difference(one, other)) is not None
    ]


def _difference(one: Grid, other: Grid) -> str | None:
    ours, theirs = shape(one), shape(other)
    if ours == theirs:
        return None
    for mine, yours in zip(ours, theirs, strict=False):
        if mine != yours:
            return f"row {mine[0] + 1}, column {mine[1] + 1}"
    return f"{len(ours)} and {len(theirs)} cells"


def shape(grid: Grid) -> _Shape:
    """The cells of a table, in order, as they are compared."""
    return tuple(sorted((box.row, box.column, box.row_span, box.column_span, _bare(box)) for box in grid.boxes))


def _bare(box: Box) -> str:
    text = "".join(para.text for para in own_text(box.content))
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Co")
