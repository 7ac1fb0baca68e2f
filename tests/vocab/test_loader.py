"""Words as data: what the vocabulary tells of headings, columns, units, marks and names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from auditreport import vocab

FOLDER = Path(vocab.__file__).parent
PATTERNS = sorted(tomllib.loads((FOLDER / "patterns.toml").read_text(encoding="utf-8"))["patterns"])


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("예 산 액", "예산액"),
        ("민 원 관 리 팀", "민원관리팀"),
        ("기본 경비", "기본 경비"),
        ("사 용 료 수 입", "사용료수입"),
        ("정  원", "정원"),
        ("조 직 : 3개팀", "조직 : 3개팀"),
        ("감사  결과   보고", "감사 결과 보고"),
        ("", ""),
    ],
)
def test_letter_spaced_words_are_joined_and_real_spaces_stay(text: str, joined: str) -> None:
    assert vocab.join_spaced(text) == joined


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("민원ㆍ감사", "민원·감사"),
        ("민원․감사", "민원‧감사"),
        ("예 산 액", "예산액"),
        ("‘청렴’ 교육", "청렴교육"),
        ("AI센터", "ai센터"),
    ],
)
def test_labels_that_differ_in_spaces_quotes_dots_or_case_compare_equal(one: str, other: str) -> None:
    assert vocab.squash(one) == vocab.squash(other)


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("일반현황", "overview"),
        ("2024년 주요업무 추진실적", "results"),
        ("2025년 주요 업무계획", "plan"),
        ("신규·중점사업", "new_plan"),
        ("하천 산책로", None),
    ],
)
def test_a_heading_tells_its_part(title: str, part: str | None) -> None:
    assert vocab.headings().part(title) == part


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("추 진 실 적", "results"),
        ("2024년 추진실적", "results"),
        ("소요예산", "needs"),
        ("소요예산(천원)", "needs"),
        ("정·현원 현황", "staffing"),
        ("문제점 및 개선방안", "problems"),
        ("골목대장 선발", None),
    ],
)
def test_a_heading_tells_the_role_of_its_section(title: str, role: str | None) -> None:
    assert vocab.headings().section(title) == role


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("예산액", "budget.amount"),
        ("집행액", "budget.executed"),
        ("집 행 률(%)", "budget.execution_rate"),
        ("증(△)감", "budget.change"),
        ("전년도 예산액", "budget.prior_amount"),
        ("예상잔액(유보액)", "budget.balance"),
        ("증감률", "budget.change_rate"),
        ("비고", None),
    ],
)
def test_a_title_tells_the_measure_of_a_budget(title: str, concept: str | None) -> None:
    assert vocab.columns().measure(title) == concept


@pytest.mark.parametrize(
    ("title", "concept"), [("정 원", "quota"), ("현원", "headcount"), ("과·부족", "gap"), ("직급", None)]
)
def test_a_title_tells_the_concept_of_staffing(title: str, concept: str | None) -> None:
    found = vocab.columns().staffing(title)
    assert found == (f"staffing.{concept}" if concept else None)


@pytest.mark.parametrize(
    ("title", "is_whole"), [("합 계", True), ("계(명)", True), ("총사업비", True), ("총무과", False), ("총괄팀", False)]
)
def test_a_title_tells_whether_it_covers_all(title: str, is_whole: bool) -> None:
    assert vocab.columns().covers_all(title) == is_whole


@pytest.mark.parametrize(
    ("title", "unit"),
    [("처리건수", "건"), ("참여인원", "명"), ("절감률", "%"), ("개소수", "개소"), ("예산액", None), ("차시", "차시")],
)
def test_the_ending_of_a_title_tells_the_unit_of_its_cells(title: str, unit: str | None) -> None:
    assert vocab.units().of_column(title) == unit


def test_every_pattern_compiles() -> None:
    assert len(PATTERNS) > 20
    assert all(isinstance(vocab.pattern(name), re.Pattern) for name in PATTERNS)


def test_a_pattern_may_hold_another_pattern() -> None:
    assert vocab.pattern("as_of").search("(’24. 12. 31.(화) 기준)") is not None


def test_units_of_money_are_powers_of_ten() -> None:
    for name, factor in vocab.units().money.items():
        assert set(str(int(factor))) <= {"1", "0"}, name


def test_counters_are_sorted_longest_first_so_that_the_longest_is_read() -> None:
    for words in (vocab.units().counters, vocab.units().after_each, vocab.units().not_counters):
        assert list(words) == sorted(words, key=lambda word: (-len(word), word))


def test_marks_are_ranked_from_the_square_to_the_note() -> None:
    rank = vocab.marks().rank
    assert rank["□"] < rank["○"] < rank["-"] < rank["·"] < rank["※"]
    assert not set(rank) & vocab.marks().letters - {"§"}


def test_a_dash_is_no_negative_sign_of_a_table_but_for_the_minus() -> None:
    assert {"△", "▲", "−", "-"} <= vocab.marks().negative
    assert {"-", "–", "—", "−"} <= vocab.marks().dash


def test_what_a_counter_counts_is_named() -> None:
    assert vocab.units().name_of("회") == "횟수"
    assert vocab.units().name_of("톤") == "톤"
