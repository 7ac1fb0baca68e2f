"""statements.toml → how figures are recognised where they are printed again."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of
from auditreport.vocab.patterns import pattern


class Statements(NamedTuple):
    """Words that say the same of a figure in another report; see statements.toml."""

    leading: re.Pattern[str]
    years: re.Pattern[str]
    bracket: re.Pattern[str]
    around: re.Pattern[str]
    stop: re.Pattern[str]
    qualifiers: frozenset[str]
    inexact: frozenset[str]
    notes: dict[str, dict[str, str]]

    def bare(self, label: str) -> str:
        """A label without numbers of lists, years, dates and units."""
        bare = self.leading.sub("", label.strip())
        return self.years.sub("", self.bracket.sub("", pattern("year_word").sub("", bare))).strip()

    def subject(self, label: str) -> str:
        """A label as reports of other years print it, to be compared: bare, without spaces."""
        return squash(self.bare(label))

    def topic(self, lead: str) -> str:
        """What the line above a table names: 2. 최근 3년간 계약심사 현황 → 계약심사."""
        bare = pattern("year_word").sub("", self.leading.sub("", lead.strip()))
        bare = self.bracket.sub("", self.years.sub("", self.around.sub("", bare)))
        return squash(self.stop.split(bare, maxsplit=1)[0])


@cache
def statements() -> Statements:
    """The vocabulary of statements.toml."""
    data = tables_of("statements")
    subject = data["subject"]
    compiled = {name: re.compile(subject[name]) for name in ("leading", "years", "bracket", "around", "stop")}
    return Statements(
        **compiled,
        qualifiers=frozenset(subject["qualifiers"]),
        inexact=frozenset(subject["inexact"]),
        notes=data["notes"],
    )
