"""Two programmes → a line of one that names the other and says what a line of that one says: 계약심사 추진."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from auditreport import vocab
from auditreport.comparing.lineage.likeness import Likeness
from auditreport.comparing.lineage.nodes import Node
from auditreport.comparing.lineage.terms import split, telling_pieces, telling_words

# Compounds lose a syllable (계약심사제, 계약심사); shorter words have to be the same.
_ALIKE = 85.0
# How much of the rest of the line the other programme has to say in one of its own, and in how many words.
_SHARE = 0.6
_WORDS = 2
# A shorter name stands in many lines that are not about the programme (감사, 청소).
_SYLLABLES = 3


def adopted_line(
    likeness: Likeness, source: int, target: int, sources: Sequence[int], targets: Sequence[int]
) -> str | None:
    """The line of one programme that is about the other and about no third; none where several could be meant."""
    nodes = likeness.nodes
    thirds = [nodes[third] for third in (*sources, *targets) if third not in (source, target)]
    for one, other, others in ((source, target, targets), (target, source, sources)):
        line = _line_about(nodes[one], nodes[other], thirds)
        if line is not None and not any(naming_line(nodes[third], nodes[one]) for third in others if third != other):
            return line
    return None


def _line_about(named: Node, naming: Node, thirds: Sequence[Node]) -> str | None:
    for line in naming.lines:
        if any(_holds(line, core) for core in _cores(named.title)) and _says_too(line, named, thirds):
            return line
    return None


def naming_line(naming: Node, named: Node) -> str | None:
    """A line of a programme that speaks of another one, or of a half of it; what it says there may be another thing."""
    cores = _cores(named.title)
    return next((line for line in (*naming.names, *naming.lines) if any(_holds(line, core) for core in cores)), None)


def _says_too(line: str, named: Node, thirds: Sequence[Node]) -> bool:
    """Whether one line of a programme says most of what a line says besides its title, and no third one says so."""
    cores = [word for core in _cores(named.title) for word in core]
    rest = {word for word in telling_words(line) if not any(_alike(core, word) for core in cores)}
    said = max((frozenset(rest & own) for own in _line_words(named.lines)), key=len, default=frozenset())
    if len(said) < max(_WORDS, _SHARE * len(rest)):
        return False
    own = said.difference(*(words for third in thirds for words in _line_words(third.lines)))
    return len(own) >= _WORDS


@cache
def _cores(title: str) -> tuple[tuple[str, ...], ...]:
    """The telling words of each half of a title, where it has any."""
    halves = map(telling_words, vocab.lineage().parts.split(title))
    return tuple(half for half in halves if sum(map(len, half)) >= _SYLLABLES)


def common_line(one: Node, other: Node, thirds: Sequence[Node]) -> str | None:
    """A line of one whose telling words all stand in one line of the other, and in none of any third programme."""
    for mine, theirs in ((one, other), (other, one)):
        for line in mine.lines:
            core = frozenset(telling_words(line))
            if (
                sum(map(len, core)) > _SYLLABLES
                and _has(theirs, core)
                and not any(_has(third, core) for third in thirds)
            ):
                return line
    return None


def alike_titles(one: Node, other: Node, thirds: Sequence[Node]) -> bool:
    """Whether telling words of both titles have a piece in common that no title of third programmes has."""
    shared = telling_pieces(one.title) & telling_pieces(other.title)
    return bool(shared.difference(*(telling_pieces(third.title) for third in thirds)))


def _has(node: Node, core: frozenset[str]) -> bool:
    return any(core <= own for own in _line_words(node.lines))


@cache
def _line_words(lines: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(split(line)) for line in lines)


@cache
def _holds(line: str, core: tuple[str, ...]) -> bool:
    return all(any(_alike(word, other) for other in split(line)) for word in core)


@cache
def _alike(word: str, other: str) -> bool:
    return word in other or (len(other) >= len(word) - 1 and fuzz.partial_ratio(word, other) >= _ALIKE)
