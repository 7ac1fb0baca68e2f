"""One wrong digit in one figure of a table, as scans and typists leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import NamedTuple, TypeVar

from bench.generated.example import Example, Value

T = TypeVar("T")


class Wrong(NamedTuple):
    """The figure that was spoilt: its row and column, the truth, what is printed instead, and the laws it breaks.

    `broken` counts each row or column in which a law no longer holds; none where only a rounded rate covers the digit.
    """

    row: int
    column: int
    truth: str
    printed: str
    broken: int


def spoil(example: Example, rng: Random) -> tuple[Example, Wrong] | None:
    """Replace one digit of one printed figure by another; `None` where no figure is printed."""
    figures = [
        (r, c) for r, row in enumerate(example.printed) for c, text in enumerate(row) if any(map(str.isdigit, text))
    ]
    if not figures:
        return None
    r, c = rng.choice(figures)
    truth = example.printed[r][c]
    at = rng.choice([i for i, char in enumerate(truth) if char.isdigit()])
    first = at == 0 or not truth[at - 1].isdigit()
    others = [digit for digit in "0123456789" if digit != truth[at] and not (first and digit == "0")]
    wrong = truth[:at] + rng.choice(others) + truth[at + 1 :]
    spoilt = replace(
        example,
        values=_with(example.values, r, c, _value(truth, wrong, example.values[r][c])),
        printed=_with(example.printed, r, c, wrong),
    )
    return replace(spoilt, values=example.values), Wrong(r, c, truth, wrong, len(spoilt.breaks()))


def _value(truth: str, wrong: str, value: Value) -> Value:
    """The value of the wrong figure, with the sign of the true one."""
    assert value is not None
    assert _digits(truth) == abs(value)
    return _digits(wrong).copy_sign(value)


def _digits(text: str) -> Decimal:
    return Decimal("".join(char for char in text if char.isdigit() or char == "."))


def _with(rows: Sequence[Sequence[T]], row: int, column: int, cell: T) -> tuple[tuple[T, ...], ...]:
    out = [list(line) for line in rows]
    out[row][column] = cell
    return tuple(map(tuple, out))
