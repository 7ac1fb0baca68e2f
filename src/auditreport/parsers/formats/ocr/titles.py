"""A title as read off a scan → the title that vocabulary knows, where one stroke of one syllable was misread."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from auditreport import vocab

# Percent. A syllable that is surer is left alone: a name may differ from a title in one stroke (구미, 구비).
_SURE = 93.0
_GRADED = re.compile(r"(\d{1,2})(\D+)")


def mend(text: str, sure: Sequence[float]) -> str:
    """A text that is one title, mended.

    Args:
        text: what was read, without spaces.
        sure: how sure each of its characters is, in percent.
    """
    graded = _GRADED.fullmatch(text)
    start = graded.start(2) if graded else 0
    pool = vocab.columns().after_digits if graded else vocab.columns().known
    word = text[start:]
    if word in pool:
        return text
    close = [other for other in pool if _is_one_off(word, other, sure[start:])]
    return text[:start] + close[0] if len(close) == 1 else text


def _is_one_off(word: str, other: str, sure: Sequence[float]) -> bool:
    """Whether two words differ in one letter of one syllable, and that syllable is not sure."""
    if len(word) != len(other):
        return False
    changed = [i for i, (one, two) in enumerate(zip(word, other, strict=True)) if one != two]
    if len(changed) != 1 or sure[changed[0]] >= _SURE:
        return False
    one, two = (unicodedata.normalize("NFD", text[changed[0]]) for text in (word, other))
    if abs(len(one) - len(two)) == 1:
        shorter, longer = sorted((one, two), key=len)
        return longer.startswith(shorter)
    return len(one) == len(two) > 1 and sum(a != b for a, b in zip(one, two, strict=True)) == 1
