"""A seed → one table with its truth and its renderings."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.generated import budget, results, staffing
from bench.generated.example import Example
from bench.generated.layout import Flat, flatten
from bench.generated.noise import Wrong, spoil
from bench.generated.printing import print_cells
from bench.generated.style import Style, choose, variants

_KINDS = {
    staffing.by_grade: 26,
    staffing.by_department: 5,
    staffing.departments_down: 7,
    budget.execution: 14,
    budget.change: 10,
    budget.sources: 7,
    budget.needs: 11,
    results.by_category: 6,
    results.by_year: 5,
    results.grouped: 6,
    results.measured: 3,
}


@dataclass(frozen=True, slots=True)
class Made:
    """A generated table: its truth, its style, its lines, and the figure that was spoilt if one was."""

    seed: int
    example: Example
    style: Style
    flat: Flat
    wrong: Wrong | None

    @property
    def variants(self) -> list[str]:
        """What it is counted under."""
        return variants(self.example, self.style, self.flat.header, self.flat.wrapped)


def make(seed: int, noise: bool = False) -> Made:
    """The table of a seed; with `noise` the same table with one wrong digit."""
    rng = Random(seed)
    maker = rng.choices(list(_KINDS), list(_KINDS.values()))[0]
    style = choose(rng)
    example = print_cells(maker(rng), style)
    while sum(any(row) for row in example.printed) < 2:
        example = print_cells(maker(rng), style)
    wrong = None
    if noise and (found := spoil(example, rng)) is not None:
        example, wrong = found
    return Made(seed, example, style, flatten(example, style), wrong)
