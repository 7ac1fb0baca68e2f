"""Columns and rows of figures as printed → the problem to solve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Path, Relation, announced, read_entry


class Rows:
    """The rows of a table: what they hold and how they are related, whatever the columns are.

    Attributes:
        labels: label path of each row.
        figures: figures of each row in their order.
        down: relations between the rows.
    """

    def __init__(self, labels: Sequence[Path], figures: Sequence[tuple[Numeral, ...]]) -> None:
        """Read the relations that the labels announce."""
        self.labels = tuple(labels)
        self.figures = tuple(figures)
        self.entries = tuple(read_entry(path) for path in labels)
        self.down = announced(self.entries, "column")


class Shape(NamedTuple):
    """What a problem takes from its columns: which are rates, which hold words, and the relations between them."""

    rates: tuple[bool, ...]
    texts: tuple[bool, ...]
    across: tuple[Relation, ...]


def shape_of(columns: Sequence[Column]) -> Shape:
    """The shape of an arrangement of columns; arrangements of one shape are one problem."""
    entries = [read_entry(column.path, unit=column.unit, is_text=column.text) for column in columns]
    return Shape(
        tuple(entry.is_rate for entry in entries), tuple(entry.is_text for entry in entries), announced(entries, "row")
    )


def pose(shape: Shape, rows: Rows) -> Problem:
    """The problem of a table; none of its rows has more figures than there are columns."""
    width = len(shape.rates)
    return Problem(
        width=width,
        rows=rows.figures,
        allowed=tuple(_allowed(row, shape) for row in rows.figures),
        across=shape.across,
        down=rows.down,
        summable=frozenset(i for i in range(width) if not (shape.rates[i] or shape.texts[i])),
        bands=shared_bands(rows.figures, rows.down, width),
    )


def _allowed(row: Sequence[Numeral], shape: Shape) -> tuple[frozenset[int], ...]:
    """The columns that the unit of each figure allows; remarks take a figure only where the others are too few."""
    every = frozenset(range(len(shape.rates)))
    plain = frozenset(i for i in every if not shape.texts[i])
    open_ = plain if len(plain) >= len(row) else every
    rated = frozenset(i for i in open_ if shape.rates[i])
    out = []
    for figure in row:
        if figure.is_percent and rated:
            out.append(rated)
        elif figure.unit is not None and figure.unit != "%" and open_ - rated:
            out.append(open_ - rated)
        else:
            out.append(open_)
    return tuple(out)


def shared_bands(
    rows: Sequence[tuple[Numeral, ...]], down: Sequence[Relation], width: int
) -> tuple[tuple[int, ...], ...]:
    """Rows that share their empty columns: a row of differences that closes figure by figure with its two rows."""
    bands: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(rows))}
    for relation in down:
        if relation.rule != "difference":
            continue
        for option in relation.options:
            tied = (*option, relation.result)
            sizes = {len(rows[i]) for i in tied}
            alone = all(len(bands[i]) == 1 for i in tied)
            if len(sizes) == 1 and sizes != {width} and alone and _closes_by_figure(relation, tied, rows):
                bands.update(dict.fromkeys(tied, tuple(sorted(tied))))
    return tuple(dict.fromkeys(bands.values()))


def _closes_by_figure(relation: Relation, tied: Sequence[int], rows: Sequence[tuple[Numeral, ...]]) -> bool:
    size = len(rows[tied[0]])
    return size > 0 and all(is_closed(relation, {i: rows[i][k] for i in tied}) for k in range(size))
