"""A cell of a table → the figures in it."""

from __future__ import annotations

import pytest

from auditreport.parsers.cells import read_cell, read_money, read_pair
from tests.reading import text_of


def cell(
    value: str, unit: str | None = None, parts: tuple[str, ...] = ()
) -> list[tuple[str, str, str | None, str | None]]:
    """Numeral as printed, number, unit, and the part or fund it is stated for."""
    return [
        (value[f.start : f.end], str(f.number), f.unit, f.fund or f.of) for f in read_cell(text_of(value), unit, parts)
    ]


@pytest.mark.parametrize(
    ("value", "raw", "number"),
    [
        ("1,204", "1,204", "1204"),
        ("△18,040", "△18,040", "-18040"),
        ("▲ 215", "▲ 215", "-215"),
        (" 98.7 ", "98.7", "98.7"),
    ],
)
def test_a_bare_numeral_takes_the_unit_of_its_column(value: str, raw: str, number: str) -> None:
    assert cell(value, "천원") == [(raw, number, "천원", None)]


def test_a_unit_in_the_cell_beats_that_of_the_column() -> None:
    assert cell("2대", "톤/일") == [("2", "2", "대", None)]


@pytest.mark.parametrize("dash", ["-", "–", "—", "−"])
def test_a_lone_dash_is_zero_not_a_minus_sign(dash: str) -> None:
    assert cell(f" {dash} ", "명") == [(dash, "0", "명", None)]


@pytest.mark.parametrize("value", ["", "  ", "현행 유지", "해당없음"])
def test_an_empty_cell_and_a_cell_of_words_hold_no_figure(value: str) -> None:
    assert cell(value, "명") == []


def test_sources_of_funds_behind_a_total_are_figures_of_their_own() -> None:
    assert cell("22,914 (시 9,300, 구비 13,614)", "천원") == [
        ("22,914", "22914", "천원", None),
        ("9,300", "9300", "천원", "시비"),
        ("13,614", "13614", "천원", "구비"),
    ]


@pytest.mark.parametrize(
    ("value", "fund"),
    [("20,263 (구비100%)", "구비"), ("75,642 (구비)", "구비"), ("5,462 (시비)", "시비"), ("120(국)", "국비")],
)
def test_the_one_source_behind_a_total_names_it_and_its_hundred_percent_is_no_figure(value: str, fund: str) -> None:
    [(_, _, unit, found)] = cell(value, "천원")
    assert (unit, found) == ("천원", fund)


def test_two_figures_under_a_title_that_names_both_are_told_apart_by_its_words() -> None:
    assert cell("26 / 68", "건", ("현장", "규정미준수")) == [
        ("26", "26", "건", "현장"),
        ("68", "68", "건", "규정미준수"),
    ]


def test_a_second_figure_in_brackets_with_a_counter_of_its_own_is_told_apart_by_what_it_counts() -> None:
    assert cell("68 (8회)", "건") == [("68", "68", "건", None), ("8", "8", "회", "횟수")]


def test_a_cell_that_begins_with_words_states_what_its_words_state() -> None:
    assert cell("야외무대 300석, 쉼터 4개소") == [("300", "300", "석", None), ("4", "4", "개소", None)]


@pytest.mark.parametrize(
    ("value", "pair"), [("22(24)", ("22", "24")), ("5/5", ("5", "5")), ("1,022 (1,003)", ("1022", "1003"))]
)
def test_a_pair_is_two_figures_in_the_place_of_the_whole_cell(value: str, pair: tuple[str, str]) -> None:
    found = read_pair(text_of(value))
    assert found is not None
    assert tuple(str(figure.number) for figure in found) == pair
    assert {(figure.start, figure.end) for figure in found} == {(0, len(value))}


@pytest.mark.parametrize("value", ["22", "22(명)", "22 24", "2024.12"])
def test_other_cells_are_no_pair(value: str) -> None:
    assert read_pair(text_of(value)) is None


def money(value: str) -> tuple[list[tuple[str, str | None, str | None]], str | None]:
    found, only = read_money(text_of(value))
    return [(str(f.number), f.unit, f.fund or f.of) for f in found], only


def test_an_amount_in_a_line_is_the_total_and_then_one_figure_for_each_source() -> None:
    assert money("소요예산 : 22,914천원 (시비 9,300, 구비 13,614)") == (
        [("22914", "천원", None), ("9300", "천원", "시비"), ("13614", "천원", "구비")],
        None,
    )


def test_the_one_source_that_carries_all_of_an_amount_is_told() -> None:
    assert money("47,258천원 - 구비 100%") == ([("47258", "천원", None)], "구비")
    assert money("5,800백만원 (시비 100%)") == ([("5800", "백만원", None)], "시비")


def test_parts_in_brackets_that_are_no_sources_are_told_by_their_words() -> None:
    assert money("925백만원(홍보 506, 교육 419)") == (
        [("925", "백만원", None), ("506", "백만원", "홍보"), ("419", "백만원", "교육")],
        None,
    )


def test_a_line_without_money_states_no_amount() -> None:
    assert money("비예산 사업") == ([], None)
    assert money("점검 3회") == ([], None)
