"""Sums, differences and rates that close, and those that prove nothing."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditreport.arithmetic.equations import difference_of, rate_of, sum_of
from tests.arithmetic.making import one, rate, several, won


def test_counts_that_add_up_prove_the_parts_and_the_total() -> None:
    found = sum_of(several(13, 18), one(31))
    assert found is not None
    assert [operand.value for operand in found.proven] == [13, 18, 31]
    assert found.is_exact


def test_counts_that_miss_by_one_prove_nothing() -> None:
    assert sum_of(several(13, 19), one(31)) is None


def test_zeros_that_add_up_to_zero_prove_nothing() -> None:
    assert sum_of(several(0, 0), one(0)) is None


def test_parts_that_cancel_out_prove_a_total_of_zero() -> None:
    found = sum_of(several(0, 1, -2, 1), one(0))
    assert found is not None
    assert len(found.proven) == 5


def test_total_that_equals_its_only_part_leaves_the_zeros_open() -> None:
    found = sum_of(several(5, 0, 0), one(5))
    assert found is not None
    assert [operand.value for operand in found.proven] == [5, 5]


def test_one_part_is_no_sum() -> None:
    assert sum_of(several(5), one(5)) is None


def test_amounts_in_thousands_may_miss_by_what_rounding_adds_up_to() -> None:
    found = sum_of([won(44_296), won(1_074)], won(45_371))
    assert found is not None
    assert not found.is_exact


def test_amounts_may_not_miss_by_more_than_half_a_unit_for_each() -> None:
    assert sum_of([won(44_296), won(1_073)], won(45_371)) is None


def test_long_sums_may_not_miss_by_more_than_two_units() -> None:
    parts = [won(1_000) for _ in range(20)]
    assert sum_of(parts, won(20_002)) is not None
    assert sum_of(parts, won(20_003)) is None


def test_slack_that_a_part_could_hide_in_proves_nothing() -> None:
    assert sum_of([won(44_296), won(2)], won(44_299)) is None


def test_figures_of_different_precision_close_within_the_coarser() -> None:
    assert sum_of([won(61_000), won(39_400)], one(100_000_000, "KRW", -8)) is not None


def test_gap_is_headcount_less_quota() -> None:
    found = difference_of(one(5), one(7), one(-2))
    assert found is not None
    assert found.rule == "difference"
    assert len(found.proven) == 3


def test_gap_of_zero_between_equal_counts_is_proved() -> None:
    assert difference_of(one(7), one(7), one(0)) is not None


def test_gap_of_nobody_and_nobody_proves_nothing() -> None:
    assert difference_of(one(0), one(0), one(0)) is None


def test_gap_with_the_wrong_sign_does_not_close() -> None:
    assert difference_of(one(5), one(7), one(2)) is None


def test_execution_rate_closes_as_it_is_rounded() -> None:
    found = rate_of(won(16_752), won(20_263), rate("83"))
    assert found is not None
    assert found.is_exact
    assert rate_of(won(16_752), won(20_263), rate("82")) is None


def test_rate_on_the_edge_closes_both_ways() -> None:
    assert rate_of(won(1_395), won(3_000), rate("47")) is not None
    assert rate_of(won(1_395), won(3_000), rate("46")) is not None


def test_negative_change_gives_a_negative_rate() -> None:
    assert rate_of(won(-18), won(89), rate("-20.22", 2)) is not None


def test_rate_of_nothing_proves_nothing() -> None:
    assert rate_of(won(0), won(3_000), rate("0")) is None
    assert rate_of(won(10), won(0), rate("0")) is None


def test_rate_that_only_the_wide_rounding_of_its_operands_allows_proves_nothing() -> None:
    saving, contract = one(12_000_000, "KRW", -6), one(336_000_000, "KRW", -6)
    assert rate_of(saving, contract, rate("3.4", 1)) is None
    assert rate_of(saving, contract, rate("3.6", 1)) is not None


def test_rate_of_operands_more_precise_than_itself_closes_within_their_rounding() -> None:
    # 4,354 of 6,001 is 72.555 percent: just above what prints as 72.5.
    found = rate_of(won(4_354), won(6_001), rate("72.5", 1))
    assert found is not None
    assert not found.is_exact


@given(st.lists(st.integers(min_value=1, max_value=10**6), min_size=2, max_size=12))
def test_any_sum_of_counts_closes_and_no_other_total_does(parts: list[int]) -> None:
    assert sum_of(several(*parts), one(sum(parts))) is not None
    assert sum_of(several(*parts), one(sum(parts) + 1)) is None


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_any_rate_closes_as_printed(part: int, whole: int) -> None:
    printed = round(Decimal(part) * 100 / whole, 1)
    if printed:
        assert rate_of(won(part), won(whole), rate(str(printed), 1)) is not None
