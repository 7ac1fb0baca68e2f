"""Whether printed figures close a relation: exactly as printed, or as far as their rounding allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from auditreport.arithmetic.intervals import Interval, half_unit, unit_of
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.relations import Relation

# Rounded parts may miss a rounded total by as much; a wider slack would accept a misread digit, and one that is not
# small beside the smallest figure would hide that figure.
_MOST_UNITS = 2
_CLEARLY = 10


def is_stated(relation: Relation, figures: Mapping[int, Numeral]) -> bool:
    """Whether the figures of a relation are printed: the result, and all parts of an option, or one of a sum."""
    if relation.result not in figures:
        return False
    enough = any if relation.rule == "sum" else all
    return any(enough(entry in figures for entry in option) for option in relation.options)


def is_closed(relation: Relation, figures: Mapping[int, Numeral], *, slack: bool = False) -> bool:
    """Whether a relation holds.

    An empty cell counts as zero, but a result that may be just missing states nothing if it is empty, nor does a
    relation with a figure that cannot be read.

    Args:
        relation: along one axis.
        figures: the figures of one line, by entry; empty cells are missing.
        slack: accept what rounding of the printed figures explains.
    """
    result = figures.get(relation.result)
    if result is None and not relation.is_complete:
        return True
    return any(_is_option_closed(relation, option, result, figures, slack) for option in relation.options)


def _is_option_closed(
    relation: Relation, option: Sequence[int], result: Numeral | None, figures: Mapping[int, Numeral], slack: bool
) -> bool:
    parts = [figures.get(entry) for entry in option]
    if any(figure is not None and figure.value is None for figure in (*parts, result)):
        return True
    if relation.rule == "rate":
        return result is None or is_rate(parts[0], parts[1], result, slack=slack)
    values = [Decimal(0) if figure is None or figure.value is None else figure.value for figure in parts]
    total = Decimal(0) if result is None or result.value is None else result.value
    made = values[0] - values[1] if relation.rule == "difference" else sum(values, Decimal(0))
    off = abs(made - total)
    if not off or not slack:
        return not off
    smallest = min((abs(value) for value in (*values, total) if value), default=Decimal(0))
    return is_rounding(off, smallest, [figure for figure in (*parts, result) if figure is not None])


def is_rounding(off: Decimal, smallest: Decimal, figures: Sequence[Numeral]) -> bool:
    """Whether rounding may put a sum or difference of printed figures off so far, the smallest being no zero."""
    unit = unit_of(max((figure.decimals for figure in figures if figure.value), default=0))
    return off <= _MOST_UNITS * unit and smallest >= _CLEARLY * off


def is_rate(part: Numeral | None, whole: Numeral | None, rate: Numeral, *, slack: bool = False) -> bool:
    """Whether `rate` is `part` of `whole` in percent, at its printed precision; with slack also if it was cut off."""
    if rate.value is None or (whole is not None and not whole.value):
        return True
    if whole is None or whole.value is None:
        return not rate.value
    value = Decimal(0) if part is None or part.value is None else part.value
    printed = Interval.printed(rate.value, rate.decimals)
    if not slack:
        return printed.holds(value * 100 / whole.value)
    unit = unit_of(rate.decimals)
    quotient = _rounded(value, part.decimals if part else 0).over(_rounded(whole.value, whole.decimals))
    wide = Interval(printed.low - unit, printed.high + unit)
    return quotient is not None and quotient.times(100).meets(wide)


def _rounded(value: Decimal, decimals: int) -> Interval:
    half = half_unit(decimals)
    return Interval(value - half, value + half)
