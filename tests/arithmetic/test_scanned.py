"""Figures read off scans: fewer equations prove them than prove typed ones."""

from __future__ import annotations

from auditreport.arithmetic import confirm
from auditreport.schemas import Fact, Position, Reading
from tests.arithmetic.test_confirm import confirmed, grid

TITLES = [("예산액",), ("집행액",), ("잔액",)]


def scan(table: tuple[list[Fact], list[Position | None]]) -> tuple[list[Fact], list[Position | None]]:
    facts, positions = table
    reading = Reading(method="ocr", confirmed=False)
    return [fact.model_copy(update={"reading": reading}) for fact in facts], positions


def column(*values: str, titles: tuple[str, ...] = ("가",)) -> tuple[list[Fact], list[Position | None]]:
    labels = ["합계", "갑", "을", "병"]
    return grid([titles], [((label,), [value]) for label, value in zip(labels, values, strict=False)])


def test_sum_of_large_figures_proves_them() -> None:
    assert confirmed(scan(column("3482", "2171", "1311"))) == ["3482", "2171", "1311"]


def test_lone_sum_of_small_figures_proves_nothing() -> None:
    assert confirmed(column("15", "7", "8")) == ["15", "7", "8"]
    assert confirmed(scan(column("15", "7", "8"))) == []


def test_small_figures_that_stand_in_two_sums_are_proven() -> None:
    titles = [("계",), ("가",), ("나",)]
    rows = [(("합계",), ["9", "4", "5"]), (("갑",), ["3", "1", "2"]), (("을",), ["6", "3", "3"])]
    assert len(confirmed(scan(grid(titles, rows)))) == 9


def test_total_that_equals_its_only_part_proves_neither() -> None:
    # Both are printed alike, so that both are misread alike.
    assert confirmed(scan(column("5250", "5250", "0"))) == []


def test_figure_whose_readings_differ_stops_its_sum() -> None:
    assert confirmed(scan(column("3482", "2171?", "1311"))) == []


def test_rate_proves_itself_where_its_figures_are_proven_and_never_them() -> None:
    titles = [("계획",), ("실적",), ("달성율",)]
    lines = [("갑", "2500", "1999", "80.0"), ("을", "1000", "755", "75.5"), ("병", "4100", "3977", "97.0")]
    rows = [((label,), list(values)) for label, *values in lines]
    assert confirmed(grid(titles, rows)) != []
    assert confirmed(scan(grid(titles, rows))) == []


def test_typed_figures_are_proven_as_before_beside_scanned_ones() -> None:
    facts, positions = scan(column("15", "7", "8"))
    typed, others = column("16", "7", "9")
    moved = [place._replace(block=99) if place else None for place in others]
    found = confirm([*facts, *typed], [*positions, *moved])
    assert [fact.value for fact in found if fact.reading.confirmed] == ["16", "7", "9"]
