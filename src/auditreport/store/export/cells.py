"""Values of rows → cells that a form can hold: whole, or as text that says what could not stand there."""

from __future__ import annotations

import re
from decimal import Decimal

from auditreport.schemas.tables import Column, Value

# No encoding holds half a character, and much software takes a zero for the end of a text.
_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")
# Controls but for tabs and line feeds, separators of lines, direction overrides.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Digits that a binary number of 64 bits holds for sure.
_DIGITS = 15
_LARGEST = 1 << 63
# What a spreadsheet takes for the beginning of a formula. A lone sign is none.
_FORMULA = re.compile("[=+@\uff1d\uff0b\uff0d\uff20\t\r\n-].|[\t\r\n']", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?")


def encodable(text: str) -> str:
    r"""The text as databases hold it: zeros and halves of characters are shown as `\x00` and `\ud800`."""
    return _UNENCODABLE.sub(_escape, text)


def shown(text: str) -> str:
    r"""The text as people may open it: controls but tabs and line feeds are shown as `\x1b`."""
    return _UNSEEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula; who strips one apostrophe from its beginning has it back.

    >>> guarded("=1+1"), guarded("'quoted'"), guarded("-18,040"), guarded("-")
    ("'=1+1", "''quoted'", '-18,040', '-')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def csv_cell(column: Column, value: Value) -> str:
    """A cell of CSV: nothing for null, numbers bare, texts guarded."""
    if value is None:
        return ""
    match column.type:
        case "boolean":
            return "true" if value else "false"
        case "text":
            return guarded(shown(str(value)))
        case "json":
            return shown(str(value))
        case _:
            return str(value)


def as_number(text: str, *, whole: int = _LARGEST) -> int | float | None:
    """A decimal number as one that computes; none where it would lose a digit.

    Args:
        text: the number.
        whole: integers are held below this.

    >>> as_number("-18040000"), as_number("2.6"), as_number("0.12345678901234567")
    (-18040000, 2.6, None)
    """
    number = Decimal(text)
    if number == number.to_integral_value():
        return int(number) if abs(number) < whole else None
    return float(number) if len(number.as_tuple().digits) <= _DIGITS else None
