from __future__ import annotations

import pytest

from auditreport.comparing.made import made
from auditreport.comparing.phases import as_of, phase_of, timed
from auditreport.schemas.material import Setting
from tests.comparing.materials import make_fact, make_material, make_meta

NOVEMBER = make_meta(report_year=2023, plan_year=2024, session_start="2023-11-20")
FEBRUARY = make_meta(report_year=2023, plan_year=2023)
BUDGET = {"kind": "budget", "part": "overview", "unit": "KRW", "decimals": -3}


def amount(title, *, concept="budget.amount", year=2023, meta=NOVEMBER, **around):
    fact = make_fact("5000000", concept=concept, year=year, **BUDGET)
    return phase_of(fact, Setting(role="budget", titles=title, **around), meta)


@pytest.mark.parametrize(
    ("titles", "phase"),
    [
        (("예산액",), None),
        (("2022년", "(당초예산)"), "original_budget"),
        (("2022년 (당초예산)",), "original_budget"),
        (("2024년 본예산",), "original_budget"),
        (("기본예산",), None),
        (("예산현액",), "revised"),
        (("1회 추경",), "revised"),
        (("최종예산액",), "revised"),
        (("예산액", "변경"), "revised"),
        (("당초예산 대비",), None),
        (("당초예산(추경 포함)",), None),
    ],
)
def test_titles_tell_the_phase_of_a_budget(titles, phase):
    assert amount(titles) == phase


def test_caption_tells_the_phase_where_the_title_is_bare():
    assert amount(("예산액",), caption="2023년 본예산 (단위: 천원)") == "original_budget"


def test_row_label_tells_the_phase():
    assert amount(("금액",), labels=("제1회 추경",)) == "revised"


def test_november_report_has_spent_its_own_year_up_to_its_date():
    assert amount(("집행액",), concept="budget.executed") == "executed_to_date"


def test_year_before_the_report_is_whole():
    assert amount(("집행액",), concept="budget.executed", year=2022) == "full_year"


def test_settled_accounts_are_of_the_whole_year():
    assert amount(("결산액",), concept="budget.executed", year=2022) == "full_year"


def test_what_is_expected_by_the_end_of_the_year_is_a_forecast():
    assert amount(("집행액", "12.31까지"), concept="budget.executed_forecast") == "forecast"
    assert amount(("예상잔액(유보액)",), concept="budget.balance") == "forecast"


def test_spending_of_a_report_without_any_date_has_no_phase():
    bare = make_meta(report_year=2023, plan_year=2024)
    assert amount(("집행액",), concept="budget.executed", meta=bare) is None


def test_dates_of_figures_tell_when_an_undated_report_was_made():
    bare = make_meta(report_year=2015, plan_year=2016)
    facts = [
        make_fact("1", year=2015, as_of="2015-10-31"),
        make_fact("2", year=2015, as_of="2015-12-31", concept="budget.executed_forecast"),
    ]
    assert made(bare, facts).text == "2015-10-31"
    assert made(bare, facts).is_running(2015)


def metric(role, *, part="results", year=2023, meta=NOVEMBER, item=None, **setting):
    return phase_of(make_fact("7", part=part, year=year, item=item), Setting(role=role, **setting), meta)


def test_results_of_the_running_year_are_up_to_date_and_of_the_last_one_whole():
    assert metric("results") == "executed_to_date"
    assert metric("results", year=2022) == "full_year"


def test_results_inside_a_plan_are_results():
    assert metric("results", part="plan", year=2022, meta=FEBRUARY) == "full_year"


def test_results_of_the_planned_year_in_a_plan_made_before_it_have_no_phase():
    assert metric("results", part="plan", year=2023, meta=FEBRUARY) is None


def test_plans_are_planned():
    assert metric("plan", part="plan", year=2024) == "planned"
    assert metric("plan", part="results") == "planned"


def test_past_year_in_a_plan_is_a_result():
    assert metric("plan", part="plan", year=2022, meta=FEBRUARY) == "full_year"


def test_target_and_result_columns_part():
    assert metric("results", titles=("2023년", "목표")) == "planned"
    assert metric("results", titles=("2023년", "실적")) == "executed_to_date"
    assert metric("results", labels=("목표",), titles=("1분기",)) == "planned"


def test_nouns_with_a_word_of_a_phase_tell_nothing():
    assert metric("results", item="주요내용 > 정책목표") == "executed_to_date"


def test_needs_are_planned():
    fact = make_fact("5", kind="required_budget", part="plan", concept="required.amount", unit="KRW", year=2024)
    assert phase_of(fact, Setting(role="needs"), FEBRUARY) == "planned"


def test_executed_amount_shares_the_date_of_the_rate_beside_it():
    spent = make_fact("215040000", number=1, concept="budget.executed", year=2023, **BUDGET)
    rate = make_fact("66", number=2, concept="budget.execution_rate", year=2023, as_of="2023-10-31", kind="budget")
    other = make_fact("9", number=3, concept="budget.executed", year=2023, **BUDGET)
    cell = Setting(role="budget", block=9, row=0)
    report = make_material((spent, cell), (rate, cell), (other, Setting(role="budget", block=9, row=1)), meta=NOVEMBER)
    first, _, last = timed(report)
    assert (first.phase, first.as_of) == ("executed_to_date", "2023-10-31")
    assert first.note == "The date is the one printed beside the rate of the same row."
    assert last.as_of is None


def test_own_date_stands_without_a_note():
    spent = make_fact("5", concept="budget.executed", year=2023, as_of="2023-09-30")
    assert as_of(spent, Setting(row=0), ()) == ("2023-09-30", None)
