"""Short ways to what the checks find in a report written as text."""

from __future__ import annotations

from decimal import Decimal

from auditreport.arithmetic import Operand, operand_of
from auditreport.checks import Checked
from auditreport.pipeline.check import check_read
from auditreport.pipeline.one import read_bytes
from auditreport.schemas import Fact, Position
from auditreport.schemas.fact import Entity, FactSource, Period, Reading


def checked(text: str) -> Checked:
    """What the checks find in a report."""
    return check_read(read_bytes(text.encode(), "report.txt"), "report.txt")


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
