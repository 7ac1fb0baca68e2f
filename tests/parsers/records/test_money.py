"""Budgets of a department and of programmes, and needs."""

from __future__ import annotations

from auditreport.schemas import Fact
from tests.reading import facts

OVERVIEW = "2024년도 주요업무보고\n감사담당관\nⅠ. 일반현황\n1. 예산현황\n"
RESULTS = "2024년도 주요업무보고\n감사담당관\nⅡ. 2024년 추진실적\n1. 자체감사\n□ 예산현황\n"
PLAN = "2024년도 주요업무보고\n감사담당관\nⅢ. 2025년 추진계획\n1. 자체감사\n"


def rows(found: list[Fact]) -> list[tuple[str | None, str, str, int | None]]:
    """Item, concept, value and year."""
    return [(f.item, f.concept, f.value, f.period.year) for f in found]


def test_columns_of_a_budget_tell_concept_unit_and_year() -> None:
    found = facts(OVERVIEW + "(단위 : 천원)\n구 분 예산액 전년도예산액 증(△)감\n계 500 520 △20\n여비 300 320 △20\n")
    assert rows(found)[:3] == [
        ("계", "budget.amount", "500000", 2024),
        ("계", "budget.prior_amount", "520000", 2023),
        ("계", "budget.change", "-20000", 2024),
    ]
    assert {(f.kind, f.unit, f.decimals) for f in found} == {("budget", "KRW", -3)}


def test_a_header_over_two_lines_parts_what_is_spent_from_what_will_be() -> None:
    text = (
        "(단위 : 천원)\n구 분 예산액 집 행 액 예상잔액\n(유보액) 10.31기준 12.31까지\n"
        "계 900 610 850 50\n여비 400 300 390 10\n"
    )
    found = facts(OVERVIEW + text)[:4]
    assert [(f.concept, f.value, f.period.as_of) for f in found] == [
        ("budget.amount", "900000", None),
        ("budget.executed", "610000", "2024-10-31"),
        ("budget.executed_forecast", "850000", "2024-12-31"),
        ("budget.balance", "50000", None),
    ]


def test_columns_of_years_are_budgets_of_those_years() -> None:
    text = "(단위 : 백만원)\n구분\t2025년\t2024년\t증감\t증감률(%)\n합계\t735\t700\t35\t5.0\n"
    found = facts(OVERVIEW.replace("2024년도", "2025년도") + text)
    assert rows(found) == [
        ("합계", "budget.amount", "735000000", 2025),
        ("합계", "budget.prior_amount", "700000000", 2024),
        ("합계", "budget.change", "35000000", 2025),
        ("합계", "budget.change_rate", "5", 2025),
    ]
    assert [f.decimals for f in found] == [-6, -6, -6, 1]


def test_income_is_kept_apart_from_spending() -> None:
    found = facts(OVERVIEW + "(단위 : 백만원)\n구 분 계 환경정책과 기후대기과\n세 입 125 100 25\n세 출 368 300 68\n")
    assert [(f.dims, f.value) for f in found] == [
        ({"side": "세입"}, "125000000"),
        ({"side": "세입", "unit": "환경정책과"}, "100000000"),
        ({"side": "세입", "unit": "기후대기과"}, "25000000"),
        ({"side": "세출"}, "368000000"),
        ({"side": "세출", "unit": "환경정책과"}, "300000000"),
        ({"side": "세출", "unit": "기후대기과"}, "68000000"),
    ]


def test_budgets_stated_in_one_line_are_read_with_side_or_sub_organisation() -> None:
    text = OVERVIEW.removesuffix("1. 예산현황\n")
    sides = facts(text + "□ 예 산 : 세입 89억원, 세출 463억원\n")
    assert [(f.kind, f.dims, f.value) for f in sides] == [
        ("budget", {"side": "세입"}, "8900000000"),
        ("budget", {"side": "세출"}, "46300000000"),
    ]
    parts = facts(text + "□ 예 산 : 925백만원(감사담당관 506, 청렴담당관 419)\n")
    assert [(f.dims, f.value) for f in parts] == [
        ({}, "925000000"),
        ({"unit": "감사담당관"}, "506000000"),
        ({"unit": "청렴담당관"}, "419000000"),
    ]


def test_a_programme_budget_names_its_sources_of_funds() -> None:
    text = "(단위 : 천원)\n예산액 집행액 집행률(%)\n22,914 (시 9,300, 구비 13,614) 20,263 (구비100%) 88\n"
    found = facts(RESULTS + text)
    assert [(f.kind, f.concept, f.dims, f.value, f.unit) for f in found] == [
        ("programme_budget", "budget.amount", {}, "22914000", "KRW"),
        ("programme_budget", "budget.amount", {"fund": "시비"}, "9300000", "KRW"),
        ("programme_budget", "budget.amount", {"fund": "구비"}, "13614000", "KRW"),
        ("programme_budget", "budget.executed", {"fund": "구비"}, "20263000", "KRW"),
        ("programme_budget", "budget.execution_rate", {}, "88", "%"),
    ]
    assert {f.programme for f in found} == {"자체감사"}


def test_needs_stated_behind_their_heading_are_of_the_plan_year() -> None:
    found = facts(PLAN + "□ 소요예산 : 47,258천원 - 구비 100%\n")
    assert [(f.kind, f.dims, f.value, f.period.year) for f in found] == [
        ("required_budget", {"fund": "구비"}, "47258000", 2025)
    ]


def test_needs_with_amounts_of_their_sources_are_a_fact_each() -> None:
    found = facts(PLAN + "□ 소요예산 : 3,400백만원 (국비 1,500, 시비 1,900)\n")
    assert [(f.dims, f.value) for f in found] == [
        ({}, "3400000000"),
        ({"fund": "국비"}, "1500000000"),
        ({"fund": "시비"}, "1900000000"),
    ]


def test_a_table_of_needs_has_sources_as_rows_and_years_as_columns() -> None:
    text = "□ 소요예산\n(단위 : 천원)\n재원별\t합계\t2025년\t2026년\n계\t300\t100\t200\n구비\t300\t100\t200\n"
    found = facts(PLAN + text)
    assert [(f.item, f.dims.get("column"), f.value, f.period.year) for f in found] == [
        ("계", "합계", "300000", None),
        ("계", None, "100000", 2025),
        ("계", None, "200000", 2026),
        ("구비", "합계", "300000", None),
        ("구비", None, "100000", 2025),
        ("구비", None, "200000", 2026),
    ]
    assert {f.kind for f in found} == {"required_budget"}
    assert [f.dims.get("fund") for f in found] == [None] * 3 + ["구비"] * 3


def test_a_programme_without_a_budget_states_no_need() -> None:
    assert facts(PLAN + "□ 소요예산 : 비예산\n") == []


def test_needs_stated_in_a_bullet_of_a_plan_are_needs_and_no_metric() -> None:
    text = "□ 사업개요\n○ 사업기간 : 연중\n○ 소요예산 : 30,000천원(시비 10,000, 구비 20,000)\n"
    assert [(f.kind, f.dims, f.value) for f in facts(PLAN + text)] == [
        ("required_budget", {}, "30000000"),
        ("required_budget", {"fund": "시비"}, "10000000"),
        ("required_budget", {"fund": "구비"}, "20000000"),
    ]


def test_an_amount_behind_the_heading_of_a_budget_in_a_plan_is_a_need() -> None:
    found = facts(PLAN + "□ 예산액 : 500백만원 (구비 100%)\n")
    assert [(f.kind, f.dims, f.value) for f in found] == [("required_budget", {"fund": "구비"}, "500000000")]


def test_needs_of_several_years_have_no_year() -> None:
    text = "□ 소요예산 (단위 : 백만원)\n구분\t총사업비\t’24년 이전\t2025년\t2026~2027\n국비\t60\t10\t20\t30\n"
    assert [(f.dims.get("column"), f.period.year, f.value) for f in facts(PLAN + text)] == [
        ("총사업비", None, "60000000"),
        ("’24년 이전", None, "10000000"),
        (None, 2025, "20000000"),
        ("2026~2027", None, "30000000"),
    ]


def test_columns_below_a_year_tell_the_needs_of_that_year_apart() -> None:
    text = "□ 소요예산 (단위 : 백만원)\n구분\t2025년\t2025년\n구분\t예산\t집행\n국비\t20\t15\n"
    assert [(f.dims["column"], f.period.year) for f in facts(PLAN + text)] == [
        ("2025년 > 예산", 2025),
        ("2025년 > 집행", 2025),
    ]


def test_only_money_is_a_need() -> None:
    text = "□ 소요예산 (단위 : 백만원)\n구분\t2025년\t2026년\n계\t20\t30\n교육\t3회 실시\t5회 실시\n"
    assert [(f.concept, f.value, f.unit) for f in facts(PLAN + text)] == [
        ("required.amount", "20000000", "KRW"),
        ("required.amount", "30000000", "KRW"),
        ("table", "3", "회"),
        ("table", "5", "회"),
    ]
