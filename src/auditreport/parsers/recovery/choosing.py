"""Arrangements of columns that a header allows → those that the figures do not refute, each with its placing."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.judging import Verdict, judge
from auditreport.parsers.recovery.placing import ENOUGH, Placing, place
from auditreport.parsers.recovery.relations import Path

# More are not tried one by one.
_MOST = 256


def choose(
    arrangements: Sequence[Sequence[Column]],
    labels: Sequence[Path],
    rows: Sequence[Sequence[str]],
    *,
    teams: int | None = None,
) -> tuple[Placing, ...]:
    """Place the figures under every arrangement, and drop the arrangements that sums refute.

    An arrangement is refuted if some relation that it announces does not close, while under another one all do, with
    more digits than chance explains.
    """
    placings = [place(columns, labels, rows, teams=teams) for columns in arrangements]
    if len(placings) == 1 or len(placings) > _MOST:
        return tuple(placings)
    verdicts = [judge(placing) for placing in placings]
    sound = [v.digits for placing, v in zip(placings, verdicts, strict=True) if _is_sound(placing, v)]
    if not sound or max(sound) - log10(len(placings)) < ENOUGH:
        return tuple(placings)
    return tuple(p for p, v in zip(placings, verdicts, strict=True) if _is_sound(p, v))


def _is_sound(placing: Placing, verdict: Verdict) -> bool:
    return not verdict.broken and not verdict.unfit and not any(found.broken for found in placing.found)
