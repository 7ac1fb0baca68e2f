"""Figures in their places → which of the relations that the table announces close over them, and which do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.evidence import agreed
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.placing import Placing
from auditreport.parsers.recovery.relations import Axis, Relation

Cells = Mapping[int, Numeral]


class Instance(NamedTuple):
    """A relation in one line of a table: across row number `at`, or down column number `at`."""

    at: int
    relation: Relation

    @property
    def axis(self) -> Axis:
        """Whether the line is a row or a column."""
        return self.relation.axis

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """The cells it speaks of, as (row, column)."""
        if self.axis == "row":
            return tuple((self.at, column) for column in self.relation.entries)
        return tuple((row, self.at) for row in self.relation.entries)


class Verdict(NamedTuple):
    """How the relations of a placing close.

    Attributes:
        digits: digits that had to agree for those that close between columns.
        closed: instances that close over at least two figures.
        broken: instances that do not, although other lines close the same relation.
        unfit: relations that hardly a line closes: the words were misunderstood, or the columns are others.
    """

    digits: float
    closed: tuple[Instance, ...]
    broken: tuple[Instance, ...]
    unfit: tuple[Relation, ...]


def judge(placing: Placing) -> Verdict:
    """Close the relations of a placing over the rows in which the place of every figure is known."""
    lines = known_lines(placing)
    digits = 0.0
    closed: list[Instance] = []
    failed: dict[Relation, list[tuple[Instance, bool]]] = {}
    for instance, cells in instances(placing, lines):
        relation = instance.relation
        if is_closed(relation, cells):
            worth = agreed(relation, cells)
            digits += worth if instance.axis == "row" else 0.0
            if worth:
                closed.append(instance)
        else:
            failed.setdefault(relation, []).append((instance, is_closed(relation, cells, slack=True)))
    return Verdict(digits, tuple(closed), *_failures(closed, failed))


def _failures(
    closed: list[Instance], failed: dict[Relation, list[tuple[Instance, bool]]]
) -> tuple[tuple[Instance, ...], tuple[Relation, ...]]:
    """Which failures are of single lines; what rounding explains is one where the relation mostly closes exactly."""
    broken: list[Instance] = []
    unfit: list[Relation] = []
    for relation, found in failed.items():
        held = sum(instance.relation == relation for instance in closed)
        beyond = [instance for instance, is_rounding in found if not is_rounding]
        if held < len(beyond):
            unfit.append(relation)
        elif held > len(found):
            broken.extend(instance for instance, _ in found)
        else:
            broken.extend(beyond)
    return tuple(broken), tuple(unfit)


def known_lines(placing: Placing) -> dict[int, dict[int, Numeral]]:
    """The figures of each row of the problem by column, for rows in which every figure has one place."""
    out = {}
    for i, (number, figures) in enumerate(zip(placing.rows, placing.problem.rows, strict=True)):
        places = placing.places[number]
        if all(len(at) == 1 for at in places):
            out[i] = {at[0]: figure for at, figure in zip(places, figures, strict=True)}
    return out


def instances(placing: Placing, lines: Mapping[int, Cells]) -> Iterator[tuple[Instance, Cells]]:
    """Every relation in every line of which the figures are known, with these figures by entry."""
    problem = placing.problem
    for i, line in lines.items():
        for relation in problem.across:
            yield Instance(i, relation), line
    for relation in problem.down:
        if all(row in lines for row in relation.entries):
            for column in sorted(problem.summable):
                cells = {row: lines[row][column] for row in relation.entries if column in lines[row]}
                yield Instance(column, relation), cells
