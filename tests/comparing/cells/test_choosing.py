"""Which figure stands in a cell, and when none does."""

from __future__ import annotations

from typing import Any

from auditreport.comparing.cells.choosing import choose
from auditreport.schemas import Fact
from auditreport.schemas.material import Material, Setting
from auditreport.vocab.indicators import indicators
from tests.comparing.materials import make_fact, make_material, make_meta

META = make_meta(report_year=2023, plan_year=2024, session_start="2023-11-20")
RESULTS = Setting(role="results")


def of(*rows: dict[str, Any]) -> Material:
    facts: list[tuple[Fact, Setting]] = []
    for number, row in enumerate(rows):
        setting = row.pop("setting", RESULTS)
        facts.append((make_fact(row.pop("value"), number=number, meta=META, **{"year": 2023, **row}), setting))
    return make_material(*facts, meta=META)


def values(material: Material) -> list[tuple[str, int, str | None, list[str]]]:
    chosen, _ = choose(material, indicators())
    return [
        (one.place.indicator, one.place.year, one.place.phase, [found.fact.value for found in one.found])
        for one in chosen
    ]


def undecided(material: Material) -> list[tuple[tuple[str, ...], int]]:
    _, against = choose(material, indicators())
    return [(one.indicators, len(one.facts)) for one in against]


def test_close_label_wins_over_a_loose_one() -> None:
    material = of({"value": "120", "item": "고충민원 처리"}, {"value": "7", "item": "구청장에게 낸 고충민원 처리"})
    assert values(material) == [("grievances.received", 2023, "executed_to_date", ["120"])]
    assert undecided(material) == []


def test_different_figures_for_one_place_are_listed_and_none_is_chosen() -> None:
    material = of({"value": "120", "item": "고충민원 처리"}, {"value": "130", "item": "고충민원 접수"})
    assert values(material) == []
    assert undecided(material) == [(("grievances.received",), 2)]


def test_same_figure_stated_twice_is_one_cell_with_both() -> None:
    material = of({"value": "120", "item": "고충민원 처리"}, {"value": "120", "item": "고충민원 접수 및 처리"})
    assert values(material) == [("grievances.received", 2023, "executed_to_date", ["120", "120"])]


def test_parts_without_a_whole_are_listed() -> None:
    material = of(
        {"value": "3", "unit": "회", "item": "자체감사 실시 > 종합감사"},
        {"value": "6", "unit": "회", "item": "자체감사 실시 > 특정감사"},
    )
    assert values(material) == []
    assert undecided(material) == [(("self_audit.cases",), 2)]


def test_bounds_and_rates_of_a_month_count_nothing() -> None:
    material = of(
        {"value": "10", "unit": "회", "item": "기획순찰", "dims": {"qualifier": "월"}},
        {"value": "30", "unit": "명", "item": "시민감사관 위촉", "dims": {"qualifier": "이내"}},
    )
    assert values(material) == []


def test_budget_of_the_year_before_belongs_to_that_year() -> None:
    material = of(
        {
            "value": "255000000",
            "kind": "budget",
            "concept": "budget.amount",
            "unit": "KRW",
            "decimals": -6,
            "item": "계",
        },
        {
            "value": "185000000",
            "kind": "budget",
            "concept": "budget.prior_amount",
            "unit": "KRW",
            "decimals": -6,
            "item": "계",
            "year": 2022,
            "setting": Setting(titles=("2022년 (당초예산)",), role="budget"),
        },
    )
    assert values(material) == [
        ("budget.amount", 2023, None, ["255000000"]),
        ("budget.amount", 2022, "original_budget", ["185000000"]),
    ]


def test_rounded_or_cut_off_figure_agrees_with_the_precise_one() -> None:
    row = {"kind": "budget", "concept": "budget.amount", "unit": "KRW", "item": "계"}
    material = of({"value": "46300000000", "decimals": -8, **row}, {"value": "46383141000", "decimals": -3, **row})
    assert values(material) == [("budget.amount", 2023, None, ["46383141000", "46300000000"])]


def test_only_source_of_funds_is_the_whole_and_several_are_none() -> None:
    row = {"kind": "programme_budget", "concept": "budget.amount", "unit": "KRW", "decimals": -3, "programme": "순찰"}
    one = of({"value": "5000000", "dims": {"fund": "구비"}, **row})
    two = of(
        {"value": "5000000", "dims": {"fund": "구비"}, **row}, {"value": "3000000", "dims": {"fund": "시비"}, **row}
    )
    assert values(one) == [("budget.amount", 2023, None, ["5000000"])]
    assert values(two) == []


def test_figure_in_an_uncertain_column_is_listed_only_if_it_may_be_the_whole() -> None:
    row = {"kind": "staffing", "concept": "staffing.quota", "unit": "명", "item": "정원", "status": "ambiguous"}
    grade = of({"value": "7", "candidates": ({"grade": "6급"}, {"grade": "7급"}), **row})
    whole = of({"value": "27", "candidates": ({}, {"grade": "7급"}), **row})
    assert undecided(grade) == []
    assert undecided(whole) == [(("staffing.quota",), 1)]


def test_figure_without_a_year_belongs_nowhere() -> None:
    assert values(of({"value": "90", "item": "일상감사", "year": None})) == []
