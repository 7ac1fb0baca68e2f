"""Rows whose empty cells were lost through the solver (빈칸 복원)."""

from __future__ import annotations

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery import place
from fuzz.promise import holds
from fuzz.target import Target

_SEEDS = (
    "계 4급 5급 6급\n정원 22 1 6 15\n현원 21 1 6 14\n과부족 △1 △1",
    "예산액 집행액 잔액 집행률\n계 2,418,600 1,882,134 536,466 78%\n여비 500 400",
    "계 국비 시비 구비\n소요예산 47 23 24\n파견 - 1",
)


def run(data: bytes) -> None:
    """Every figure has a column, and the order is kept in each of its first places."""
    head, *lines = data.decode("utf-8", "replace").split("\n")
    columns = [Column((title,), "%" if title.endswith("률") else None) for title in head.split()[:24]]
    rows = [line.split() for line in lines[:24] if line.split()]
    if not columns or not rows:
        return
    found = place(columns, [(row[0],) for row in rows], [row[1:] for row in rows], teams=3)
    for row, places in zip(rows, found.places, strict=True):
        holds(len(places) == len(row) - 1, "every figure has places")
        for options in places:
            holds(options and set(options) <= set(range(len(columns))), "places are columns")


TARGET = Target(run=run, seeds=lambda: map(str.encode, _SEEDS))
