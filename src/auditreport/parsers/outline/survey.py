"""A document as a whole → what its squares, numbers and contents list stand for."""

from __future__ import annotations

from itertools import pairwise

from auditreport import vocab
from auditreport.parsers.contents import Contents
from auditreport.parsers.outline.headlines import role_of, split_teams, year_in
from auditreport.parsers.similar import SAME, is_same, likeness
from auditreport.schemas import Block, Bullet, ContentsEntry, Furniture, Heading, Paragraph, Table


class Survey:
    """What a reader sees when leafing through a document before reading it."""

    def __init__(self, blocks: tuple[Block, ...], found: Contents) -> None:
        """Leaf through `blocks`, whose contents lists are `found`."""
        self.blocks = blocks
        self.found = found
        self.parts = [entry for _, entry in found.entries if entry.level == 1]
        self.romans = any(isinstance(b, Heading) and b.level == 1 and b.number for b in blocks)
        self.squares_are_sections = self._squares_are_sections()
        self.bold_squares = self._bold_squares()
        self.printed = self._printed()

    def _squares_are_sections(self) -> bool:
        """Whether squares open known sections behind the overview (추진실적, 소요예산)."""
        roles = [
            role_of(vocab.join_spaced(block.text.value))
            for block in self.blocks
            if isinstance(block, Bullet) and vocab.marks().rank.get(block.mark) == 20
        ]
        return sum(role in {"outline", "results", "plan", "needs", "direction", "budget"} for role in roles) >= 3

    def _bold_squares(self) -> frozenset[str]:
        """Square marks that stand for parts: numbered headings or squares of another kind stand below them."""
        if self.romans:
            return frozenset()
        order = [
            block.mark if isinstance(block, Bullet) else "#"
            for block in self.blocks
            if (isinstance(block, Bullet) and vocab.marks().rank.get(block.mark) == 20)
            or (isinstance(block, Heading) and block.level == 2 and block.number)
        ]
        marks = set(order) - {"#"}
        if len(marks) < 2:
            return frozenset()
        above = {mark: sum(1 for one, other in pairwise(order) if one == mark and other != mark) for mark in marks}
        counts = {mark: order.count(mark) for mark in marks}
        first = min(marks, key=lambda mark: (counts[mark], mark))
        return frozenset([first]) if above[first] and counts[first] >= 2 else frozenset()

    def _printed(self) -> set[int]:
        """Identities of the contents entries that a heading prints, too, in the part that their list stands for."""
        titles = [
            (i, split_teams(block.text.value)[0])
            for i, block in enumerate(self.blocks)
            if i not in self.found.blocks
            and isinstance(block, (Heading, Paragraph, Bullet))
            and len(block.text.value) <= 80
            and not (isinstance(block, Bullet) and block.depth > 0)
        ]
        parts = [
            i
            for i, block in enumerate(self.blocks)
            if i not in self.found.blocks and isinstance(block, Heading) and block.level == 1 and block.number
        ]
        out = set()
        for at, entry in self.found.entries:
            before = any(i < at for i in parts)
            stop = next((i for i in parts if i > at), len(self.blocks)) if before else len(self.blocks)
            if entry.level > 1 and any(at < i < stop and is_same(entry.title, title) for i, title in titles):
                out.add(id(entry))
        return out

    def programmes_of(self, part: ContentsEntry) -> list[ContentsEntry]:
        """The programmes that a contents list names between a part and the next one."""
        entries = [entry for _, entry in self.found.entries]
        at = next(i for i, entry in enumerate(entries) if entry is part) + 1
        stop = next((i for i in range(at, len(entries)) if entries[i].level == 1), len(entries))
        return entries[at:stop]

    def times(self, title: str) -> int:
        """How often a heading prints a title."""
        folded = vocab.squash(title)
        return sum(isinstance(block, Heading) and vocab.squash(block.text.value) == folded for block in self.blocks)

    def part_entry(self, title: str) -> ContentsEntry | None:
        """The part of the contents list that a title names."""
        best = max(self.parts, key=lambda entry: likeness(entry.title, title), default=None)
        return best if best is not None and likeness(best.title, title) >= SAME else None

    def looks_back(self, year: int | None) -> bool:
        """Whether the contents list names a part of a later year, so that one of this year says what was done."""
        years = [later for entry in self.parts if (later := year_in(entry.title)) is not None]
        return year is not None and year < max(years, default=year)

    def roles_after(self, i: int) -> list[str]:
        """Roles of the sections up to the next numbered heading."""
        out: list[str] = []
        for block in self.blocks[i + 1 : i + 160]:
            if isinstance(block, Heading) and block.level <= 2 and role_of(block.text.value) is None:
                break
            if isinstance(block, (Heading, Bullet, Paragraph)):
                role = role_of(vocab.join_spaced(block.text.value))
                if role is not None:
                    out.append(role)
        return out

    def is_listed(self, i: int) -> bool:
        """Whether a square is one of a list: the next block is another one, so that nothing stands below this one."""
        mark = getattr(self.blocks[i], "mark", None)
        around = [b for b in (*self._near(i, -1), *self._near(i, 1)) if isinstance(b, Bullet) and b.mark == mark]
        following = self._near(i, 1)
        return bool(around) and (not following or not isinstance(following[0], Bullet) or following[0].mark == mark)

    def _near(self, i: int, step: int) -> list[Block]:
        """The next block that is no furniture, in reading order or against it; none at the ends."""
        at = i + step
        while 0 <= at < len(self.blocks) and isinstance(self.blocks[at], Furniture):
            at += step
        return [self.blocks[at]] if 0 <= at < len(self.blocks) else []

    def section_next(self, i: int) -> bool:
        """Whether a known section opens right behind a block."""
        for block in self.blocks[i + 1 : i + 3]:
            if isinstance(block, Furniture):
                continue
            if isinstance(block, (Heading, Bullet)):
                return role_of(vocab.join_spaced(block.text.value)) is not None
            return False
        return False

    def part_by_content(self, i: int, mark: str) -> str:
        """What the blocks up to the next part state: staffing, what was spent, or what is needed."""
        words: set[str | None] = set()
        for block in self.blocks[i + 1 :]:
            if isinstance(block, Bullet) and block.mark == mark:
                break
            if isinstance(block, Table):
                titles = [cell.text.value for row in (*block.header, *block.rows) for cell in row.cells[:4]]
                joined = [vocab.join_spaced(" ".join(cell.text.value for cell in row.cells)) for row in block.header]
                words.update(vocab.columns().staffing(title) for title in titles)
                words.update(vocab.columns().measure(word) for line in joined for word in line.split())
            elif isinstance(block, (Heading, Bullet, Paragraph)):
                words.add(role_of(vocab.join_spaced(block.text.value)))
        if "staffing.quota" in words or "organisation" in words:
            return "overview"
        return "results" if words & {"budget.executed", "budget.execution_rate", "results"} else "plan"
