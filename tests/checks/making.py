"""Short ways to what the checks find in a report written as text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from decimal import Decimal

from auditreport.arithmetic import Operand, add, find_claims, operand_of
from auditreport.checks import RULES, Checked
from auditreport.checks.claims import Claim, Strength, of_equation
from auditreport.checks.subject import Subject
from auditreport.normalise import positions
from auditreport.pipeline.check import check_read
from auditreport.pipeline.one import read_bytes
from auditreport.schemas import Fact, Position
from auditreport.schemas.fact import Entity, FactSource, Period, Reading


def checked(text: str) -> Checked:
    """What the checks find in a report."""
    return check_read(read_bytes(text.encode(), "report.txt"), "report.txt")


def subject(text: str) -> Subject:
    """A report as the rules look at it."""
    read = read_bytes(text.encode(), "report.txt")
    places = positions(read.report)
    return Subject(read.document, read.report, read.facts, places, find_claims(read.facts, places))


def claims(code: str, text: str) -> list[Claim]:
    """The claims that one rule finds in a report, in its order."""
    [rule] = [rule for rule in RULES if rule.code == code]
    return list(rule.find(subject(text)))


def told(code: str, text: str) -> list[tuple[object, ...]]:
    """The claims that one rule finds in results: formula, `met` where nothing announces it, and excuses."""
    found = claims(code, f"□ 추진실적\n{text}\n")
    return [(claim.formula, *([] if claim.is_announced else ["met"]), *claim.excuses) for claim in found]


def numbered(operands: Iterable[Operand]) -> list[Operand]:
    """The operands as different figures of one report."""
    return [replace(operand, index=i) for i, operand in enumerate(operands)]


def summed(
    parts: Iterable[Operand], whole: Operand, strength: Strength = "firm", family: Hashable = None, rule: str = "AR201"
) -> Claim:
    """The claim that parts add up to a whole."""
    equation = add(list(parts), whole, 1)
    assert equation is not None
    return of_equation(equation, rule, strength, family)


def found(text: str) -> list[tuple[str, str, str]]:
    """Severity, rule and difference of each discrepancy."""
    return [(one.severity, one.rule, one.difference) for one in checked(text).discrepancies]


def budget(*rows: tuple[str, ...], head: tuple[str, ...] = ("구분", "예산액", "집행액", "잔액")) -> str:
    """A report with a budget table in 천원; each row is its label and its figures."""
    table = "\n".join("| " + " | ".join(row) + " |" for row in (head, ("---",) * len(head), *rows))
    return f"# 2024년도 주요업무보고\n\n## 일반현황\n\n□ 예산현황 (단위 : 천원)\n\n{table}\n"


def amount(value: int, decimals: int = 0) -> Operand:
    """An amount in 원, printed to a precision, as an operand of its own."""
    fact = Fact(
        id=str(value),
        kind="budget",
        part="overview",
        concept="budget.amount",
        period=Period(),
        entity=Entity(),
        value=str(Decimal(value)),
        unit="KRW",
        decimals=decimals,
        raw=f"{value:,}",
        source=FactSource(start=0, end=1),
        status="stated",
        reading=Reading(method="text", confirmed=False),
    )
    return operand_of(0, fact, Position(0))
