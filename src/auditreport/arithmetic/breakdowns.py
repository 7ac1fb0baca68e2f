"""Operands of running text → wholes broken down in brackets, by source of funds, or in the bullets below."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

from auditreport.arithmetic.equations import Equation, Origin, add, rate_of
from auditreport.arithmetic.operands import Operand

# What nothing but its place names a part has to give a total that chance seldom meets; a rate, one that few pairs give.
_LEAST = 10
_RATE_DIGITS = 3
# 1,400백만원(공사 1,300, 용역 100) ※ 국비 700, 시비 700 is broken down twice.
_BESIDE = {"of": "fund", "fund": "of"}


def breakdowns(found: Sequence[Operand]) -> Iterator[Equation]:
    """Every breakdown among operands in the order of the document, those that do not close among them.

    One that misses by a rounding is left out: it stands alone, so that nothing tells rounding from a digit misread.
    """
    for origin, equation in _breakdowns(found):
        if equation.is_exact or not equation.closes or equation.rule == "rate":
            yield equation._replace(origin=origin)


def _breakdowns(found: Sequence[Operand]) -> Iterator[tuple[Origin, Equation]]:
    blocks: dict[Hashable, list[Operand]] = {}
    scopes: dict[Hashable, list[Operand]] = {}
    for operand in found:
        fact, at = operand.fact, operand.at
        blocks.setdefault((at.block, at.part, at.row, at.column), []).append(operand)
        if fact.kind == "metric":
            scopes.setdefault((fact.part, fact.programme, fact.subprogramme), []).append(operand)
    for block in blocks.values():
        if len(block) < 3:
            continue
        yield from (("bracket", equation) for equation in _named(block, "of"))
        yield from (("fund", equation) for equation in _named(block, "fund"))
        if block[0].at.row is None:
            yield from (("line", equation) for equation in _listed(block))
            yield from (("line", equation) for equation in _rates(block))
    for scope in scopes.values():
        yield from (("below", equation) for equation in _below(scope))


def _named(block: Sequence[Operand], name: str) -> Iterator[Equation]:
    """A whole and the parts that follow it: 31명(전문13, 일반18); 22,914 (시 9,300, 구비 13,614).

    Parts named in both ways may make one whole (국비 198, 시비 20, 기타 20), or each a breakdown of its own.
    """
    beside = _BESIDE[name]
    whole: Operand | None = None
    parts: list[Operand] = []
    others: list[Operand] = []
    for operand in (*block, None):
        if operand is not None and name in operand.fact.dims:
            if whole is not None and _alike(whole, operand, name):
                parts.append(operand)
            continue
        if operand is not None and beside in operand.fact.dims:
            others.append(operand)
            continue
        if whole is not None and (equation := _whole_of(parts, others, whole)) is not None:
            yield equation
        whole, parts, others = operand, [], []


def _whole_of(parts: list[Operand], others: list[Operand], whole: Operand) -> Equation | None:
    """The sum of `parts`, or of them and `others`, that closes; one that does not, only where there are no others."""
    equation = add(parts, whole)
    if not others or equation is None or equation.closes:
        return equation
    both = add([*parts, *(other for other in others if other.fact.unit == whole.fact.unit)], whole)
    return both if both is not None and both.closes else None


def _alike(whole: Operand, part: Operand, name: str) -> bool:
    """Whether both state the same measure of the same thing but for the dimension `name`."""
    one, other = whole.fact, part.fact
    same = (one.concept, one.unit, one.period.year) == (other.concept, other.unit, other.period.year)
    beside = _BESIDE[name]
    return same and one.dims.get(beside) == other.dims.get(beside) and _within(part.path, whole.path)


def _within(path: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return path[: len(above)] == above


def _listed(block: Sequence[Operand]) -> Iterator[Equation]:
    """A line whose first figure is the sum of the others of its unit: 발생 1,699건 / 조치 1,532건 / 미조치 167건."""
    groups: dict[Hashable, list[Operand]] = {}
    for operand in block:
        if "of" not in operand.fact.dims:
            groups.setdefault((operand.fact.concept, operand.fact.unit, operand.path[:-1]), []).append(operand)
    for group in groups.values():
        whole, *parts = group
        if len(parts) > 1 and len({operand.path for operand in group}) == len(group) and abs(whole.value) >= _LEAST:
            equation = add(parts, whole)
            if equation is not None and all(part.value > 0 for part in parts):
                yield equation
    for group in groups.values():
        for whole in group:
            fact = whole.fact
            parts = groups.get((fact.concept, fact.unit, whole.path), [])
            if whole.path and abs(whole.value) >= _LEAST and whole not in parts:
                equation = add(parts, whole)
                if equation is not None:
                    yield equation


def _rates(block: Sequence[Operand]) -> Iterator[Equation]:
    """A rate with the one pair of figures of its line that gives it: 조치 1,532건 of 1,699건, 처리율 90.2%."""
    others = [operand for operand in block if not operand.is_rate]
    for rate in block:
        if not rate.is_rate or rate.digits < _RATE_DIGITS:
            continue
        closed = [
            equation
            for part in others
            for whole in others
            if part is not whole
            and part.fact.unit == whole.fact.unit
            and (equation := rate_of(part, whole, rate)) is not None
        ]
        if len(closed) == 1:
            yield closed[0]


def _below(scope: Sequence[Operand]) -> Iterator[Equation]:
    """A figure that is the sum of those of its unit in the bullets below it, all of one level."""
    for i, whole in enumerate(scope):
        path = whole.path
        if not path or "of" in whole.fact.dims or whole.value < _LEAST:
            continue
        below: list[Operand] = []
        for operand in islice(scope, i + 1, None):
            if not _within(operand.path, path):
                break
            if operand.fact.unit == whole.fact.unit and operand.at.block != whole.at.block:
                below.append(operand)
        if len(below) > 1 and (equation := add(_one_level(below, len(path)), whole)) is not None:
            yield equation


def _one_level(below: Sequence[Operand], depth: int) -> list[Operand]:
    """The children of a figure: one label deeper and no parts; or parts alone, where no child states a whole."""
    children = [operand for operand in below if len(operand.path) == depth + 1 and "of" not in operand.fact.dims]
    if children:
        return children if len({child.path for child in children}) == len(children) else []
    return [operand for operand in below if len(operand.path) <= depth + 1]
