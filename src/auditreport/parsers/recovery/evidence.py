"""How much a relation that closes says: the digits that had to agree, less the chance that some placing closes it."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10

from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.relations import Relation

# A total that its table announces is left empty less than one time in ten.
_ANNOUNCED = 1.0


def agreed(relation: Relation, figures: Mapping[int, Numeral]) -> float:
    """Digits that had to agree for a relation to close; equal figures are met more often than sums that come out.

    Args:
        figures: the figures of one line, by entry; empty cells are missing.
    """
    result = figures.get(relation.result)
    if result is None or not result.value:
        return 0.0
    if relation.rule == "rate":
        return float(result.digits)
    parts = [figures[i] for i in dict.fromkeys(i for option in relation.options for i in option) if i in figures]
    filled = sorted((abs(figure.value), figure.digits) for figure in parts if figure.value)
    if len(filled) < 2:
        return result.digits / 2
    return float(max(1, min(result.digits, filled[-2][1]))) + (_ANNOUNCED if relation.is_complete else 0.0)


def less_chance(digits: float, tests: int) -> float:
    """What `digits` that agree are worth after `tests` tries; never less than nothing.

    >>> less_chance(3, 10)
    2.0
    """
    return max(0.0, digits - log10(max(tests, 1)))
