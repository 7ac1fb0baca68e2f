"""The words around a figure → its label: no connecting words, qualifiers, particles or stray marks at the ends."""

from __future__ import annotations

import re
from functools import cache

from auditreport import vocab

_LETTER = re.compile(r"[가-힣A-Za-z一-龥]")
_DIGIT = re.compile(r"\d")


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    before = "|".join(sorted(vocab.words().qualifiers_before, key=len, reverse=True))
    joined = "|".join(vocab.words().joining)
    return (
        re.compile(rf"(?:^|(?<=\s)|(?<=[\])」』]))(?:{before})\s*$"),
        re.compile(rf"^\s*(?:{joined})(?=\s)"),
        re.compile(r"^[\s\-–—:：=~·,./'\"’”*)\]」』↑↓]+|[\s\-–—:：=~·,/(\[]+$"),
    )


def clean_label(words: str) -> str:
    """A label without connecting words, qualifiers and stray marks at its ends; empty where only a date is named."""
    qualifier, joined, edges = _edges()
    if is_date(qualifier.sub("", words)):
        return ""
    for _ in range(3):
        shorter = edges.sub("", joined.sub("", qualifier.sub("", words)))
        if shorter == words:
            break
        words = shorter
    # All that the mask hides holds a digit.
    bare = vocab.pattern("mask").sub("", words) if _DIGIT.search(words) else words
    if not _LETTER.search(bare):
        return ""
    words = vocab.join_spaced(words)
    return "" if words in vocab.words().empty_tail or not _LETTER.search(words) else words


def is_date(words: str) -> bool:
    """Whether nothing but dates and the particles behind them is said (’24년 10월부터)."""
    rest = vocab.pattern("mask").sub(" ", words)
    if rest == words:
        return False
    left = (word for word in rest.split() if any(char.isalnum() for char in word))
    return all(word in vocab.words().date_tails for word in left)


def noun_phrase(words: str) -> str:
    """The noun phrase behind a figure in a sentence, its particle dropped."""
    out: list[str] = []
    for word in words.split():
        bare = without_particle(word)
        out.append(bare)
        if bare != word or len(out) == 4:
            break
    return clean_label(" ".join(out))


def without_particle(word: str) -> str:
    """A word without the particle at its end (예방을 → 예방)."""
    keep = vocab.words().keep
    for ending in vocab.words().particles:
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith(keep):
            return word[: -len(ending)]
    return word
