"""Equations over figures read off scans (스캔) → what of them they prove.

A typed figure is wrong where the report is wrong; one read off a scan may be misread, and two misread figures may still
close an equation: 3 + 12 = 15 and 8 + 12 = 20, or 5,250 + 12 = 5,262 with both of its fives misread alike. So an
equation over such figures proves less than it does over others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from auditreport.arithmetic.equations import Equation
from auditreport.arithmetic.operands import Operand

_METHOD = "ocr"
# Operands that are not zero: with two alone, a total and its only part, both are misread alike.
_LEAST_FILLED = 3
# Digits of the largest operand from which one equation does; below that chance closes one, hardly two.
_DIGITS = 3


def is_scanned(operand: Operand) -> bool:
    """Whether a figure was read off a scan."""
    return operand.fact.reading.method == _METHOD


def proven_by(equations: Iterable[Equation]) -> set[int]:
    """The numbers of the facts that equations prove, those over scanned figures by the stricter rules.

    Sums and differences have to close exactly. They prove their operands where one of them has three digits; a figure
    of fewer digits has to stand in two such equations. A rate proves itself where what it is of is proven, never the
    other way round, as it would close over many other figures.
    """
    typed: set[int] = set()
    strict: list[Equation] = []
    for equation in equations:
        if any(map(is_scanned, equation.operands)):
            strict.append(equation)
        else:
            typed.update(operand.index for operand in equation.proven)
    sums = [equation for equation in strict if equation.rule != "rate" and _is_strong(equation)]
    proven = typed | _by_sums(sums)
    for equation in strict:
        *of, rate = equation.operands
        if equation.rule == "rate" and equation.is_exact and all(operand.index in proven for operand in of):
            proven.add(rate.index)
    return proven


def _is_strong(equation: Equation) -> bool:
    return equation.is_exact and sum(bool(operand.value) for operand in equation.operands) >= _LEAST_FILLED


def _by_sums(equations: Sequence[Equation]) -> set[int]:
    # Two rules may give one equation twice.
    distinct = {frozenset(operand.index for operand in equation.operands): equation for equation in equations}
    seen: Counter[int] = Counter()
    for equation in distinct.values():
        largest = max(_digits(operand) for operand in equation.operands)
        seen.update({operand.index: 2 if largest >= _DIGITS else 1 for operand in equation.proven})
    return {index for index, count in seen.items() if count >= 2}


def _digits(operand: Operand) -> int:
    return sum(char.isdigit() for char in operand.fact.raw)
