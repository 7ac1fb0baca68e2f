"""Values as a reader of the report writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.arithmetic import Operand
from auditreport.arithmetic.operands import operands
from auditreport.checks.claims import at_most, counted
from auditreport.checks.wording import bare, expected_in_print, in_print, label, plain
from auditreport.schemas import Position
from tests.arithmetic.making import fact, one, won


@pytest.mark.parametrize(
    ("operand", "value", "shown"),
    [
        (won(5), "1234000", "1,234천원"),
        (won(5), "-100000", "-100천원"),
        (one(5, "KRW"), "1234", "1,234원"),
        (one("5000000", "KRW", -6), "12000000", "12백만원"),
        (one(5), "1234", "1,234명"),
        (one(5), "12.0", "12명"),
        (one("5.25", "%", 2), "87.5", "87.5%"),
        (one("5.25", "%", 2), "87.126", "87.13%"),
        (one(5000, "명", -3), "12000", "12,000명"),
    ],
)
def test_a_value_is_printed_as_its_figure_is(operand: Operand, value: str, shown: str) -> None:
    assert in_print(operand, Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown", "for_programs"),
    [("1234.500", "1,234.5", "1234.5"), ("1200", "1,200", "1200"), ("-0.50", "-0.5", "-0.5"), ("0.00", "0", "0")],
)
def test_numbers_without_trailing_zeros(value: str, shown: str, for_programs: str) -> None:
    assert (plain(Decimal(value)), bare(Decimal(value))) == (shown, for_programs)


def test_what_is_expected_is_what_the_figures_give_or_the_nearest_that_may_be() -> None:
    assert expected_in_print(at_most("AR303", one(32), one(30))) == "30명"
    assert expected_in_print(counted("AR305", one(5), ("종합", "특정"), most=4)) == "2명"


def test_a_figure_is_called_by_its_row_and_column_once_each() -> None:
    def named(**fields: object) -> str:
        [operand] = operands([fact("3", **fields)], [Position(0)])
        return label(operand)

    assert named(item="감사", dims={"fund": "국비", "of": "감사"}) == "감사 · 국비"
    assert named(programme="청렴도 향상") == "청렴도 향상"
    assert named() == "table"
