"""Rows of which the columns are open → the sums that close all the same: a total is the sum of all others of its row.

27 = 7 + 8 + 7 + 3 + 0 + 1 + 1 is proven although nobody knows which grades the seven are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.arithmetic.equations import Equation, sum_of
from auditreport.arithmetic.operands import Operand, operand_of
from auditreport.arithmetic.totals import is_total
from auditreport.schemas import Fact, Position

# A sum of two parts or of one digit is met by chance too often where the columns are not known.
_LEAST_PARTS = 3
_LEAST_TOTAL = 10


def open_rows(facts: Sequence[Fact], positions: Sequence[Position | None]) -> Iterator[Equation]:
    """The sums of rows whose total has its column and whose other figures have not."""
    rows: dict[tuple[int, int, int], list[Operand]] = {}
    for i, (fact, at) in enumerate(zip(facts, positions, strict=True)):
        if at is not None and at.row is not None:
            rows.setdefault((at.block, at.part, at.row), []).append(operand_of(i, fact, at))
    for operands in rows.values():
        parts = [operand for operand in operands if operand.fact.status == "ambiguous"]
        wholes = [operand for operand in operands if operand.fact.status != "ambiguous"]
        if len(wholes) != 1 or len(parts) < _LEAST_PARTS or not _is_whole(wholes[0], parts):
            continue
        equation = sum_of(parts, wholes[0])
        if equation is not None and equation.is_exact and equation.proven == equation.operands:
            yield equation._replace(origin="open")


def _is_whole(whole: Operand, parts: Sequence[Operand]) -> bool:
    """Whether a figure stands in a total column, and the others anywhere but there, counting the same."""
    if abs(whole.value) < _LEAST_TOTAL:
        return False
    titles = whole.at.titles
    same = {(operand.fact.unit, operand.fact.concept) for operand in (whole, *parts)}
    readings = any("raw" in candidate for operand in parts for candidate in operand.fact.candidates)
    return len(titles) == 1 and is_total(titles[0]) and len(same) == 1 and not readings
