"""Rows whose empty cells vanished → the places that each figure may stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.parsers.recovery import number, place

GRADES = ["계", "4급", "5급", "6급"]


def test_a_row_as_long_as_the_header_stands_as_it_is() -> None:
    found = place([["22", "1", "6", "15"]], ["정원"], GRADES)
    assert found.places == (((0,), (1,), (2,), (3,)),)
    assert not found.lost


def test_a_shorter_row_keeps_its_order_and_every_place_that_is_left() -> None:
    found = place([["3", "4"]], ["파견"], ["4급", "5급", "6급"])
    assert found.places == (((0, 1), (1, 2)),)
    assert found.lost


def test_a_total_in_front_that_is_the_sum_of_the_row_stands_first() -> None:
    found = place([["7", "3", "4"]], ["파견"], GRADES)
    assert found.places == (((0,), (1, 2), (2, 3)),)
    assert found.lost


def test_a_row_of_differences_stands_where_the_full_rows_differ() -> None:
    rows = [["22", "1", "6", "15"], ["20", "1", "5", "14"], ["△2", "△1", "△1"]]
    found = place(rows, ["정원", "현원", "과부족"], GRADES)
    assert found.places[2] == ((0,), (2,), (3,))
    assert not found.lost


def test_differences_that_fit_nowhere_leave_every_place_open() -> None:
    rows = [["22", "1", "6", "15"], ["20", "1", "5", "14"], ["△9", "△1", "△1"]]
    found = place(rows, ["정원", "현원", "과부족"], GRADES)
    assert found.places[2] == ((0, 1), (1, 2), (2, 3))
    assert found.lost


def test_a_remark_that_is_missing_at_the_end_leaves_no_doubt() -> None:
    found = place([["500", "400"]], ["여비"], ["예산액", "집행액", "비고"])
    assert found.places == (((0,), (1,)),)
    assert not found.lost


def test_a_row_longer_than_the_header_may_stand_anywhere() -> None:
    assert place([["1", "2", "3"]], ["계"], ["정원", "현원"]).places == (((0, 1),) * 3,)


@given(st.integers(2, 7), st.data())
def test_places_keep_the_order_of_the_figures_and_hold_the_true_one(width: int, data: st.DataObject) -> None:
    true = sorted(data.draw(st.sets(st.integers(0, width - 1), min_size=1, max_size=width)))
    row = [str(data.draw(st.integers(1, 99))) for _ in true]
    [found] = place([row], ["파견"], [f"{i}급" for i in range(width)]).places
    assert all(at in places for at, places in zip(true, found, strict=True))
    assert [min(places) for places in found] == sorted({min(places) for places in found})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("△1,052", -1052),
        ("▲ 215", -215),
        ("-", 0),
        ("–", 0),
        ("22(24)", 22),
        ("12.5", 12.5),
        ("3건", 3),
        ("계", None),
        ("", None),
    ],
)
def test_the_number_that_a_cell_prints(text: str, value: float | None) -> None:
    found = number(text)
    assert (None if found is None else float(found)) == value
