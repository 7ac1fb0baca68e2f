"""words.toml → qualifiers, particles, sentence endings and other small words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class Words(NamedTuple):
    """Small words: qualifiers, particles, sentence endings."""

    qualifiers_before: frozenset[str]
    qualifiers_after: tuple[str, ...]
    particles: tuple[str, ...]
    keep: tuple[str, ...]
    joining: tuple[str, ...]
    title_tails: frozenset[str]
    relative: tuple[str, ...]
    verbs: tuple[str, ...]
    like_verbs: tuple[str, ...]
    counted_nouns: frozenset[str]
    sentence: tuple[str, ...]
    empty_tail: frozenset[str]
    press: tuple[str, ...]
    date_tails: frozenset[str]
    report_titles: tuple[str, ...]
    wealth: tuple[str, ...]
    open_ends: tuple[str, ...]
    joint: tuple[str, ...]
    not_heading: tuple[str, ...]


@cache
def words() -> Words:
    """The vocabulary of words.toml."""
    data = tables_of("words")
    return Words(
        qualifiers_before=frozenset(data["qualifiers"]["before"]),
        qualifiers_after=tuple(data["qualifiers"]["after"]),
        particles=tuple(data["particles"]["endings"]),
        keep=tuple(data["particles"]["keep"]),
        joining=tuple(data["joining"]["words"]),
        title_tails=frozenset(data["joining"]["title_tails"]),
        relative=tuple(data["relative"]["words"]),
        verbs=tuple(data["prose"]["verbs"]),
        like_verbs=tuple(data["prose"]["nouns"]),
        counted_nouns=frozenset(data["prose"]["noun_follows"]),
        sentence=tuple(data["sentence"]["endings"]),
        empty_tail=frozenset(data["tail"]["empty"]),
        press=tuple(data["press"]["words"]),
        report_titles=tuple(data["report_title"]["endings"]),
        date_tails=frozenset(data["date"]["tails"]),
        wealth=tuple(data["wealth"]["words"]),
        open_ends=tuple(data["open_ends"]["endings"]),
        joint=tuple(data["open_ends"]["joint"]),
        not_heading=tuple(data["open_ends"]["not_heading"]),
    )
