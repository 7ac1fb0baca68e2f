"""Arrangements of columns that a header allows → those that the figures do not refute, each with its placing."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.judging import Verdict, judge
from auditreport.parsers.recovery.placing import ENOUGH, Placer, Placing
from auditreport.parsers.recovery.relations import Path

# More are not tried one by one: then the order alone tells places.
_MOST = 512


def choose(
    arrangements: Sequence[Sequence[Column]],
    labels: Sequence[Path],
    rows: Sequence[Sequence[str]],
    *,
    teams: int | None = None,
) -> tuple[Placing, ...]:
    """Place the figures under every arrangement, and drop the arrangements that sums refute.

    An arrangement is refuted if some relation between its columns does not close, or rows have more figures than it has
    columns, while another one fits in all, with more digits than chance explains.
    """
    placer = Placer(labels, rows, teams=teams)
    if len(arrangements) > _MOST:
        return tuple(placer.place(columns, by_sums=False) for columns in arrangements)
    placings = [placer.place(columns) for columns in arrangements]
    if len(placings) == 1:
        return tuple(placings)
    judged: dict[int, Verdict] = {}
    for placing in placings:
        # Arrangements that are one problem share their places.
        if id(placing.places) not in judged:
            judged[id(placing.places)] = judge(placing)
    fewest = min(len(placing.long) for placing in placings)
    sound = [p for p in placings if len(p.long) == fewest and _is_sound(p, judged[id(p.places)])]
    digits = max((judged[id(placing.places)].digits for placing in sound), default=0.0)
    if digits - log10(len(placings)) < ENOUGH:
        return tuple(placings)
    # One that closes more, but for single lines, is not refuted: these lines may be damaged.
    return tuple(p for p in placings if any(p is one for one in sound) or judged[id(p.places)].digits > digits)


def _is_sound(placing: Placing, verdict: Verdict) -> bool:
    """Whether all relations between columns hold; those between rows are the same under every arrangement."""
    failed = [*(instance.relation for instance in verdict.broken), *verdict.unfit]
    failed.extend(relation for found in placing.found for relation in found.broken)
    return all(relation.axis == "column" for relation in failed)
