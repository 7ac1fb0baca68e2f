"""Two titles → how alike they are, 0 to 1."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from auditreport import vocab

# Likeness from which two titles are taken for one: below it, titles of one year's sister programmes begin to meet.
SAME = 0.82


def likeness(one: str, other: str) -> float:
    """Likeness of two titles, white space, marks and kinds of middle dot aside; 1 if one holds the other whole.

    >>> likeness("계약심사제 운영", "계약 심사제운영")
    1.0
    """
    return _likeness(vocab.squash(one), vocab.squash(other), 0.5)


def is_same(one: str, other: str) -> bool:
    """Whether two titles are taken for one: their likeness is `SAME` or more."""
    return _likeness(vocab.squash(one), vocab.squash(other), SAME) >= SAME


@lru_cache(maxsize=1024)
def _likeness(a: str, b: str, least: float) -> float:
    """Likeness of two folded titles; 0 where the characters that they share show that it is below `least`."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) >= 8 and longer.startswith(shorter):
        return 1.0
    if len(shorter) * 3 < len(longer):
        return 0.0
    shared = sum(min(shorter.count(char), longer.count(char)) for char in set(shorter))
    if 2.0 * shared / (len(a) + len(b)) < least:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
