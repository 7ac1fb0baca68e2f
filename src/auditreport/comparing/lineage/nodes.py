"""The outlines of a report → its programmes with all that tells them apart: titles, teams, lines, amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from auditreport import vocab
from auditreport.schemas.comparison import ProgrammeAt
from auditreport.schemas.material import Material, Outline

# What a programme does stands in its other lines: those of money and staff are alike in all programmes.
_OTHER_ROLES = frozenset({"budget", "needs", "staffing", "organisation", "facilities"})
_AMOUNTS = frozenset({"budget.amount", "required.amount"})
_NOT_LETTERS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?:19|20)\d{2}")
# Shorter titles may well stand in a line that only speaks of them.
_LISTED = 5


@dataclass(frozen=True, eq=False)
class Node:
    """A programme (사업), or a part of one (세부사업), in one stage.

    Attributes:
        names: its title, and behind it the line of the budget that alone has its amount, if there is one.
        amounts: what it was given, or asks for, in won.
        parts: those of its parts that the report treats by themselves.
    """

    at: ProgrammeAt
    names: tuple[str, ...]
    teams: frozenset[str]
    lines: tuple[str, ...]
    amounts: frozenset[Decimal]
    parts: tuple[Node, ...] = ()

    @property
    def title(self) -> str:
        """The title of the programme, or of the part that this is."""
        return self.names[0]

    @property
    def key(self) -> str:
        """What two titles have alike that are one and the same."""
        return fold(self.title)


@cache
def fold(title: str) -> str:
    """A title without years, marks such as (신규), white space and signs.

    >>> fold("2016년 전자기록물 이관 - 신규사업") == fold("전자기록물이관")
    True
    """
    bare = vocab.lineage().marks.sub("", title)
    bare = _YEAR.sub("", vocab.pattern("year_word").sub("", bare))
    return _NOT_LETTERS.sub("", bare).lower()


def programmes(material: Material, outlines: Sequence[Outline], year: int) -> tuple[Node, ...]:
    """The programmes of one stage in their order; outlines of one title are put together."""
    titles: dict[str, list[Outline]] = {}
    for outline in outlines:
        if outline.title is not None and not _is_heading(outline.title):
            titles.setdefault(fold(outline.title), []).append(outline)
    reader = _Reader(material, year)
    return reader.with_budget_lines([reader.programme(same) for same in titles.values()])


def budget_lines(material: Material, year: int) -> dict[str, Decimal]:
    """Names of the lines of the department's budget of a year, with their amounts."""
    return {
        fact.item: Decimal(fact.value)
        for fact in material.facts
        if fact.concept == "budget.amount" and fact.kind == "budget" and fact.item and fact.period.year in (year, None)
    }


def _is_heading(title: str) -> bool:
    return vocab.squash(title) in vocab.lineage().not_programmes or not fold(title)


class _Reader:
    """What of one report belongs to a programme."""

    def __init__(self, material: Material, year: int) -> None:
        self._material = material
        self._year = year
        titles = {outline.title for outline in material.outlines if outline.title is not None}
        self._listed = frozenset(vocab.squash(title) for title in titles if len(title) >= _LISTED)

    def programme(self, outlines: Sequence[Outline]) -> Node:
        """The programme that these outlines are, with its parts."""
        parts = tuple(self._node([outline], outline.subprogramme) for outline in outlines if outline.subprogramme)
        whole = self._node(outlines, None)
        total = sum((max(part.amounts) for part in parts if part.amounts), Decimal())
        return replace(whole, parts=parts, amounts=whole.amounts | ({total} if total else set()))

    def with_budget_lines(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        """The nodes with the budget line that has the amount of one and of no other."""
        lines = budget_lines(self._material, self._year)
        alone = Counter((*lines.values(), *(amount for node in nodes for amount in node.amounts)))
        keys = {node.key for node in nodes}
        return tuple(
            replace(
                node,
                names=(
                    *node.names,
                    *(
                        name
                        for name, amount in lines.items()
                        if amount in node.amounts and alone[amount] == 2 and fold(name) not in keys
                    ),
                ),
            )
            for node in nodes
        )

    def _node(self, outlines: Sequence[Outline], part: str | None) -> Node:
        first = outlines[0]
        assert first.title is not None
        meta = self._material.meta
        return Node(
            at=ProgrammeAt(
                district=meta.district,
                department=meta.department,
                year=self._year,
                part=first.part,
                programme=first.title,
                subprogramme=part,
            ),
            names=(part or first.title,),
            teams=frozenset(vocab.squash(team) for outline in outlines for team in outline.teams),
            lines=tuple(line for outline in outlines for line in self._lines(outline)),
            amounts=self._amounts(outlines),
        )

    def _lines(self, outline: Outline) -> Iterator[str]:
        """Its lines but for those of money, and for contents lists, whose lines are titles."""
        if outline.subprogramme:
            yield outline.subprogramme
        for line in outline.lines:
            squashed = vocab.squash(line.text)
            if line.role not in _OTHER_ROLES and not any(title in squashed for title in self._listed):
                yield line.text

    def _amounts(self, outlines: Sequence[Outline]) -> frozenset[Decimal]:
        """The greatest amount of each outline: the others are what it is made of."""
        out = set()
        for outline in outlines:
            found = [
                Decimal(fact.value)
                for fact in self._material.facts
                if fact.concept in _AMOUNTS
                and (fact.part, fact.programme, fact.subprogramme)
                == (outline.part, outline.title, outline.subprogramme)
            ]
            out.update(found and [max(found)])
        return frozenset(out)
