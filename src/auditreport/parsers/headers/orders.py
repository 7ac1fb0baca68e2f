"""The printed lines of a header → the orders of columns that they allow, those with the plainest reading first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import NamedTuple

from auditreport.parsers.header_words import BRACKET, cells_of, is_stub, is_text, is_total
from auditreport.parsers.headers.counts import widths
from auditreport.parsers.headers.heights import BOTTOM_ALIGNED, TOP_ALIGNED, Layout, layouts
from auditreport.parsers.headers.judging import Columns, are_apart, totals_alike, width
from auditreport.parsers.headers.readings import JOINED, Reading, names_rows, readings
from auditreport.parsers.headers.sweep import Budget, Sweep, TooManyError

_MOST_READINGS = 4000

Pieces = list[list[str]]


class _Way(NamedTuple):
    """One way to understand the lines: their pieces, where titles stand, and the numbers of columns it may have."""

    lines: Pieces
    layout: Layout
    widths: frozenset[int]


def orders(lines: list[list[str]], least: int, sizes: frozenset[int], most: int) -> list[Columns]:
    """The orders of columns of a header of several lines.

    Args:
        lines: words of each line, top first.
        least: figures that are to be placed.
        sizes: numbers of columns that are likely, as rows are as long; titles of words at the right end do not count.
        most: how many orders and parts of orders are worth trying; more raise `TooManyError`, as the true one may be
            among those left out.
    """
    remarks = sum(is_text(cell) for words in lines for cell in cells_of(words))
    wide = frozenset(size + more for size in sizes for more in range(remarks + 1))
    ways = list(_ways(lines, least))
    exact = [way for way in ways if way.widths & wide]
    return _swept(ways, exact, sizes, Budget(most))


def _swept(ways: list[_Way], exact: list[_Way], sizes: frozenset[int], budget: Budget) -> list[Columns]:
    """The orders of some ways, and of others if they have just as many columns as wanted; these come first."""
    for strict in (True, False):
        found: dict[Columns, None] = {}
        for some, all_ in ((exact, False), (ways, True)):
            for way in some:
                orders_ = Sweep(way.lines, strict=strict, budget=budget).orders(way.layout)
                found.update(dict.fromkeys(c for c in orders_ if all_ or width(c) in sizes or len(c) in sizes))
        kept = [columns for columns in found if totals_alike(columns) and are_apart(columns)]
        if kept:
            return kept
    return []


def _ways(lines: list[list[str]], least: int) -> Iterator[_Way]:
    each = list(map(readings, lines))
    stubs = [i for i, words in enumerate(lines) if any(is_stub(cell) for cell in cells_of(words))]
    if not stubs and len(stubs := [i for i, words in enumerate(lines) if names_rows(cells_of(words)[0])]) == 1:
        first = cells_of(lines[stubs[0]])[0]
        each[stubs[0]] = [reading for reading in each[stubs[0]] if first not in reading.pieces]
    for chosen in _chosen(each):
        filled = [(i, list(reading.pieces)) for i, reading in enumerate(chosen) if reading.pieces]
        pieces = [line for _, line in filled]
        stub = next((at for at, (i, _) in enumerate(filled) if i in stubs[:1]), None)
        if stub is None and not stubs and pieces and is_total(pieces[0][0]):
            stub = 0
        for shape, layout in _shapes(pieces, stub):
            wide = frozenset(n for n in widths(tuple(map(len, shape)), layout) if n >= least)
            joined = [at for at, (i, _) in enumerate(filled) if chosen[i].cost >= JOINED]
            if wide and all(any(at in group for group in (*layout.groups, *layout.leaves)) for at in joined):
                yield _Way(shape, layout, wide)


def _chosen(each: list[list[Reading]]) -> list[tuple[Reading, ...]]:
    """A reading for each line, the plainest together first; too many raise `TooManyError`."""
    if prod(map(len, each)) > _MOST_READINGS:
        raise TooManyError
    return sorted(product(*each), key=lambda chosen: sum(reading.cost for reading in chosen))


def _shapes(lines: Pieces, stub: int | None) -> Iterator[tuple[Pieces, Layout]]:
    """Lines with each layout: titles centred in their cells or, where the first column tells so, elsewhere."""
    yield from ((lines, layout) for layout in layouts(len(lines)))
    if len(lines) < 2 or stub is None:
        return
    yield from ((lines, layout) for layout in layouts(len(lines), centred=False) if (stub,) in layout.leaves)
    if stub == 0:
        *tops, subs = _join_brackets(lines)
        yield [[cell for line in tops for cell in line], subs], TOP_ALIGNED
        if all(is_total(cell) for cell in lines[0]):
            yield [[cell for line in lines for cell in line]], layouts(1)[0]
    elif len(lines) == 2:
        yield lines, BOTTOM_ALIGNED


def _join_brackets(lines: Pieces) -> Pieces:
    """A bracket that opens a line belongs to the last title of the line above."""
    out: Pieces = []
    for line in lines:
        line = list(line)
        if out and BRACKET.match(line[0]) and len(line) > 1:
            out[-1][-1] += line.pop(0)
        out.append(line)
    return out
