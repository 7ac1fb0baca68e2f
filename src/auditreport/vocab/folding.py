"""Labels → the form in which they are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_DOTS = re.compile(r"[·․‧∙•ㆍ･・]")
_NOT_LETTERS = re.compile(r"[\s'\"‘’“”`´「」『』<>〈〉《》*#:：,]+")
_SPACED = re.compile(r"(?<![^\s(\[])[가-힣](?: {1,3}[가-힣])+(?![^\s)\]:：(])")


@cache
def squash(text: str) -> str:
    """Fold a label for comparison: no white space, quotes or colons, one kind of middle dot, lower case."""
    return _DOTS.sub("·", _NOT_LETTERS.sub("", text)).lower()


@lru_cache(maxsize=4096)
def join_spaced(text: str) -> str:
    """Join letter-spaced words (예 산 액 → 예산액) and fold runs of white space; real word spaces stay.

    A run of syllables that stand alone is one word when nothing else is in the label, or when it has three syllables
    or more; shorter runs inside a sentence stay as they are.

    >>> join_spaced("민 원 관 리 팀")
    '민원관리팀'
    >>> join_spaced("기본 경비")
    '기본 경비'
    """
    text = " ".join(text.split())
    if " " not in text:
        return text

    def joined(match: re.Match[str]) -> str:
        run = match.group()
        whole = match.start() == 0 and (match.end() == len(text) or text[match.end() :].lstrip()[:1] in "(:：[")
        return run.replace(" ", "") if whole or run.count(" ") >= 2 else run

    return _SPACED.sub(joined, text)
