"""A report's own dates → when it was made (보고 시점), and so which years were over by then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from auditreport.schemas import Fact, Meta

_FORECAST = "budget.executed_forecast"


class Made(NamedTuple):
    """When a report was made, as far as it tells.

    Attributes:
        day: the day that it is presented or published, else the latest reference date (기준일) of its figures.
        year: the year that it reports on, where it has no day.
        closes: whether it plans for the year after `year`, so that it may have been made in either.
    """

    day: date | None
    year: int | None
    closes: bool

    def is_over(self, year: int) -> bool:
        """Whether a year had surely ended."""
        if self.day is not None:
            return self.day >= date(year, 12, 31)
        return self.year is not None and year < self.year

    def is_running(self, year: int) -> bool:
        """Whether the report was surely made within a year."""
        return self.day is not None and self.day.year == year and not self.is_over(year)

    @property
    def text(self) -> str | None:
        """Its date, or its year alone."""
        if self.day is not None:
            return self.day.isoformat()
        return str(self.year) if self.year is not None else None


def made(meta: Meta, facts: Iterable[Fact] = ()) -> Made:
    """When a report was made: its session or publication, else the latest date up to which its figures count.

    Figures that are expected for a later day, and dates beyond the years of the report, tell nothing.
    """
    year = meta.report_year or meta.plan_year
    closes = meta.plan_year is not None and meta.report_year is not None and meta.plan_year > meta.report_year
    printed = meta.session_start or meta.published
    if printed is not None:
        return Made(date.fromisoformat(printed), year, closes)
    latest = max(meta.report_year or 0, meta.plan_year or 0)
    days = (fact.period.as_of for fact in facts if fact.concept != _FORECAST)
    known = [day for found in days if found is not None and (day := date.fromisoformat(found)).year <= latest]
    return Made(max(known, default=None), year, closes)
