"""lineage.toml → what following programmes through the years asks of their titles."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class LineageWords(NamedTuple):
    """Words that tell little of a programme; see lineage.toml.

    Attributes:
        generic: words of any title.
        clauses, not_clauses: endings of words in a clause about the noun behind them, and nouns that end so too.
        of: the particle that makes of a noun what adorns another one.
        parts: what parts the halves of a title.
        marks: what says of a programme that it is new or goes on.
        not_programmes: squashed headings that stand where titles do.
        common: words of the lines of any programme; the generic ones of titles among them.
    """

    generic: frozenset[str]
    clauses: tuple[str, ...]
    not_clauses: tuple[str, ...]
    of: str
    parts: re.Pattern[str]
    marks: re.Pattern[str]
    not_programmes: frozenset[str]
    common: frozenset[str]

    def opens_clause(self, word: str) -> bool:
        """Whether a word describes the noun behind it (신뢰받는, 위한)."""
        return word.endswith(self.clauses) and not word.endswith(self.not_clauses)

    def adorns(self, word: str) -> bool:
        """Whether a word says something of a noun that comes behind it (현장중심의, 신뢰받는)."""
        return self.opens_clause(word) or (word.endswith(self.of) and len(word) > 2)


@cache
def lineage() -> LineageWords:
    """The vocabulary of lineage.toml."""
    titles, lines = tables_of("lineage")["titles"], tables_of("lineage")["lines"]
    return LineageWords(
        generic=frozenset(titles["generic"]),
        clauses=tuple(titles["clauses"]),
        not_clauses=tuple(titles["not_clauses"]),
        of=titles["of"],
        parts=re.compile(titles["parts"]),
        marks=re.compile(titles["marks"]),
        not_programmes=frozenset(titles["not_programmes"]),
        common=frozenset((*lines["common"], *titles["generic"])),
    )
