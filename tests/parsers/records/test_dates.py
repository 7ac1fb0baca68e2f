"""Printed dates and years → ISO dates and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.parsers.records.dates import as_of, basis_year, full_year, iso, names_span, title_year, year_in


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("(10.31.기준)", "2024-10-31"),
        ("10.31기준", "2024-10-31"),
        ("12.31까지", "2024-12-31"),
        ("(’25. 2. 1. 기준, 단위 : 명)", "2025-02-01"),
        ("'23. 1월말", "2023-01-31"),
        ("2024. 2월말 현재", "2024-02-29"),
        ("(기준일 : '25. 1월 말)", "2025-01-31"),
        ("(기준 : ’24. 12. 31.)", "2024-12-31"),
    ],
)
def test_a_reference_date_has_a_day_and_a_year_of_its_own_or_of_the_report(text: str, date: str) -> None:
    assert as_of(text, 2024)[0] == date


def test_the_word_behind_a_date_tells_what_it_means() -> None:
    assert as_of("12.31까지", 2024) == ("2024-12-31", "까지")
    assert as_of("10.31.기준", 2024) == ("2024-10-31", "기준")


@pytest.mark.parametrize("text", ["예산액", "(단위 : 천원)", "2024년", "13.45 기준", "2. 30. 기준"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert as_of(text, 2024)[0] is None


def test_a_date_without_year_in_a_report_without_year_gives_none() -> None:
    assert as_of("10.31.기준", None)[0] is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023년", 2023),
        ("’25년 예산(A)", 2025),
        ("2024", 2024),
        ("'24", 2024),
        ("2022년도", 2022),
        ("예산액", None),
        ("2023년 이후", None),
        ("12", None),
    ],
)
def test_the_year_that_a_title_names(text: str, year: int | None) -> None:
    assert year_in(text) == year


def test_the_year_of_a_reference_date_without_day() -> None:
    assert basis_year("(기준 : ’24. 12.)") == 2024
    assert basis_year("(2023. 12. 기준)") == 2023
    assert basis_year("(단위 : 명)") is None


@given(st.dates())
def test_every_day_reads_as_its_iso_date(day: object) -> None:
    year, month, date = str(day).split("-")
    assert iso(year, month, date) == str(day)


@pytest.mark.parametrize("parts", [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 4, 0)])
def test_a_day_that_does_not_exist_is_none(parts: tuple[int, int, int]) -> None:
    assert iso(*parts) is None


@given(st.integers(0, 99))
def test_a_year_of_two_digits_is_of_this_century(short: int) -> None:
    assert full_year(f"’{short:02d}") == 2000 + short


@pytest.mark.parametrize(
    "title",
    [
        "2026~2027",
        "’22년~’26년",
        "1단계(’22년~’26년)",
        "3단계(32년~)",
        "’26년 이후",
        "2024년까지",
        "2025. 1. ~ 2026. 12.",
    ],
)
def test_a_title_of_several_years_names_no_single_one(title: str) -> None:
    assert names_span(title)
    assert year_in(title) is None
    assert title_year(title, 2025) is None


@pytest.mark.parametrize("title", ["2025년", "’25. 1.~12.", "2024년 10~12월", "’24.3.~’24.5.", "1~2월", "계"])
def test_a_time_within_a_year_is_no_span_of_years(title: str) -> None:
    assert not names_span(title)


def test_a_title_without_a_year_leaves_that_of_what_is_around_it() -> None:
    assert (title_year("예산액", 2025), title_year("’24년 예산", 2025)) == (2025, 2024)


def test_the_year_that_others_are_compared_with_is_not_that_of_the_figures() -> None:
    assert title_year("2024년 대비 증감", 2025) == 2025
