"""A claim (주장): a relation between printed figures that a report states, whether it holds or not."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

from auditreport.arithmetic import Equation, Interval, Operand

# `derived`: a figure that others give by a rule of its own, such as years of a span or square metres in 평.
Relation = Literal["sum", "difference", "rate", "equal", "count", "order", "cover", "derived"]
# How surely the report claims it: by the titles of its measures or a total word; by its form; perhaps.
Strength = Literal["firm", "likely", "weak"]

# Letters of a name that a formula shows.
_SHOWN = 20
_SIGNS = {"sum": " + ", "difference": " − ", "rate": " ÷ ", "cover": " + "}


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
        is_announced: whether words or layout say so; else it is known by its figures alone, and one that differs in a
            digit would not be told.
        beside: how many figures stand on the side of the result with it, before it: 79 + 8 = 60 + 27.
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
    beside: int = 0
    is_announced: bool = True

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

    def met(self) -> Claim:
        """The claim as one that its figures alone tell."""
        return replace(self, is_announced=False)

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


def counted(
    rule: str, stated: Operand, names: Sequence[str], strength: Strength = "likely", *, most: int | None = None
) -> Claim:
    """The claim that a count is that of the things named; `most`, where a name may be several."""
    n = len(names)
    bounds = Interval(Decimal(n), Decimal(max(n, most or n)))
    closes = bounds.holds(stated.value)
    shown = ", ".join(name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…" for name in names)
    return Claim(
        rule=rule,
        relation="count",
        operands=(stated,),
        expected=bounds,
        off=Decimal(0) if closes else stated.value - n,
        closes=closes,
        formula=f"{n} ({shown}) {'=' if closes else '≠'} {stated.fact.raw}",
        strength=strength,
    )


def equal(rule: str, one: Operand, other: Operand, strength: Strength = "likely", family: Hashable = None) -> Claim:
    """The claim that two figures are one, told apart no finer than the coarser of them is printed."""
    closes = is_same_value(one, other)
    return Claim(
        rule=rule,
        relation="equal",
        operands=(one, other),
        expected=one.interval,
        off=other.value - one.value,
        closes=closes,
        formula=f"{one.fact.raw} {'=' if closes else '≠'} {other.fact.raw}",
        strength=strength,
        family=family,
    )


def is_same_value(one: Operand, other: Operand) -> bool:
    """Whether two figures may print one value: the finer of them, rounded or cut off, gives the coarser."""
    coarse, fine = sorted((one, other), key=lambda operand: operand.fact.decimals)
    unit = Decimal(1).scaleb(-coarse.fact.decimals)
    given = fine.value / unit
    printed = coarse.value / unit
    return any(given.quantize(Decimal(1), mode) == printed for mode in (ROUND_HALF_UP, ROUND_DOWN))


def at_most(rule: str, part: Operand, whole: Operand, strength: Strength = "likely") -> Claim:
    """The claim that a figure does not exceed another."""
    closes = part.value <= whole.value
    return Claim(
        rule=rule,
        relation="order",
        operands=(whole, part),
        expected=Interval(min(Decimal(0), part.value), whole.value),
        off=Decimal(0) if closes else part.value - whole.value,
        closes=closes,
        formula=f"{part.fact.raw} {'≤' if closes else '>'} {whole.fact.raw}",
        strength=strength,
    )


def derived(
    rule: str, stated: Operand, others: Sequence[Operand], given: Decimal, shown: str, strength: Strength = "likely"
) -> Claim:
    """The claim that other figures give the stated one by a rule of its own, as `shown`."""
    unit = Decimal(1).scaleb(-stated.fact.decimals)
    fitting = [(given / unit).quantize(Decimal(1), mode) * unit for mode in (ROUND_HALF_UP, ROUND_DOWN)]
    closes = stated.value in fitting
    return Claim(
        rule=rule,
        relation="derived",
        operands=(*others, stated),
        expected=Interval(min(fitting), max(fitting)),
        off=stated.value - given,
        closes=closes,
        formula=f"{shown} {'=' if closes else '≠'} {stated.fact.raw}",
        strength=strength,
    )


def formula(relation: Relation, operands: Sequence[Operand], *, closes: bool, beside: int = 0) -> str:
    """A relation in the figures as printed: `5 + 1 + 7 + 7 = 20`, `1,532 ÷ 1,699 = 90.2%`, `5 + 1 ≠ 7`.

    `beside` of them stand on the side of the result with it.
    """
    others, results = operands[: -1 - beside], operands[-1 - beside :]
    sign = "=" if closes else "≠"
    end = "%" if relation == "rate" and "%" not in results[-1].fact.raw else ""
    left, right = (_SIGNS[relation].join(_signed(side, relation)) for side in (others, results))
    return f"{left} {sign} {right}{end}"


def _signed(operands: Sequence[Operand], relation: Relation) -> Iterator[str]:
    for i, operand in enumerate(operands):
        yield f"({operand.fact.raw})" if i and operand.value < 0 and relation != "rate" else operand.fact.raw
