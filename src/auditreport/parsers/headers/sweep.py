"""Printed lines of pieces of titles, and where titles stand → every order of columns that uses up all pieces.

A header is swept from left to right: the next column takes the next piece of each line that its title stands on.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.parsers.header_words import is_total
from auditreport.parsers.headers.heights import Layout, Lines
from auditreport.parsers.headers.judging import Columns, is_group, is_ordered, stands_under, title_of

At = tuple[int, ...]


class TooManyError(Exception):
    """More orders of columns than anything can be concluded from, or than are worth the search."""


class Budget:
    """How many parts of orders may still be tried; where nothing is left, `TooManyError` is raised."""

    def __init__(self, left: int) -> None:
        """Begin with `left` trials."""
        self._left = left

    def spend(self) -> None:
        """Take one."""
        self._left -= 1
        if self._left < 0:
            raise TooManyError


class Sweep:
    """The orders of columns that use up the pieces of a header."""

    def __init__(self, lines: list[list[str]], *, strict: bool, budget: Budget) -> None:
        """Prepare for the layouts of one header.

        Args:
            lines: pieces of each line, top first, from left to right.
            strict: hold to the order of years, letters and grades, and let totals stand in front only.
            budget: what is left to try.
        """
        self._lines = lines
        self._strict = strict
        self._budget = budget
        self._start = (0,) * len(lines)
        self._ends = tuple(len(line) for line in lines)
        # Only sub-titles that come again can stand under a total as well.
        self._repeats = any(len(set(line)) < len(line) for line in lines)

    def orders(self, layout: Layout) -> list[Columns]:
        """The orders of columns under a layout."""
        return self._behind(layout, self._start, {self._ends: [()]})

    def _behind(self, layout: Layout, at: At, known: dict[At, list[Columns]]) -> list[Columns]:
        if at not in known:
            out: list[Columns] = []
            for columns, then in self._next(layout, at, 0):
                if self._strict and at != self._start and is_total(columns[0][0]) and len(columns) == 1:
                    continue
                rests = self._behind(layout, then, known)
                out.extend(whole for rest in rests if self._fits(whole := (*columns, *rest), 0))
            known[at] = out
        return known[at]

    def _next(self, layout: Layout, at: At, depth: int) -> Iterator[tuple[Columns, At]]:
        """The titles that may stand next, each with what stands under it, and where the lines then go on."""
        for shape in layout.groups if layout.inner is not None else ():
            for group, below in self._take(shape, at):
                if self._strict and not (is_group(group) or (self._repeats and at == self._start and is_total(group))):
                    continue
                for subs, then in self._under(layout.inner, below, depth + 1):
                    if len(subs) > 1 and not (self._strict and not stands_under(group, subs)):
                        yield tuple((group, *sub) for sub in subs), then
        for shape in reversed(layout.leaves):
            for title, then in self._take(shape, at):
                yield ((title,),), then

    def _under(self, layout: Layout | None, at: At, depth: int) -> Iterator[tuple[Columns, At]]:
        """One title or more that stand together under a group."""
        for first, then in self._next(layout, at, depth) if layout is not None else ():
            yield first, then
            for rest, end in self._under(layout, then, depth):
                if self._strict and is_total(rest[0][0]) and len(rest[0]) == 1:
                    continue
                if self._fits(whole := (*first, *rest), depth):
                    yield whole, end

    def _fits(self, columns: Columns, depth: int) -> bool:
        self._budget.spend()
        return is_ordered(columns, below=depth > 0, strict=self._strict)

    def _take(self, shape: Lines, at: At) -> Iterator[tuple[str, At]]:
        """The title that the next pieces of some lines make, if they can be one."""
        if all(at[i] < self._ends[i] for i in shape):
            title = title_of(tuple(self._lines[i][at[i]] for i in shape))
            if title is not None:
                yield title, tuple(n + (i in shape) for i, n in enumerate(at))
