"""Whether printed figures close a relation, exactly or as far as their rounding allows."""

from __future__ import annotations

import pytest

from auditreport.parsers.recovery import Numeral, Relation, read_numeral
from auditreport.parsers.recovery.closing import is_closed, is_stated
from auditreport.parsers.recovery.evidence import agreed, less_chance

SUM = Relation("sum", 0, ((1, 2, 3),), is_complete=True)
COST = Relation("sum", 0, ((1, 2, 3),))
BALANCE = Relation("difference", 2, ((0, 1),))
GAP = Relation("difference", 2, ((0, 1),), is_complete=True)
RATE = Relation("rate", 2, ((0, 1),))
EITHER = Relation("sum", 0, ((1, 2), (1, 2, 3)), is_complete=True)


def line(row: str) -> dict[int, Numeral]:
    """The figures of a row; a dot is an empty cell."""
    return {i: read_numeral(cell) for i, cell in enumerate(row.split()) if cell != "."}


@pytest.mark.parametrize(
    ("relation", "row", "exact", "slack"),
    [
        (SUM, "731 412 96 223", True, True),
        (SUM, "731 412 96 224", False, True),
        (SUM, "731 412 96 220", False, False),
        # What is missing by more than a tenth of the smallest figure may be a whole figure.
        (SUM, "35 10 15 9", False, False),
        (SUM, "735 410 315 11", False, True),
        (SUM, "735 410 315 9", False, False),
        (SUM, "736 410 315 10", False, True),
        (SUM, "737 411 315 13", False, False),
        (SUM, "508 412 96 .", True, True),
        (SUM, ". 412 96 .", False, False),
        (SUM, ". . . .", True, True),
        (SUM, "508 412 96 진행", True, True),
        (COST, ". 412 96 223", True, True),
        (SUM, "73.1 41.2 9.6 22.5", False, True),
        (SUM, "73.1 41.2 9.6 22.6", False, False),
        (EITHER, "508 412 96 223", True, True),
        (EITHER, "731 412 96 223", True, True),
        (EITHER, "635 412 96 223", False, False),
        (BALANCE, "812 561 251", True, True),
        (BALANCE, "561 812 251", False, False),
        (BALANCE, "812 561 252", False, True),
        (BALANCE, "812 561 .", True, True),
        (BALANCE, "812 . 812", True, True),
        (GAP, "49 52 △3", True, True),
        (GAP, "49 52 3", False, False),
        (GAP, "49 52 .", False, False),
        (GAP, "52 52 .", True, True),
        (RATE, "561 812 69.09%", True, True),
        (RATE, "561 812 69.08%", False, True),
        (RATE, "561 812 69%", True, True),
        (RATE, "561 812 70%", False, True),
        (RATE, "561 812 71%", False, False),
        (RATE, "561 812 67%", False, False),
        (RATE, "6 9 70%", False, True),
        (RATE, "6 9 80%", False, False),
        (RATE, "561 812 .", True, True),
        (RATE, ". 812 0%", True, True),
        (RATE, ". 812 9%", False, False),
        (RATE, "561 - 69%", True, True),
        (RATE, "561 . 69%", False, False),
        (RATE, "561 . 0%", True, True),
    ],
)
def test_whether_a_relation_closes(relation: Relation, row: str, exact: bool, slack: bool) -> None:
    assert (is_closed(relation, line(row)), is_closed(relation, line(row), slack=True)) == (exact, slack)


@pytest.mark.parametrize(
    ("relation", "row", "stated"),
    [
        (SUM, "731 412 . .", True),
        (SUM, "731 . . .", False),
        (SUM, ". 412 96 223", False),
        (BALANCE, "812 561 251", True),
        (BALANCE, "812 . 251", False),
        (RATE, "561 . 69%", False),
        (EITHER, "731 . . 223", True),
    ],
)
def test_whether_the_figures_of_a_relation_are_printed(relation: Relation, row: str, stated: bool) -> None:
    assert is_stated(relation, line(row)) is stated


@pytest.mark.parametrize(
    ("relation", "row", "digits"),
    [
        # The second greatest part tells how unlikely the sum is, and a total that is announced is seldom left out.
        (SUM, "731 412 96 223", 4.0),
        (COST, "731 412 96 223", 3.0),
        (COST, "461 412 9 40", 1.0),
        (COST, "412 412 . .", 1.5),
        (COST, ". 412 96 .", 0.0),
        (COST, "- - - -", 0.0),
        (BALANCE, "812 561 251", 3.0),
        (BALANCE, "812 800 12", 1.0),
        (RATE, "561 812 69.09%", 4.0),
        (RATE, "500 1,000 50%", 1.0),
    ],
)
def test_digits_that_had_to_agree_for_a_relation_to_close(relation: Relation, row: str, digits: float) -> None:
    assert agreed(relation, line(row)) == digits


@pytest.mark.parametrize(("digits", "tests", "left"), [(3, 10, 2.0), (3, 1, 3.0), (3, 0, 3.0), (1, 1000, 0.0)])
def test_what_is_left_of_agreeing_digits_after_many_tries(digits: float, tests: int, left: float) -> None:
    assert less_chance(digits, tests) == left
