"""The printed lines of a header → the orders of columns that they allow, those with the plainest reading first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from auditreport.parsers.header_words import BRACKET, cells_of, is_stub, is_total
from auditreport.parsers.headers.counts import widths
from auditreport.parsers.headers.heights import BOTTOM_ALIGNED, TOP_ALIGNED, Layout, layouts
from auditreport.parsers.headers.judging import Columns
from auditreport.parsers.headers.readings import readings
from auditreport.parsers.headers.sweep import Sweep, TooManyError

_MOST_READINGS = 400

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
        least: columns that there are at least.
        sizes: numbers of columns to prefer; if an order has one of these, others are left out.
        most: how many orders are worth having; more raise `TooManyError`.
    """
    ways = list(_ways(lines, least))
    exact = [way for way in ways if way.widths & sizes]
    for strict in (True, False):
        for some, wanted in ((exact, sizes), (ways, frozenset(range(least, least + 100)))):
            found = _swept(some, wanted, most, strict=strict)
            if found:
                return found
    return []


def _swept(ways: list[_Way], wanted: frozenset[int], most: int, *, strict: bool) -> list[Columns]:
    found: dict[Columns, None] = {}
    for way in ways:
        some = Sweep(way.lines, strict=strict, most=most).orders(way.layout)
        found.update(dict.fromkeys(columns for columns in some if len(columns) in wanted))
        if len(found) > most:
            raise TooManyError
    return list(found)


def _ways(lines: list[list[str]], least: int) -> Iterator[_Way]:
    stubs = [i for i, words in enumerate(lines) if any(is_stub(cell) for cell in cells_of(words))]
    each = sorted(islice(product(*map(readings, lines)), _MOST_READINGS), key=lambda all_: sum(r.cost for r in all_))
    for chosen in each:
        filled = [list(reading.pieces) for reading in chosen if reading.pieces]
        for shape, layout in _shapes(filled, stubs[:1] or [0], len(lines) - 1):
            wide = frozenset(n for n in widths(tuple(map(len, shape)), layout) if n >= least)
            if wide:
                yield _Way(shape, layout, wide)


def _shapes(lines: Pieces, stubs: list[int], last: int) -> Iterator[tuple[Pieces, Layout]]:
    """Lines with each layout: titles centred in their cells or, where the first column tells so, at one edge."""
    yield from ((lines, layout) for layout in layouts(len(lines)))
    if len(lines) < 2:
        return
    if stubs[0] == 0:
        *tops, subs = _join_brackets(lines)
        yield [[cell for line in tops for cell in line], subs], TOP_ALIGNED
        if all(is_total(cell) for cell in lines[0]):
            yield [[cell for line in lines for cell in line]], layouts(1)[0]
    if len(lines) == 2 and stubs[0] in (0, last):
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
