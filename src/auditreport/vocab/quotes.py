"""quotes.toml → how sentences of an article speak about figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of
from auditreport.vocab.words import words as small_words

Round = Literal["near", "above", "below", "most"]
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9]*")


class Quotes(NamedTuple):
    """Words around the figures of an article; see quotes.toml."""

    sentence: re.Pattern[str]
    clause: re.Pattern[str]
    generic: frozenset[str]
    dates: re.Pattern[str]
    of: str
    measures: tuple[str, ...]
    verbs: re.Pattern[str]
    concepts: dict[str, tuple[str, ...]]
    same_units: dict[str, str]
    moving: frozenset[str]
    years: re.Pattern[str]
    compared: re.Pattern[str]
    phases: dict[str, re.Pattern[str]]
    before: dict[Round, tuple[str, ...]]
    behind: dict[Round, tuple[str, ...]]
    notes: dict[str, dict[str, str]]

    def content(self, text: str) -> tuple[str, ...]:
        """The words of a text that name something, without particles and endings of verbs.

        >>> quotes().content("구는 올해 일상감사를 90건 실시해")
        ('일상감사',)
        """
        found = (_stem(match.group()) for match in _WORD.finditer(self.dates.sub(" ", text)))
        idle = self.generic.union(small_words().particles)
        return tuple(dict.fromkeys(word for word in found if len(word) > 1 and word not in idle))

    def unit(self, unit: str) -> str:
        """A counter as reports print it: 곳 is 개소."""
        return self.same_units.get(unit, unit)

    def key(self, label: str) -> tuple[str, ...]:
        """The words by which an article would call what a label names: 절감액 → 절감; 5급 is said as it is."""
        words = tuple(dict.fromkeys(filter(None, map(_measured, self.content(label)))))
        return words if words or not _DIGIT.search(label) else (squash(label),)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    quoted = quotes()
    if word in quoted.generic or word in small_words().keep:
        return word
    for bare in _shed(word):
        if bare in quoted.generic:
            return bare
    bare = quoted.verbs.sub("", word)
    if bare != word and len(bare) > 1:
        return bare
    if word.endswith(small_words().keep):
        return word
    ending = next((one for one in small_words().particles if word.endswith(one) and len(word) - len(one) > 1), "")
    return word[: len(word) - len(ending)]


def _shed(word: str) -> Iterator[str]:
    """A word without one particle, and without two: 지난해에는, 지난해에, 지난해."""
    for ending in small_words().particles:
        if word.endswith(ending) and len(word) > len(ending):
            bare = word[: -len(ending)]
            yield bare
            yield from (bare[: -len(one)] for one in small_words().particles if bare.endswith(one))


def _measured(word: str) -> str:
    ending = next((one for one in quotes().measures if word.endswith(one) and len(word) - len(one) > 1), "")
    bare = word[: len(word) - len(ending)]
    return "" if bare in quotes().generic else bare


@cache
def quotes() -> Quotes:
    """The vocabulary of quotes.toml."""
    data = tables_of("quotes")
    words = data["words"]
    return Quotes(
        sentence=re.compile(words["sentence"]),
        clause=re.compile(words["clause"]),
        generic=frozenset(map(squash, words["generic"])),
        dates=re.compile(words["dates"]),
        of=words["of"],
        measures=tuple(words["measures"]),
        verbs=re.compile(words["verbs"]),
        concepts={name: tuple(found) for name, found in data["concepts"].items()},
        same_units=dict(data["units"]["same"]),
        moving=frozenset(data["moving"]["concepts"]),
        years=re.compile(data["years"]["said"]),
        compared=re.compile(data["years"]["compared"]),
        phases={name: re.compile(text) for name, text in data["phases"].items()},
        before={name: tuple(found) for name, found in data["round"]["before"].items()},
        behind={name: tuple(found) for name, found in data["round"]["behind"].items()},
        notes=data["notes"],
    )
