"""Two titles → how alike they are, 0 to 1."""

from __future__ import annotations

from difflib import SequenceMatcher

from auditreport import vocab

# Likeness from which two titles are taken for one: below it, titles of one year's sister programmes begin to meet.
SAME = 0.82


def likeness(one: str, other: str) -> float:
    """Likeness of two titles, white space, marks and kinds of middle dot aside; 1 if one holds the other whole.

    >>> likeness("계약심사제 운영", "계약 심사제운영")
    1.0
    """
    a, b = vocab.squash(one), vocab.squash(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= 8 and longer.startswith(shorter):
        return 1.0
    if len(shorter) * 3 < len(longer):
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < 0.5:
        return 0.0
    return matcher.ratio()
