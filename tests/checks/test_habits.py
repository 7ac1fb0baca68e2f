"""How a report rounds, told by its own rates and sums."""

from __future__ import annotations

from tests.checks.making import budget, checked

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
