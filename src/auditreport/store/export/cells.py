"""Values of rows → cells that a form can hold: whole, or as text that says what could not stand there."""

from __future__ import annotations

from decimal import Decimal

from auditreport.printable import guarded, without_controls
from auditreport.schemas.tables import Column, Value

# Digits that a binary number of 64 bits holds for sure.
_DIGITS = 15
_LARGEST = 1 << 63


def csv_cell(column: Column, value: Value) -> str:
    """A cell of CSV: nothing for null, numbers bare, texts guarded."""
    if value is None:
        return ""
    match column.type:
        case "boolean":
            return "true" if value else "false"
        case "text":
            return guarded(str(value))
        case "json":
            return without_controls(str(value))
        case _:
            return str(value)


def as_number(text: str, *, whole: int = _LARGEST) -> int | float | None:
    """A decimal number as one that computes; none where it would lose a digit.

    Args:
        text: the number.
        whole: integers are held below this.

    >>> as_number("-18040000"), as_number("2.6"), as_number("0.12345678901234567")
    (-18040000, 2.6, None)
    """
    number = Decimal(text)
    if number == number.to_integral_value():
        return int(number) if abs(number) < whole else None
    return float(number) if len(number.as_tuple().digits) <= _DIGITS else None
