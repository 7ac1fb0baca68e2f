"""How closely labels name an indicator."""

from __future__ import annotations

import pytest

from auditreport.comparing.cells.labels import Fit, describes, fit, fold
from auditreport.schemas.indicator import Finding
from auditreport.schemas.material import Setting
from tests.comparing.materials import make_fact

GRIEVANCES = Finding(topic=("고충민원",), without=("지침",), units=("건",))
REVIEWS = Finding(
    topic=("원가심사", "계약심사"), label=("건수", "요청건수", "계약심사"), without=("비대상",), units=("건",)
)


@pytest.mark.parametrize(
    ("label", "folded"),
    [
        ("2022년 자체감사 실시(종합)", "자체감사실시"),
        ("절감율", "절감률"),
        ("「응답소 현장민원」 접수", "응답소현장민원접수"),
        ("'24년", ""),
    ],
)
def test_label_folds_to_its_words(label: str, folded: str) -> None:
    assert fold(label) == folded


@pytest.mark.parametrize(
    ("item", "how"),
    [
        ("고충민원 처리", Fit.CLOSE),
        ("민원 관리 > 고충민원 접수 및 처리 > 실적", Fit.CLOSE),
        ("서면으로 낸 고충민원 접수", Fit.LOOSE),
        ("고충민원 처리 > 응답소 민원", Fit.PART),
        ("고충민원 처리지침 통보", Fit.NOT),
        ("전화 상담", Fit.NOT),
    ],
)
def test_text_fits_by_its_innermost_label_with_the_topic(item: str, how: Fit) -> None:
    assert fit(make_fact("10", item=item), Setting(), GRIEVANCES) is how


@pytest.mark.parametrize(
    ("item", "column", "how"),
    [
        ("계", "건수", Fit.CLOSE),
        ("2022년", "요청건수", Fit.CLOSE),
        ("공사", "건수", Fit.PART),
        ("계", "직원 수", Fit.NOT),
    ],
)
def test_table_fits_by_row_and_column_under_the_line_that_introduces_it(item: str, column: str, how: Fit) -> None:
    fact = make_fact("10", kind="table", item=item, dims={"column": column})
    assert fit(fact, Setting(lead="원가심사 추진실적"), REVIEWS) is how


def test_word_that_is_shut_out_counts_in_the_line_above_the_table_too() -> None:
    fact = make_fact("10", kind="table", item="계", dims={"column": "건수"})
    assert fit(fact, Setting(lead="계약심사 비대상 사업 조사"), REVIEWS) is Fit.NOT


def test_programme_names_the_topic_of_a_table_but_not_of_running_text() -> None:
    table = make_fact("10", kind="table", item="계", dims={"column": "건수"}, programme="원가심사 운영")
    text = make_fact("10", item="건수", programme="원가심사 운영")
    assert fit(table, Setting(), REVIEWS) is Fit.CLOSE
    assert fit(text, Setting(), REVIEWS) is Fit.NOT


def test_several_words_that_end_in_the_topics_noun_describe_it() -> None:
    finding = Finding(topic=("기획순찰",), units=("회",))
    assert describes(make_fact("9", item="기획순찰 > 계절마다 하는 현장 순찰"), finding)
    assert not describes(make_fact("9", item="기획순찰 > 야간 순찰"), finding)
    assert not describes(make_fact("9", item="기획순찰 > 주민이 낸 여러 민원"), finding)


def test_half_of_a_year_is_a_part() -> None:
    assert fit(make_fact("50", item="2023년 상반기 고충민원 처리"), Setting(), GRIEVANCES) is Fit.PART
