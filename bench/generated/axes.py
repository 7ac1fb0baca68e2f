"""Titles of one side of a table, leaves and sums of leaves → values that obey them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from bench.generated.example import Example, Path, Rate, Sum, Value, percent

Side = Literal["columns", "rows"]


class Axis:
    """The columns or the rows of a table in order; each is a leaf, a sum of others, or (a column only) a rate."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.paths: list[Path] = []
        self.sums: dict[int, Sum] = {}
        self.rates: dict[int, Rate] = {}
        self.leaves: list[int] = []

    def leaf(self, *path: str) -> int:
        """Add one that is no sum."""
        at = self.later(*path)
        self.leaves.append(at)
        return at

    def later(self, *path: str) -> int:
        """Add one whose parts follow: 계 stands in front of them."""
        self.paths.append(path)
        return len(self.paths) - 1

    def add(self, at: int, plus: Sequence[int], minus: Sequence[int] = ()) -> int:
        """Make one the sum of `plus` less `minus`."""
        self.sums[at] = Sum(self.side, at, tuple(plus), tuple(minus))
        return at

    def rate(self, at: int, part: int, whole: int, places: int) -> int:
        """Make a column the per cent of two others."""
        self.rates[at] = Rate(at, part, whole, places)
        return at

    def weights(self, at: int) -> dict[int, int]:
        """How often each leaf counts in one."""
        if at not in self.sums:
            return {self.leaves.index(at): 1} if at in self.leaves else {}
        out: dict[int, int] = {}
        for sign, parts in ((1, self.sums[at].plus), (-1, self.sums[at].minus)):
            for part in parts:
                for leaf, weight in self.weights(part).items():
                    out[leaf] = out.get(leaf, 0) + sign * weight
        return out


def fill(
    kind: str, stub: Path, rows: Axis, columns: Axis, leaves: list[list[int]], unit: str, scale: int = 1
) -> Example:
    """A table whose sums and rates are worked out from its leaves (leaf rows × leaf columns).

    With a `scale` the leaves are in a smaller unit, and each value is rounded to the printed one on its own, so that
    printed sums may be off by some units.
    """
    values = []
    for r in range(len(rows.paths)):
        of_row = rows.weights(r)
        exact: list[Value] = []
        for c in range(len(columns.paths)):
            of_column = columns.weights(c)
            number = sum(m * n * leaves[i][j] for i, m in of_row.items() for j, n in of_column.items())
            exact.append(Decimal(number))
        for c, rate in columns.rates.items():
            part, whole = exact[rate.part] or Decimal(0), exact[rate.whole]
            exact[c] = percent(part, whole, rate.places) if whole else None
        values.append(tuple(v if c in columns.rates else _scaled(v, scale) for c, v in enumerate(exact)))
    return Example(
        kind,
        stub,
        tuple(columns.paths),
        tuple(rows.paths),
        tuple(values),
        (*rows.sums.values(), *columns.sums.values(), *columns.rates.values()),
        unit,
        Decimal("0.5") if scale > 1 else Decimal(0),
    )


def _scaled(value: Value, scale: int) -> Value:
    return None if value is None else (value / scale).quantize(Decimal(1), rounding=ROUND_HALF_UP)
