"""Rows of which the columns are open → the sums that close all the same: a total is the sum of all others of its row.

27 = 7 + 8 + 7 + 3 + 0 + 1 + 1 is proven although nobody knows which grades the seven are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from auditreport.arithmetic.equations import Equation, add, subtract
from auditreport.arithmetic.measures import MEASURES
from auditreport.arithmetic.operands import Operand, operand_of
from auditreport.arithmetic.totals import is_total
from auditreport.schemas import Fact, Position

# A sum of two parts or of one digit is met by chance too often where the columns are not known.
_LEAST_PARTS = 3
_LEAST_TOTAL = 10


def open_rows(facts: Sequence[Fact], positions: Sequence[Position | None]) -> Iterator[Equation]:
    """The sums of rows whose total has its column and whose other figures have not, and the gaps between such rows."""
    rows: dict[tuple[int, int, int], list[Operand]] = {}
    for i, (fact, at) in enumerate(zip(facts, positions, strict=True)):
        if at is not None and at.row is not None:
            rows.setdefault((at.block, at.part, at.row), []).append(operand_of(i, fact, at))
    tables: dict[tuple[int, int], list[_OpenRow]] = {}
    for (block, part, _), operands in rows.items():
        parts = [operand for operand in operands if operand.fact.status == "ambiguous"]
        wholes = [operand for operand in operands if operand.fact.status != "ambiguous"]
        if len(parts) < _LEAST_PARTS:
            continue
        if len(wholes) == 1 and _is_whole(wholes[0], parts):
            tables.setdefault((block, part), []).append(_OpenRow(parts, wholes[0]))
        elif not wholes:
            tables.setdefault((block, part), []).append(_OpenRow(parts, None))
    for table in tables.values():
        aligned = [equation for three in combinations(table, 3) for equation in _gaps(*three)]
        yield from aligned
        proven = {operand.index for equation in aligned for operand in equation.proven}
        for row in table:
            if row.whole is None:
                continue
            equation = add(row.parts, row.whole)
            is_long = abs(row.whole.value) >= _LEAST_TOTAL or row.parts[0].index in proven
            if equation is not None and is_long and (not equation.closes or _is_proof(equation)):
                yield equation._replace(origin="open")


class _OpenRow(NamedTuple):
    """A row of a table whose columns are open, but perhaps for that of its total."""

    parts: list[Operand]
    whole: Operand | None


def _is_proof(equation: Equation) -> bool:
    return equation.is_exact and equation.proven == equation.operands


def _gaps(*rows: _OpenRow) -> Iterator[Equation]:
    """과부족 = 현원 − 정원, figure by figure, where three rows leave the same columns empty and all of them agree."""
    named = {row.parts[0].fact.concept: row.parts for row in rows}
    for rule, first, second, result in MEASURES:
        if rule != "difference" or not {first, second, result} <= named.keys():
            continue
        chosen = [named[concept] for concept in (first, second, result)]
        if (
            len({len(parts) for parts in chosen}) != 1
            or len({tuple(_columns(operand) for operand in parts) for parts in chosen}) != 1
        ):
            continue
        tested = [subtract(*operands) for operands in zip(*chosen, strict=True)]
        found = [equation for equation in tested if equation is not None]
        broken = sum(not equation.closes for equation in found)
        if broken == 0 or (broken == 1 and len(found) > _LEAST_PARTS):
            yield from (equation._replace(origin="open") for equation in found)


def _columns(operand: Operand) -> frozenset[tuple[tuple[str, str], ...]]:
    """The columns in which a figure may stand."""
    return frozenset(tuple(sorted(candidate.items())) for candidate in operand.fact.candidates)


def _is_whole(whole: Operand, parts: Sequence[Operand]) -> bool:
    """Whether a figure stands in a total column, and the others anywhere but there, counting the same."""
    titles = whole.at.titles
    same = {(operand.fact.unit, operand.fact.concept) for operand in (whole, *parts)}
    readings = any("raw" in candidate for operand in parts for candidate in operand.fact.candidates)
    return len(titles) == 1 and is_total(titles[0]) and len(same) == 1 and not readings
