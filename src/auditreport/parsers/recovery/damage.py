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
from auditreport.parsers.recovery.placing import ENOUGH, Found, Placing
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.search import Cut, count
from auditreport.parsers.recovery.strands import Strand

Kind = Literal["digit", "sign", "split", "join"]

_ORDER: tuple[Kind, ...] = ("digit", "sign", "split", "join")
# Changes that are tried with a search each.
_MOST_SEARCHES = 600


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
    found = [*_in_known_rows(placing, verdict.broken)]
    found += _in_long_rows(placing)
    for what in placing.found:
        if what.broken and not what.is_cut:
            found.extend(_in_open_rows(placing, what))
    most = max((change.mended for change in found), default=0)
    best = {change for change in found if change.mended == most}
    return sorted(best, key=lambda change: (_ORDER.index(change.kind), change.row, change.figure, change.becomes))


# -- rows whose columns are known -----------------------------------------------------------------------------------


def _in_known_rows(placing: Placing, broken: Sequence[Instance]) -> Iterator[Change]:
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
            if all(is_closed(instance.relation, _cells(instance, changed)) for instance in concerned):
                number = placing.rows[row]
                at = [places[0] for places in placing.places[number]].index(column)
                yield Change(kind, number, at, (figure.raw,), (becomes,), mended)


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


def _in_open_rows(placing: Placing, what: Found) -> Iterator[Change]:
    """Changes in rows that no placing closes after which some placing does."""
    searches = 0
    bands = tuple(band for band in placing.problem.bands if set(band) <= set(what.rows))
    for row in what.rows:
        for change in _row_edits(placing.problem.rows[row]):
            searches += 1
            if searches > _MOST_SEARCHES:
                return
            kind, at, was, becomes = change
            if _closes(placing.problem, bands, row, at, len(was), becomes):
                yield Change(kind, placing.rows[row], at, was, becomes, len(what.broken))


def _closes(
    problem: Problem, bands: Sequence[tuple[int, ...]], row: int, at: int, size: int, becomes: tuple[str, ...]
) -> bool:
    figures = problem.rows[row]
    changed = (*figures[:at], *map(read_numeral, becomes), *figures[at + size :])
    alone = any(row in band and len(band) == 1 for band in bands)
    if len(changed) > problem.width or (len(changed) != len(figures) and not alone):
        return False
    rows = tuple(changed if i == row else other for i, other in enumerate(problem.rows))
    free = frozenset(range(problem.width))
    allowed = tuple((free,) * len(changed) if i == row else other for i, other in enumerate(problem.allowed))
    altered = replace(problem, rows=rows, allowed=allowed)
    try:
        return count(altered, [Strand(altered, band, problem.across) for band in bands], problem.down).number > 0
    except Cut:
        return False


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
