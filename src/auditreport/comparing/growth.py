"""Cells of several years → how much each changed, with what the printed precision leaves open (증감)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from auditreport.arithmetic import Interval
from auditreport.comparing.cells.derived import bounds_of
from auditreport.comparing.cells.numbers import plain, rounded
from auditreport.schemas.comparison import ComparedCell, Growth

_PERCENT = 100


def growth_of(cells: Iterable[ComparedCell]) -> Iterator[Growth]:
    """The change of each cell against the latest earlier one of the same subject, phase, unit and day of the year."""
    for series in _series(cells).values():
        years = [_one(series, year) for year in sorted({cell.year for cell in series if cell.year is not None})]
        for before, after in pairwise(cell for cell in years if cell is not None):
            yield _growth(before, after)


def _series(cells: Iterable[ComparedCell]) -> dict[tuple[object, ...], list[ComparedCell]]:
    """Cells that may be compared: nothing but the year differs. Programmes change, and are left to their lineage."""
    out: dict[tuple[object, ...], list[ComparedCell]] = {}
    for cell in cells:
        if cell.programme is None and not cell.partial and cell.district is not None and cell.department is not None:
            day = cell.as_of[5:] if cell.as_of and cell.phase is not None else None
            key = (cell.indicator, cell.district_code, cell.district, cell.department, cell.phase, cell.unit, day)
            out.setdefault(key, []).append(cell)
    return out


def _one(series: Sequence[ComparedCell], year: int) -> ComparedCell | None:
    """The cell of a year; none where reports differ on it."""
    cells = [cell for cell in series if cell.year == year]
    first = bounds_of(cells[0])
    return cells[0] if all(bounds_of(cell).meets(first) for cell in cells) else None


def _growth(before: ComparedCell, after: ComparedCell) -> Growth:
    then, now = Decimal(before.value), Decimal(after.value)
    # Rates change by percentage points; the change of a rate in percent only confuses.
    is_rate = after.unit == "%"
    rate = (now - then) * _PERCENT / then if then and not is_rate else None
    bounds = None if is_rate else _rates(bounds_of(before), bounds_of(after))
    return Growth(
        indicator=after.indicator,
        district=after.district,
        department=after.department,
        programme=after.programme,
        from_year=before.year or 0,
        to_year=after.year or 0,
        change=plain(now - then),
        rate=None if rate is None else plain(rounded(rate, "%")),
        low=None if bounds is None else plain(rounded(bounds.low, "%")),
        high=None if bounds is None else plain(rounded(bounds.high, "%")),
        facts=(*before.facts, *after.facts),
    )


def _rates(then: Interval, now: Interval) -> Interval | None:
    """The rates that both allow: quotients less one, so that the earlier value is taken once."""
    quotient = now.over(then)
    if quotient is None or then.low < 0:
        return None
    return Interval((quotient.low - 1) * _PERCENT, (quotient.high - 1) * _PERCENT)
