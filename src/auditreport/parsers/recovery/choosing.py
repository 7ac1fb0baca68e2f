"""Arrangements of columns that a header allows → those that the figures do not refute, each with its placing."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import NamedTuple

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.evidence import agreed
from auditreport.parsers.recovery.placing import ENOUGH, Placing, place
from auditreport.parsers.recovery.relations import Path, Relation

# More are not tried one by one.
_MOST = 256


class Broken(NamedTuple):
    """A relation that does not close over figures whose places are known: in row or column number `at`."""

    axis: str
    at: int
    relation: Relation


class Verdict(NamedTuple):
    """How the relations of a placing close: digits that agree, and those that do not close."""

    digits: float
    broken: tuple[Broken, ...]


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
    return not verdict.broken and not any(found.broken for found in placing.found)


def judge(placing: Placing) -> Verdict:
    """Close the relations of a placing over the figures whose places are known."""
    problem = placing.problem
    lines = []
    for number, figures in zip(placing.rows, problem.rows, strict=True):
        places = placing.places[number]
        lines.append({at[0]: figure for figure, at in zip(figures, places, strict=True) if len(at) == 1})
    known = [len(line) == len(figures) for line, figures in zip(lines, problem.rows, strict=True)]
    digits = 0.0
    broken: list[Broken] = []
    for i, line in enumerate(lines):
        for relation in problem.across if known[i] else ():
            if is_closed(relation, line, slack=True):
                digits += agreed(relation, line)
            else:
                broken.append(Broken("row", i, relation))
    for relation in problem.down:
        if not all(known[i] for i in relation.entries):
            continue
        for column in sorted(problem.summable):
            cells = {i: lines[i][column] for i in relation.entries if column in lines[i]}
            if is_closed(relation, cells, slack=True):
                digits += agreed(relation, cells)
            else:
                broken.append(Broken("column", column, relation))
    return Verdict(digits, tuple(broken))
