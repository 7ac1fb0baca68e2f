"""Equations that arithmetic finds claimed → the claims of one rule."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator

from auditreport.arithmetic import Equation, Origin
from auditreport.checks.claims import Claim, Relation, Strength, of_equation
from auditreport.checks.subject import Subject


def choose(
    subject: Subject,
    code: str,
    *origins: Origin,
    kinds: Collection[str] = (),
    concept: str | None = None,
    relation: Relation = "sum",
    strength: Strength = "firm",
) -> Iterator[Claim]:
    """The claims of the equations of some origins whose result is of one of `kinds`.

    Args:
        subject: the report.
        code: code of the rule.
        origins: what makes the report claim them.
        kinds: kinds of the stated result; empty for all.
        concept: what the stated result measures; all if `None`.
        relation: what makes the stated result of the other figures.
        strength: how surely the report claims them.
    """
    for equation in subject.equations:
        fact = equation.operands[-1].fact
        if (
            equation.origin in origins
            and equation.rule == relation
            and (not kinds or fact.kind in kinds)
            and concept in (None, fact.concept)
        ):
            claim = of_equation(equation, code, strength, _family(equation, code))
            # Rates are summed where they are shares; that others do not add up is claimed by nothing.
            yield claim.met() if relation == "sum" and claim.result.is_rate else claim


def _family(equation: Equation, code: str) -> Hashable:
    """What an equation shares with those of the same relation: in other lines, and in tables with the same titles."""
    *parts, result = (operand.at for operand in equation.operands)
    match equation.origin:
        case "row":
            return (code, result.titles, tuple(at.titles for at in parts))
        case "column":
            return (code, result.labels, tuple(at.labels for at in parts))
        case "measure":
            return (code, result.block, result.part)
        case "relation":
            columns = frozenset(operand.at.column for operand in equation.operands)
            rows = frozenset(operand.at.row for operand in equation.operands)
            return (code, result.block, result.part, columns if len(rows) == 1 else rows)
        case _:
            return None
