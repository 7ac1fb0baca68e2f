"""Arrangements of columns that a header allows → those that the figures do not refute."""

from __future__ import annotations

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery import choose

RIGHT = [Column((title,)) for title in ("예산액", "집행액", "잔액")]
WRONG = [Column((title,)) for title in ("집행액", "예산액", "잔액")]
LABELS = [("여비",), ("물품",)]


def chosen(arrangements: list[list[Column]], *rows: str) -> list[tuple[str, ...]]:
    found = choose(arrangements, LABELS[: len(rows)], [row.split() for row in rows])
    return [tuple(column.title for column in placing.columns) for placing in found]


def test_an_arrangement_whose_relation_fails_while_another_closes_is_refuted() -> None:
    found = chosen([WRONG, RIGHT], "8,126 5,611 2,515", "9,340 8,127 1,213")
    assert found == [("예산액", "집행액", "잔액")]


def test_nothing_is_refuted_where_no_relation_closes_beyond_chance() -> None:
    assert len(chosen([WRONG, RIGHT], "5 3 2")) == 2


def test_an_arrangement_that_closes_most_lines_is_not_refuted_by_one_that_announces_less() -> None:
    less = [Column((title,)) for title in ("예산액", "대상", "잔액")]
    found = chosen([RIGHT, less], "8,126 5,611 2,515", "9,340 8,127 1,218")
    assert ("예산액", "집행액", "잔액") in found


def test_an_arrangement_with_too_few_columns_is_refuted_by_one_that_closes() -> None:
    found = chosen([RIGHT[:2], RIGHT], "8,126 5,611 2,515", "9,340 8,127 1,213")
    assert found == [("예산액", "집행액", "잔액")]


def test_very_many_arrangements_are_placed_by_order_alone() -> None:
    many = [[*RIGHT[:2], Column((f"{i}팀",)), RIGHT[2]] for i in range(600)]
    found = choose(many, LABELS[:1], [["8,126", "5,611", "2,515"]])
    assert len(found) == 600
    assert all([set(at) for at in placing.places[0]] == [{0, 1}, {1, 2}, {2, 3}] for placing in found)
