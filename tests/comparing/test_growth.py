"""Growth is told only of what may be compared."""

from __future__ import annotations

from auditreport.comparing.growth import growth_of
from tests.comparing.cells.test_derived import cell


def test_growth_has_the_range_that_both_printed_figures_allow() -> None:
    then = cell("budget.amount", "185000000", year=2022, unit="KRW", low="184500000", high="185500000")
    now = cell("budget.amount", "255000000", unit="KRW", low="254500000", high="255500000")
    [found] = growth_of([now, then])
    assert (found.from_year, found.to_year, found.change) == (2022, 2023, "70000000")
    assert (found.rate, found.low, found.high) == ("37.84", "37.2", "38.48")


def test_other_phase_unit_day_or_department_is_no_growth() -> None:
    then = cell("budget.executed", "100", year=2022, unit="KRW", phase="executed_to_date", as_of="2022-10-31")
    others = [
        then.model_copy(update={"year": 2023, "phase": "full_year"}),
        then.model_copy(update={"year": 2023, "unit": "건"}),
        then.model_copy(update={"year": 2023, "as_of": "2023-09-30"}),
        then.model_copy(update={"year": 2023, "department": "기획예산과"}),
        then.model_copy(update={"year": 2023, "programme": "청렴"}),
        then.model_copy(update={"year": 2023, "partial": True}),
    ]
    assert list(growth_of([then, *others])) == []


def test_rates_change_by_points() -> None:
    then = cell("contract_review.savings_rate", "2.6", year=2022, unit="%")
    now = cell("contract_review.savings_rate", "1.6", unit="%")
    [found] = growth_of([then, now])
    assert (found.change, found.rate) == ("-1", None)


def test_year_on_which_reports_differ_is_left_out() -> None:
    then = cell("staffing.quota", "20", year=2022)
    now = [cell("staffing.quota", "22"), cell("staffing.quota", "23", path="other.txt")]
    assert list(growth_of([then, *now])) == []


def test_zero_has_no_rate() -> None:
    [found] = growth_of(
        [cell("grievances.received", "0", year=2022, unit="건"), cell("grievances.received", "5", unit="건")]
    )
    assert (found.change, found.rate, found.low) == ("5", None, None)
