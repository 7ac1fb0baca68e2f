"""Figures of articles against reports: every verdict, and the reasons for having none."""

from __future__ import annotations

import pytest

from auditreport import read
from auditreport.comparing import claims
from auditreport.pipeline.claims import article_part
from auditreport.schemas.material import Setting
from tests.comparing.materials import make_fact, make_material, make_meta

META = make_meta(report_year=2023, plan_year=2024, session_start="2024-02-01")
AUDITS = make_fact("90", number=1, item="자체감사 > 일상감사", year=2023, programme="감사의 내실화", meta=META)
SPENT = make_fact("66", number=2, concept="budget.execution_rate", kind="budget", unit="%", year=2023, meta=META)
SAVED = make_fact(
    "955000000", number=3, item="계", dims={"column": "절감액"}, kind="table", concept="table", unit="KRW", decimals=-6,
    year=2023, programme="계약심사제 운영", meta=META,
)  # fmt: skip
QUOTA = make_fact(
    "25", number=4, item="정원", concept="staffing.quota", kind="staffing", unit="명", year=2023, meta=META
)
RESULTS = Setting(role="results")


def report(*facts, meta=META, path="report.txt"):
    return make_material(*((fact, RESULTS) for fact in facts or (AUDITS, SPENT, SAVED, QUOTA)), meta=meta, path=path)


def tell(text, *reports, published="2024-03-10"):
    source = f"영등포구 소식\n\n등록 : {published} 09:00\n\n{text}\n"
    done = read(source.encode(), "article.txt")
    article = article_part(done.document, done.report, done.facts)
    article = article.model_copy(update={"meta": article.meta.model_copy(update={"district": "영등포구"})})
    return claims.test_claims(article, reports or (report(),))


def test_same_figure_is_supported_with_its_place():
    (claim,) = tell("영등포구는 2023년 일상감사를 90건 실시했다.")
    assert (claim.verdict, claim.year, claim.raw) == ("supported", 2023, "90")
    assert claim.sentence == "영등포구는 2023년 일상감사를 90건 실시했다."
    (match,) = claim.matches
    assert (match.path, match.line, match.value) == ("report.txt", 2, "90")


def test_coarser_figure_is_rounded():
    (claim,) = tell("구는 지난해 계약심사로 9억 6천만 원을 절감했다.")
    assert (claim.verdict, claim.matches[0].value) == ("rounded", "955000000")


def test_money_that_is_rounded_without_a_word_is_rounded():
    fact = SAVED.model_copy(update={"value": "325778000", "decimals": -3})
    (claim,) = tell("구는 지난해 계약심사로 3억 2,600만 원을 절감했다.", report(fact))
    assert claim.verdict == "rounded"
    (claim,) = tell("구는 지난해 계약심사로 3억 2,700만 원을 절감했다.", report(fact))
    assert claim.verdict == "contradicted"


@pytest.mark.parametrize(
    ("words", "true"),
    [
        ("약 100건", "96"),
        ("90여 건", "96"),
        ("80건 이상", "84"),
        ("90건 안팎", "92"),
        ("100건 이내", "96"),
        ("100건 가까이", "96"),
    ],
)
def test_words_that_round_make_a_figure_round(words, true):
    (claim,) = tell(f"구는 지난해 일상감사를 {words} 실시했다.", report(AUDITS.model_copy(update={"value": true})))
    assert claim.verdict == "rounded"


def test_bound_that_the_report_does_not_reach_is_contradicted():
    (claim,) = tell("구는 지난해 일상감사를 100건 이상 실시했다.")
    assert claim.verdict == "contradicted"


def test_other_figure_of_the_same_is_contradicted():
    (claim,) = tell("구는 지난해 일상감사를 98건 실시했다.")
    assert claim.verdict == "contradicted"
    assert claim.note is not None
    assert (claim.note.en, claim.note.ko) == ("The report prints 90 건.", "보고서에는 90건(으)로 적혀 있습니다.")


def test_what_no_report_names_is_not_found():
    (claim,) = tell("구는 지난해 드론 순찰을 640회 했다.")
    assert (claim.verdict, claim.matches) == ("not_found", ())


def note(claim):
    assert claim.verdict == "undecided"
    return claim.note.en


def test_part_of_what_the_report_counts_is_undecided():
    (claim,) = tell("구는 지난해 야간 일상감사를 12건 실시했다.")
    assert "야간" in note(claim)


def test_target_is_undecided():
    (claim,) = tell("구는 2023년 일상감사 120건을 목표로 하고 있다.")
    assert "different phases" in note(claim)


def test_count_up_to_another_day_is_undecided():
    november = make_meta(report_year=2023, plan_year=2024)
    dated = make_fact("7", number=9, year=2023, as_of="2023-10-31", meta=november)
    reports = (report(AUDITS, dated, meta=november),)
    (claim,) = tell("구는 올해 11월까지 일상감사를 98건 실시했다.", *reports, published="2023-12-15")
    assert "different phases or days" in note(claim)
    (claim,) = tell("구는 올해 10월까지 일상감사를 98건 실시했다.", *reports, published="2023-12-15")
    assert claim.verdict == "contradicted"


def test_figure_of_no_told_year_is_undecided():
    (claim,) = tell("구는 일상감사를 98건 실시했다.")
    assert "which year" in note(claim)


def test_figure_of_another_year_is_not_found():
    (claim,) = tell("구는 2019년 일상감사를 98건 실시했다.")
    assert claim.verdict == "not_found"


def test_year_that_is_compared_with_is_not_that_of_the_figure():
    (claim,) = tell("구는 지난해 일상감사를 2022년보다 늘어난 90건 실시했다.")
    assert (claim.verdict, claim.year) == ("supported", 2023)


def test_several_figures_that_differ_are_undecided():
    other = make_fact("40", number=8, item="기강 > 일상감사", year=2023, meta=META)
    (claim,) = tell("구는 지난해 일상감사를 98건 실시했다.", report(AUDITS, other))
    assert "Several figures" in note(claim)


def test_topic_that_the_article_names_tells_one_of_several():
    other = make_fact("40", number=8, item="현장점검 > 일상감사", year=2023, meta=META)
    (claim,) = tell("구는 지난해 자체감사 중 일상감사를 98건 실시했다.", report(AUDITS, other))
    assert claim.verdict == "contradicted"


def test_words_in_front_of_a_figure_inside_a_label_count_too():
    fact = make_fact("14", number=8, item="승차거부 3회 이상 적발자 자격정지", year=2023, meta=META)
    *_, claim = tell("구는 지난해 외국인 승차거부 3회 이상 적발자 자격정지 10건을 처리했다.", report(fact))
    assert "외국인" in note(claim)
    *_, claim = tell("구는 지난해 승차거부 3회 이상 적발자 자격정지 10건을 처리했다.", report(fact))
    assert claim.verdict == "contradicted"


def test_number_that_fits_a_weaker_label_supports_nothing():
    weak = make_fact("98", number=8, item="감사", year=2023, meta=META)
    (claim,) = tell("구는 지난해 일상감사를 98건 실시했다.", report(AUDITS, weak))
    assert "Several figures" in note(claim)


def test_small_number_of_a_part_is_not_that_of_the_whole():
    (claim,) = tell("구는 지난해 야간 일상감사를 90건 실시했다.")
    assert "야간" in note(claim)


def test_report_of_another_district_is_no_evidence():
    other = make_meta(report_year=2023, district="금천구", session_start="2024-02-01")
    (claim,) = tell("구는 지난해 일상감사를 98건 실시했다.", report(AUDITS, meta=other))
    assert claim.verdict == "not_found"


def test_report_that_is_an_article_is_no_evidence():
    (claim,) = tell(
        "구는 지난해 일상감사를 90건 실시했다.", report(meta=META.model_copy(update={"doc_kind": "press_article"}))
    )
    assert claim.verdict == "not_found"


def test_same_number_about_something_else_is_undecided():
    fact = make_fact("1699", number=7, item="재정상 성과", year=2023, meta=META)
    (claim,) = tell("구는 지난해 드론 순찰을 1,699건 했다.", report(fact))
    assert "not plainly about the same" in note(claim)


def test_figure_of_a_department_needs_its_name():
    budget = make_fact(
        "250000000", number=6, item="계", concept="budget.amount", kind="budget", unit="KRW", year=2023, meta=META
    )
    (claim,) = tell("구의 2023년 예산은 5,000억 원이다.", report(budget))
    assert claim.verdict == "not_found"
    (claim,) = tell("감사담당관의 2023년 예산은 3억 1천만 원이다.", report(budget))
    assert claim.verdict == "contradicted"


def test_uncertain_figure_of_a_report_decides_nothing():
    (claim,) = tell("구는 지난해 일상감사를 90건 실시했다.", report(AUDITS.model_copy(update={"status": "ambiguous"})))
    assert "not read with certainty" in note(claim)


def test_figures_that_no_label_tells_are_tested_too():
    (claim,) = tell("지난해에는 90건의 일상감사를 실시했다.")
    assert (claim.verdict, claim.raw) == ("supported", "90")


def test_money_with_a_space_before_its_unit_is_one_figure():
    (claim,) = tell("구는 지난해 계약심사로 9억 5,500만 원을 절감했다.")
    assert (claim.verdict, claim.value) == ("supported", "955000000")
