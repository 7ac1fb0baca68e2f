"""How many lines a header takes → the heights at which its titles may have been printed.

A title wraps into one to three lines and stands in the middle of its cell. With the middle of a header at 0 and the
pitch of lines as unit, a title of one line stands at 0, one of two at ±½, one of three at −1, 0 and 1. Where groups
stand above sub-titles, the middles of the two rows lie at −x and y: half the height of the other row, each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, chain, combinations, pairwise, product
from typing import NamedTuple

Lines = tuple[int, ...]

# Where the lines of a title stand about the middle of its cell, by their number.
_ABOUT: dict[int, tuple[float, ...]] = {1: (0.0,), 2: (-0.5, 0.5), 3: (-1.0, 0.0, 1.0)}
# What padding adds to half the height of a row; what is printed this near in height may come out as one line.
_PADDING = (0.0, 0.25, 0.5, 0.75)
_NEAR = 0.25
_SOME = tuple(chain.from_iterable(combinations((1, 2, 3), size) for size in range(4)))


class Layout(NamedTuple):
    """Where the titles of one level stand, by printed line: top first, one tuple of lines for each kind of title.

    `inner` is the level below the groups, `None` where there are no groups.
    """

    leaves: tuple[Lines, ...]
    groups: tuple[Lines, ...] = ()
    inner: Layout | None = None

    @property
    def kinds(self) -> int:
        """Kinds of titles in it; fewer explain a header more simply."""
        return len(self.leaves) + len(self.groups) + (self.inner.kinds if self.inner else 0)


class _Level(NamedTuple):
    """A level before its lines are told: heights instead of lines."""

    leaves: tuple[tuple[float, ...], ...]
    groups: tuple[tuple[float, ...], ...] = ()
    inner: _Level | None = None


# Every title of the first row on the first line, and only groups there.
TOP_ALIGNED = Layout(((0,),), ((0,),), Layout(((1,),)))
BOTTOM_ALIGNED = Layout(((1,),), ((0,),), Layout(((1,),)))


def layouts(lines: int, *, centred: bool = True) -> tuple[Layout, ...]:
    """Every layout that takes this number of lines, those with fewer kinds of titles first.

    Args:
        lines: how many there are.
        centred: whether titles without sub-titles stand in the middle of the header, not on or above the row of groups.
    """
    return _by_lines(centred).get(lines, ())


@cache
def _by_lines(centred: bool) -> dict[int, tuple[Layout, ...]]:
    found: dict[int, dict[Layout, None]] = {}
    for ranked, near in dict.fromkeys(map(_ranked, _levels() if centred else _uncentred())):
        for line_of in _printed(near):
            found.setdefault(line_of[-1] + 1, {})[_moved(ranked, line_of)] = None
    return {lines: tuple(sorted(some, key=lambda layout: layout.kinds)) for lines, some in found.items()}


def _ranked(level: _Level) -> tuple[Layout, tuple[bool, ...]]:
    """A level with the ranks of its heights, and which heights are near the next."""
    heights = sorted(set(_heights(level)))
    rank = {height: i for i, height in enumerate(heights)}
    return _told(level, rank), tuple(b - a <= _NEAR for a, b in pairwise(heights))


def _levels() -> Iterator[_Level]:
    for leaves in _SOME:
        if leaves:
            yield _Level(_at(leaves, 0.0))
        for titles, below in product(((1,), (2,), (1, 2)), _SOME[1:]):
            yield from _two_rows(leaves, titles, below)
        yield from _three_rows(leaves)


def _uncentred() -> Iterator[_Level]:
    for leaves, titles, below in product(_SOME[1:], ((1,), (2,), (1, 2)), _SOME[1:]):
        upper, lower = max(titles) / 2, max(below) / 2
        for above, padding in product((0.0, 1.0), (0.0, 0.5)):
            under = _Level(_at(below, upper + lower + padding))
            yield _Level(_at(leaves, -above), _at(titles, 0.0), under)


def _two_rows(leaves: Lines, titles: Lines, below: Lines) -> Iterator[_Level]:
    # Nothing stands beside these rows: how far they are from its middle does not show.
    padding = _PADDING if leaves else (0.0,)
    beside = _PADDING if max(leaves, default=0) > 1 or len(titles) > 1 or 2 in titles else (0.0,)
    for more, less in product(beside, padding):
        x, y = max(below) / 2 + more, max(titles) / 2 + less
        if max(leaves, default=0) <= 2 * (x + y):
            yield _Level(_at(leaves, 0.0), _at(titles, -x), _Level(_at(below, y)))


def _three_rows(leaves: Lines) -> Iterator[_Level]:
    """Groups within groups; all titles of the lower rows in one line."""
    for top, middle, bottom in product((0.5, 0.75), repeat=3):
        x = middle + bottom
        for beside in ((), (1,)):
            below = _Level(_at((1,), top + middle))
            yield _Level(_at(leaves, 0.0), _at((1,), -x), _Level(_at(beside, top), _at((1,), top - bottom), below))


def _at(sizes: Lines, middle: float) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(middle + step for step in _ABOUT[size]) for size in sizes)


def _heights(level: _Level) -> Iterator[float]:
    yield from chain.from_iterable((*level.leaves, *level.groups))
    if level.inner is not None:
        yield from _heights(level.inner)


def _printed(near: tuple[bool, ...]) -> Iterator[list[int]]:
    """The lines that heights come out as, in order: two that are near each other may share one."""
    for joined in product(*((False, True) if may else (False,) for may in near)):
        if not any(a and b for a, b in pairwise(joined)):
            yield list(accumulate((not join for join in joined), initial=0))


def _told(level: _Level, rank: dict[float, int]) -> Layout:
    def ranks(kinds: tuple[tuple[float, ...], ...]) -> tuple[Lines, ...]:
        return tuple(tuple(rank[height] for height in kind) for kind in kinds)

    return Layout(ranks(level.leaves), ranks(level.groups), _told(level.inner, rank) if level.inner else None)


def _moved(layout: Layout, line_of: list[int]) -> Layout:
    def lines(kinds: tuple[Lines, ...]) -> tuple[Lines, ...]:
        return tuple(tuple(line_of[rank] for rank in kind) for kind in kinds)

    return Layout(lines(layout.leaves), lines(layout.groups), _moved(layout.inner, line_of) if layout.inner else None)
