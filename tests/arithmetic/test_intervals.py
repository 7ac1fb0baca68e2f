"""Intervals of printed figures: what a figure stands for, and what sums and quotients of such figures may be."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from auditreport.arithmetic import Interval
from auditreport.arithmetic.intervals import half_unit, total, unit_of

VALUES = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=4)
DECIMALS = st.integers(min_value=-6, max_value=3)


def shown(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(unit_of(decimals))


def test_rate_without_decimals_stands_for_half_a_percent_around_it() -> None:
    assert Interval.printed(Decimal(83), 0) == Interval(Decimal("82.5"), Decimal("83.5"))


def test_amount_in_thousands_stands_for_five_hundred_won_around_it() -> None:
    assert Interval.printed(Decimal(79_321_000), -3) == Interval(Decimal(79_320_500), Decimal(79_321_500))


def test_half_of_the_last_printed_unit() -> None:
    assert [half_unit(d) for d in (-8, -3, 0, 1)] == [Decimal(50_000_000), 500, Decimal("0.5"), Decimal("0.05")]


def test_difference_takes_the_far_edges() -> None:
    assert Interval(Decimal(1), Decimal(2)).minus(Interval(Decimal(0), Decimal(5))) == Interval(Decimal(-4), Decimal(2))


def test_no_quotient_by_what_may_be_zero() -> None:
    assert Interval.exactly(Decimal(3)).over(Interval(Decimal(-1), Decimal(1))) is None


def test_quotient_by_a_negative_interval_is_in_order() -> None:
    found = Interval(Decimal(2), Decimal(4)).over(Interval(Decimal(-2), Decimal(-1)))
    assert found == Interval(Decimal(-4), Decimal(-1))


def test_sum_of_nothing_is_zero() -> None:
    assert total([]) == Interval.exactly(Decimal(0))


@given(VALUES, DECIMALS)
def test_a_value_lies_in_the_interval_of_what_it_prints_as(value: Decimal, decimals: int) -> None:
    assert Interval.printed(shown(value, decimals), decimals).holds(value)


@given(st.lists(VALUES, min_size=1, max_size=8), DECIMALS)
def test_a_sum_lies_in_the_sum_of_the_printed_parts(values: list[Decimal], decimals: int) -> None:
    parts = [Interval.printed(shown(value, decimals), decimals) for value in values]
    assert total(parts).holds(sum(values, Decimal(0)))


@given(VALUES, VALUES, DECIMALS)
def test_a_difference_lies_in_the_difference_of_the_printed_figures(one: Decimal, other: Decimal, d: int) -> None:
    found = Interval.printed(shown(one, d), d).minus(Interval.printed(shown(other, d), d))
    assert found.holds(one - other)


@given(VALUES, st.decimals(min_value=1, max_value=10**9, places=4), DECIMALS)
def test_a_quotient_lies_in_the_quotient_of_the_printed_figures(part: Decimal, whole: Decimal, d: int) -> None:
    printed = Interval.printed(shown(whole, d), d)
    found = Interval.printed(shown(part, d), d).over(printed)
    if found is None:
        assert printed.low <= 0 <= printed.high
        return
    # Quotients are cut at 28 digits.
    hair = Decimal(1).scaleb(-12)
    assert Interval(found.low - hair, found.high + hair).holds(part / whole)


@given(VALUES, VALUES, DECIMALS)
def test_whether_two_intervals_meet_does_not_depend_on_their_order(one: Decimal, other: Decimal, d: int) -> None:
    left, right = Interval.printed(one, d), Interval.printed(other, d)
    assert left.meets(right) == right.meets(left)
    assert left.meets(right) == left.minus(right).holds(Decimal(0))
