"""A problem → how often each figure stands in each column, over all placings that close every relation.

Columns are passed from left to right. What the columns passed so far mean for the rest is a state: how many figures of
each row are placed, and what the relations still open remember. Placings that reach the same state go on in the same
way, so that they are counted together: a diagram of a few thousand states holds millions of placings, and the count is
exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import comb
from typing import NamedTuple

from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Relation
from auditreport.parsers.recovery.watches import Guard, Memory, Watch

BUDGET = 120_000

# For each band the figures placed so far, and the memories of its watches.
State = tuple[tuple[int, tuple[Memory, ...]], ...]
Choice = tuple[bool, ...]
Uses = dict[tuple[int, int], dict[int, int]]


class Solutions(NamedTuple):
    """All placings: their number, for each (row, figure) how many have it in each column, and one of them.

    `example` gives the column of each (row, figure); it is empty where there is no placing.
    """

    number: int
    uses: Uses
    example: dict[tuple[int, int], int]


class Cut(Exception):
    """The diagram grew past its budget."""


class Diagram:
    """The placings of tied bands of a problem."""

    def __init__(
        self,
        problem: Problem,
        bands: Sequence[tuple[int, ...]],
        across: Sequence[Relation],
        down: Sequence[Relation],
        *,
        guards: Mapping[int, Sequence[Guard]] | None = None,
        stated: Collection[tuple[int, Relation]] = (),
        slack: bool = False,
        budget: int = BUDGET,
    ) -> None:
        """Watch `across` in each row and `down` in each column of `bands`, and further guards by number of the band.

        `stated` holds the rows and relations whose figures must be printed.
        """
        self._problem = problem
        self._bands = tuple(bands)
        self._slack = slack
        self._budget = budget
        self._open = {row for band in bands for row in band}
        self._fixed = {row: problem.rows[row] for band in problem.bands if not problem.is_open(band) for row in band}
        known = self._open | self._fixed.keys()
        self._down = [
            relation
            for relation in down
            if not self._open.isdisjoint(relation.entries) and known.issuperset(relation.entries)
        ]
        self.watches = [
            [
                Watch(relation, problem.rows[row], slack=slack, must_state=(row, relation) in stated)
                for row in band
                for relation in across
            ]
            for band in bands
        ]
        self._guards: list[list[Guard]] = [
            [*watches, *(guards or {}).get(band, ())] for band, watches in enumerate(self.watches)
        ]

    def solve(self) -> Solutions:
        """Count the placings.

        Raises:
            Cut: there are more states than the budget allows.
        """
        start: State = tuple((0, tuple(watch.start for watch in watches)) for watches in self._guards)
        layers: list[dict[State, int]] = [{start: 1}]
        edges: list[list[tuple[State, State, Choice]]] = []
        spent = 0
        for column in range(self._problem.width):
            layer: dict[State, int] = {}
            here: list[tuple[State, State, Choice]] = []
            for state, count in layers[-1].items():
                for after, choice in self._steps(state, column):
                    layer[after] = layer.get(after, 0) + count
                    here.append((state, after, choice))
                    spent += 1
                    if spent > self._budget:
                        raise Cut
            layers.append(layer)
            edges.append(here)
        return self._counted(layers, edges)

    def _steps(self, state: State, column: int) -> Iterator[tuple[State, Choice]]:
        """The states behind a column, and for each band whether it has a figure there."""
        options = [list(self._options(band, state[band], column)) for band in range(len(self._bands))]
        if not all(options):
            return
        figures = {row: figures[column] for row, figures in self._fixed.items()}
        yield from self._combined(state, column, options, figures, (), ())

    def _combined(
        self,
        state: State,
        column: int,
        options: list[list[tuple[bool, tuple[int, tuple[Memory, ...]]]]],
        figures: dict[int, Numeral],
        after: State,
        choice: Choice,
    ) -> Iterator[tuple[State, Choice]]:
        band = len(after)
        if band == len(options):
            if self._down_holds(column, figures):
                yield after, choice
            return
        for placed, next_ in options[band]:
            seen = figures
            if placed:
                seen = figures | {row: self._problem.rows[row][state[band][0]] for row in self._bands[band]}
            yield from self._combined(state, column, options, seen, (*after, next_), (*choice, placed))

    def _down_holds(self, column: int, figures: dict[int, Numeral]) -> bool:
        if column not in self._problem.summable:
            return True
        return all(is_closed(relation, figures, slack=self._slack) for relation in self._down)

    def _options(
        self, band: int, state: tuple[int, tuple[Memory, ...]], column: int
    ) -> Iterator[tuple[bool, tuple[int, tuple[Memory, ...]]]]:
        """Leave a column empty, or put the next figure into it, where the rest can still be placed."""
        rows, (placed, memories) = self._bands[band], state
        left = self._problem.size(rows) - placed
        if left < self._problem.width - column:
            after = self._passed(band, memories, column, None)
            if after is not None:
                yield False, (placed, after)
        if left and all(column in self._problem.allowed[row][placed] for row in rows):
            after = self._passed(band, memories, column, placed)
            if after is not None:
                yield True, (placed + 1, after)

    def _passed(
        self, band: int, memories: tuple[Memory, ...], column: int, figure: int | None
    ) -> tuple[Memory, ...] | None:
        """The memories behind a column, or `None` where a relation that ends there does not hold."""
        out = []
        for watch, memory in zip(self._guards[band], memories, strict=True):
            if figure is not None and watch.first <= column <= watch.last:
                memory = watch.step(memory, column, figure)
            if column == watch.last:
                if not watch.holds(memory):
                    return None
                memory = None
            out.append(memory)
        return tuple(out)

    def _counted(self, layers: list[dict[State, int]], edges: list[list[tuple[State, State, Choice]]]) -> Solutions:
        """Count backwards, so that each step knows how many whole placings take it."""
        uses: Uses = {(row, i): {} for band in self._bands for row in band for i in range(self._problem.size(band))}
        ways: dict[State, int] = dict.fromkeys(layers[-1], 1)
        total = sum(layers[-1].values())
        taken: list[dict[State, tuple[State, Choice]]] = []
        for column in range(self._problem.width - 1, -1, -1):
            before: dict[State, int] = {}
            steps: dict[State, tuple[State, Choice]] = {}
            for state, after, choice in edges[column]:
                rest = ways.get(after, 0)
                if not rest:
                    continue
                before[state] = before.get(state, 0) + rest
                steps[state] = (after, choice)
                through = layers[column][state] * rest
                for band, placed in enumerate(choice):
                    if placed:
                        for row in self._bands[band]:
                            seen = uses[row, state[band][0]]
                            seen[column] = seen.get(column, 0) + through
            ways = before
            taken.append(steps)
        return Solutions(total, uses, self._example(next(iter(layers[0])), taken[::-1]) if total else {})

    def _example(self, state: State, taken: list[dict[State, tuple[State, Choice]]]) -> dict[tuple[int, int], int]:
        """One placing, followed through the steps that lead to the end."""
        out = {}
        for column, steps in enumerate(taken):
            after, choice = steps[state]
            for band, placed in enumerate(choice):
                for row in self._bands[band] if placed else ():
                    out[row, state[band][0]] = column
            state = after
        return out


def placings(problem: Problem, bands: Sequence[tuple[int, ...]]) -> int:
    """Number of placings that keep the order, whatever the figures are."""
    count = 1
    for band in bands:
        count *= comb(problem.width, problem.size(band))
    return count
