"""Rows whose empty cells vanished → the columns that each figure may stand in, with the proof."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery import place
from auditreport.parsers.recovery.relations import read_entry

GRADES = ["계", "4급", "5급", "6급"]


def columns(*titles: str | tuple[str, ...]) -> list[Column]:
    paths = [(title,) if isinstance(title, str) else title for title in titles]
    return [Column(path, "%" if path[-1].endswith("률") else None, path[-1] == "비고") for path in paths]


def placed(titles: list[Column], rows: dict[str, str]) -> list[list[tuple[int, ...]]]:
    return place(titles, [(label,) for label in rows], [row.split() for row in rows.values()]).places


def test_a_row_as_long_as_the_header_stands_as_it_is() -> None:
    assert placed(columns(*GRADES), {"정원": "22 1 6 15"}) == [[(0,), (1,), (2,), (3,)]]


def test_a_shorter_row_keeps_its_order_and_every_place_that_is_left() -> None:
    assert placed(columns("4급", "5급", "6급"), {"파견": "3 4"}) == [[(0, 1), (2, 1)]]


def test_a_total_in_front_that_is_the_sum_of_the_row_stands_first() -> None:
    assert placed(columns(*GRADES), {"파견": "47 23 24"}) == [[(0,), (1, 2), (3, 2)]]


def test_a_first_figure_that_may_be_the_sum_by_chance_is_not_taken_for_the_total() -> None:
    [[first, *_]] = placed(columns(*GRADES), {"파견": "2 1 1"})
    assert first == (0, 1)


def test_a_row_of_differences_stands_where_the_full_rows_differ() -> None:
    rows = {"정원": "52 12 16 24", "현원": "49 12 15 22", "과부족": "△3 △1 △2"}
    assert placed(columns(*GRADES), rows)[2] == [(0,), (2,), (3,)]


def test_differences_that_fit_nowhere_leave_every_place_open_and_say_what_is_broken() -> None:
    rows = {"정원": "52 12 16 24", "현원": "49 12 15 22", "과부족": "△9 △1 △2"}
    found = place(columns(*GRADES), [(label,) for label in rows], [row.split() for row in rows.values()])
    assert [set(at) for at in found.places[2]] == [{0, 1}, {1, 2}, {2, 3}]
    assert [(relation.rule, relation.result) for relation in found.found[0].broken] == [("sum", 0), ("difference", 2)]


def test_a_remark_that_is_missing_at_the_end_leaves_no_doubt() -> None:
    assert placed(columns("예산액", "집행액", "비고"), {"여비": "500 400"}) == [[(0,), (1,)]]


def test_a_row_longer_than_the_header_may_stand_anywhere() -> None:
    assert placed(columns("정원", "현원"), {"계": "1 2 3"}) == [[(0, 1)] * 3]


def test_a_balance_that_is_what_the_others_leave_tells_all_three_columns() -> None:
    titles = columns("예산액", "이월액", "집행액", "전용액", "잔액")
    assert placed(titles, {"청사 관리": "81,263 56,118 25,145"}) == [[(0,), (2,), (4,)]]


def test_a_balance_of_one_digit_may_fit_by_chance_and_tells_nothing() -> None:
    titles = columns("예산액", "이월액", "집행액", "전용액", "잔액")
    assert all(len(at) == 3 for at in placed(titles, {"청사 관리": "5 3 2"})[0])


def test_a_cost_that_is_the_sum_of_its_sources_stands_first() -> None:
    titles = columns("사업비", "국비", "시비", "구비")
    assert placed(titles, {"청사": "73,125 41,204 31,921"}) == [[(0,), (1, 2), (3, 2)]]


def test_a_cost_that_may_be_missing_leaves_its_sources_open() -> None:
    titles = columns("사업비", "국비", "시비", "구비")
    [[*places]] = placed(titles, {"청사": "41,204 31,921 2,518"})
    assert [set(at) for at in places] == [{0, 1}, {1, 2}, {2, 3}]


EXACT = {"가구": "731 412 96 223", "나무": "402 251 53 98", "다리": "832 412 212 208"}
ROUNDED = {"바다": "833 412 212 208", "사과": "556 214 121 220"}
OFF_BY_ONE = {"라면": "412 251 162"}


@pytest.mark.parametrize("rows", [[EXACT, {"바다": ROUNDED["바다"]}], [{"바다": ROUNDED["바다"]}, EXACT]])
def test_a_total_that_misses_is_none_where_most_rows_close_exactly(rows: list[dict[str, str]]) -> None:
    table = {**rows[0], **rows[1], **OFF_BY_ONE}
    titles = columns("계", "가", "나", "다")
    found = place(titles, [(label,) for label in table], [row.split() for row in table.values()])
    assert [set(at) for at in found.places[-1]] == [{0, 1}, {1, 2}, {2, 3}]
    assert [relation.rule for relation in found.found[0].broken] == ["sum"]


@pytest.mark.parametrize("rows", [[{"가구": EXACT["가구"]}, ROUNDED], [ROUNDED, {"가구": EXACT["가구"]}]])
def test_a_total_that_misses_is_one_where_as_many_rows_are_rounded(rows: list[dict[str, str]]) -> None:
    table = {**rows[0], **rows[1], **OFF_BY_ONE}
    assert placed(columns("계", "가", "나", "다"), table)[-1] == [(0,), (1, 2), (3, 2)]


def test_rates_do_not_add_up_down_the_table() -> None:
    titles = columns("예산액", "집행액", "집행률")
    rows = {"합계": "1,312 961 73.2%", "여비": "812 561 69.1%", "물품": "500 400"}
    found = place(titles, [(label,) for label in rows], [row.split() for row in rows.values()])
    assert found.problem.summable == {0, 1}
    assert found.places[2] == [(0,), (1,)]


def test_a_percentage_stands_under_a_rate() -> None:
    titles = columns("예산액", "집행액", "집행률", "잔액")
    assert placed(titles, {"여비": "500 80.2%"}) == [[(0, 1), (2,)]]


def test_a_printed_rate_tells_which_amounts_it_is_made_from() -> None:
    titles = columns("예산액", "이월액", "집행액", "집행률")
    assert placed(titles, {"여비": "81,263 56,118 69.06%"}) == [[(0,), (2,), (3,)]]


def test_rows_that_add_up_to_their_total_row_tell_where_a_cell_is_missing() -> None:
    rows = {"합계": "731 412 96 223", "도로": "402 251 151", "하천": "329 161 96 72"}
    assert placed(columns("계", "정비", "보수", "점검"), rows)[1] == [(0,), (1,), (3,)]


def test_groups_with_subtotals_are_told_apart_by_their_sums() -> None:
    titles = columns(
        "계", ("남", "소계"), ("남", "현장"), ("남", "사무"), ("여", "소계"), ("여", "현장"), ("여", "사무")
    )
    assert placed(titles, {"교육": "317 154 154 163 71 92"})[0][0] == (0,)
    assert placed(titles, {"교육": "317 154 154 163 71 92"})[0][3:] == [(4,), (5,), (6,)]


def test_rows_of_one_difference_share_their_empty_columns() -> None:
    rows = {"정원": "12 23", "현원": "11 25", "과부족": "△1 2"}
    found = place(columns("4급", "5급", "6급"), [(label,) for label in rows], [row.split() for row in rows.values()])
    assert found.problem.bands == ((0, 1, 2),)
    assert found.found[0].by_sums == 3


FOURTEEN = columns(
    "계",
    *(("일반직", f"{grade}급") for grade in range(4, 10)),
    *(("관리운영직", f"{grade}급") for grade in range(6, 10)),
    *(("별정직", f"{grade}급") for grade in range(5, 9)),
)
ROWS = {"정원": "24 6 9 5 2 - 1 1", "현원": "26 7 8 5 4 1 - 1", "과부족": "2 1 △1 - 2 1 △1 -"}


def test_staffing_rules_rank_what_arithmetic_leaves_open_and_make_nothing_certain() -> None:
    found = place(FOURTEEN, [(label,) for label in ROWS], [row.split() for row in ROWS.values()], teams=6)
    [what] = found.found
    assert (what.by_order, what.by_sums, what.by_rules) == (6435, 3432, 6)
    assert what.rules == ("one-head", "team-heads", "working-grades", "head-in-office")
    assert [FOURTEEN[at[0]].path for at in found.places[0][:5]] == [
        ("계",),
        *(("일반직", f"{grade}급") for grade in (6, 7, 8, 9)),
    ]
    assert [len(at) for at in found.places[0]] == [1, 8, 8, 8, 8, 8, 8, 8]


def test_a_staffing_rule_that_no_placing_keeps_is_given_up() -> None:
    found = place(FOURTEEN, [(label,) for label in ROWS], [row.split() for row in ROWS.values()], teams=99)
    assert "team-heads" not in found.found[0].rules


@given(st.integers(2, 7), st.data())
def test_places_keep_the_order_of_the_figures_and_hold_the_true_one(width: int, data: st.DataObject) -> None:
    true = sorted(data.draw(st.sets(st.integers(0, width - 1), min_size=1, max_size=width)))
    row = " ".join(str(data.draw(st.integers(1, 99))) for _ in true)
    [found] = placed(columns(*(f"{i}급" for i in range(width))), {"파견": row})
    assert all(at in places for at, places in zip(true, found, strict=True))
    assert [min(places) for places in found] == sorted({min(places) for places in found})


@given(st.integers(3, 8), st.data())
def test_the_number_of_placings_is_that_of_trying_them_all(width: int, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, width - 1))
    figures = [data.draw(st.integers(0, 6)) for _ in range(size)]
    titles = columns("계", *(f"{i}급" for i in range(1, width)))
    [what] = place(titles, [("파견",)], [[str(figure) for figure in figures]]).found
    tried = 0
    for at in combinations(range(width), size):
        cells = dict(zip(at, figures, strict=True))
        tried += cells.pop(0, 0) == sum(cells.values())
    assert what.by_order == sum(1 for _ in combinations(range(width), size))
    assert what.by_sums == (tried or what.by_order)


@pytest.mark.parametrize("empty", range(1, 6))
def test_a_total_row_and_full_rows_leave_one_place_for_the_only_empty_cell(empty: int) -> None:
    full = [[13, 24, 35, 46, 57, 68], [71, 82, 93, 14, 25, 36]]
    short = [19, 28, 37, 46, 55, 64]
    short[empty] = 0
    total = [sum(column) for column in zip(*full, short, strict=True)]
    rows = {"합계": total, "가": full[0], "나": full[1], "다": [n for i, n in enumerate(short) if i != empty]}
    titles = columns(*(f"{month}월" for month in range(1, 7)))
    found = placed(titles, {label: " ".join(map(str, row)) for label, row in rows.items()})
    assert found[3] == [(i,) for i in range(6) if i != empty]


def test_a_search_that_grows_too_large_is_given_up_and_leaves_every_place_that_order_allows() -> None:
    # Each row of ones adds up in many ways to column totals that are alike.
    titles = columns(*(f"{month}월" for month in range(1, 19)))
    rows = {"합계": " ".join(["6"] * 18)} | {f"{i}동": " ".join(["1"] * 9) for i in range(12)}
    found = place(titles, [(label,) for label in rows], [row.split() for row in rows.values()])
    assert all(what.is_cut for what in found.found)
    assert [set(at) for at in found.places[1]] == [set(range(i, i + 10)) for i in range(9)]


def test_relations_of_columns_and_of_rows_that_look_alike_are_told_apart() -> None:
    rows = {"계": "4 2 2", "정비": "3 2 1", "보수": "1 1"}
    found = place(columns("계", "도로", "하천"), [(label,) for label in rows], [row.split() for row in rows.values()])
    assert [relation.axis for relation in found.found[0].closed] == ["row", "column"]
    assert found.problem.across[0] != found.problem.down[0]


def test_a_length_of_time_is_no_year() -> None:
    assert [read_entry((title,)).year for title in ("10년 이상", "’19년 이전", "2024년", "2024")] == [
        None,
        2019,
        2024,
        2024,
    ]
