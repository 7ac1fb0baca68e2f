"""The text of a cell → the number it prints, its precision and its unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.parsers.recovery import number, read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("△1,052", "-1052"),
        ("▲ 215", "-215"),
        ("-", "0"),
        ("–", "0"),
        ("22(24)", "22"),
        ("12.5", "12.5"),
        ("3건", "3"),
        ("(270억원)", "270"),
        ("[ 12", "12"),
        ("−3.50", "-3.50"),
        ("▼ 7", "-7"),
        (" 1,200 (15) ", "1200"),
        ("(15)", "15"),
        ("약 30", None),
        ("계", None),
        ("999,999,999,999,999", "999999999999999"),
        ("1,000,000,000,000,000", None),
        ("", None),
    ],
)
def test_the_number_that_a_cell_prints(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "decimals", "unit"), [("78.1%", 1, "%"), ("6.41ha", 2, "ha"), ("58개소", 0, "개소"), ("1,200", 0, None)]
)
def test_the_precision_and_unit_that_a_cell_prints(text: str, decimals: int, unit: str | None) -> None:
    found = read_numeral(text)
    assert (found.decimals, found.unit) == (decimals, unit)


@pytest.mark.parametrize(
    ("text", "digits"),
    [("△1,052", 4), ("1,200", 2), ("10.50", 3), ("0.05", 1), ("-", 0), ("계", 0), ("78.1%", 3)],
)
def test_the_digits_that_are_seldom_met_by_chance(text: str, digits: int) -> None:
    assert read_numeral(text).digits == digits


def test_a_rate_is_told_by_its_sign() -> None:
    assert [read_numeral(text).is_percent for text in ("78.1%", "78.1", "78건")] == [True, False, False]


def test_the_text_of_a_figure_is_kept_as_printed() -> None:
    assert [read_numeral(text).raw for text in (" 1,200 (15) ", "-", "계")] == [" 1,200 (15) ", "-", "계"]
