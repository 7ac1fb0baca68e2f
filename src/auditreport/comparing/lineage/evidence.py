"""Two programmes that are linked, or nearly → what a reader is told of why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditreport.comparing.lineage import wording
from auditreport.comparing.lineage.likeness import Likeness, same_amounts
from auditreport.comparing.lineage.matching import Pair
from auditreport.comparing.lineage.nodes import Node
from auditreport.comparing.lineage.terms import surface, telling_words
from auditreport.schemas.indicator import Wording

_WORDS = 6


def evidence(likeness: Likeness, pair: Pair) -> Iterator[Wording]:
    """What speaks for a pair, the most telling words first."""
    before, after = likeness.nodes[pair.before], likeness.nodes[pair.after]
    profiles = likeness.profiles
    if before.key == after.key:
        yield wording.same_title()
    elif words := _shown(profiles.shared_in_titles(pair.before, pair.after), after.names):
        yield wording.title_words(words)
    if words := _shown(profiles.bodies[0].shared(pair.before, pair.after), after.lines):
        yield wording.line_words(words)
    if pair.line is not None:
        yield wording.naming_line(pair.line)
    yield from _teams(before, after)
    yield from map(wording.same_amount, same_amounts(before, after))


def _shown(words: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The first words that tell something, as they are written."""
    texts = tuple(texts)
    return [surface(word, texts) for word in words if telling_words(word)][:_WORDS]


def _teams(before: Node, after: Node) -> Iterator[Wording]:
    if before.teams & after.teams:
        yield wording.same_team(sorted(before.teams & after.teams))
    elif before.teams and after.teams:
        yield wording.other_team(sorted(before.teams), sorted(after.teams))
