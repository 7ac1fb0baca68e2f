"""Operands of tables → the sums of their rows and columns that close."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditreport.arithmetic.equations import Equation, Origin, add
from auditreport.arithmetic.operands import Operand
from auditreport.arithmetic.totals import Whole, find_wholes
from auditreport.schemas import Fact, Position

_LONG = 3

Line = dict[int, Operand]


@dataclass(slots=True)
class Axis:
    """The lines of a table along one axis: each holds the operands of its entries; `paths` label the entries."""

    entries: list[int]
    paths: tuple[tuple[str, ...], ...]
    lines: dict[int, Line]

    def values(self, line: Line, chosen: Sequence[int]) -> list[Operand]:
        """The operands of the entries number `chosen` that a line holds."""
        return [line[self.entries[i]] for i in chosen if self.entries[i] in line]


@dataclass(slots=True)
class Layer:
    """The operands of one table that measure the same: one for each cell."""

    cells: dict[tuple[int, int], Operand] = field(default_factory=dict)
    labels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def add(self, operand: Operand) -> None:
        """Put an operand into its cell."""
        at = operand.at
        if at.row is not None and at.column is not None:
            self.cells[at.row, at.column] = operand
            self.labels[at.row] = at.labels
            self.titles[at.column] = at.titles

    def rows(self, shaky: Collection[int] = ()) -> Axis:
        """Lines are rows, entries are columns; a row with a figure that may stand elsewhere is left out."""
        lines: dict[int, Line] = {}
        for (row, column), operand in self.cells.items():
            if row not in shaky:
                lines.setdefault(row, {})[column] = operand
        entries = sorted(self.titles)
        return Axis(entries, tuple(self.titles[i] for i in entries), lines)

    def columns(self, shaky: Mapping[int, tuple[str, ...]]) -> Axis:
        """Lines are columns, entries are rows, also those none of whose figures has a known place."""
        lines: dict[int, Line] = {}
        for (row, column), operand in self.cells.items():
            lines.setdefault(column, {})[row] = operand
        labels = {**shaky, **self.labels}
        entries = sorted(labels)
        return Axis(entries, tuple(labels[i] for i in entries), lines)


@dataclass(slots=True)
class Table:
    """The layers of one table, and the labels of the rows with a figure that may stand in several columns."""

    layers: dict[tuple[str, ...], Layer]
    shaky: dict[int, tuple[str, ...]]


def read_tables(
    found: Sequence[Operand], facts: Sequence[Fact], positions: Sequence[Position | None]
) -> Iterator[Table]:
    """The tables among the operands; a cell with two figures that nothing tells apart is left out."""
    cells: dict[tuple[int, int], dict[tuple[int, int], list[Operand]]] = {}
    for operand in found:
        at = operand.at
        if at.row is not None and at.column is not None:
            cells.setdefault((at.block, at.part), {}).setdefault((at.row, at.column), []).append(operand)
    shaky: dict[tuple[int, int], dict[int, tuple[str, ...]]] = {}
    for fact, at_ in zip(facts, positions, strict=True):
        if fact.status == "ambiguous" and at_ is not None and at_.row is not None:
            shaky.setdefault((at_.block, at_.part), {})[at_.row] = at_.labels
    for key, table in cells.items():
        layers: dict[tuple[str, ...], Layer] = {}
        unit = _only_unit(table.values())
        for group in table.values():
            names = [_layer(operand, len(group) > 1, unit) for operand in group]
            for name, operand in zip(names, group, strict=True):
                if len(names) == 1 or names.count(name) == 1:
                    layers.setdefault(name, Layer()).add(operand)
        yield Table(layers, shaky.get(key, {}))


def _only_unit(groups: Iterable[list[Operand]]) -> str:
    """The unit of a table that states but one: 합계 1,798 over 시내버스(대) 1,761 counts 대 too."""
    units = {operand.fact.unit for group in groups for operand in group} - {""}
    return next(iter(units)) if len(units) == 1 else ""


def _layer(operand: Operand, many: bool, unit: str) -> tuple[str, ...]:
    """What an operand measures; beside others in its cell also which part of them it is: 22,914 (시 9,300 …)."""
    fact = operand.fact
    if not many:
        return (fact.concept, fact.unit or unit)
    part = tuple(f"{name}={fact.dims[name]}" for name in ("of", "fund") if name in fact.dims)
    return (fact.concept, fact.unit or unit, *part)


def sums(table: Table) -> Iterator[Equation]:
    """The totals of the rows and columns of a table, those that do not close among them."""
    for layer in table.layers.values():
        if len(layer.cells) < _LONG:
            continue
        yield from _totals(layer.rows(table.shaky), frozenset(), "row")
        columns = layer.columns(table.shaky)
        yield from _totals(
            columns, frozenset(i for i, row in enumerate(columns.entries) if row in table.shaky), "column"
        )


def _totals(axis: Axis, shaky: frozenset[int], origin: Origin) -> Iterator[Equation]:
    for whole in find_wholes(axis.paths, 1):
        if whole.entry not in shaky:
            for equation in _best(axis, whole, shaky):
                # Rates are summed where they are shares; that others do not add up claims nothing.
                if equation.closes or not equation.operands[-1].is_rate:
                    yield equation._replace(origin=origin)


def _best(axis: Axis, whole: Whole, shaky: frozenset[int]) -> list[Equation]:
    """The lines of a whole with the one set of parts whose sum closes in most of them.

    A set that closes in less than half of the lines is a coincidence, unless the total is long.
    """
    totals = [
        (line, line[axis.entries[whole.entry]]) for line in axis.lines.values() if axis.entries[whole.entry] in line
    ]
    best: list[Equation] = []
    most = -1
    for chosen in whole.sets:
        if shaky and not shaky.isdisjoint(chosen):
            continue
        least = min(len(chosen), 2)
        lines = [add(axis.values(line, chosen), total, least) for line, total in totals]
        tested = [
            equation._replace(is_whole=len(equation.operands) > len(chosen))
            for equation in lines
            if equation is not None
        ]
        count = sum(equation.closes for equation in tested)
        if count > most:
            best, most = tested, count
    closed = [equation for equation in best if equation.closes]
    tried = sum(any(part.value for part in equation.operands[:-1]) for equation in best)
    if 2 * len(closed) < tried:
        return [equation for equation in best if not equation.closes or equation.operands[-1].digits >= _LONG]
    # A line that closes with several parts shows that the total is a sum: then 181 = 181 + 0 proves its zero too.
    if any(equation.proven == equation.operands for equation in closed):
        return [equation._replace(proven=equation.operands) if equation.closes else equation for equation in best]
    return best
