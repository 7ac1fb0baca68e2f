from __future__ import annotations

import pytest

from auditreport.comparing.restatements import agree, find_restatements
from auditreport.schemas.material import Setting
from tests.comparing.materials import make_fact, make_material, make_meta

THEN = make_meta(report_year=2022, plan_year=2023, session_start="2022-11-20")
NOW = make_meta(report_year=2023, plan_year=2024, session_start="2023-11-20")
MONEY = {"kind": "budget", "part": "overview", "unit": "KRW"}


def find(then, now, **given):
    first = make_material(*then, meta=given.pop("then_meta", THEN), path="then.txt")
    second = make_material(*now, meta=given.pop("now_meta", NOW), path="now.txt")
    return find_restatements([second, first], **given)


def amount(value, title, *, year=2022, item="기본경비", decimals=-3, concept="budget.amount", meta=THEN, number=0):
    fact = make_fact(value, year=year, item=item, decimals=decimals, concept=concept, meta=meta, number=number, **MONEY)
    return fact, Setting(role="budget", titles=(title,), labels=(item,))


def prior(value, title="전년도 예산액", **given):
    return amount(value, title, **{"concept": "budget.prior_amount", "meta": NOW, **given})


def test_last_years_budget_that_is_printed_as_it_was_is_the_same():
    (again,), other = find([amount("185312000", "예산액")], [prior("185312000")])
    assert again.same
    assert (again.year, again.date_then, again.date_now) == (2022, "2022-11-20", "2023-11-20")
    assert (again.path_then, again.path_now, again.label) == ("then.txt", "now.txt", "기본경비")
    assert other == ()


def test_changed_budget_is_told_with_the_doubt_about_its_phase():
    (again,), _ = find([amount("185312000", "예산액")], [prior("190000000")])
    assert not again.same
    assert again.note == "Neither report says whether it is the budget as first voted or as changed."


def test_changed_budget_of_one_phase_is_told_without_a_doubt():
    (again,), _ = find([amount("185312000", "당초예산")], [prior("190000000", "전년도 당초예산")])
    assert (again.same, again.note) == (False, None)


def test_other_phase_is_no_change():
    again, (other,) = find([amount("185312000", "당초예산")], [prior("199000000", "전년도 최종예산")])
    assert again == ()
    assert (other.phase_then, other.phase_now) == ("original_budget", "revised")


def test_phase_that_only_one_report_tells_is_no_change():
    again, (other,) = find([amount("185312000", "예산액")], [prior("199000000", "전년도 당초예산")])
    assert again == ()
    assert other.note == "One of the reports does not say which phase it is about."


def test_coarser_unit_is_the_same():
    (again,), _ = find([amount("185312000", "예산액")], [prior("185000000", decimals=-6)])
    assert (again.same, again.note) == (True, "One of the reports prints it in a coarser unit.")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("185312000", -3), ("185000000", -6), "coarser"),
        (("185812000", -3), ("185000000", -6), "cut"),
        (("185812000", -3), ("187000000", -6), "different"),
        (("185000000", -6), ("186000000", -6), "different"),
        (("7", 0), ("8", 0), "different"),
        (("37.84", 2), ("37.8", 1), "coarser"),
        (("-18400000", -3), ("-18000000", -6), "coarser"),
        (("0", -3), ("0", -6), "equal"),
    ],
)
def test_printed_precision_decides_whether_figures_agree(one, other, expected):
    first, second = (make_fact(value, unit="KRW", decimals=decimals) for value, decimals in (one, other))
    assert agree(first, second) == agree(second, first) == expected


def test_similar_label_and_other_year_are_not_matched():
    assert find([amount("5000", "예산액", item="기본경비")], [prior("6000", item="기본경비 보조")]) == ((), ())
    assert find([amount("5000", "예산액")], [prior("6000", year=2021)]) == ((), ())


def test_spaces_and_numbers_of_lists_do_not_part_labels():
    (again,), _ = find([amount("5000", "예산액", item="① 기본 경비")], [prior("5000", item="1. 기본경비")])
    assert again.same


def test_row_that_one_report_prints_with_two_values_is_left_out():
    now = [prior("5000"), prior("7000", number=1)]
    assert find([amount("5000", "예산액")], now) == ((), ())


def test_another_district_or_department_is_not_compared():
    other = make_meta(department="총무과", report_year=2022, plan_year=2023, session_start="2022-11-20")
    assert find([amount("5000", "예산액", meta=other)], [prior("6000")], then_meta=other) == ((), ())


def count(value, *, year, item, column=None, meta=NOW, role="results", number=0, **given):
    dims = {"column": column} if column else {}
    kind = "table" if column else "metric"
    fact = make_fact(
        value, year=year, item=item, dims=dims, kind=kind, concept=kind, meta=meta, number=number, programme="감사"
    )
    return fact, Setting(role=role, labels=(item,), titles=(column,) if column else (), **given)


def test_table_of_years_may_be_turned():
    then = [count("90", year=2021, item="2021년", column="일상감사", meta=THEN, lead="감사 실시현황 (최근 3개년)")]
    now = [count("92", year=2021, item="일상감사", column="2021년", lead="감사 실시현황")]
    (again,), _ = find(then, now)
    assert (again.same, again.value_then, again.value_now) == (False, "90", "92")


def test_tables_of_other_topics_are_not_matched():
    then = [count("90", year=2021, item="2021년", column="접수", meta=THEN, lead="상반기 민원 현황")]
    now = [count("92", year=2021, item="2021년", column="접수", lead="하반기 민원 현황")]
    assert find(then, now) == ((), ())


def test_count_so_far_and_count_of_the_year_are_of_other_phases():
    again, (other,) = find(
        [count("90", year=2022, item="일상감사", meta=THEN)], [count("120", year=2022, item="일상감사")]
    )
    assert again == ()
    assert (other.phase_then, other.phase_now) == ("executed_to_date", "full_year")


def test_what_a_report_says_of_its_own_year_is_no_restatement():
    spring = make_meta(report_year=2023, plan_year=2023, session_start="2023-02-10")
    then, now = amount("5000", "예산액", year=2023, meta=spring), amount("6000", "예산액", year=2023, meta=NOW)
    again, (other,) = find([then], [now], then_meta=spring)
    assert again == ()
    assert other.note == "They count up to different days, or do not say up to which."


def test_target_and_result_are_of_other_phases():
    then = [count("100", year=2021, item="일상감사", column="2021년 > 목표", meta=THEN)]
    then = [(then[0][0], Setting(role="results", labels=("일상감사",), titles=("2021년", "목표")))]
    now = [count("90", year=2021, item="일상감사", column="2021년 > 실적")]
    now = [(now[0][0], Setting(role="results", labels=("일상감사",), titles=("2021년", "실적")))]
    again, (other,) = find(then, now)
    assert again == ()
    assert (other.phase_then, other.phase_now) == ("planned", "full_year")


def test_latest_report_before_in_the_same_phase_is_held_against():
    first = make_meta(report_year=2021, plan_year=2022, session_start="2021-11-20")
    reports = [
        make_material(amount("100000", "당초예산", year=2021, meta=first), meta=first, path="a"),
        make_material(prior("120000", "2021년 최종예산", year=2021, meta=THEN), meta=THEN, path="b"),
        make_material(prior("100000", "2021년 당초예산", year=2021, meta=NOW), meta=NOW, path="c"),
    ]
    again, other = find_restatements(reports)
    assert [(one.path_then, one.path_now, one.same) for one in again] == [("a", "c", True)]
    assert [(one.path_then, one.path_now) for one in other] == [("a", "b"), ("b", "c")]


def test_programme_that_was_renamed_is_matched_by_its_key():
    (fact, setting) = count("90", year=2021, item="일상감사", meta=THEN)
    then = [(fact.model_copy(update={"programme": "열린 감사"}), setting)]
    now = [count("92", year=2021, item="일상감사")]
    assert find(then, now) == ((), ())
    (again,), _ = find(then, now, programme_key=lambda material, title: "one")
    assert not again.same


def test_notes_are_in_both_languages():
    (again,), _ = find([amount("185312000", "예산액")], [prior("185000000", decimals=-6)])
    assert again.note_ko == "한 보고서가 더 큰 단위로 적었습니다."
    assert again.note is not None
