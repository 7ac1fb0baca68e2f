from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from auditreport.schemas.tables import Column
from auditreport.store.export.cells import as_number, csv_cell


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
