"""Two readings of a figure and the shapes of its ink → the figure, and whether it may be another.

The Korean data reads digits badly, the English data alone would be believed where it is wrong, and both lose a sign
that they do not know. A figure is sure only where both say the same and it has as many tall shapes as it has digits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from statistics import median

from auditreport.parsers.formats.ocr.segments import Part

_TALL = 0.6
# Widths of a digit in parts of its height: those that touch are one shape.
_SLIMMEST, _WIDEST = 0.5, 0.85
_EVEN, _POINT, _BELOW = 0.12, 0.42, 0.07
_PLAUSIBLE = re.compile(r"[(]?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?[)]?|\d+\(\d+\)")


def same(one: str, other: str) -> bool:
    """Whether two readings state the same number; commas between thousands may be lost."""
    return bool(one) and _number(one) == _number(other)


def same_digits(one: str, other: str) -> bool:
    """Whether two readings differ in commas and points alone."""
    return bool(one) and re.sub(r"[.,]", "", one) == re.sub(r"[.,]", "", other)


def _number(text: str) -> str:
    return re.sub(r"[,\s]", "", text)


def is_plausible(text: str) -> bool:
    """Whether a reading is one numeral, its commas three digits apart, or a pair of counts: 22(24)."""
    return bool(_PLAUSIBLE.fullmatch(text))


def is_aligned(parts: Sequence[Part]) -> bool:
    """Whether the shapes of a line are slim, of one height, and stand on one line, as those of digits and no syllables.

    Points and commas may stand among them.
    """
    highest, base = _size(parts)
    tops = [part.top for part in parts if part.high >= _TALL * highest]
    low = [part for part in parts if part.high < _TALL * highest]
    return (
        max(tops) - min(tops) <= _EVEN * highest
        and all(part.wide <= _WIDEST * part.high for part in parts if part.high >= _TALL * highest)
        and all(abs(part.bottom - base) <= _EVEN * highest for part in parts if part.high >= _TALL * highest)
        and all(part.high <= _POINT * highest and part.bottom >= base - _EVEN * highest for part in low)
    )


def has_commas(text: str, parts: Sequence[Part]) -> bool:
    """Whether a reading has commas where the marks on the ground line reach below it, and no points."""
    highest, base = _size(parts)
    marks = [p for p in parts if p.high <= _POINT * highest and p.bottom >= base - _EVEN * highest]
    return "." not in text and len(marks) == text.count(",") and all(p.bottom >= base + _BELOW * highest for p in marks)


def _size(parts: Sequence[Part]) -> tuple[int, float]:
    """Height of the tallest shape of a line, and where the tall ones stand."""
    highest = max(part.high for part in parts)
    return highest, median(part.bottom for part in parts if part.high >= _TALL * highest)


def fits_shapes(text: str, parts: Sequence[Part]) -> bool:
    """Whether the tall shapes of a line are about as many as a reading has digits, brackets and signs of percent."""
    highest = max((part.high for part in parts), default=0)
    tall = [part.wide / part.high for part in parts if part.high >= _TALL * highest]
    least = sum(max(math.ceil(slim / _WIDEST), 1) for slim in tall)
    most = sum(max(math.floor(slim / _SLIMMEST), 1) for slim in tall)
    digits = sum(char.isdigit() for char in text)
    brackets, percents = sum(char in "()" for char in text), text.count("%")
    # A sign of percent is a slash and two rings, each of them tall or not.
    return least - 2 * percents <= digits + brackets + percents <= most
