"""What a title can be, and which columns can follow each other."""

from __future__ import annotations

import pytest

from auditreport.parsers.headers.judging import (
    are_apart,
    is_group,
    is_ordered,
    stands_under,
    title_of,
    totals_alike,
    width,
    year_of,
)


@pytest.mark.parametrize(
    "pieces",
    [
        ("(명)",),
        ("첨가물,",),
        ("및",),
        ("일반직", "6급"),
        ("합계", "인원"),
        ("예산", "2024년"),
        ("(명)", "인원"),
        ("신분상", "비고"),
    ],
)
def test_pieces_that_make_no_title(pieces: tuple[str, ...]) -> None:
    assert title_of(pieces) is None


@pytest.mark.parametrize(
    ("pieces", "title"),
    [(("즉석판", "매제조"), "즉석판매제조"), (("비고", "(융자금)"), "비고(융자금)"), (("합", "계"), "합계")],
)
def test_pieces_that_make_a_title(pieces: tuple[str, ...], title: str) -> None:
    assert title_of(pieces) == title


@pytest.mark.parametrize(
    ("title", "year"), [("‘23년 이전", 2023), ("2024년도말", 2024), ("'24", 2024), ("23년", 2023), ("1코스", None)]
)
def test_the_year_that_a_title_begins_with(title: str, year: int | None) -> None:
    assert year_of(title) == year


@pytest.mark.parametrize(
    "titles",
    [("2024년", "2023년", "2025년"), ("비고", "예산"), ("예산(B)", "집행(A)"), ("증감(A-B)", "예산(A)"), ("계", "계")],
)
def test_orders_that_no_header_has(titles: tuple[str, ...]) -> None:
    assert not is_ordered(tuple((title,) for title in titles), below=False, strict=True)


@pytest.mark.parametrize("titles", [("2025년", "2024년", "증감"), ("예산(A)", "집행(B)", "집행률(B/A)", "비고")])
def test_orders_that_headers_have(titles: tuple[str, ...]) -> None:
    assert is_ordered(tuple((title,) for title in titles), below=False, strict=True)


def test_grades_go_up_below_a_group_only() -> None:
    columns = (("6급",), ("5급",))
    assert is_ordered(columns, below=False, strict=True)
    assert not is_ordered(columns, below=True, strict=True)
    assert is_ordered(columns, below=True, strict=False)


def test_totals_rates_and_remarks_have_nothing_under_them() -> None:
    titles = ("일반직", "합계", "증감률", "비고", "2024년")
    assert [title for title in titles if is_group(title)] == ["일반직", "2024년"]


def test_a_total_may_have_what_another_group_has_as_well() -> None:
    assert totals_alike((("계", "남"), ("계", "여"), ("가", "남"), ("가", "여")))
    assert not totals_alike((("계", "남"), ("계", "여"), ("가",)))
    assert not totals_alike((("계", "남"), ("계", "여"), ("가", "남"), ("가", "여"), ("나",)))
    assert totals_alike((("계", "남"), ("계", "여"), ("가", "남"), ("가", "여"), ("비고",)))


def test_nothing_stands_under_a_title_that_says_the_same() -> None:
    assert stands_under("집행액", (("10.31.기준",), ("12.31까지",)))
    assert stands_under("2024년", (("예산",), ("집행",)))
    assert not stands_under("2024년", (("예산",), ("2025년",)))
    assert not stands_under("예산", (("예산액",), ("집행",)))


def test_sub_titles_of_a_group_do_not_all_stand_alone_as_well() -> None:
    assert are_apart((("계획", "과정"), ("계획", "기타"), ("기타",)))
    assert not are_apart((("계획", "과정"), ("계획", "인원"), ("과정",), ("인원",)))


def test_columns_of_words_at_the_right_end_do_not_count() -> None:
    assert width((("예산",), ("집행",), ("비고",))) == 2
