"""Figures of a document → every change of one of their digits, and the document with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from auditreport.schemas import Fact

_DIGITS = "0123456789"


class Change(NamedTuple):
    """Another digit at one place of a figure.

    `offset` counts in the text of the document, `value` is the figure with the other digit, in the base unit.
    """

    fact: Fact
    offset: int
    digit: str
    value: Decimal

    @property
    def raw(self) -> str:
        """The figure as it is then printed."""
        return replaced(self.fact.raw, self.offset - self.fact.source.start, self.digit)

    def apply(self, text: str) -> str:
        """The text of the document with the other digit in it."""
        return replaced(text, self.offset, self.digit)


def changes(facts: Iterable[Fact]) -> Iterator[Change]:
    """Every change of one digit; no figure of several digits begins with a zero then, unless with `0.`."""
    for fact in facts:
        if is_plain(fact):
            for i, old in enumerate(fact.raw):
                if old in _DIGITS:
                    yield from _at(fact, i)


def others(fact: Fact) -> Iterator[Decimal]:
    """The values of a figure with another digit in one place, in the base unit, however it is printed."""
    value = Decimal(fact.value)
    digits = str(int(abs(value).scaleb(fact.decimals)))
    for i, old in enumerate(digits):
        for digit in _DIGITS:
            if digit != old and not (digit == "0" and i == 0 and len(digits) > 1):
                number = Decimal(digits[:i] + digit + digits[i + 1 :]).scaleb(-fact.decimals)
                yield -number if value < 0 else number


def is_plain(fact: Fact) -> bool:
    """Whether the digits of a figure are those of its value: 1억 2천 is none such."""
    digits = "".join(char for char in fact.raw if char in _DIGITS)
    return bool(digits) and Decimal(digits).scaleb(-fact.decimals) == abs(Decimal(fact.value))


def _at(fact: Fact, i: int) -> Iterator[Change]:
    old, behind = fact.raw[i], fact.raw[i + 1 :]
    step = Decimal(1).scaleb(sum(char in _DIGITS for char in behind) - fact.decimals)
    sign = -1 if Decimal(fact.value) < 0 else 1
    leads = not any(char in _DIGITS for char in fact.raw[:i]) and behind[:1] not in ("", ".")
    for digit in _DIGITS:
        if digit != old and not (digit == "0" and leads):
            value = Decimal(fact.value) + sign * step * (int(digit) - int(old))
            yield Change(fact, fact.source.start + i, digit, value)


def replaced(text: str, offset: int, char: str) -> str:
    """A text with another character at one place."""
    return text[:offset] + char + text[offset + 1 :]
