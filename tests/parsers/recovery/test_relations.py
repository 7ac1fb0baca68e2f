"""Titles and labels of a table → the relations that its words announce."""

from __future__ import annotations

import pytest

from auditreport.parsers.recovery import Relation
from auditreport.parsers.recovery.relations import announced, read_entry


def relations(*titles: str | tuple[str, ...], text: str = "비고") -> list[tuple[str, int, tuple[tuple[int, ...], ...]]]:
    """Rule, result and options of what titles announce."""
    paths = [(title,) if isinstance(title, str) else title for title in titles]
    entries = [read_entry(path, is_text=path[-1] == text) for path in paths]
    return [(each.rule, each.result, each.options) for each in announced(entries, "row")]


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("예산액", "집행액", "잔액"), [("difference", 2, ((0, 1),))]),
        (("잔액", "집행액", "예산액"), [("difference", 0, ((2, 1),))]),
        (("정원", "현원", "과부족"), [("difference", 2, ((1, 0),))]),
        (("예산액", "집행액", "집행률"), [("rate", 2, ((1, 0),))]),
        (("예산액", "전년도예산액", "증감"), [("difference", 2, ((0, 1),))]),
        (("예산액", "집행액", "비고"), []),
        (("예산액", "잔액"), []),
        (("계", "4급", "5급"), [("sum", 0, ((1, 2),))]),
        (("계", "4급", "5급", "비고"), [("sum", 0, ((1, 2),))]),
        (("4급", "5급", "6급"), []),
        (("계", "4급"), []),
    ],
)
def test_titles_announce_how_one_is_made_from_others(
    titles: tuple[str, ...], found: list[tuple[str, int, tuple[tuple[int, ...], ...]]]
) -> None:
    assert relations(*titles) == found


def test_a_balance_to_come_is_counted_from_what_will_be_spent() -> None:
    titles = ("예산액", "집행액", ("집행액", "12.31.예상"), "잔액")
    assert relations(*titles) == [("difference", 3, ((0, 2),))]


def test_measures_are_related_where_they_measure_one_thing() -> None:
    titles = (
        ("국비", "예산액"),
        ("국비", "집행액"),
        ("국비", "잔액"),
        ("시비", "예산액"),
        ("시비", "집행액"),
        ("시비", "잔액"),
    )
    assert relations(*titles) == [("difference", 2, ((0, 1),)), ("difference", 5, ((3, 4),))]


def test_a_date_below_a_measure_is_no_thing_that_is_measured() -> None:
    assert read_entry(("집행액", "10.31.기준"))[1:4] == ("budget.executed", (), None)
    assert read_entry(("집행액", "국비"))[1:4] == ("budget.executed", ("국비",), None)
    assert read_entry(("2024년", "집행액"))[1:4] == ("budget.executed", ("2024년",), 2024)


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("2023년", "2024년", "증감"), [("difference", 2, ((1, 0),))]),
        (("2024년", "2023년", "증감"), [("difference", 2, ((0, 1),))]),
        (("2023년", "2024년", "증감", "증감률"), [("difference", 2, ((1, 0),)), ("rate", 3, ((2, 0),))]),
        (("2022년", "2023년", "2024년", "증감"), []),
        (("2024년", "2024년", "증감"), []),
        (("2024년", "증감"), []),
        (("2023년", "2024년", "계획"), []),
        (("2023년", ("2024년", "집행률"), "증감"), []),
    ],
)
def test_a_change_between_two_years_is_the_newer_less_the_older(
    titles: tuple[str, ...], found: list[tuple[str, int, tuple[tuple[int, ...], ...]]]
) -> None:
    assert relations(*titles) == found


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("사업비", "국비", "시비"), [("sum", 0, ((1, 2),))]),
        (("사업비", "2023년", "2024년", "2025년"), [("sum", 0, ((1, 2, 3),))]),
        (("사업비", "국비"), []),
        (("사업비", "국비", "면적"), []),
    ],
)
def test_the_cost_of_a_project_is_the_sum_of_its_sources_or_years(
    titles: tuple[str, ...], found: list[tuple[str, int, tuple[tuple[int, ...], ...]]]
) -> None:
    assert relations(*titles) == found


def test_rates_do_not_add_up() -> None:
    entries = [read_entry((title,), unit="%" if title != "계" else None) for title in ("계", "1분기", "2분기")]
    assert announced(entries, "row") == ()


def test_what_was_granted_adds_up_and_not_with_what_was_spent() -> None:
    [relation] = announced([read_entry((label,)) for label in ("계", "예산액", "집행액", "이월예산액")], "column")[:1]
    assert (relation.rule, relation.axis, relation.entries[0]) == ("sum", "column", 0)


def test_a_total_that_is_not_printed_is_zero_and_a_balance_is_just_missing() -> None:
    entries = [read_entry((title,)) for title in ("예산액", "집행액", "잔액")]
    assert [each.is_complete for each in announced(entries, "row")] == [False]
    entries = [read_entry((title,)) for title in ("정원", "현원", "과부족")]
    assert [each.is_complete for each in announced(entries, "column")] == [True]
    entries = [read_entry((title,)) for title in ("계", "4급", "5급")]
    assert [each.is_complete for each in announced(entries, "row")] == [True]


def test_a_relation_speaks_of_its_result_and_of_all_parts_of_all_its_options() -> None:
    assert Relation("sum", 2, ((4, 1), (3,))).entries == (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("2023년", 2023),
        ("’19년 이전", 2019),
        ("2024", 2024),
        ("10년 이상", None),
        ("예산액", None),
        (" 2025년 ", 2025),
        ("30", None),
    ],
)
def test_a_label_names_a_year_or_a_length_of_time(label: str, year: int | None) -> None:
    assert read_entry((label,)).year == year
