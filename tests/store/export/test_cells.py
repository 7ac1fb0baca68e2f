from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditreport.schemas.tables import Column
from auditreport.store.export.cells import as_number, csv_cell, encodable, guarded, shown


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1+1", "=\n"])
def test_text_that_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-18,040", "+5", "-3.5", "-", "△18,040", "감사", "", "a=b"])
def test_numbers_signs_and_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@settings(max_examples=40)
@given(st.text())
def test_who_strips_one_apostrophe_has_the_text_back(text: str) -> None:
    assert guarded(text).removeprefix("'") == text


def test_controls_are_shown_in_what_people_open() -> None:
    assert shown("a\x1b[31m\x00\ud800\u202eb\tc\nd") == "a\\x1b[31m\\x00\\ud800\\u202eb\tc\nd"


def test_databases_keep_all_but_zeros_and_halves_of_characters() -> None:
    assert encodable("a\x1b\x00\udfff💰") == "a\x1b\\x00\\udfff💰"


def test_numbers_are_never_guarded_in_csv() -> None:
    assert csv_cell(Column("value", "decimal", "", ""), "-18040000") == "-18040000"
    assert csv_cell(Column("raw", "text", "", ""), "-2+3") == "'-2+3"
    assert csv_cell(Column("is", "boolean", "", ""), False) == "false"
    assert csv_cell(Column("line", "integer", "", ""), None) == ""


@settings(max_examples=40)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_number_that_computes_is_the_number_to_its_last_digit(number: Decimal) -> None:
    found = as_number(format(number, "f"))
    assert found is None or Decimal(repr(found)) == number


def test_number_of_more_digits_than_the_machine_has_stays_text() -> None:
    assert as_number("9223372036854775807") == 9223372036854775807
    assert as_number("9223372036854775808") is None
    assert as_number("0.1234567890123456") is None
    assert as_number("1234567890123456", whole=10**15) is None
