"""Columns and rows of figures as printed → the problem to solve."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Path, Relation, announced, read_entry


def pose(columns: Sequence[Column], labels: Sequence[Path], rows: Sequence[tuple[Numeral, ...]]) -> Problem:
    """The problem of a table.

    Args:
        columns: from left to right.
        labels: label path of each row.
        rows: figures of each row in their order, none more than there are columns.
    """
    entries = [read_entry(column.path, unit=column.unit, is_text=column.text) for column in columns]
    down = announced([read_entry(path) for path in labels])
    return Problem(
        width=len(columns),
        rows=tuple(rows),
        allowed=tuple(_allowed(row, columns, [entry.is_rate for entry in entries]) for row in rows),
        across=announced(entries),
        down=down,
        summable=frozenset(i for i, entry in enumerate(entries) if not (entry.is_rate or entry.is_text)),
        bands=_bands(rows, down, len(columns)),
    )


def _allowed(row: Sequence[Numeral], columns: Sequence[Column], rates: Sequence[bool]) -> tuple[frozenset[int], ...]:
    """The columns that the unit of each figure allows; remarks take a figure only where the others are too few."""
    every = frozenset(range(len(columns)))
    plain = frozenset(i for i in every if not columns[i].text)
    open_ = plain if len(plain) >= len(row) else every
    rated = frozenset(i for i in open_ if rates[i])
    out = []
    for figure in row:
        if figure.is_percent and rated:
            out.append(rated)
        elif figure.unit is not None and figure.unit != "%" and open_ - rated:
            out.append(open_ - rated)
        else:
            out.append(open_)
    return tuple(out)


def _bands(rows: Sequence[tuple[Numeral, ...]], down: Sequence[Relation], width: int) -> tuple[tuple[int, ...], ...]:
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
