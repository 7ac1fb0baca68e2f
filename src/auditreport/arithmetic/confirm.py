"""Facts of one document → the same facts, those that an equation closes over marked as confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from auditreport.arithmetic.breakdowns import breakdowns
from auditreport.arithmetic.equations import Equation
from auditreport.arithmetic.measures import measures
from auditreport.arithmetic.open_rows import open_rows
from auditreport.arithmetic.operands import operands
from auditreport.arithmetic.relations import relations
from auditreport.arithmetic.scanned import proven_by
from auditreport.arithmetic.tables import read_tables, sums
from auditreport.schemas import Fact, Position, Reading
from auditreport.schemas.fact import Method

# Figures that stand together, without a bracket or a title that says that they belong together.
_LOOSE = ("line", "below")
_LONG = 3


def find_claims(facts: Sequence[Fact], positions: Sequence[Position | None]) -> list[Equation]:
    """Every equation that a report claims over facts of one document, whether it closes or not.

    Args:
        facts: all facts of the document, in its order.
        positions: where each of them stands, in the same order; one without a position stands in no equation.
    """
    found = operands(facts, positions)
    out = [*measures(found), *breakdowns(found), *open_rows(facts, positions)]
    for table in read_tables(found, facts, positions):
        out.extend(sums(table))
        out.extend(relations(table))
    return out


def find_equations(facts: Sequence[Fact], positions: Sequence[Position | None]) -> list[Equation]:
    """Every equation that closes over facts of one document; takes what `find_claims` takes."""
    return _within_habit([equation for equation in find_claims(facts, positions) if equation.closes])


def _within_habit(equations: Sequence[Equation]) -> list[Equation]:
    """Without those that close by rounding only, in a table that closes exactly as often: a digit may be misread."""
    exact: Counter[tuple[int, int]] = Counter()
    rounded: Counter[tuple[int, int]] = Counter()
    for equation in equations:
        if equation.rule != "rate":
            (exact if equation.is_exact else rounded)[_place(equation)] += 1
    strict = {place for place, count in rounded.items() if exact[place] >= count}
    return [one for one in equations if one.rule == "rate" or one.is_exact or _place(one) not in strict]


def _is_evidence(equation: Equation) -> bool:
    """Whether an equation proves its figures; short figures of running text often add up by chance: 2 + 10 = 12."""
    is_loose = equation.origin in _LOOSE and equation.rule != "rate"
    return not is_loose or max(operand.digits for operand in equation.operands) >= _LONG


def _place(equation: Equation) -> tuple[int, int]:
    at = equation.operands[-1].at
    return at.block, at.part


def confirm(
    facts: Sequence[Fact], positions: Sequence[Position | None], also: Collection[int] = frozenset()
) -> list[Fact]:
    """The facts in their order, with `reading.confirmed` true for those that an equation proves.

    Args:
        facts: all facts of one document.
        positions: where each of them stands, in the same order.
        also: numbers of facts that other relations prove.
    """
    proven = proven_by(filter(_is_evidence, find_equations(facts, positions))) | set(also)
    return [
        fact.model_copy(update={"reading": _confirmed(fact.reading.method)}) if i in proven else fact
        for i, fact in enumerate(facts)
    ]


@lru_cache
def _confirmed(method: Method) -> Reading:
    return Reading(method=method, confirmed=True)
