"""A table with its truth: title paths, label paths, values, what is printed of them, and the laws that they obey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

Path = tuple[str, ...]
Value = Decimal | None


class Sum(NamedTuple):
    """One column (or row) is the sum of others less some: 계 = Σ, 과부족 = 현원 - 정원."""

    side: Literal["columns", "rows"]
    total: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


class Rate(NamedTuple):
    """A column is the per cent of two others, rounded: 집행률 = 집행액 / 예산액, 증감률 = 증감 / 전년도."""

    total: int
    part: int
    whole: int
    places: int


@dataclass(frozen=True, slots=True)
class Example:
    """A table (표) and its truth.

    `values` are rows × columns, `None` where there is nothing to say (a rate of nothing); `printed` is what the cell
    shows, empty where it shows nothing. `slack` is how far a printed sum may be off, in units, for each of its terms.
    """

    kind: str
    stub: Path
    columns: tuple[Path, ...]
    rows: tuple[Path, ...]
    values: tuple[tuple[Value, ...], ...]
    laws: tuple[Sum | Rate, ...]
    unit: str
    slack: Decimal = Decimal(0)
    printed: tuple[tuple[str, ...], ...] = ()

    def line(self, side: str, at: int) -> tuple[Value, ...]:
        """The values of a column or a row."""
        return tuple(row[at] for row in self.values) if side == "columns" else self.values[at]

    def breaks(self) -> list[str]:
        """The laws that the values do not obey, in words; none if all is well."""
        return [f"{law}: {why}" for law in self.laws for why in _breaks(self, law)]


def percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    """A rate in per cent, rounded half up as printed."""
    return (100 * part / whole).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _breaks(example: Example, law: Sum | Rate) -> list[str]:
    if isinstance(law, Rate):
        return [str(row) for row in example.values if not _is_rate_of(row, law, example.slack)]
    rates = {other.total for other in example.laws if isinstance(other, Rate)}
    lines = [example.line(law.side, at) for at in (law.total, *law.plus, *law.minus)]
    room = example.slack * len(lines)
    return [
        f"{law.side} at {at}"
        for at, cells in enumerate(zip(*lines, strict=True))
        if not (law.side == "rows" and at in rates) and abs(_rest(cells, len(law.plus))) > room
    ]


def _rest(cells: Sequence[Value], plus: int) -> Decimal:
    """What is left of a total when its parts are taken from it."""
    total, *parts = (value or Decimal(0) for value in cells)
    return total - sum(parts[:plus], Decimal(0)) + sum(parts[plus:], Decimal(0))


def _is_rate_of(row: Sequence[Value], law: Rate, slack: Decimal) -> bool:
    rate, part, whole = row[law.total], row[law.part], row[law.whole]
    if not whole or part is None:
        return rate is None
    if rate is None:
        return False
    room = 100 * slack * (abs(whole) + abs(part)) / whole**2 if slack else Decimal(0)
    return abs(rate - percent(part, whole, law.places)) <= 2 * room + (Decimal(1).scaleb(-law.places) if slack else 0)
