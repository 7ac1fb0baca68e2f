"""Strands → how often each figure stands in each column, over all placings, where relations tie rows to one another.

Strands that nothing ties are counted one by one. Tied ones are passed together, column by column, each column closing
the relations between its rows; equal states are merged again, and counted forwards and backwards. The counts are exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import comb, prod
from typing import NamedTuple

from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Relation
from auditreport.parsers.recovery.strands import Strand

# Steps of one search, those that lead nowhere included; it takes about a second.
BUDGET = 60_000

# The number of the state of each strand.
State = tuple[int, ...]
Choice = tuple[bool, ...]
Cells = Mapping[int, Numeral]
Uses = dict[tuple[int, int], dict[int, int]]


class Solutions(NamedTuple):
    """All placings: their number, for each (row, figure) how many have it in each column, and one of them.

    `example` gives the column of each (row, figure); it is empty where there is no placing.
    """

    number: int
    uses: Uses
    example: dict[tuple[int, int], int]


class Cut(Exception):
    """The search grew past its budget."""


def count(
    problem: Problem, strands: Sequence[Strand], down: Sequence[Relation] = (), *, slack: bool = False
) -> Solutions:
    """Count the placings of some bands of a problem.

    Args:
        problem: the table.
        strands: one for each band.
        down: relations between rows that hold in every column; those that speak of other open rows are left out.
        slack: accept what rounding explains.

    Raises:
        Cut: there are more states than the budget allows.
    """
    if not all(strand.is_possible for strand in strands):
        uses: Uses = {(row, i): {} for s in strands for row in s.band for i in range(problem.size(s.band))}
        return Solutions(0, uses, {})
    tied = _Tied(problem, strands, down, slack)
    if tied.relations:
        return tied.count()
    return _product([_Tied(problem, [strand], (), slack).count() for strand in strands])


def _product(parts: Sequence[Solutions]) -> Solutions:
    """The placings of strands that nothing ties: each of one with each of the others."""
    number = prod(part.number for part in parts)
    uses: Uses = {}
    example = {}
    for part in parts:
        others = number // part.number
        uses.update((key, {c: n * others for c, n in columns.items()}) for key, columns in part.uses.items())
        example.update(part.example)
    return Solutions(number, uses, example)


class _Tied:
    """Strands that are passed together."""

    def __init__(self, problem: Problem, strands: Sequence[Strand], down: Sequence[Relation], slack: bool) -> None:
        self._problem = problem
        self._strands = strands
        self._slack = slack
        self._spent = 0
        self._fixed = {row: problem.rows[row] for band in problem.bands if not problem.is_open(band) for row in band}
        turn = {row: turn for turn, strand in enumerate(strands) for row in strand.band}
        known = turn.keys() | self._fixed.keys()
        # A relation is asked as soon as the last of its rows has its cell.
        self.relations: dict[int, list[Relation]] = {}
        for relation in down:
            turns = [turn[row] for row in relation.entries if row in turn]
            if turns and known >= set(relation.entries):
                self.relations.setdefault(max(turns), []).append(relation)

    def count(self) -> Solutions:
        start: State = (0,) * len(self._strands)
        layers: list[dict[State, int]] = [{start: 1}]
        steps: list[list[tuple[State, State, Choice]]] = []
        for column in range(self._problem.width):
            layer: dict[State, int] = {}
            here = []
            figures = {row: line[column] for row, line in self._fixed.items()}
            for state, number in layers[-1].items():
                for after, choice in self._steps(state, column, figures, (), ()):
                    layer[after] = layer.get(after, 0) + number
                    here.append((state, after, choice))
            layers.append(layer)
            steps.append(here)
        return self._counted(layers, steps)

    def _steps(
        self, state: State, column: int, figures: Cells, after: State, choice: Choice
    ) -> Iterator[tuple[State, Choice]]:
        """The states behind a column, strand by strand, and for each whether it has a figure there."""
        self._spent += 1
        if self._spent > BUDGET:
            raise Cut
        turn = len(after)
        if turn == len(self._strands):
            yield after, choice
            return
        strand = self._strands[turn]
        for placed, next_ in strand.steps[column][state[turn]]:
            seen = figures
            if placed and self.relations:
                at = strand.placed[column][state[turn]]
                seen = {**figures, **{row: self._problem.rows[row][at] for row in strand.band}}
            if self._holds(turn, column, seen):
                yield from self._steps(state, column, seen, (*after, next_), (*choice, placed))

    def _holds(self, turn: int, column: int, figures: Cells) -> bool:
        asked = self.relations.get(turn)
        if not asked or column not in self._problem.summable:
            return True
        return all(is_closed(relation, figures, slack=self._slack) for relation in asked)

    def _counted(self, layers: list[dict[State, int]], steps: list[list[tuple[State, State, Choice]]]) -> Solutions:
        """Count backwards, so that each step knows how many whole placings take it."""
        uses: Uses = {
            (row, i): {}
            for strand in self._strands
            for row in strand.band
            for i in range(self._problem.size(strand.band))
        }
        ways: dict[State, int] = dict.fromkeys(layers[-1], 1)
        total = sum(layers[-1].values())
        taken: list[dict[State, tuple[State, Choice]]] = []
        for column in range(self._problem.width - 1, -1, -1):
            before: dict[State, int] = {}
            on: dict[State, tuple[State, Choice]] = {}
            for state, after, choice in steps[column]:
                rest = ways.get(after, 0)
                if not rest:
                    continue
                before[state] = before.get(state, 0) + rest
                on[state] = (after, choice)
                through = layers[column][state] * rest
                for key in self._figures(state, column, choice):
                    uses[key][column] = uses[key].get(column, 0) + through
            ways = before
            taken.append(on)
        return Solutions(total, uses, self._example(next(iter(layers[0])), taken[::-1]) if total else {})

    def _figures(self, state: State, column: int, choice: Choice) -> Iterator[tuple[int, int]]:
        """The (row, figure) that a step puts into a column."""
        for strand, number, placed in zip(self._strands, state, choice, strict=True):
            if placed:
                for row in strand.band:
                    yield row, strand.placed[column][number]

    def _example(self, state: State, taken: list[dict[State, tuple[State, Choice]]]) -> dict[tuple[int, int], int]:
        """One placing, followed through the steps that lead to the end."""
        out = {}
        for column, on in enumerate(taken):
            after, choice = on[state]
            out.update(dict.fromkeys(self._figures(state, column, choice), column))
            state = after
        return out


def placings(problem: Problem, bands: Sequence[tuple[int, ...]]) -> int:
    """Number of placings that keep the order, whatever the figures are."""
    return prod(comb(problem.width, problem.size(band)) for band in bands)
