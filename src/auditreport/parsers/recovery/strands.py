"""Rows that share their empty columns → every way to pass the columns from left to right that closes their relations.

What the columns passed so far mean for the rest is a state: how many figures are placed, and what the open relations
remember. Placings that reach the same state go on in the same way, so that a few hundred states hold millions of
placings.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Relation
from auditreport.parsers.recovery.watches import Guard, Memory, Watch


class Step(NamedTuple):
    """A way on from a state: whether the column holds a figure, and the number of the state behind it."""

    placed: bool
    after: int


class Strand:
    """The states of one band, numbered by column; only those from which the end can be reached.

    Attributes:
        band: numbers of the rows.
        steps: by column and state, the ways on.
        placed: by column and state, how many figures are placed.
        watches: the relations watched, with what they tested.
    """

    def __init__(
        self,
        problem: Problem,
        band: tuple[int, ...],
        across: Sequence[Relation] = (),
        *,
        guards: Sequence[Guard] = (),
        stated: Collection[tuple[int, Relation]] = (),
        slack: bool = False,
    ) -> None:
        """Watch `across` in each row, and further guards; `stated` holds rows and relations that must be printed."""
        self.band = band
        self.watches = [
            Watch(relation, problem.rows[row], slack=slack, must_state=(row, relation) in stated)
            for row in band
            for relation in across
        ]
        self._problem = problem
        self._guards: list[Guard] = [*self.watches, *guards]
        self.steps: list[list[tuple[Step, ...]]] = []
        self.placed: list[list[int]] = []
        self._build()

    @property
    def is_possible(self) -> bool:
        """Whether there is any placing."""
        return bool(self.placed[0])

    def _build(self) -> None:
        """Pass the columns forwards, then leave out the states that lead nowhere."""
        layers: list[dict[tuple[int, tuple[Memory, ...]], int]] = [{(0, tuple(g.start for g in self._guards)): 0}]
        ways: list[list[list[Step]]] = []
        for column in range(self._problem.width):
            layer: dict[tuple[int, tuple[Memory, ...]], int] = {}
            found = []
            for state in layers[-1]:
                found.append(
                    [Step(placed, layer.setdefault(after, len(layer))) for placed, after in self._on(*state, column)]
                )
            layers.append(layer)
            ways.append(found)
        self._prune([[placed for placed, _ in layer] for layer in layers], ways)

    def _prune(self, placed: list[list[int]], ways: list[list[list[Step]]]) -> None:
        number = {old: old for old in range(len(placed[-1]))}
        self.placed.append(placed[-1])
        for column in range(len(ways) - 1, -1, -1):
            live: dict[int, int] = {}
            steps = []
            for old, options in enumerate(ways[column]):
                kept = tuple(Step(step.placed, number[step.after]) for step in options if step.after in number)
                if kept:
                    live[old] = len(live)
                    steps.append(kept)
            self.steps.insert(0, steps)
            self.placed.insert(0, [placed[column][old] for old in live])
            number = live

    def _on(
        self, placed: int, memories: tuple[Memory, ...], column: int
    ) -> list[tuple[bool, tuple[int, tuple[Memory, ...]]]]:
        """Leave a column empty, or put the next figure into it, where the rest can still be placed."""
        out = []
        left = self._problem.size(self.band) - placed
        if left < self._problem.width - column:
            after = self._passed(memories, column, None)
            if after is not None:
                out.append((False, (placed, after)))
        if left and all(column in self._problem.allowed[row][placed] for row in self.band):
            after = self._passed(memories, column, placed)
            if after is not None:
                out.append((True, (placed + 1, after)))
        return out

    def _passed(self, memories: tuple[Memory, ...], column: int, figure: int | None) -> tuple[Memory, ...] | None:
        """The memories behind a column, or `None` where a relation that ends there does not hold."""
        out = []
        for guard, memory in zip(self._guards, memories, strict=True):
            if figure is not None and guard.first <= column <= guard.last:
                memory = guard.step(memory, column, figure)
            if column == guard.last:
                if not guard.holds(memory):
                    return None
                memory = None
            out.append(memory)
        return tuple(out)
