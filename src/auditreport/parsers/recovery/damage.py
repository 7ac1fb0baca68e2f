"""A table whose relations no reading closes → the least changes of its figures that would close them.

They are proposals: a digit may be misread or mistyped, a figure torn in two or two run together, a sign lost. None is
ever applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from auditreport import vocab
from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.evidence import agreed
from auditreport.parsers.recovery.judging import Instance, Verdict, instances, judge, known_lines
from auditreport.parsers.recovery.numerals import Numeral, read_numeral
from auditreport.parsers.recovery.placing import ENOUGH, Placing
from auditreport.parsers.recovery.posing import shared_bands
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Relation
from auditreport.parsers.recovery.search import Cut, count
from auditreport.parsers.recovery.strands import Strand

Kind = Literal["digit", "sign", "split", "join"]

_ORDER: tuple[Kind, ...] = ("digit", "sign", "split", "join")
# Changes that are tried with a search each.
_MOST_TRIED = 1500


class Change(NamedTuple):
    """A change that would close relations: figures from number `figure` of row `row` on, as printed and as changed.

    `mended` counts the relations in single lines that it closes; it breaks none.
    """

    kind: Kind
    row: int
    figure: int
    was: tuple[str, ...]
    becomes: tuple[str, ...]
    mended: int


def proposals(placing: Placing, verdict: Verdict | None = None) -> list[Change]:
    """The changes of one figure that would close what is broken, the most convincing first.

    Rows are numbered as in the table. A change that mends more goes first, then one digit before a sign, a figure torn
    or run together.
    """
    verdict = judge(placing) if verdict is None else verdict
    known = list(_in_known_rows(placing, verdict.broken)) or list(_in_known_rows(placing, verdict.broken, slack=True))
    found = [_with_open_rows(placing, change) for change in known]
    found += _in_long_rows(placing)
    found += _in_open_rows(placing)
    most = max((change.mended for change in found), default=0)
    best = {change for change in found if change.mended == most}
    return sorted(best, key=lambda change: (_ORDER.index(change.kind), change.row, change.figure, change.becomes))


# -- rows whose columns are known -----------------------------------------------------------------------------------


def _in_known_rows(placing: Placing, broken: Sequence[Instance], *, slack: bool = False) -> Iterator[Change]:
    """Changes of a figure in a broken relation after which every relation that it stands in closes."""
    lines = known_lines(placing)
    touching: dict[tuple[int, int], list[Instance]] = {}
    for instance, _ in instances(placing, lines):
        for cell in instance.cells:
            touching.setdefault(cell, []).append(instance)
    failing = set(broken)
    for cell in sorted({cell for instance in broken for cell in instance.cells}):
        row, column = cell
        figure = lines.get(row, {}).get(column)
        if figure is None:
            continue
        concerned = touching[cell]
        mended = sum(instance in failing for instance in concerned)
        for kind, becomes in _edits(figure.raw):
            changed = lines | {row: lines[row] | {column: read_numeral(becomes)}}
            if all(is_closed(one.relation, _cells(one, changed), slack=slack) for one in concerned):
                number = placing.rows[row]
                at = [places[0] for places in placing.places[number]].index(column)
                yield Change(kind, number, at, (figure.raw,), (becomes,), mended)


def _with_open_rows(placing: Placing, change: Change) -> Change:
    """The change, with what it mends in rows whose columns are open."""
    row = placing.rows.index(change.row)
    altered = _altered(placing.problem, row, change.figure, len(change.was), change.becomes)
    mended = change.mended
    for what in placing.found:
        if altered is not None and what.broken and not what.is_cut and _is_possible(altered, what.rows, {}):
            mended += len(what.broken)
    return change._replace(mended=mended)


def _cells(instance: Instance, lines: dict[int, dict[int, Numeral]]) -> dict[int, Numeral]:
    if instance.axis == "row":
        return lines[instance.at]
    entries = instance.relation.entries
    return {row: lines[row][instance.at] for row in entries if instance.at in lines[row]}


def _in_long_rows(placing: Placing) -> Iterator[Change]:
    """Rows with one figure too many, in which two together are a figure that closes what the columns announce."""
    for number, figures in placing.long.items():
        if len(figures) != placing.problem.width + 1:
            continue
        for kind, at, was, becomes in _row_edits(figures):
            if kind != "join":
                continue
            line = dict(enumerate((*figures[:at], *map(read_numeral, becomes), *figures[at + 2 :])))
            across = placing.problem.across
            closed = [relation for relation in across if is_closed(relation, line)]
            if len(closed) == len(across) and sum(agreed(relation, line) for relation in closed) >= ENOUGH:
                yield Change(kind, number, at, was, becomes, len(closed))


# -- rows whose columns are open ------------------------------------------------------------------------------------


def _in_open_rows(placing: Placing) -> Iterator[Change]:
    """Changes in rows that no placing closes after which some placing does, all that ties them included if possible."""
    problem = placing.problem
    for bands in problem.components():
        rows = tuple(row for band in bands for row in band)
        found = [what for what in placing.found if not set(rows).isdisjoint(what.rows)]
        broken = sum(len(what.broken) for what in found)
        if not broken or any(what.is_cut for what in found):
            continue
        together = list(_closing(placing, rows, problem.down, broken))
        yield from together
        if not together:
            for what in found:
                if what.broken:
                    yield from _closing(placing, what.rows, (), len(what.broken))


def _closing(placing: Placing, rows: Sequence[int], down: tuple[Relation, ...], mended: int) -> Iterator[Change]:
    """Changes of one figure in some rows after which there is a placing for them."""
    problem = replace(placing.problem, down=down)
    strands: dict[tuple[tuple[int, ...], tuple[tuple[Numeral, ...], ...]], Strand] = {}
    tried = 0
    for row in rows:
        for kind, at, was, becomes in _row_edits(problem.rows[row]):
            tried += 1
            altered = _altered(problem, row, at, len(was), becomes)
            if altered is not None and tried <= _MOST_TRIED and _is_possible(altered, rows, strands):
                yield Change(kind, placing.rows[row], at, was, becomes, mended)


def _altered(problem: Problem, row: int, at: int, size: int, becomes: tuple[str, ...]) -> Problem | None:
    """The problem with one figure changed; rows that agree then share their empty columns."""
    figures = problem.rows[row]
    changed = (*figures[:at], *map(read_numeral, becomes), *figures[at + size :])
    if len(changed) > problem.width:
        return None
    rows = tuple(changed if i == row else other for i, other in enumerate(problem.rows))
    free = (frozenset(range(problem.width)),) * len(changed)
    allowed = tuple(free if i == row else other for i, other in enumerate(problem.allowed))
    return replace(problem, rows=rows, allowed=allowed, bands=shared_bands(rows, problem.down, problem.width))


def _is_possible(
    problem: Problem,
    rows: Sequence[int],
    strands: dict[tuple[tuple[int, ...], tuple[tuple[Numeral, ...], ...]], Strand],
) -> bool:
    """Whether there is a placing for some rows; strands of bands that did not change are kept."""
    for bands in problem.components():
        if set(rows).isdisjoint(row for band in bands for row in band):
            continue
        own = []
        for band in bands:
            key = (band, tuple(problem.rows[row] for row in band))
            if key not in strands:
                strands[key] = Strand(problem, band, problem.across)
            if not strands[key].is_possible:
                return False
            own.append(strands[key])
        try:
            if not count(problem, own, problem.down).number:
                return False
        except Cut:
            return False
    full = {row for row in rows if len(problem.rows[row]) == problem.width}
    lines = [dict(enumerate(problem.rows[row])) for row in full]
    return all(is_closed(relation, line) for line in lines for relation in problem.across)


def _row_edits(figures: Sequence[Numeral]) -> Iterator[tuple[Kind, int, tuple[str, ...], tuple[str, ...]]]:
    for i, figure in enumerate(figures):
        for kind, becomes in _edits(figure.raw):
            yield kind, i, (figure.raw,), (becomes,)
        if figure.raw.isdigit():
            for cut in range(1, len(figure.raw)):
                if figure.raw[cut] != "0" or cut == len(figure.raw) - 1:
                    yield "split", i, (figure.raw,), (figure.raw[:cut], figure.raw[cut:])
    for i, (one, other) in enumerate(pairwise(figures)):
        if one.raw.isdigit() and other.raw.isdigit():
            yield "join", i, (one.raw, other.raw), (one.raw + other.raw,)


def _edits(raw: str) -> Iterator[tuple[Kind, str]]:
    """The texts that differ from a figure by one digit, or by its sign."""
    digits = [i for i, char in enumerate(raw) if char.isdigit()]
    for i in digits:
        for digit in "0123456789":
            if digit != raw[i] and not (digit == "0" and i == digits[0] and len(digits) > 1):
                yield "digit", raw[:i] + digit + raw[i + 1 :]
    if raw[:1] in vocab.marks().negative and digits:
        yield "sign", raw[1:].lstrip()
    elif raw[:1].isdigit():
        yield "sign", vocab.marks().minus + raw
