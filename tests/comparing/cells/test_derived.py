"""What follows from two cells, with what their printed precision leaves open."""

from __future__ import annotations

from typing import Any

from auditreport.comparing.cells.derived import derive
from auditreport.schemas.comparison import ComparedCell
from auditreport.vocab.indicators import indicators


def cell(indicator: str, value: str, **given: Any) -> ComparedCell:
    """A cell of 2023, as printed in 백만원 if it is money."""
    return ComparedCell(
        **{
            "indicator": indicator,
            "district": "영등포구",
            "district_code": "11560",
            "department": "감사담당관",
            "function": "audit",
            "year": 2023,
            "as_of": None,
            "phase": None,
            "value": value,
            "unit": "명",
            "facts": (indicator,),
            "status": "stated",
            "path": "report.txt",
            **given,
        }
    )


def derived(*cells: ComparedCell) -> list[tuple[str, str, str | None, str | None, str]]:
    return [(one.indicator, one.value, one.low, one.high, one.unit) for one in derive(cells, indicators())]


def test_vacancy_rate_is_negative_where_more_are_in_post() -> None:
    found = derived(cell("staffing.quota", "22"), cell("staffing.headcount", "24"))
    assert found == [("staffing.vacancy_rate", "-9.09", "-9.09", "-9.09", "%")]


def test_budget_per_post_keeps_the_range_of_the_rounded_budget() -> None:
    budget = cell("budget.amount", "255000000", unit="KRW", low="254500000", high="255500000")
    assert derived(cell("staffing.quota", "22"), budget) == [
        ("budget.per_head", "11590909", "11568182", "11613636", "KRW/명")
    ]


def test_rate_that_is_stated_is_not_computed_again() -> None:
    date = {"as_of": "2023-10-31", "phase": "executed_to_date"}
    cells = (
        cell("budget.amount", "1000", unit="KRW"),
        cell("budget.executed", "660", unit="KRW", **date),
        cell("budget.execution_rate", "66", unit="%", **date),
    )
    assert derived(*cells) == []
    assert derived(*cells[:2]) == [("budget.execution_rate", "66", "66", "66", "%")]


def test_nothing_follows_from_two_budgets_of_one_year() -> None:
    cells = (
        cell("budget.amount", "1000", unit="KRW", phase="original_budget"),
        cell("budget.amount", "1200", unit="KRW", phase="revised"),
        cell("budget.executed", "600", unit="KRW", phase="executed_to_date"),
    )
    assert derived(*cells) == []


def test_nothing_is_divided_by_zero() -> None:
    assert derived(cell("staffing.quota", "0"), cell("staffing.headcount", "2")) == []


def test_computed_cell_rests_on_the_facts_of_both() -> None:
    [found] = derive((cell("staffing.quota", "22"), cell("staffing.headcount", "24")), indicators())
    assert (found.facts, found.status) == (("staffing.headcount", "staffing.quota"), "computed")
    assert found.note_ko == "(정원 − 현원) ÷ 정원"
