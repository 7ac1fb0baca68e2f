"""How a report rounds, told by its own rates and sums."""

from __future__ import annotations

import pytest

from auditreport.arithmetic import Interval
from auditreport.checks.claims import Claim
from auditreport.checks.habits import Habits, infer
from tests.checks.making import amount, budget, checked

HEAD = ("구분", "예산액", "집행액", "집행률(%)")


def habit(*rows: tuple[str, ...]) -> str:
    return checked(budget(*rows, head=HEAD)).input.rounding


def test_half_up():
    assert habit(("감사", "300", "200", "67"), ("민원", "700", "600", "86"), ("기타", "900", "700", "78")) == "half_up"


def test_cut_off_is_a_habit_and_no_discrepancy():
    one = checked(
        budget(("감사", "300", "200", "66"), ("민원", "700", "600", "85"), ("기타", "900", "700", "77"), head=HEAD)
    )
    assert (one.input.rounding, one.discrepancies) == ("cut_off", ())


def test_figures_that_tell_nothing_apart():
    assert habit(("감사", "300", "150", "50"), ("민원", "700", "70", "10")) == "unknown"


ADDED = (
    ("계", "1,504", "720", "784"),
    ("감사", "600", "400", "200"),
    ("민원", "304", "220", "84"),
    ("계약", "400", "50", "350"),
    ("기타", "200", "50", "150"),
)
THREE = ("구분", "예산액", "집행액", "잔액")


def test_totals_of_rounded_rows_are_told_by_sums_that_all_close():
    assert checked(budget(*ADDED, head=THREE)).input.rounding == "summed_rounded"


def test_one_sum_off_by_one_among_many_that_close_is_worth_a_look():
    rows = [(f"사업{i}", f"{313 + 7 * i}", f"{101 + 3 * i}", f"{212 + 4 * i}") for i in range(24)]
    total = [str(sum(int(row[at]) for row in rows)) for at in (1, 2, 3)]
    rows[5] = (*rows[5][:3], str(int(rows[5][3]) + 1))
    [one] = checked(budget(("계", *total), *rows, head=THREE)).discrepancies
    assert (one.severity, one.difference, one.excuses[0].en) == ("info", "1000", "Rounding may explain it.")


def test_sums_of_figures_that_are_cut_off_are_no_discrepancy():
    rows = [(f"사업{i}", f"{313 + 7 * i}", f"{101 + 3 * i}", f"{212 + 4 * i + i % 2}") for i in range(9)]
    total = [str(sum(int(row[at]) for row in rows) + 6) for at in (1, 2, 3)]
    assert "error" not in {one.severity for one in checked(budget(("계", *total), *rows, head=THREE)).discrepancies}


def missing(by: int) -> Claim:
    """A rounded sum that misses by so many 원 beyond what its parts give."""
    operands = tuple(amount(value * 1000, decimals=-3) for value in (10, 20, 30))
    return Claim(
        "AR201",
        "sum",
        operands,
        Interval.exactly(operands[-1].value),
        operands[-1].value * 0 + by,
        closes=False,
        formula="",
    )


@pytest.mark.parametrize(
    ("above", "below", "rounding", "is_even"),
    [
        (6, 0, "cut_off", False),
        (5, 0, "unknown", False),
        (6, 1, "unknown", False),
        (0, 6, "unknown", True),
        (16, 4, "unknown", True),
        (17, 4, "unknown", False),
        (3, 3, "unknown", False),
    ],
)
def test_sums_that_all_miss_to_one_side_tell_that_figures_are_cut_off(
    above: int, below: int, rounding: str, is_even: bool
):
    habits = infer([missing(1000)] * above + [missing(-1000)] * below)
    assert (habits.rounding, habits.is_even) == (rounding, is_even)


@pytest.mark.parametrize(
    ("rounding", "is_even", "may"),
    [
        ("cut_off", True, True),
        ("unknown", False, True),
        ("unknown", True, False),
        ("summed_rounded", False, True),
        ("half_up", False, False),
        ("half_even", False, False),
    ],
)
def test_figures_may_be_cut_off_where_nothing_tells_otherwise(rounding, is_even: bool, may: bool):
    assert Habits(rounding, frozenset(), is_even).may_cut() is may
