"""Claims that do not hold are traced to the fewest figures that, were they others, would settle them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from auditreport.arithmetic import Operand
from auditreport.arithmetic.equations import subtract
from auditreport.checks.claims import Claim, at_most, of_equation
from auditreport.checks.tracing import Cause, trace
from auditreport.schemas import Position
from tests.arithmetic.making import one, won
from tests.checks.making import numbered, summed

Suspected = list[tuple[str, int | None, bool]]


def figures(*values: int, concept: str = "budget.amount") -> list[Operand]:
    """Counts as different figures of one report."""
    made = (one(value) for value in values)
    return numbered(replace(each, fact=each.fact.model_copy(update={"concept": concept})) for each in made)


def less(minuend: Operand, subtrahend: Operand, result: Operand) -> Claim:
    """The claim that a figure is the difference of two others."""
    equation = subtract(minuend, subtrahend, result)
    assert equation is not None
    return of_equation(equation, "AR203")


def causes(broken: Iterable[Claim], held: Iterable[Claim] = (), strictly: bool = True) -> list[Cause]:
    return trace(list(broken), list(held), lambda _: strictly)


def suspected(cause: Cause) -> Suspected:
    """The printed value of each suspect, the value that would settle it, and whether that is a slip away."""
    return [
        (one.operand.fact.raw, None if one.instead is None else int(one.instead), one.is_near)
        for one in cause.suspicions
    ]


def test_a_figure_of_two_contradictions_is_their_one_cause() -> None:
    total, part, other, spent, left = figures(1000, 700, 400, 350, 250)
    claims = [summed((part, other), total), less(part, spent, left)]
    [cause] = causes(claims)
    assert cause.claims == tuple(claims)
    assert suspected(cause) == [("700", 600, True)]


def test_contradictions_without_a_common_figure_have_causes_of_their_own() -> None:
    first, second, whole, third, fourth, sum_ = figures(500, 700, 1300, 250, 360, 710)
    claims = [summed((first, second), whole), summed((third, fourth), sum_)]
    found = causes(claims)
    assert [cause.claims for cause in found] == [(claims[0],), (claims[1],)]
    assert suspected(found[0]) == [("500", 600, True), ("700", 800, True), ("1300", 1200, True)]
    assert suspected(found[1]) == [("250", 350, True), ("360", 460, True), ("710", 610, True)]


def test_contradictions_in_one_chain_that_no_figure_settles_are_parted() -> None:
    # The first two share 700, the last two 400; 700 settles two of them, which leaves the last.
    total, part, other, spent, left, third = figures(1000, 700, 400, 350, 250, 990)
    claims = [summed((part, other), total), less(part, spent, left), summed((other, left), third)]
    found = causes(claims)
    assert [cause.claims for cause in found] == [(claims[0], claims[1]), (claims[2],)]
    assert [raw for raw, *_ in suspected(found[0])] == ["700"]


def test_a_figure_that_others_bear_out_is_not_suspected() -> None:
    first, second, whole, spent, left = figures(500, 700, 1300, 300, 200)
    holds = less(first, spent, left)
    [cause] = causes([summed((first, second), whole)], [holds])
    assert suspected(cause) == [("700", 800, True), ("1300", 1200, True)]


def test_a_figure_that_others_leave_free_is_suspected() -> None:
    first, second, whole, most = figures(500, 700, 1300, 900)
    [cause] = causes([summed((first, second), whole)], [at_most("AR308", first, most)])
    assert suspected(cause) == [("500", 600, True), ("700", 800, True), ("1300", 1200, True)]


def test_what_settles_more_goes_before_what_harms_less() -> None:
    # 700 stands in three claims that fail and in one that holds; two others would harm none.
    total, part, other, spent, left, plan, rest, most = figures(1000, 700, 400, 350, 250, 130, 470, 700)
    claims = [summed((part, other), total), less(part, spent, left), less(part, plan, rest)]
    [cause] = causes(claims, [less(most, part, figures(0)[0])])
    assert [raw for raw, *_ in suspected(cause)] == ["700"]
    assert len(cause.claims) == 3


def test_slips_go_before_other_values() -> None:
    first, second, whole = figures(12, 70, 91)
    [cause] = causes([summed((first, second), whole)])
    # 21 is 12 with its digits swapped; 79 and 82 would do as well, 79 by one digit.
    assert suspected(cause) == [("12", 21, True), ("70", 79, True)]


def test_of_two_slips_none_is_told() -> None:
    first, second, whole = (won(value) for value in (10, 10, 25))
    claim = summed(numbered((first, second)), replace(whole, index=2))
    [cause] = causes([claim], strictly=False)
    # 14,500 to 15,500 for a part; 19,500 to 20,500 for the whole.
    assert suspected(cause) == [("10000", 15000, True), ("10000", 15000, True), ("25000", 20000, True)]
    [cause] = causes(
        [replace(claim, operands=tuple(replace(one, half=3000) for one in claim.operands))], strictly=False
    )
    assert suspected(cause) == [("10000", None, True), ("10000", None, True), ("25000", None, True)]


def test_where_no_slip_would_do_the_values_that_would_are_told() -> None:
    first, second, whole = figures(12, 34, 99)
    [cause] = causes([summed((first, second), whole)])
    assert suspected(cause) == [("12", 65, False), ("34", 87, False), ("99", 46, False)]


def test_no_count_is_less_than_nothing() -> None:
    first, second, whole = figures(12, 99, 34)
    [cause] = causes([summed((first, second), whole)])
    # 12 would have to be −65.
    assert suspected(cause) == [("99", 22, False), ("34", 111, False)]


def test_a_negative_value_is_told_where_nothing_else_would_do() -> None:
    whole, part, other, spent, left = figures(5, 9, 8, 2, 3)
    [cause] = causes([summed((part, other), whole)], [less(whole, spent, left)])
    assert suspected(cause) == [("9", -3, False), ("8", -4, False)]


@pytest.mark.parametrize(
    ("concept", "found"),
    [("budget.balance", [("18", -18, True)]), ("budget.amount", [("30", 66, False), ("48", 12, False)])],
)
def test_only_some_measures_have_a_sign_that_a_slip_may_lose(concept: str, found: Suspected) -> None:
    minuend, subtrahend = figures(30, 48)
    [*_, result] = figures(0, 0, 18, concept=concept)
    [cause] = causes([less(minuend, subtrahend, result)])
    assert suspected(cause) == found


def test_a_dash_has_no_digit_that_may_be_wrong() -> None:
    first, second, whole = figures(5, 0, 8)
    dash = replace(second, fact=second.fact.model_copy(update={"raw": "-"}))
    [cause] = causes([summed((first, dash), whole)])
    assert suspected(cause) == [("5", 8, True), ("8", 5, True)]
    [cause] = causes([summed((first, second), whole)])
    assert suspected(cause) == [("5", 8, True), ("0", 3, True), ("8", 5, True)]


def test_a_slip_that_parts_a_figure_from_equal_ones_is_the_likeliest() -> None:
    first, second, third, total = figures(48840, 48840, 48940, 146520)
    [cause] = causes([summed((first, second, third), total)])
    assert suspected(cause) == [("48940", 48840, True)]
    # Where two contradictions meet in more than one figure, none of them is odd.
    fourth, fifth, sixth, whole = figures(48840, 48740, 48940, 146420)
    [cause] = causes([summed((fourth, fifth, sixth), whole)])
    assert [raw for raw, *_ in suspected(cause)] == ["48840", "48740", "48940", "146420"]


def in_table(claim: Claim, block: int, part: int = 0) -> Claim:
    at = Position(block, part, 1, 1)
    *others, result = claim.operands
    return replace(claim, operands=(*others, replace(result, at=at)))


def failing(first: int, family: str | None, block: int = 5, part: int = 0) -> Claim:
    """A total that fails, of figures from that number on."""
    made = [replace(operand, index=first + i) for i, operand in enumerate(figures(500, 700, 1300 + first))]
    return in_table(summed(made[:2], made[2], family=family), block, part)


def test_totals_of_one_family_that_fail_in_one_table_are_one_cause() -> None:
    claims = [failing(0, "f"), failing(10, "f"), failing(20, "f")]
    [cause] = causes(claims)
    assert cause.claims == tuple(claims)
    assert suspected(cause) == [("1300", 1200, False), ("1310", 1200, False), ("1320", 1200, False)]


@pytest.mark.parametrize(
    "others",
    [
        failing(10, "g"),
        failing(10, None),
        failing(10, "f", block=6),
        failing(10, "f", part=1),
        replace(failing(10, "f"), relation="difference"),
    ],
)
def test_totals_of_other_families_or_tables_are_causes_of_their_own(others: Claim) -> None:
    first = failing(0, "f")
    assert [cause.claims for cause in causes([first, others])] == [(first,), (others,)]


def test_two_claims_without_a_family_are_not_one_cause() -> None:
    claims = [failing(0, None), failing(10, None)]
    assert [cause.claims for cause in causes(claims)] == [(claims[0],), (claims[1],)]


def test_totals_of_one_family_that_one_figure_settles_keep_it() -> None:
    part, first, second, one_total, other_total = (
        replace(operand, at=Position(5, 0, 1, 1)) for operand in figures(500, 700, 800, 1300, 1400)
    )
    claims = [summed((part, first), one_total, family="f"), summed((part, second), other_total, family="f")]
    apart = failing(10, "f")
    found = causes([*claims, apart])
    assert [cause.claims for cause in found] == [tuple(claims), (apart,)]
    assert suspected(found[0]) == [("500", 600, True)]


def test_where_too_many_figures_meet_each_result_is_what_is_computed() -> None:
    shared, *others = figures(1, *range(100, 5100))
    *parts, whole = others
    claims = [summed((shared, *parts), whole), summed((shared, parts[0]), parts[2])]
    found = causes(claims)
    assert [cause.claims for cause in found] == [(claims[0],), (claims[1],)]
    assert suspected(found[0]) == [("5099", 1 + sum(range(100, 5099)), False)]
    assert suspected(found[1]) == [("102", 101, False)]


def test_a_figure_that_stands_in_a_claim_as_several_operands_is_one() -> None:
    first, second, whole = figures(500, 700, 1300)
    again = replace(first)
    claims = [summed((first, second), whole), at_most("AR308", again, figures(0, 0, 0, 450)[3])]
    found = causes(claims)
    # 500 alone settles the order, 600 the sum: not one value does both.
    assert [cause.claims for cause in found] == [(claims[0],), (claims[1],)]
    assert [raw for raw, *_ in suspected(found[1])] == ["450", "500"]
