"""A claim (주장): a relation between printed figures that a report states, whether it holds or not."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from auditreport.arithmetic import Equation, Interval, Operand

Relation = Literal["sum", "difference", "rate", "equal", "count", "order", "cover"]
# How surely the report claims it: by the titles of its measures or a total word; by its form; perhaps.
Strength = Literal["firm", "likely", "weak"]

_SIGNS = {"sum": " + ", "difference": " − ", "rate": " ÷ "}


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A relation that a report claims between its figures.

    Attributes:
        rule: code of the rule that found it.
        relation: what makes the stated result of the other figures.
        operands: the figures, the stated result last.
        expected: the values that the other figures allow for the result, in its unit.
        off: by how much the printed result exceeds what the printed figures give.
        closes: whether values that print so give the result.
        formula: the claim in the figures as printed.
        strength: how surely the report claims it.
        family: what it shares with the claims of the same relation in other lines; `None` where it stands alone.
        excuses: innocent explanations, by their names in the vocabulary.
    """

    rule: str
    relation: Relation
    operands: tuple[Operand, ...]
    expected: Interval
    off: Decimal
    closes: bool
    formula: str
    strength: Strength = "firm"
    family: Hashable = None
    excuses: tuple[str, ...] = ()

    @property
    def result(self) -> Operand:
        """The stated result."""
        return self.operands[-1]

    @property
    def is_exact(self) -> bool:
        """Whether the printed figures give the printed result."""
        return self.closes and (not self.off or self.relation in ("rate", "order", "equal"))

    @property
    def table(self) -> tuple[int, int]:
        """The block and part in which its result stands."""
        return self.result.at.block, self.result.at.part

    def excused(self, *names: str) -> Claim:
        """The claim with further innocent explanations."""
        return replace(self, excuses=tuple(dict.fromkeys((*self.excuses, *names))))


def of_equation(equation: Equation, rule: str, strength: Strength = "firm", family: Hashable = None) -> Claim:
    """The claim that an equation of arithmetic states."""
    return Claim(
        rule=rule,
        relation=equation.rule,
        operands=equation.operands,
        expected=equation.expected,
        off=equation.off,
        closes=equation.closes,
        formula=formula(equation.rule, equation.operands, closes=equation.closes),
        strength=strength,
        family=family,
        excuses=() if equation.closes or equation.is_whole else ("subset",),
    )


def formula(relation: Relation, operands: Sequence[Operand], *, closes: bool) -> str:
    """A relation in the figures as printed: `5 + 1 + 7 + 7 = 20`, `1,532 ÷ 1,699 = 90.2%`, `5 + 1 ≠ 7`."""
    *others, result = operands
    sign = "=" if closes else "≠"
    end = "%" if relation == "rate" and "%" not in result.fact.raw else ""
    return f"{_SIGNS[relation].join(_signed(others, relation))} {sign} {result.fact.raw}{end}"


def _signed(operands: Sequence[Operand], relation: Relation) -> Iterator[str]:
    for i, operand in enumerate(operands):
        yield f"({operand.fact.raw})" if i and operand.value < 0 and relation != "rate" else operand.fact.raw
