"""True amounts in 원 → a table as a report prints it in 천원, 백만원 or 억원, and the relations that it then claims.

`half_up`, `half_even`, `cut_off`: each amount is rounded by itself, sums and differences too, and rates are of the true
amounts. `summed_rounded`: what is made of others is made of them as they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import exp, log
from random import Random
from typing import NamedTuple

HABITS = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "cut_off": ROUND_DOWN,
    "summed_rounded": ROUND_HALF_UP,
}
SCALES = (3, 6, 8)

Cell = tuple[int, int]


class Relation(NamedTuple):
    """A relation between cells, each a row and a column; the result last."""

    name: str
    cells: tuple[Cell, ...]


class Column(NamedTuple):
    """A column: what it measures, and which others it is made of by a rule; by none where it is empty."""

    concept: str
    rule: str = ""
    of: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chain:
    """A printed table.

    Attributes:
        habit: how it is rounded.
        scale: zeros of the unit of its amounts.
        columns: its columns.
        groups: for each row its group, and whether it is the total of the group or of all (group −1).
        cells: what is printed, amounts in 원.
        digits: decimals of its rates.
        relations: all that it claims.
    """

    habit: str
    scale: int
    columns: tuple[Column, ...]
    groups: tuple[tuple[int, bool], ...]
    cells: dict[Cell, Decimal]
    digits: int
    relations: tuple[Relation, ...]

    def unit(self, column: int) -> Decimal:
        """The last printed unit of a column."""
        return Decimal(1).scaleb(-self.digits if self.columns[column].rule == "rate" else self.scale)


_SHAPES = (
    (
        Column("budget.amount"),
        Column("budget.executed"),
        Column("budget.balance", "difference", (0, 1)),
        Column("budget.execution_rate", "rate", (1, 0)),
    ),
    (
        Column("budget.amount"),
        Column("budget.prior_amount"),
        Column("budget.change", "difference", (0, 1)),
        Column("budget.change_rate", "rate", (2, 1)),
    ),
    (Column("table", "sum", (1, 2, 3)), Column("table"), Column("table"), Column("table")),
)


def make(rng: Random, habit: str, scale: int) -> Chain:
    """A table with its total and perhaps groups; its amounts are of two to six digits."""
    columns = rng.choice(_SHAPES)
    groups = _groups(rng)
    relations = tuple(_relations(groups, columns))
    digits = rng.choice((0, 1, 1, 2))
    cells: dict[Cell, Decimal] = {}
    for row, (_, is_total) in enumerate(groups):
        if not is_total:
            cells |= {(row, at): amount for at, amount in _amounts(rng, columns, Decimal(1).scaleb(scale)).items()}
    rounding, is_summed = HABITS[habit], habit == "summed_rounded"

    def printed(value: Decimal, relation: str = "") -> Decimal:
        unit = Decimal(1).scaleb(-digits if relation == "rate" else scale)
        return (value / unit).quantize(Decimal(1), rounding) * unit

    if is_summed:
        cells = {cell: printed(value) for cell, value in cells.items()}
    for name, (*others, result) in relations:
        given = _given(name, [cells[cell] for cell in others])
        cells[result] = printed(given, name) if is_summed or name == "rate" else given
    if not is_summed:
        cells = {cell: value if columns[cell[1]].rule == "rate" else printed(value) for cell, value in cells.items()}
    return Chain(habit, scale, columns, groups, cells, digits, relations)


def _groups(rng: Random) -> tuple[tuple[int, bool], ...]:
    """All, then each group: its subtotal and its rows; or rows alone."""
    if rng.random() < 0.7:
        return (-1, True), *((i, False) for i in range(rng.randint(2, 12)))
    groups = [[(i, True), *([(i, False)] * rng.randint(2, 4))] for i in range(rng.randint(2, 4))]
    return (-1, True), *(row for group in groups for row in group)


def _amounts(rng: Random, columns: Sequence[Column], unit: Decimal) -> dict[int, Decimal]:
    """The true amounts of a row, to the won; some are whole units, as budgets are set."""
    whole = exp(rng.uniform(log(20), log(200_000)))
    steps = unit if rng.random() < 0.3 else Decimal(1)
    free = [at for at, column in enumerate(columns) if not column.rule]
    shares = [1.0, *(rng.uniform(0.3, 1.0) for _ in free[1:])]
    return {at: (unit * Decimal(whole * share) // steps) * steps for at, share in zip(free, shares, strict=True)}


def _relations(groups: Sequence[tuple[int, bool]], columns: Sequence[Column]) -> list[Relation]:
    """What makes the cells, in the order in which they are made: totals of groups, of all, then across the columns."""
    out = []
    for at, column in enumerate(columns):
        if not column.rule:
            for row in reversed(range(len(groups))):
                if groups[row][1]:
                    out.append(Relation("sum", tuple((part, at) for part in (*_parts(groups, row), row))))
    for at, column in enumerate(columns):
        for row in range(len(groups) if column.rule else 0):
            out.append(Relation(column.rule, tuple((row, other) for other in (*column.of, at))))
    return out


def _parts(groups: Sequence[tuple[int, bool]], row: int) -> list[int]:
    """The rows that a total is of: those of its group, or the subtotals, where there are any."""
    group = groups[row][0]
    if group >= 0:
        return [i for i, one in enumerate(groups) if one == (group, False)]
    subtotals = [i for i, (other, is_total) in enumerate(groups) if is_total and other >= 0]
    return subtotals or [i for i, (_, is_total) in enumerate(groups) if not is_total]


def _given(name: str, values: Sequence[Decimal]) -> Decimal:
    rules: dict[str, Callable[[], Decimal]] = {
        "sum": lambda: sum(values, Decimal(0)),
        "difference": lambda: values[0] - values[1],
        "rate": lambda: values[0] * 100 / values[1] if values[1] else Decimal(0),
    }
    return rules[name]()
