"""Rows of which the columns are open → the sums that close all the same."""

from __future__ import annotations

from auditreport.arithmetic import confirm
from auditreport.schemas import Fact, Position
from tests.arithmetic.making import fact

OPEN = ({"grade": "6급"}, {"grade": "7급"})


def row(total: str, *parts: str, **fields: object) -> tuple[list[Fact], list[Position | None]]:
    """A row with its total in a column of its own, the others anywhere."""
    facts = [fact(total), *(fact(part, status="ambiguous", candidates=OPEN, **fields) for part in parts)]
    places = [Position(0, 0, 0, 0, ("정원",), ("계",)), *(Position(0, 0, 0, None, ("정원",)) for _ in parts)]
    return facts, places


def confirmed(facts: list[Fact], places: list[Position | None]) -> list[bool]:
    return [one.reading.confirmed for one in confirm(facts, places)]


def test_a_total_that_is_the_sum_of_figures_without_columns_is_confirmed_with_them() -> None:
    assert confirmed(*row("27", "7", "8", "7", "3", "0", "1", "1")) == [True] * 8


def test_a_sum_that_misses_confirms_nothing() -> None:
    assert confirmed(*row("28", "7", "8", "7", "3", "0", "1", "1")) == [False] * 8


def test_two_figures_may_make_a_total_by_chance() -> None:
    assert confirmed(*row("15", "7", "8")) == [False] * 3


def test_figures_in_several_units_are_not_added() -> None:
    facts, places = row("27", "7", "8", "12")
    facts[1] = facts[1].model_copy(update={"unit": "건"})
    assert confirmed(facts, places) == [False] * 4


def test_a_first_figure_that_stands_in_no_total_column_is_no_total() -> None:
    facts, places = row("27", "7", "8", "12")
    places[0] = Position(0, 0, 0, 0, ("정원",), ("4급",))
    assert confirmed(facts, places) == [False] * 4


def test_figures_read_off_a_scan_in_several_ways_prove_nothing() -> None:
    facts, places = row("27", "7", "8", "12")
    facts[3] = facts[3].model_copy(update={"candidates": ({"raw": "12"}, {"raw": "72"})})
    assert confirmed(facts, places) == [False] * 4


def test_a_total_of_one_digit_may_be_met_by_chance() -> None:
    assert confirmed(*row("6", "3", "2", "1")) == [False] * 4


def staffing(*rows: tuple[str, ...]) -> tuple[list[Fact], list[Position | None]]:
    """정원, 현원 and 과부족 whose figures but for the totals may stand in several columns."""
    facts: list[Fact] = []
    places: list[Position | None] = []
    for number, (concept, (total, *parts)) in enumerate(zip(("quota", "headcount", "gap"), rows, strict=True)):
        found, at = row(total, *parts, kind="staffing", concept=f"staffing.{concept}")
        found[0] = found[0].model_copy(update={"kind": "staffing", "concept": f"staffing.{concept}"})
        facts += found
        places += [place._replace(row=number) for place in at if place is not None]
    return facts, places


def test_gaps_between_rows_that_leave_the_same_columns_empty_are_confirmed() -> None:
    facts, places = staffing(("15", "7", "8", "0"), ("17", "9", "7", "1"), ("2", "2", "-1", "1"))
    assert confirmed(facts, places) == [True] * 12


def test_gaps_that_do_not_agree_confirm_nothing() -> None:
    facts, places = staffing(("15", "7", "8", "0"), ("17", "9", "7", "1"), ("2", "3", "-2", "1"))
    assert confirmed(facts, places) == [True] * 9 + [False] * 3
