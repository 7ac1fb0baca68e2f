"""Headings → the parts of a report (일반현황, 추진실적, 업무계획): which heading opens one."""

from __future__ import annotations

from auditreport import vocab
from auditreport.parsers.outline.headlines import order_of, year_in
from auditreport.parsers.outline.survey import Survey
from auditreport.schemas import ContentsEntry, Heading

# Roles whose headings name a part as well as a section inside one.
_EITHER = (None, "results", "plan", "outline")


class Parts:
    """The parts in their order; `number` is that of the last one."""

    def __init__(self, survey: Survey) -> None:
        """Begin before the first part."""
        self._survey = survey
        self.number = 0

    def count(self, block: Heading, entry: ContentsEntry | None) -> None:
        """A part began: keep its number, as the heading or else the contents list prints it."""
        if block.number:
            self.number = order_of(block.number)
        elif entry is not None and entry.number:
            self.number = order_of(entry.number)

    def opens(self, block: Heading, title: str, first: bool) -> bool:
        """Whether a heading opens a part; `first` is whether none is open yet."""
        known = vocab.headings().part(title)
        entry = self._survey.part_entry(title)
        if block.level == 1:
            return self._opens_by_number(block, known, entry)
        if self._survey.romans and not (known == "overview" and first):
            return False
        if known is None or vocab.headings().section(title) not in _EITHER:
            return False
        return entry is not None or _names_part(block, title)

    def _opens_by_number(self, block: Heading, known: str | None, entry: ContentsEntry | None) -> bool:
        if not block.number:
            return known is not None
        if entry is not None:
            return True
        follows = order_of(block.number) == self.number + 1
        if self._survey.parts and self.number:
            return follows and known is not None
        return follows or known is not None


def _names_part(block: Heading, title: str) -> bool:
    """Whether a title is the name of a part, or ends in one and is short."""
    bare = vocab.squash(vocab.pattern("year_figures").sub("", title))
    names = [word for _, words in vocab.headings().parts for word in words]
    is_dated = block.number is not None or year_in(title) is not None
    return bare in names or (is_dated and len(bare) <= 12 and bare.endswith(tuple(names)))
