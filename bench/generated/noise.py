"""One wrong digit in one figure of a table, as scans and typists leave it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import NamedTuple

from bench.generated.example import Example


class Wrong(NamedTuple):
    """The figure that was spoilt: its row and column, the truth, what is printed instead, and the laws over it."""

    row: int
    column: int
    truth: str
    printed: str
    laws: int


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
    rows = [list(row) for row in example.printed]
    rows[r][c] = wrong
    spoilt = replace(example, printed=tuple(map(tuple, rows)))
    return spoilt, Wrong(r, c, truth, wrong, example.covering(r, c))
