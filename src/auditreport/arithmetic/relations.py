"""Columns or rows of a table that no title relates → the relations that hold line after line.

절감액 = 심사금액 − 심사결과액 and 달성율 = 실적 / 계획 are told by no word that all reports use. A relation counts when
it holds in every line that has its figures (one line of four or more may break it: the report itself may be wrong
there) and when the digits that had to agree are too many for chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations

from auditreport.arithmetic.equations import Equation, add, divide
from auditreport.arithmetic.operands import Operand
from auditreport.arithmetic.tables import Axis, Layer, Line, Table
from auditreport.arithmetic.totals import is_decrease, is_total

# Digits that have to agree: a table of eight columns offers a few hundred relations; one in 100,000 is rare enough.
_EVIDENCE = 5
# There is but one first column.
_EVIDENCE_FIRST = 3
_MOST_ENTRIES = 10
_MOST_ROWS = 6
_FORGIVING = 4
# Where titles tell the relation as well, fewer digits and lines show it.
_EVIDENCE_NAMED = 2
_FORGIVING_NAMED = 3
_KIND = "table"

Test = Callable[[Line], Equation | None]


def relations(table: Table) -> Iterator[Equation]:
    """The relations between the columns, or the few rows, of a table whose concepts tell none."""
    for equation in _relations(table):
        yield equation._replace(origin="relation")


def _relations(table: Table) -> Iterator[Equation]:
    layers = [layer for name, layer in table.layers.items() if name[0] == _KIND]
    merged = Layer()
    for layer in layers:
        for operand in layer.cells.values():
            merged.add(operand)
    if len(merged.cells) < 2 * 3:
        return
    if len(merged.titles) > 2:
        yield from _related(merged.rows(table.shaky), _MOST_ENTRIES)
    if len(merged.labels) > 2 and not table.shaky:
        yield from _related(merged.columns({}), _MOST_ROWS)


def _related(axis: Axis, most: int) -> Iterator[Equation]:
    lines = list(axis.lines.values())
    units = _units(axis, lines)
    # What a total is the sum of is known: tables.sums.
    totals = {entry for entry, path in zip(axis.entries, axis.paths, strict=True) if any(map(is_total, path))}
    groups: dict[str, list[int]] = {}
    for entry, unit in units.items():
        groups.setdefault(unit, []).append(entry)
    rates = groups.pop("%", [])
    for group in groups.values():
        if len(group) > most:
            continue
        plain = [entry for entry in group if entry not in totals]
        named = _named(axis, plain, lines)
        yield from named or _sums(axis, plain, lines)
        for rate in rates:
            yield from _rates(group, rate, lines)


def _units(axis: Axis, lines: Sequence[Line]) -> dict[int, str]:
    """The unit of each entry that has but one."""
    found: dict[int, set[str]] = {entry: set() for entry in axis.entries}
    for line in lines:
        for entry, operand in line.items():
            found[entry].add(operand.fact.unit)
    return {entry: next(iter(units)) for entry, units in found.items() if len(units) == 1}


def _sums(axis: Axis, group: Sequence[int], lines: Sequence[Line]) -> Iterator[Equation]:
    """Each entry that is the sum of two others, and the first if it is the sum of all others."""
    saved = {entry for entry, path in zip(axis.entries, axis.paths, strict=True) if any(map(is_decrease, path))}
    for three in combinations(group, 3):
        for whole in three:
            parts = tuple(entry for entry in three if entry != whole)
            least = _EVIDENCE if saved.isdisjoint(parts) or whole in saved else _EVIDENCE_NAMED
            yield from _held(lines, _sum(parts, whole), three, least)
    if len(group) > 3:
        yield from _held(lines, _sum(tuple(group[1:]), group[0]), tuple(group), _EVIDENCE_FIRST)


def _named(axis: Axis, group: Sequence[int], lines: Sequence[Line]) -> list[Equation]:
    """The entry whose one title is the last of all others, as their sum: 포상금 of 구 > 포상금 and 동 > 포상금."""
    paths = dict(zip(axis.entries, axis.paths, strict=True))
    wholes = [entry for entry in group if len(paths[entry]) == 1]
    parts = tuple(entry for entry in group if entry not in wholes)
    if len(wholes) != 1 or len(parts) < 2 or any(paths[part][-1:] != paths[wholes[0]] for part in parts):
        return []
    return _held(lines, _sum(parts, wholes[0]), tuple(group), _EVIDENCE_NAMED, _FORGIVING_NAMED)


def _rates(group: Sequence[int], rate: int, lines: Sequence[Line]) -> Iterator[Equation]:
    """The one pair of entries that a rate is of: the one that gives most of the printed rates."""
    pairs = [
        _held(lines, _rate(part, whole, rate), (part, whole, rate), _EVIDENCE) for part, whole in permutations(group, 2)
    ]
    yield from max(pairs, key=lambda found: sum(equation.is_exact for equation in found), default=[])


def _sum(parts: tuple[int, ...], whole: int) -> Test:
    return lambda line: add([line[entry] for entry in parts], line[whole])


def _rate(part: int, whole: int, rate: int) -> Test:
    return lambda line: divide(line[part], line[whole], line[rate])


def _held(
    lines: Sequence[Line], test: Test, entries: tuple[int, ...], least: int, forgiving: int = _FORGIVING
) -> list[Equation]:
    """The equations of the lines, if the relation holds in enough of them; one of many may not close.

    Nor may the line of totals, which adds up what the others round.
    """
    found: list[Equation] = []
    tried = closed = rounded = evidence = 0
    for line in lines:
        if not all(entry in line for entry in entries):
            continue
        operands = [line[entry] for entry in entries]
        if sum(bool(operand.value) for operand in operands) < 2:
            continue
        tried += 1
        equation = test(line)
        if equation is not None:
            found.append(equation)
        if equation is not None and equation.closes:
            closed += 1
            evidence += _digits(equation, operands)
        elif equation is not None and _is_rounded_total(equation, line, len(lines)):
            rounded = 1
        if tried - closed - rounded > 1:
            return []
    if evidence < least or closed < 2 or (closed < tried and tried < forgiving):
        return []
    return found


def _is_rounded_total(equation: Equation, line: Line, lines: int) -> bool:
    """Whether a line of totals is off by no more than what the other lines may round away."""
    places = [operand.at for operand in line.values()]
    is_row = len({at.row for at in places}) == 1
    unit = max(2 * operand.half for operand in equation.operands)
    return abs(equation.off) <= unit * (lines - 1) and any(
        map(is_total, places[0].labels if is_row else places[0].titles)
    )


def _digits(equation: Equation, operands: Sequence[Operand]) -> int:
    """Digits that had to agree for one line: those of the rate, or of the smallest operand of a sum."""
    if equation.rule == "rate":
        return equation.operands[-1].digits if equation.is_exact else 0
    if any(not operand.value for operand in operands):
        return 0
    return min(operand.digits for operand in operands) - (0 if equation.is_exact else 1)
