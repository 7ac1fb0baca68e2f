"""Values → what cells print: separators, signs of loss, and the ways to print that there is nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bench.generated.example import Example, Rate, Value
from bench.generated.style import Style


def print_cells(example: Example, style: Style) -> Example:
    """The example with what each of its cells prints."""
    rng = Random(style.seed)
    empty = [not any(row[c] for row in example.values) for c in range(len(example.columns))]
    by_row = [rng.choice(["dash", "blank"]) for _ in example.rows]
    signs = {law.total: "%" for law in example.laws if isinstance(law, Rate) and style.signs}
    printed = tuple(
        tuple(
            number(value, style.minus) + signs.get(c, "") if value else _nothing(value, style, empty[c], by_row[r])
            for c, value in enumerate(row)
        )
        for r, row in enumerate(example.values)
    )
    return replace(example, printed=printed)


def number(value: Value, minus: str) -> str:
    """A value with thousands separators, a loss with its sign in front.

    >>> from decimal import Decimal
    >>> number(Decimal(-1052), "△")
    '△1,052'
    """
    if value is None:
        return ""
    return f"{minus if value < 0 else ''}{abs(value):,}"


def _nothing(value: Value, style: Style, empty: bool, of_row: str) -> str:
    match style.zeros:
        case "dash, empty columns vanish":
            return "" if empty else "-"
        case "dash":
            return "-"
        case "blank":
            return ""
        case "dash or blank by row":
            return "-" if of_row == "dash" else ""
        case "0":
            return "0" if value is not None else "-"
