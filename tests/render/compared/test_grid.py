from __future__ import annotations

from auditreport.render.compared.grid import Place, make_grid, place_groups
from auditreport.schemas.comparison import DepartmentAt, Peer
from tests.render.compared.making import GEUMCHEON, INDICATORS, YDP, Maker, comparison

YDP_PLACE, GEUMCHEON_PLACE = Place(YDP[0], YDP[2]), Place(GEUMCHEON[0], GEUMCHEON[2])


def test_figures_of_different_phases_never_share_a_row() -> None:
    grid = make_grid(comparison(), INDICATORS)
    budgets = [row for row in grid.rows if row.indicator == "budget.amount"]
    assert [row.phase for row in budgets] == ["original_budget", "revised"]
    places = [{column.place for column in grid.columns if grid.at(row, column)} for row in budgets]
    assert places == [{GEUMCHEON_PLACE}, {YDP_PLACE}]


def test_figures_up_to_another_day_of_the_year_never_share_a_row() -> None:
    make = Maker()
    for year, day in ((2022, "10-31"), (2023, "10-31"), (2024, "09-30")):
        make.cell(YDP, year, "budget.executed", "1000", "KRW", phase="executed_to_date", as_of=f"{year}-{day}")
    grid = make_grid(comparison(cells=tuple(make.cells)), INDICATORS)
    assert [row.day for row in grid.rows] == ["09-30", "10-31"]
    assert [sum(bool(grid.at(row, column)) for column in grid.columns) for row in grid.rows] == [1, 2]


def test_figures_of_a_programme_never_share_a_row_with_those_of_the_department() -> None:
    make = Maker()
    make.cell(YDP, 2015, "budget.amount", "287494000", "KRW")
    make.cell(YDP, 2023, "budget.amount", "5250000", "KRW", programme="계약심사제 운영")
    grid = make_grid(comparison(cells=tuple(make.cells)), INDICATORS)
    assert [row.of_programme for row in grid.rows] == [False, True]


def test_programmes_are_rows_where_a_year_has_several_of_them() -> None:
    grid = make_grid(comparison(), INDICATORS)
    assert [row.programme is not None for row in grid.rows if row.indicator == "required_budget"] == [True] * 3
    assert [row.programme for row in grid.rows if row.indicator == "contract_review.cases"] == [None]


def test_every_figure_stands_in_the_grid_once() -> None:
    found = comparison()
    assert sorted(cell.value for cell in make_grid(found, INDICATORS).figures()) == sorted(c.value for c in found.cells)


def test_indicators_stand_in_the_order_of_their_dictionary_and_unknown_ones_last() -> None:
    make = Maker()
    for indicator in ("own.count", "staffing.headcount", "staffing.quota"):
        make.cell(YDP, 2023, indicator, "1", "명")
    grid = make_grid(comparison(cells=tuple(make.cells)), INDICATORS)
    assert [row.indicator for row in grid.rows] == ["staffing.quota", "staffing.headcount", "own.count"]


def test_departments_with_one_function_are_one_group_and_so_are_peers() -> None:
    make = Maker()
    for who, function in ((YDP, "audit"), (("영등포구", "11560", "기획예산과"), "planning"), (GEUMCHEON, "audit")):
        make.cell(who, 2023, "staffing.quota", "1", "명", function=function)
    plan = DepartmentAt(district="은평구", department="기획과")
    make.cell(("은평구", "11380", "기획과"), 2023, "staffing.quota", "1", "명", function=None)
    peer = Peer(a=DepartmentAt(district="영등포구", department="기획예산과"), b=plan, score=0.9, evidence=())
    groups = place_groups(comparison(cells=tuple(make.cells), peers=(peer,)))
    assert [group for group, _ in groups.values()] == [0, 1, 0, 1]
