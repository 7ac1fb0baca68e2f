"""Which entries of an axis a total may be the sum of."""

from __future__ import annotations

from auditreport.arithmetic.totals import find_wholes, is_total


def sets(*paths: tuple[str, ...]) -> dict[int, tuple[tuple[int, ...], ...]]:
    return {whole.entry: whole.sets for whole in find_wholes(paths)}


def test_letter_spaced_and_bracketed_totals_are_totals() -> None:
    assert [is_total(label) for label in ("합 계", "계(천원)", "소계", "계획", "통계")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_total_of_a_flat_axis_covers_all_others() -> None:
    assert sets(("계",), ("4급",), ("5급",)) == {0: ((1, 2),)}


def test_group_without_a_subtotal_is_counted_by_its_members() -> None:
    assert sets(("계",), ("일반직", "4급"), ("일반직", "5급"), ("대체인력",)) == {0: ((1, 2, 3),)}


def test_group_with_a_subtotal_is_counted_once() -> None:
    found = sets(
        ("총계",), ("기본", "소계"), ("기본", "a"), ("기본", "b"), ("전문", "소계"), ("전문", "c"), ("전문", "d")
    )
    assert found == {0: ((1, 4),), 1: ((2, 3),), 4: ((5, 6),)}


def test_total_over_measures_covers_the_same_measure_of_the_others() -> None:
    found = sets(("계", "건수"), ("계", "금액"), ("구", "건수"), ("구", "금액"), ("동", "건수"), ("동", "금액"))
    assert found == {0: ((2, 4),), 1: ((3, 5),)}


def test_subtotals_that_only_their_order_tells_apart_may_cover_the_run_before_or_behind() -> None:
    found = sets(("계",), ("소계",), ("a",), ("b",), ("소계",), ("c",), ("d",))
    assert (1, 4) in found[0]
    assert (2, 3) in found[1]
    assert (5, 6) in found[4]


def test_entry_with_entries_below_it_is_a_whole() -> None:
    assert sets(("예산액",), ("예산액", "국비"), ("예산액", "시비")) == {0: ((1, 2),)}


def test_axis_without_totals_has_no_wholes() -> None:
    assert sets(("정원",), ("현원",), ("과부족",)) == {}


def test_a_department_whose_name_begins_like_a_total_covers_nothing() -> None:
    assert sets(("계",), ("총무과",), ("복지과",), ("청소과",)) == {0: ((1, 2, 3),)}
