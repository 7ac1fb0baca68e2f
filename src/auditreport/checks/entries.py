"""The text of an item → lists in it whose entries are names with figures: 구청장상 40명, 구의장상 22명."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from auditreport.arithmetic import Operand
from auditreport.checks.printed import number_in
from auditreport.checks.running import Item
from auditreport.checks.subject import Subject

# Letters of a unit.
UNIT = 4
_WIDE = str.maketrans("０１２３４５６７８９，．（）／：－", "0123456789,.()/:-")
_UNIT = re.compile(rf"\s?(?P<unit>[^\W\d_]{{1,{UNIT}}})")
_ENTRY = re.compile(
    r"\s*(?P<name>[^\d:]*[^\W\d_][^\d:]*?)\s?[-–:]?\s?(?P<number>\d{1,3}(?:,\d{3})+|\d+)"
    rf"\s?(?P<unit>[^\W\d_]{{0,{UNIT}}})\s*"
)
# Between entries; the comma of 1,234 is none.
_PARTED = re.compile(r"\s?/\s?|[,;]\s*(?=\D)")


class Entry(NamedTuple):
    """One entry of a list: its name, its figure, and the unit printed behind it, empty where there is none."""

    name: str
    operand: Operand
    unit: str


class Printed:
    """The text of an item, its wide digits and signs as others."""

    def __init__(self, subject: Subject, item: Item) -> None:
        self.subject = subject
        self.item = item
        self.value = item.text.translate(_WIDE)

    def unit_behind(self, operand: Operand, end: int) -> tuple[str, int]:
        """The unit printed behind a figure that ends there, and where the unit ends; empty where it is another."""
        found = _UNIT.match(self.value, end)
        if found is None or (operand.fact.unit != "KRW" and not found["unit"].endswith(operand.fact.unit)):
            return "", end
        return found["unit"], found.end()

    def entries(self, start: int, end: int, whole: Operand) -> Iterator[Entry | None]:
        """What stands between two places, entry by entry; `None` for what is no name with a figure.

        A figure that is none of the report is taken as printed, in the scale of `whole`.
        """
        at = start
        for piece in _PARTED.split(self.value[start:end]):
            at = self.value.index(piece, at)
            found = _ENTRY.fullmatch(piece)
            if found is None:
                yield None
            else:
                begin = at + found.start("number")
                operand = self._number(begin, at + found.end("number"), whole)
                yield Entry(found["name"].strip(), operand, found["unit"])
            at += len(piece)

    def _number(self, start: int, end: int, whole: Operand) -> Operand:
        return number_in(self.subject, self.item, start, end, whole.fact.unit, whole.fact.item or "", scale_of(whole))


def scale_of(operand: Operand) -> Decimal:
    """By how much its digits are multiplied: 1,000 for 천원; zero where it is printed in words, as 1억 2천만원 is."""
    digits = operand.fact.raw.translate(_WIDE).replace(",", "")
    return abs(operand.value) / Decimal(digits) if digits.isdigit() and int(digits) else Decimal(0)
