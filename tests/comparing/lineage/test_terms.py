"""Titles and lines → terms and what they are worth."""

from __future__ import annotations

from auditreport.comparing.lineage.terms import body_terms, shared_lines, split, telling_words, tells, title_terms


def test_words_shed_particles_numbers_and_signs() -> None:
    assert split("고충민원의 처리를 2,593건(상반기)") == ("고충민원", "처리", "상반기")


def test_common_words_and_clauses_tell_nothing() -> None:
    assert telling_words("신뢰받는 구민중심 감사 행정 운영") == ("감사",)


def test_clause_in_front_of_the_noun_is_worth_less_than_the_noun() -> None:
    worth = title_terms("기본과 원칙에 따른 신뢰받는 감사 행정").words
    assert worth["감사"] == 1.0
    assert max(value for word, value in worth.items() if word not in ("감사", "행정")) == 0.3


def test_noun_that_only_generic_words_follow_stays_what_the_title_is_about() -> None:
    worth = title_terms("감사의 내실화 및 공직기강 확립").words
    assert (worth["감사"], worth["공직기강"], worth["내실화"]) == (1.0, 1.0, 0.1)


def test_name_of_the_district_tells_nothing_within_it() -> None:
    assert title_terms("인권도시 영등포구", frozenset({"영등포구"})).words == {"인권도시": 1.0, "영등포구": 0.1}


def test_compounds_have_pairs_of_syllables_in_common() -> None:
    one, other = (set(title_terms(title).pairs) for title in ("계약심사제", "계약 원가심사"))
    assert one & other == {"계약", "심사"}


def test_words_of_a_long_line_share_what_a_line_is_worth() -> None:
    short, long = (body_terms([line]).words["순찰"] for line in ("순찰", "순찰 보도 가로등 녹지"))
    assert short == 1.0
    assert long == 0.5**0.75


def test_short_names_do_not_tell_a_programme() -> None:
    assert not tells("감사 행정 운영")
    assert tells("계약심사제 운영")


def test_lines_in_common_are_counted_on_the_side_that_has_fewer() -> None:
    assert shared_lines(("보안등 신설", "보안등 점검", "가로등 교체"), ("보안등 개량 : 3대", "제설함 설치")) == 1
