"""headings.toml → what the words of a heading tell."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of


class Headings(NamedTuple):
    """What the words of a heading tell: the part of a report, the role of a section."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    sections: dict[str, str]
    stems: tuple[tuple[str, str], ...]
    contents: frozenset[str]
    contents_columns: frozenset[str]
    terminal: frozenset[str]
    opening: frozenset[str]

    def part(self, title: str) -> str | None:
        """Part (overview, results, plan, new_plan) that a heading of the highest level names."""
        folded = _bare(title)
        for name, words in self.parts:
            if any(word in folded for word in words):
                return name
        return None

    def section(self, title: str) -> str | None:
        """Role of the section that `title` opens: by the whole title, else by its last word; `None` if unknown."""
        bare = _bare(title)
        found = self.sections.get(bare)
        if found is None and len(bare) <= 12:
            found = next((role for stem, role in self.stems if bare.endswith(stem)), None)
        return found


@cache
def _bare(title: str) -> str:
    """A heading without numbers, years, brackets and separators."""
    folded = squash(title)
    folded = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", folded)
    folded = re.sub(r"(?:19|20)\d{2}년?도?\.?|[\d.]+", "", folded)
    return re.sub(r"[·()\[\]\-~/&]", "", folded)


@cache
def headings() -> Headings:
    """The vocabulary of headings.toml."""
    data = tables_of("headings")
    return Headings(
        parts=tuple((part["name"], tuple(map(_bare, part["words"]))) for part in data["part"]),
        sections={_bare(word): section["role"] for section in data["section"] for word in section["words"]},
        stems=tuple((stem, role) for role, stems in data["stems"].items() for stem in stems),
        contents=frozenset(data["contents"]["words"]),
        contents_columns=frozenset(data["contents"]["columns"]),
        terminal=frozenset(data["order"]["terminal"]),
        opening=frozenset(data["order"]["opening"]),
    )
