"""Relations between the columns of one row, watched while its figures are placed from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Protocol

from auditreport.parsers.recovery.closing import is_closed, is_rounding, is_stated
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.relations import Relation

# What a watch remembers of the columns passed; equal memories go on in the same way.
Memory = Any


class Guard(Protocol):
    """What watches a row: `start` before its first column, `step` at each of its columns, `holds` after its last."""

    first: int
    last: int

    @property
    def start(self) -> Memory:
        """Nothing passed yet."""

    def step(self, memory: Memory, column: int, figure: int) -> Memory:
        """Pass a column that holds the figure of this number."""

    def holds(self, memory: Memory) -> bool:
        """Whether what was passed is as it should be."""


class Watch:
    """A relation in one row; `must_state` refuses placings that leave its figures out."""

    def __init__(
        self, relation: Relation, row: Sequence[Numeral], *, slack: bool = False, must_state: bool = False
    ) -> None:
        self.relation = relation
        self.first, self.last = relation.entries[0], relation.entries[-1]
        self.tests: set[Memory] = set()
        self._row = row
        self._slack = slack
        self._must_state = must_state
        self._columns = frozenset(relation.entries)
        # A sum need not remember its figures.
        self._is_sum = relation.rule == "sum" and all(figure.value is not None for figure in row)
        self._signs = {column: self._sign(column) for column in relation.entries} if self._is_sum else {}

    def _sign(self, column: int) -> tuple[int, ...]:
        """For each option: −1 if the column is the total, 1 if it is a part, else 0."""
        if column == self.relation.result:
            return tuple(-1 for _ in self.relation.options)
        return tuple(int(column in option) for option in self.relation.options)

    @property
    def start(self) -> Memory:
        """Nothing passed yet.

        For a sum what each option lacks, with slack its smallest figure, and whether its result was passed; else the
        figures passed, none so far.
        """
        return (tuple(Decimal(0) for _ in self.relation.options), None, False) if self._is_sum else ()

    def step(self, memory: Memory, column: int, figure: int) -> Memory:
        """Pass a column that holds a figure; empty columns leave the memory as it is."""
        if column not in self._columns:
            return memory
        if not self._is_sum:
            return (*memory, (column, figure))
        value = self._row[figure].value
        assert value is not None
        sums, smallest, stated = memory
        if self._slack and value:
            smallest = abs(value) if smallest is None else min(smallest, abs(value))
        if not self.relation.is_complete:
            stated = stated or column == self.relation.result
        sums = tuple(sum_ + sign * value for sum_, sign in zip(sums, self._signs[column], strict=True))
        return sums, smallest, stated

    def holds(self, memory: Memory) -> bool:
        """Whether the relation closes over what was passed; each distinct test is remembered in `tests`."""
        self.tests.add(memory)
        if self._is_sum:
            sums, smallest, stated = memory
            if not (stated or self.relation.is_complete):
                return not self._must_state
            return any(not off or self._is_rounding(abs(off), smallest) for off in sums)
        figures = {column: self._row[figure] for column, figure in memory}
        if self._must_state and not is_stated(self.relation, figures):
            return False
        return is_closed(self.relation, figures, slack=self._slack)

    def _is_rounding(self, off: Decimal, smallest: Decimal | None) -> bool:
        return smallest is not None and is_rounding(off, smallest, self._row)


class Bounds:
    """The sum of a row over some columns, between two bounds."""

    def __init__(self, columns: Sequence[int], row: Sequence[Numeral], least: Decimal, most: Decimal | None) -> None:
        self.first, self.last = min(columns), max(columns)
        self._columns = frozenset(columns)
        self._row = row
        self._least, self._most = least, most

    @property
    def start(self) -> Memory:
        """Nothing passed yet."""
        return Decimal(0)

    def step(self, memory: Memory, column: int, figure: int) -> Memory:
        """Add the figure, if the column counts."""
        return memory + (self._row[figure].value or 0) if column in self._columns else memory

    def holds(self, memory: Memory) -> bool:
        """Whether the sum is within the bounds."""
        return bool(self._least <= memory and (self._most is None or memory <= self._most))


class Filled:
    """Columns none of which is empty."""

    def __init__(self, columns: Sequence[int]) -> None:
        self.first, self.last = min(columns), max(columns)
        self._columns = frozenset(columns)

    @property
    def start(self) -> Memory:
        """Nothing passed yet."""
        return 0

    def step(self, memory: Memory, column: int, figure: int) -> Memory:
        """Count the column, if it is one of them."""
        return memory + (column in self._columns)

    def holds(self, memory: Memory) -> bool:
        """Whether every column holds a figure."""
        return bool(memory == len(self._columns))
