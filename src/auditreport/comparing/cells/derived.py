"""Cells of a report → those that follow from two of them: rates, shares, amounts per post (파생 지표)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from auditreport.arithmetic import Interval
from auditreport.comparing.cells.numbers import rounded
from auditreport.comparing.cells.stated import computed
from auditreport.schemas.comparison import ComparedCell
from auditreport.schemas.indicator import Indicator, Quotient, Wording
from auditreport.vocab.comparing import comparing

_HUNDRED = 100


def derive(cells: Sequence[ComparedCell], indicators: Mapping[str, Indicator]) -> Iterator[ComparedCell]:
    """What follows from the cells of one report and is not stated in the same place."""
    for indicator in indicators.values():
        how = indicator.computed
        if how is None:
            continue
        stated = {_subject(cell) for cell in cells if cell.indicator == indicator.id}
        for above in (cell for cell in cells if cell.indicator == how.of):
            below = _partner(above, [cell for cell in cells if cell.indicator == how.by])
            if below is not None and _subject(above) not in stated:
                yield from _quotient(indicator, how, above, below, indicators)


def _subject(cell: ComparedCell) -> tuple[object, ...]:
    return cell.programme, cell.year, cell.as_of


def _partner(cell: ComparedCell, others: Sequence[ComparedCell]) -> ComparedCell | None:
    """The one cell of the same subject and year; the one of the same phase and date where there are several."""
    same = [other for other in others if (other.programme, other.year) == (cell.programme, cell.year)]
    closer = [other for other in same if (other.phase, other.as_of) == (cell.phase, cell.as_of)]
    for found in (same, closer):
        if len(found) == 1:
            return found[0]
    return None


def _quotient(
    indicator: Indicator,
    how: Quotient,
    above: ComparedCell,
    below: ComparedCell,
    indicators: Mapping[str, Indicator],
) -> Iterator[ComparedCell]:
    divisor = Decimal(below.value)
    if not divisor:
        return
    top = Decimal(below.value) - Decimal(above.value) if how.kind == "shortfall" else Decimal(above.value)
    over, under = bounds_of(above), bounds_of(below)
    if how.kind == "shortfall":
        over = under.minus(over)
    bounds = over.over(under)
    if bounds is None:
        return
    if how.kind != "quotient":
        top, bounds = top * _HUNDRED, bounds.times(_HUNDRED)
    code = "shortfall" if how.kind == "shortfall" else "quotient"
    names = {"of": _name(indicators[how.of]), "by": _name(indicators[how.by])}
    yield computed(
        above,
        indicator=indicator.id,
        value=rounded(top / divisor, indicator.unit),
        bounds=Interval(*(rounded(edge, indicator.unit) for edge in bounds)),
        unit=indicator.unit,
        parts=(above, below),
        note=comparing().say("notes", code, **names),
        programme=above.programme,
    )


def bounds_of(cell: ComparedCell) -> Interval:
    """The values that a cell allows."""
    return Interval(Decimal(cell.low or cell.value), Decimal(cell.high or cell.value))


def _name(indicator: Indicator) -> Wording:
    return Wording(ko=indicator.ko, en=indicator.en)
