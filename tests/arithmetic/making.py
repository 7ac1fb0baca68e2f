"""Short ways to operands, for the tests of equations."""

from __future__ import annotations

from decimal import Decimal

from auditreport.arithmetic.operands import Operand, operands
from auditreport.schemas import Entity, Fact, FactSource, Period, Position, Reading


def fact(value: str, unit: str = "명", decimals: int = 0, **fields: object) -> Fact:
    """A fact that states `value`."""
    given = {
        "id": "x",
        "kind": "table",
        "part": "overview",
        "concept": "table",
        "period": Period(year=2024),
        "entity": Entity(),
        "value": value,
        "unit": unit,
        "decimals": decimals,
        "raw": value,
        "source": FactSource(start=0, end=1),
        "status": "stated",
        "reading": Reading(method="cell", confirmed=False),
    }
    return Fact.model_validate(given | fields)


def one(value: str | Decimal | int, unit: str = "명", decimals: int = 0) -> Operand:
    """An operand worth `value`."""
    [operand] = operands([fact(str(value), unit, decimals)], [Position(0)])
    return operand


def several(*values: str | int, unit: str = "명", decimals: int = 0) -> list[Operand]:
    """Operands in one unit."""
    return [one(value, unit, decimals) for value in values]


def won(thousands: int) -> Operand:
    """An amount printed in 천원."""
    return one(thousands * 1000, "KRW", -3)


def rate(value: str, decimals: int = 0) -> Operand:
    """A rate in percent."""
    return one(value, "%", decimals)
