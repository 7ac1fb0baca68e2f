"""Titles and lines → their words and pairs of syllables, each with what its place makes it worth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import sqrt
from typing import NamedTuple

from auditreport import vocab

_WORD = re.compile(r"[^\W\d_]+")
# What a word is worth in a line that any programme may have, and one of a clause about a noun.
_COMMON = 0.2
_CLAUSE = 0.3
# The same in a title, which is short and in which fashions come back: 사람중심, 쾌적하고 안전한, 체계 구축.
_GENERIC_IN_TITLE = 0.1
_CLAUSE_IN_TITLE = 0.3
# What most lines speak of names a programme, yet twice as often is not twice as much.
_DAMPING = 0.75
_SYLLABLES = 3


class Terms(NamedTuple):
    """Words without their particles, and pairs of neighbouring syllables (2-gram) in them, with what each is worth.

    Pairs are what compounds have in common that are written apart in one year and together in the next, or that share
    a part: 계약심사제, 계약 원가심사.
    """

    words: dict[str, float]
    pairs: dict[str, float]


@cache
def split(text: str) -> tuple[str, ...]:
    """The words of a text without numbers, signs and particles; single syllables are left out."""
    return tuple(bare for bare, _ in _words(text))


@cache
def telling_words(text: str) -> tuple[str, ...]:
    """Those that do not fit any programme: neither common nor of a clause (신뢰받는), in their order."""
    words = vocab.lineage()
    return tuple(
        dict.fromkeys(
            bare
            for bare, word in _words(text)
            if bare not in words.common and word not in words.common and not words.opens_clause(word)
        )
    )


def tells(title: str) -> bool:
    """Whether a title says enough to be told by: 감사, 도로 and 자치 fit half of what their departments do."""
    return sum(map(len, telling_words(title))) >= _SYLLABLES


def telling_pieces(title: str) -> frozenset[str]:
    """The pairs of syllables in the telling words of a title."""
    return frozenset(pair for word in telling_words(title) for pair in _of(word))


@cache
def telling_lines(lines: tuple[str, ...]) -> int:
    """How many different things lines say."""
    return len({*map(telling_words, lines)} - {()})


@cache
def shared_lines(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """How many lines of one share a telling word with the other, on the side that has fewer such lines."""
    sides = [[frozenset(telling_words(line)) for line in lines] for lines in (mine, theirs)]
    whole = [frozenset().union(*side) for side in sides]
    return min(
        sum(not line.isdisjoint(other) for line in side) for side, other in zip(sides, reversed(whole), strict=True)
    )


def surface(bare: str, texts: Iterable[str]) -> str:
    """A word with the particles that it first stands with, where it would not be one without."""
    found = next((word for text in texts for one, word in _words(text) if one == bare), bare)
    return bare if bare in vocab.words().particles or len(found) - len(bare) > 1 else found


@cache
def _words(text: str) -> tuple[tuple[str, str], ...]:
    """Words without their particles, and as they stand."""
    found = ((_bare(word), word) for word in _WORD.findall(text.lower()))
    return tuple((bare, word) for bare, word in found if len(bare) > 1)


@cache
def _bare(word: str) -> str:
    words = vocab.words()
    if word.endswith(words.keep):
        return word
    particle = next((one for one in words.particles if word.endswith(one) and len(word) - len(one) > 1), "")
    return word.removesuffix(particle)


@cache
def title_terms(title: str, places: frozenset[str] = frozenset()) -> Terms:
    """The terms of a title: its last noun names it, clauses in front of that adorn it, generic words fill it.

    Args:
        title: as printed.
        places: names of districts, which tell nothing within them.
    """
    worth: dict[str, float] = {}
    for part in vocab.lineage().parts.split(title):
        words = _words(part)
        values = [_own_worth(bare, word, places) for bare, word in words]
        told = max((i for i, value in enumerate(values) if value == 1.0), default=0)
        behind = max((i + 1 for i, (_, word) in enumerate(words[:told]) if vocab.lineage().adorns(word)), default=0)
        for i, (bare, _) in enumerate(words):
            worth[bare] = max((_CLAUSE_IN_TITLE if i < behind else 1.0) * values[i], worth.get(bare, 0.0))
    return Terms(worth, _pairs(worth.items()))


def _own_worth(bare: str, word: str, places: frozenset[str]) -> float:
    generic = vocab.lineage().generic
    return _GENERIC_IN_TITLE if bare in generic or word in generic or bare in places else 1.0


def body_terms(lines: Iterable[str]) -> Terms:
    """The terms of what a programme does.

    A line is one piece of evidence, however long: its words share what it is worth. What comes back counts little more.
    """
    words: defaultdict[str, float] = defaultdict(float)
    pairs: defaultdict[str, float] = defaultdict(float)
    for line in lines:
        for word, share in _shares(line).items():
            words[word] += share
            for pair in _of(word):
                pairs[pair] += share
    return Terms(_damped(words), _damped(pairs))


@cache
def _shares(line: str) -> dict[str, float]:
    words = _words(line)
    clause, common = vocab.lineage().opens_clause, vocab.lineage().common
    return {
        bare: (_COMMON if bare in common or word in common else _CLAUSE if clause(word) else 1.0) / sqrt(len(words))
        for bare, word in words
    }


def _damped(counts: Mapping[str, float]) -> dict[str, float]:
    return {term: count**_DAMPING for term, count in counts.items()}


def _pairs(worth: Iterable[tuple[str, float]]) -> dict[str, float]:
    out: dict[str, float] = {}
    for word, value in worth:
        for pair in _of(word):
            out[pair] = max(value, out.get(pair, 0.0))
    return out


@cache
def _of(word: str) -> tuple[str, ...]:
    return tuple(word[i : i + 2] for i in range(len(word) - 1))
