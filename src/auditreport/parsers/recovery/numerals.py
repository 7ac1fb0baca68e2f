"""The text of a cell → the number it prints, its precision and its unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.values import is_too_long

_SIGNS = str.maketrans({"△": "-", "▲": "-", "▽": "-", "▼": "-", "−": "-", ",": "", " ": "", "(": "", "[": ""})
_REMARK = re.compile(r"(?<=\S)\s*\([^)]*\)$")
_NUMERAL = re.compile(r"[(\[]?\s?[△▲▽▼−\-]?\s?\d[\d,]*(?:\.\d+)?")
_UNIT = re.compile(r"\s?([%℃-㏿㎀-㏟가-힣a-zA-Z]+)")


class Numeral(NamedTuple):
    """A figure of a row: its text, its value (`None` where the text is no single number), decimals and unit."""

    raw: str
    value: Decimal | None
    decimals: int = 0
    unit: str | None = None

    @property
    def is_percent(self) -> bool:
        """Whether it is printed as a rate (78.1%)."""
        return self.unit == "%"

    @property
    def digits(self) -> int:
        """Significant digits, zeros at both ends left out: how unlikely it is met by chance."""
        return 0 if self.value is None else len(format(abs(self.value), "f").replace(".", "").strip("0"))


def read_numeral(raw: str) -> Numeral:
    """The number that a cell prints; a dash is zero.

    >>> read_numeral("△1,052건")
    Numeral(raw='△1,052건', value=Decimal('-1052'), decimals=0, unit='건')
    """
    text = _REMARK.sub("", raw.strip()).strip()
    if text in vocab.marks().dash:
        return Numeral(raw, Decimal(0))
    match = _NUMERAL.match(text)
    if match is None:
        return Numeral(raw, None)
    if is_too_long(match.group()):
        return Numeral(raw, None)
    printed = match.group().translate(_SIGNS)
    unit = _UNIT.match(text, match.end())
    return Numeral(raw, Decimal(printed), len(printed.partition(".")[2]), unit.group(1) if unit else None)


def number(raw: str) -> Decimal | None:
    """The number that a cell prints, without its unit.

    >>> number("△1,052")
    Decimal('-1052')
    """
    return read_numeral(raw).value
