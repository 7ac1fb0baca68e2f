"""Numbers of cells: what a printed figure allows, and how a computed one is written."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from auditreport.arithmetic import Interval

_MOST = Decimal("1e-4")


def printed(value: Decimal, unit: str, decimals: int) -> Interval:
    """The values that a figure allows: what is counted is exact, money and rates are rounded."""
    if unit in ("KRW", "%") or decimals < 0:
        return Interval.printed(value, decimals)
    return Interval.exactly(value)


def rounded(value: Decimal, unit: str) -> Decimal:
    """A computed value to a digit that a reader can use: a hundredth of a percent, a won, else four digits."""
    step = Decimal("0.01") if unit == "%" else Decimal(1) if unit.startswith("KRW") else _MOST
    return value.quantize(step, rounding=ROUND_HALF_EVEN)


def plain(value: Decimal) -> str:
    """A decimal number without exponent and without trailing zeros behind the point."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
