"""Tables that no reading closes: said so, with the least changes that would close them."""

from __future__ import annotations

import pytest

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery import Change, Verdict, judge, place, proposals

TITLES = [Column((title,)) for title in ("계", "정비", "보수", "점검")]
ROWS = {"합계": "731 412 96 223", "도로": "402 251 53 98", "하천": "329 161 43 125"}


def changes(rows: dict[str, str], titles: list[Column] = TITLES) -> list[tuple[str, int, int, tuple[str, ...]]]:
    found = place(titles, [(label,) for label in rows], [row.split() for row in rows.values()])
    return [(change.kind, change.row, change.figure, change.becomes) for change in proposals(found)]


def verdict(rows: dict[str, str], titles: list[Column] = TITLES) -> Verdict:
    return judge(place(titles, [(label,) for label in rows], [row.split() for row in rows.values()]))


def test_a_table_that_closes_has_nothing_broken() -> None:
    found = verdict(ROWS)
    assert (found.broken, found.unfit) == ((), ())
    assert len(found.closed) == 7
    assert changes(ROWS) == []


def test_a_wrong_digit_breaks_its_row_and_its_column_and_is_proposed_first() -> None:
    rows = ROWS | {"도로": "402 257 53 98"}
    assert [(broken.axis, broken.at) for broken in verdict(rows).broken] == [("row", 1), ("column", 1)]
    assert changes(rows) == [("digit", 1, 1, ("251",))]


def test_a_wrong_total_row_is_proposed_where_row_and_column_meet() -> None:
    rows = ROWS | {"합계": "731 412 36 223"}
    assert changes(rows) == [("digit", 0, 2, ("96",))]


def test_a_lost_sign_is_proposed() -> None:
    titles = [Column((title,)) for title in ("예산액", "전년도예산액", "증감")]
    rows = {"인건비": "1,240 1,315 75", "여비": "830 795 35"}
    assert ("sign", 0, 2, ("△75",)) in changes(rows, titles)


def test_two_lines_that_fail_alike_are_not_taken_for_damage_but_for_words_misread() -> None:
    rows = {"합계": "900 412 96 223", "도로": "802 251 53 98", "하천": "829 161 43 125"}
    found = verdict(rows)
    assert [relation.rule for relation in found.unfit] == ["sum"]
    assert [broken.axis for broken in found.broken] == ["column"]


def test_a_figure_that_was_torn_in_two_is_proposed_as_one() -> None:
    rows = {"여비": "812 5 61 251"}
    titles = [Column((title,)) for title in ("예산액", "집행액", "잔액")]
    assert ("join", 0, 1, ("561",)) in changes(rows, titles)


def test_two_figures_that_ran_together_are_proposed_as_two() -> None:
    titles = [Column((title,)) for title in ("계", "4급", "5급", "6급")]
    rows = {"정원": "83 52 10 21", "현원": "79 5029", "과부족": "△4 △2 △10 8"}
    assert ("split", 1, 1, ("50", "29")) in changes(rows, titles)


@pytest.mark.parametrize("off", ["732", "730"])
def test_a_sum_that_misses_by_one_is_damage_where_the_others_close_exactly(off: str) -> None:
    rows = ROWS | {"합계": f"{off} 412 96 223"}
    assert {broken.axis for broken in verdict(rows).broken} == {"row", "column"}
    assert changes(rows)[0] == ("digit", 0, 0, ("731",))


def test_a_proposal_says_what_was_printed_what_it_becomes_and_how_much_it_mends() -> None:
    rows = ROWS | {"도로": "402 257 53 98"}
    found = place(TITLES, [(label,) for label in rows], [row.split() for row in rows.values()])
    assert proposals(found) == [Change("digit", 1, 1, ("257",), ("251",), 2)]


def test_a_sign_too_many_is_proposed() -> None:
    titles = [Column((title,)) for title in ("예산액", "전년도예산액", "증감")]
    rows = {"인건비": "1,315 1,240 △75", "여비": "830 795 35"}
    assert ("sign", 0, 2, ("75",)) in changes(rows, titles)


def test_no_numeral_is_proposed_that_begins_with_zero() -> None:
    assert changes(ROWS | {"도로": "402 251 153 98"}) == []


def test_where_sums_are_rounded_a_digit_that_closes_within_rounding_is_proposed() -> None:
    rows = {"합계": "732 413 96 223", "도로": "402 281 53 98", "하천": "329 161 43 125"}
    assert changes(rows) == [("digit", 1, 1, ("251",))]


def test_sums_that_miss_by_one_as_often_as_they_close_are_rounded_and_not_broken() -> None:
    rows = {"합계": "732 412 96 223", "도로": "402 251 53 98", "하천": "328 161 43 125"}
    assert [(broken.axis, broken.at) for broken in verdict(rows).broken] == [("column", 0)]
    assert verdict(rows).unfit == ()


def test_the_cells_of_a_relation_in_a_row_and_in_a_column() -> None:
    cells = {one.axis: one.cells for one in verdict(ROWS).closed if one.at == 2}
    assert cells == {"row": ((2, 0), (2, 1), (2, 2), (2, 3)), "column": ((0, 2), (1, 2), (2, 2))}


SHORT = [Column((title,)) for title in ("예산액", "집행액", "잔액")]


def test_a_torn_figure_is_found_below_a_row_that_is_longer_still() -> None:
    assert changes({"기타": "1 2 3 4 5", "여비": "812 5 61 251"}, SHORT) == [("join", 1, 1, ("561",))]


def test_two_figures_that_together_close_by_chance_are_not_joined() -> None:
    assert changes({"여비": "1 2 3 9"}, SHORT) == []


def test_figures_of_a_row_without_relations_are_not_joined() -> None:
    assert changes({"여비": "812 5 61 251"}, [Column((title,)) for title in ("가", "나", "다")]) == []
