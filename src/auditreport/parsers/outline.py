"""Blocks → the scopes of a report: which part, programme and section each block stands in.

A heading is believed where it is printed; where headings were lost the contents list tells the titles, and the bodies are
parted where a programme ends (its budget or needs) and the sections begin anew. What had to be deduced is an Issue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from auditreport import vocab
from auditreport.parsers.contents import Contents, find_contents
from auditreport.parsers.similar import likeness
from auditreport.schemas import (
    Block,
    Bullet,
    ContentsEntry,
    Document,
    Furniture,
    Heading,
    Issue,
    Paragraph,
    Table,
    Text,
)

_SAME = 0.82
_LONG = 70
_YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)")
_TEAMS = re.compile(
    r"^(?P<title>.+?)(?:\s{2,}|\s)(?P<teams>[가-힣·]+(?:팀|담당)(?:\s*[,·/]\s*[가-힣·]+(?:팀|담당))*)$"
)
_ONLY_TEAMS = re.compile(r"^[가-힣·]{1,14}(?:팀|담당)(?:\s*[,·/]\s*[가-힣·]{1,14}(?:팀|담당))*$")


@dataclass(slots=True)
class Scope:
    """Blocks that stand together under one section of one programme."""

    part: str
    programme: str | None = None
    number: str | None = None
    subprogramme: str | None = None
    teams: tuple[str, ...] = ()
    page: int | None = None
    deduced: bool = False
    heading: str | None = None
    role: str | None = None
    year: int | None = None
    blocks: list[Block] = field(default_factory=list)
    inline: Text | None = None
    start: Block | None = None


@dataclass(slots=True)
class Outline:
    """The scopes in order, what stands before them (the cover), contents entries, and what had to be deduced."""

    scopes: list[Scope]
    cover: list[Block]
    contents: list[ContentsEntry]
    issues: list[Issue]
    article: bool = False


def read_outline(document: Document) -> Outline:
    """Read the outline of a document."""
    if _is_article(document):
        scope = Scope("article", blocks=[b for b in document.blocks if not isinstance(b, Furniture)])
        return Outline([scope], [], [], [], article=True)
    return _Walk(document).run()


def _is_article(document: Document) -> bool:
    furniture = sum(1 for b in document.blocks if isinstance(b, Furniture) and b.reason == "site navigation")
    return furniture > 0 and all(isinstance(b, (Furniture, Paragraph, Heading)) for b in document.blocks)


class _Walk:
    """One pass over the blocks from top to bottom."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.found: Contents = find_contents(document.blocks)
        self.parts = [entry for _, entry in self.found.entries if entry.level == 1]
        self.out: list[Scope] = []
        self.cover: list[Block] = []
        self.issues: list[Issue] = []
        self.now: Scope | None = None
        self.part_number = 0
        self.expected: list[ContentsEntry] = []
        self.next_entry = 0
        self.seen: set[str] = set()
        self.last_role: str | None = None
        self.numbered = False
        self.squares_are_programmes = False
        self.pending_number: str | None = None
        self.pending_title: Heading | Paragraph | Bullet | None = None
        self.romans = any(isinstance(b, Heading) and b.level == 1 and b.number for b in self.blocks)
        self.last_number = 0
        self.part_year: int | None = None
        self.squares_are_sections = self._squares_are_sections()
        self.stale = False
        self.square_open = False
        self.bold_squares = self._bold_squares()
        self.printed = self._printed()

    def _squares_are_sections(self) -> bool:
        """Whether squares open known sections behind the overview (추진실적, 소요예산)."""
        roles = [
            _role(vocab.join_spaced(block.text.value))
            for block in self.blocks
            if isinstance(block, Bullet) and vocab.marks().rank.get(block.mark) == 20
        ]
        return (
            sum(role in {"outline", "results", "plan", "needs", "direction", "budget"} for role in roles) >= 3
        )

    def _bold_squares(self) -> frozenset[str]:
        """Square marks that stand for parts: a document that has them opens numbered headings or other squares below."""
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
        above = {
            mark: sum(
                1 for one, other in zip(order, order[1:], strict=False) if one == mark and other != mark
            )
            for mark in marks
        }
        counts = {mark: order.count(mark) for mark in marks}
        first = min(marks, key=lambda mark: (counts[mark], mark))
        return frozenset([first]) if above[first] and counts[first] >= 2 else frozenset()

    def _printed(self) -> set[int]:
        """Entries of the contents lists (by identity) that a heading prints, too, in the part that the list stands for."""
        titles = [
            (i, _split_teams(block.text.value)[0])
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
            if entry.level > 1 and any(
                at < i < stop and likeness(entry.title, title) >= _SAME for i, title in titles
            ):
                out.add(id(entry))
        return out

    def _lost_next(self) -> bool:
        """Whether the next title of the contents list is one whose heading is printed nowhere."""
        return self.next_entry < len(self.expected) and id(self.expected[self.next_entry]) not in self.printed

    def run(self) -> Outline:
        """Walk all blocks."""
        for i, block in enumerate(self.blocks):
            if i in self.found.blocks:
                self._contents_block(i)
            elif not isinstance(block, Furniture):
                self._block(i, block)
        entries = [entry for _, entry in self.found.entries]
        return Outline([s for s in self.out if s.blocks or s.inline], self.cover, entries, self.issues)

    # -- contents -----------------------------------------------------------------------------------------------

    def _contents_block(self, i: int) -> None:
        entries = [entry for at, entry in self.found.entries if at == i and entry.level == 2]
        if not entries:
            return
        if self.now is None and not isinstance(self.blocks[i], Table) and self.parts:
            return
        if self.stale or (self.now is not None and self.now.programme):
            self.expected, self.next_entry = [], 0
        self.stale = False
        self.expected.extend(entries)

    # -- one block ----------------------------------------------------------------------------------------------

    def _block(self, i: int, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(i, block)
        elif isinstance(block, Bullet) and self._is_square(block):
            self._square(i, block)
        elif isinstance(block, Bullet) and self._heads_programme(i, block):
            self._programme(block, block.text, block.mark)
        elif isinstance(block, (Paragraph, Bullet)) and self._section_line(block):
            self._section(i, block, block.text)
        elif (
            isinstance(block, (Paragraph, Bullet))
            and not getattr(block, "mark", "")
            and self._loose(i, block)
        ):
            pass
        else:
            self._add(block)

    def _add(self, block: Block) -> None:
        if self.now is None:
            self.cover.append(block)
        else:
            self.now.blocks.append(block)

    def _is_square(self, block: Bullet) -> bool:
        rank = vocab.marks().rank.get(block.mark)
        if rank is None:
            return (
                bool(block.mark)
                and not block.mark.isalnum()
                and not _is_number_sign(block.mark)
                and block.depth <= 1
                and (not self._inside_bullets(block))
            )
        return rank == 20

    def _inside_bullets(self, block: Bullet) -> bool:
        return (
            block.depth > 0
            and self.now is not None
            and bool(self.now.blocks)
            and isinstance(self.now.blocks[-1], Bullet)
            and (vocab.marks().rank.get(self.now.blocks[-1].mark, 0) >= 30)
            and _role(block.text.value) is None
            and self.now.blocks[-1].depth >= block.depth
        )

    # -- headings -----------------------------------------------------------------------------------------------

    def _heading(self, i: int, block: Heading) -> None:
        title = vocab.join_spaced(block.text.value)
        if title.isdigit() and len(title) <= 2:
            self.pending_number = title
            return
        if self._is_part(block, title):
            self._part(block, title)
            return
        if (
            not block.number
            and _ONLY_TEAMS.match(title)
            and self.now
            and self.now.programme
            and not self.now.blocks
        ):
            self._give_teams(title)
            return
        entry = self._entry_for(title)
        role = _role(title)
        if role is not None:
            self._section(i, block, block.text)
        elif entry is not None and not (block.level == 2 and block.number):
            self._programme(block, block.text, self.pending_number, entry)
        elif block.level == 2 and block.number and self.now is not None and self.now.part != "overview":
            self._numbered_heading(i, block, title)
        elif block.level == 2 and block.number and self.now is not None and self._programme_follows(i):
            self._numbered_heading(i, block, title)
        elif block.number is None and self.pending_number and self.now is not None:
            self._programme(block, block.text, self.pending_number)
        else:
            self._unknown_heading(i, block, title)

    def _is_part(self, block: Heading, title: str) -> bool:
        known = vocab.headings().part(title)
        match = self._part_entry(title)
        if block.level == 1:
            if not block.number:
                return known is not None
            if match is not None:
                return True
            if self.parts and self.part_number:
                return _order(block.number) == self.part_number + 1 and known is not None
            return known is not None or _order(block.number) == self.part_number + 1
        if self.romans and not (known == "overview" and self.now is None):
            return False
        bare = vocab.squash(re.sub(r"\d|년도?", "", title))
        if known is None or vocab.headings().section(title) not in (None, "results", "plan", "outline"):
            return False
        if match is not None:
            return True
        exact = any(word == bare for _, words in vocab.headings().parts for word in words)
        ends = any(bare.endswith(word) for _, words in vocab.headings().parts for word in words)
        return exact or (ends and len(bare) <= 12 and (block.number is not None or bool(_YEAR.search(title))))

    def _part_entry(self, title: str) -> ContentsEntry | None:
        best = max(self.parts, key=lambda entry: likeness(entry.title, title), default=None)
        return best if best is not None and likeness(best.title, title) >= _SAME else None

    def _part(self, block: Heading, title: str) -> None:
        entry = self._part_entry(title)
        name = vocab.headings().part(title) or (vocab.headings().part(entry.title) if entry else None)
        if name is None:
            name = (
                "plan"
                if self.now is not None and self.now.part != "overview"
                else ("overview" if self.now is None else "plan")
            )
            self._issue("part-deduced", "The part of the report was deduced from its place.", block, title)
        if block.number:
            self.part_number = _order(block.number)
        elif entry is not None and entry.number:
            self.part_number = _order(entry.number)
        year = _YEAR.search(title) or _YEAR.search(entry.title if entry else "")
        self.part_year = int(year.group()) if year else None
        self._open(Scope(name, year=self.part_year, heading=title, start=block), block)
        self._reset_programmes()
        if name != "overview":
            self.expected, self.next_entry, self.stale = self.expected[self.next_entry :], 0, True

    def _reset_programmes(self) -> None:
        self.seen, self.last_role, self.numbered, self.last_number = set(), None, False, 0
        self.squares_are_programmes = False
        self.pending_number = self.pending_title = None

    def _numbered_heading(self, i: int, block: Heading, title: str) -> None:
        number = int(re.match(r"\d+", block.number or "0").group())  # type: ignore[union-attr]
        assert self.now is not None
        if self.now.part == "overview":
            self._leave_overview(i)
        elif (
            number == 1
            and self.last_number >= 1
            and "-" not in (block.number or "")
            and self.now.part == "results"
            and self._turns(i)
        ):
            part = "plan"
            self._issue(
                "part-deduced",
                "A new part begins here: the numbers of the programmes start again.",
                block,
                title,
            )
            self._open(Scope(part, start=None), block)
            self._reset_programmes()
        self.numbered = True
        self.last_number = number
        self._programme(block, block.text, block.number)

    def _turns(self, i: int) -> bool:
        """Whether the programme that begins at block `i` is one of a plan: it has a plan or needs and no results."""
        roles = set(self._roles_after(i))
        return "results" not in roles and bool(roles & {"plan", "needs", "schedule"})

    def _roles_after(self, i: int) -> list[str]:
        """Roles of the sections up to the next numbered heading."""
        out = []
        for block in self.blocks[i + 1 : i + 160]:
            if isinstance(block, Heading) and block.level <= 2 and _role(block.text.value) is None:
                break
            if isinstance(block, (Heading, Bullet, Paragraph)):
                role = _role(vocab.join_spaced(block.text.value))
                if role is not None:
                    out.append(role)
        return out

    def _programme_follows(self, i: int) -> bool:
        roles = self._roles_after(i)[:2]
        return (
            bool(roles)
            and roles[0] in {"outline", "purpose", "direction", "results", "plan"}
            and self._section_count() > 0
        )

    def _section_count(self) -> int:
        return sum(1 for scope in self.out if scope.role in {"organisation", "staffing", "budget"})

    def _unknown_heading(self, i: int, block: Heading, title: str) -> None:
        if self.now is None:
            self.cover.append(block)
            return
        if re.fullmatch(r"[〈<《\[(【].*[〉>》\])】]", title) and self.now.blocks:
            self.now.blocks.append(block)
            return
        if self._loose(i, block):
            return
        changes = {"programme": None, "number": None} if self.squares_are_programmes else {}
        self._open(self._child(heading=title, role=None, start=block, **changes), block)

    # -- squares, sections --------------------------------------------------------------------------------------

    def _square(self, i: int, block: Bullet) -> None:
        value = vocab.join_spaced(block.text.value)
        if block.depth == 0:
            self.square_open = True
        if block.mark in self.bold_squares:
            self._bold_part(i, block, value)
            return
        role = _role(value)
        if role is not None:
            self._section(i, block, block.text)
            return
        if len(value) > _LONG and self.now is not None:
            self.now.blocks.append(block)
            return
        known = vocab.headings().part(value)
        if self.now is None and known is None and not self._programme_follows(i):
            self._open(Scope("overview", heading=value, start=block), block)
            self.now.inline = None  # type: ignore[union-attr]
            return
        if self.now is None:
            self._open(Scope(known or "overview", start=block), block)
            return
        if self.now.part in ("results", "plan", "new_plan") and not self._within_programme():
            self.squares_are_programmes = True
            self._programme(block, block.text, None)
            return
        if self.now.part == "overview":
            role = self.now.role if not self.now.blocks and self.now.inline is None else None
            self._open(self._child(heading=_label(value), role=role, start=block, inline=block.text), block)
            return
        changes = {} if self.squares_are_sections else {"subprogramme": value}
        self._open(
            self._child(
                heading=_label(value), role=None, start=block, inline=_behind_label(block.text), **changes
            ),
            block,
        )

    def _bold_part(self, i: int, block: Bullet, value: str) -> None:
        """A part under a square of its own kind: its name tells which, else what stands in it."""
        name = vocab.headings().part(value)
        if name is None:
            name = self._part_by_content(i, block.mark)
            self._issue(
                "part-deduced", "The part of the report was deduced from what stands in it.", block, value
            )
        year = _YEAR.search(value)
        self.part_year = int(year.group()) if year else None
        self._open(Scope(name, year=self.part_year, heading=value, start=block), block)
        self._reset_programmes()
        self.expected, self.next_entry, self.stale = self.expected[self.next_entry :], 0, True

    def _part_by_content(self, i: int, mark: str) -> str:
        """What the blocks up to the next part state: staffing, what was spent, or what is needed."""
        words: set[str | None] = set()
        for block in self.blocks[i + 1 :]:
            if isinstance(block, Bullet) and block.mark == mark:
                break
            if isinstance(block, Table):
                titles = [cell.text.value for row in (*block.header, *block.rows) for cell in row.cells[:4]]
                joined = [
                    vocab.join_spaced(" ".join(cell.text.value for cell in row.cells)) for row in block.header
                ]
                words.update(vocab.columns().staffing(title) for title in titles)
                words.update(vocab.columns().measure(word) for line in joined for word in line.split())
            elif isinstance(block, (Heading, Bullet, Paragraph)):
                words.add(_role(vocab.join_spaced(block.text.value)))
        if "staffing.quota" in words or "organisation" in words:
            return "overview"
        return "results" if words & {"budget.executed", "budget.execution_rate", "results"} else "plan"

    def _within_programme(self) -> bool:
        """Whether a square stands inside a numbered programme, or is the heading of a programme itself."""
        assert self.now is not None
        return self.now.programme is not None and not self.squares_are_programmes

    def _section_line(self, block: Paragraph | Bullet) -> bool:
        """Whether a bare line is the heading of a section with something behind a colon (조 직 : 3과 7팀)."""
        if isinstance(block, Bullet) and (block.mark or block.depth > 1):
            return False
        if self.now is None or self.now.part != "overview":
            return False
        head, colon, _ = block.text.value.partition(":")
        return bool(colon) and vocab.headings().section(vocab.join_spaced(head)) in {
            "organisation",
            "staffing",
            "budget",
            "needs",
        }

    def _section(self, i: int, block: Block, text: Text) -> None:
        value = vocab.join_spaced(text.value)
        label = _label(value)
        role = _role(value)
        if self.now is None:
            self._open(Scope(self._first_part(role)), block)
        assert self.now is not None
        if (
            self.now.part == "overview"
            and role in {"outline", "purpose", "direction", "results", "plan", "needs", "effects"}
            and (self._overview_ends(i, role))
        ):
            self._leave_overview(i)
        if self.now.part != "overview" and self._begins_anew(label, role):
            self._lost_programme(block)
        elif self.pending_title is not None and self.now.programme is not None and self._between_sections():
            self._subprogramme()
        elif self.pending_title is not None:
            self.now.blocks.append(self.pending_title)
        self.pending_title = None
        rest = _behind_label(text)
        year = _YEAR.search(label) if role not in vocab.headings().terminal else None
        changes = {"year": int(year.group())} if year and self.now.part != "overview" else {}
        self._open(self._child(heading=label, role=role, start=block, inline=rest, **changes), block)
        self.seen.add(label)
        self.last_role = role

    def _first_part(self, role: str | None) -> str:
        return (
            "overview" if role in {"organisation", "staffing", "budget", "facilities", "duties"} else "plan"
        )

    def _overview_ends(self, i: int, role: str | None) -> bool:
        if role in {"outline"} and not self.expected and self.parts and self.part_number:
            return False
        return (
            role in {"results", "plan", "needs"}
            or bool(self.expected)
            or not self.romans
            or "plan" in self._roles_after(i)
        )

    def _leave_overview(self, i: int) -> None:
        """The bodies of programmes begin although no heading of their part is printed."""
        parts = [vocab.headings().part(entry.title) for entry in self.parts]
        rest = [p for p in parts[parts.index("overview") + 1 :] if p] if "overview" in parts else []
        roles = self._roles_after(i)
        part = rest[0] if rest else ("results" if "results" in roles and "needs" not in roles else "plan")
        self._issue(
            "part-deduced", "The heading of this part is missing; it was deduced.", self.blocks[i], None
        )
        self._open(Scope(part), self.blocks[i])
        expected, at = self.expected, self.next_entry
        self._reset_programmes()
        self.expected, self.next_entry = expected, at

    def _begins_anew(self, label: str, role: str | None) -> bool:
        """Whether a section opens another programme whose heading was lost."""
        assert self.now is not None
        headings = vocab.headings()
        if not self._lost_next():
            return False
        if self.now.programme is None:
            return True
        if label in self.seen and role not in headings.terminal:
            return True
        return (
            self.last_role in headings.terminal and role not in headings.terminal and role in headings.opening
        )

    def _between_sections(self) -> bool:
        """Whether a programme has just begun, or a part of it has just ended."""
        return self.last_role is None or self.last_role in vocab.headings().terminal

    def _subprogramme(self) -> None:
        """The short line before a section names a part of the programme."""
        assert self.now is not None and self.pending_title is not None
        title = vocab.join_spaced(self.pending_title.text.value)
        self._open(self._child(heading=None, role=None, subprogramme=title), self.pending_title)
        self.seen = set()

    def _loose(self, i: int, block: Heading | Paragraph | Bullet) -> bool:
        """Keep a line that may be a title until the section behind it tells; whether it was kept or used."""
        value = vocab.join_spaced(block.text.value)
        if self.now is None or self.now.part in ("overview", "article"):
            return False
        if _ONLY_TEAMS.match(value) and self.now.programme and not self.now.blocks:
            self._give_teams(value)
            return True
        entry = self._entry_for(value)
        if entry is not None:
            self._programme(block, block.text, self.pending_number, entry)
            return True
        ended = self.last_role in vocab.headings().terminal and bool(self.now.blocks or self.now.inline)
        if ended and isinstance(block, Paragraph) and self._lost_next() and len(value) > 40:
            self._lost_programme(block)
            self._add(block)
            return True
        if (
            self.now.programme is None
            and self._lost_next()
            and isinstance(block, Paragraph)
            and len(value) > 40
        ):
            self._lost_programme(block)
            self._add(block)
            return True
        if self._is_title(value) and self._between_sections() and self._section_next(i):
            self.pending_title = block
            return True
        return False

    def _is_title(self, value: str) -> bool:
        return (
            len(value) <= 40
            and ":" not in value
            and not value.endswith(vocab.words().sentence)
            and not value.startswith(("(", "※", "*"))
        )

    def _section_next(self, i: int) -> bool:
        for block in self.blocks[i + 1 : i + 3]:
            if isinstance(block, Furniture):
                continue
            if isinstance(block, (Heading, Bullet)):
                return _role(vocab.join_spaced(block.text.value)) is not None
            return False
        return False

    # -- programmes ---------------------------------------------------------------------------------------------

    def _heads_programme(self, i: int, block: Bullet) -> bool:
        """Whether a number in a circle stands above the bullets, so that it is the heading of a programme."""
        filled = vocab.marks().filled
        if not block.mark or block.mark not in filled or self.now is None or self.now.part == "overview":
            return False
        if block.depth > (1 if self.square_open else 0) or (self.numbered and self.last_number):
            return False
        return len(block.text.value) <= 60 and ":" not in block.text.value

    def _entry_for(self, title: str) -> ContentsEntry | None:
        rest = self.expected[self.next_entry :]
        for entry in rest:
            if likeness(entry.title, title) >= _SAME:
                return entry
        return None

    def _programme(
        self, block: Block, text: Text, number: str | None, entry: ContentsEntry | None = None
    ) -> None:
        title, teams = _split_teams(text.value)
        entry = entry or self._entry_for(title)
        if self.now is None:
            self._open(Scope("plan"), block)
        assert self.now is not None
        if self.now.part == "overview":
            self._leave_overview(self.blocks.index(block))
        if entry is not None:
            self.next_entry = self.expected.index(entry) + 1
        scope = Scope(
            self.now.part,
            title,
            number,
            None,
            teams,
            entry.page if entry else None,
            False,
            None,
            None,
            self.part_year,
            start=block,
        )
        self._open(scope, block)
        self.seen, self.last_role = set(), None
        self.pending_number = self.pending_title = None

    def _lost_programme(self, block: Block) -> None:
        """A programme whose heading was lost: the next title of the contents list."""
        assert self.now is not None
        if self.now.part == "overview":
            self._leave_overview(self.blocks.index(block))
        entry = self.expected[self.next_entry]
        self.next_entry += 1
        self._issue(
            "heading-lost",
            "The heading of this programme is lost; its title is from the contents list.",
            block,
            entry.title,
        )
        part = self._part_of_entry(entry)
        scope = Scope(part, entry.title, entry.number, None, (), entry.page, True, None, None, self.part_year)
        self._open(scope, block)
        self.seen, self.last_role = set(), None
        self.pending_title = None

    def _part_of_entry(self, entry: ContentsEntry) -> str:
        assert self.now is not None
        return self.now.part

    def _give_teams(self, value: str) -> None:
        assert self.now is not None
        teams = tuple(vocab.join_spaced(team) for team in re.split(r"\s*[,·/]\s*", value))
        self.now.teams = teams

    # -- scopes -------------------------------------------------------------------------------------------------

    def _child(self, **changes: object) -> Scope:
        now = self.now
        assert now is not None
        year = (
            now.year
            if now.heading is None or not _YEAR.search(now.heading) or now.programme is None
            else self.part_year
        )
        scope = Scope(
            now.part,
            now.programme,
            now.number,
            now.subprogramme,
            now.teams,
            now.page,
            now.deduced,
            None,
            None,
            year,
        )
        for name, value in changes.items():
            setattr(scope, name, value)
        return scope

    def _open(self, scope: Scope, block: Block) -> None:
        if scope.start is None and scope.programme is None:
            scope.start = None
        self.now = scope
        self.out.append(scope)

    def _issue(self, code: str, message: str, block: Block, detail: str | None) -> None:
        self.issues.append(
            Issue(code=code, severity="info", message=message, detail=detail, anchor=block.anchor)
        )


def _order(number: str) -> int:
    marks = vocab.marks()
    if number in marks.roman:
        return marks.roman.index(number) + 1
    values = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
    if number in values:
        return values[number]
    match = re.match(r"\d+", number)
    return int(match.group()) if match else 0


def _is_number_sign(mark: str) -> bool:
    marks = vocab.marks()
    return mark in marks.filled or mark in marks.circled


def _role(value: str) -> str | None:
    """Role of the section that a line opens, by its title in front of a colon or bracket."""
    return vocab.headings().section(_label(value))


def _label(value: str) -> str:
    """The title of a section line: what stands before a colon or bracket, without a year."""
    head = re.split(r"\s*[:：]\s*|\s*[(\[▷▻<]", value, maxsplit=1)[0]
    return vocab.join_spaced(head)


def _behind_label(text: Text) -> Text | None:
    """What a section line states behind its title."""
    match = re.search(r"[:：]\s*|(?=[(\[▷▻<])", text.value)
    if not match:
        return None
    rest = text.slice(match.end(), len(text.value)).strip()
    return rest if rest.value else None


def _split_teams(value: str) -> tuple[str, tuple[str, ...]]:
    """A programme heading without the teams at its end."""
    match = _TEAMS.match(value.strip())
    if match and len(match["title"]) >= 4:
        teams = tuple(vocab.join_spaced(team) for team in re.split(r"\s*[,·/]\s*", match["teams"]))
        return vocab.join_spaced(match["title"]), teams
    return vocab.join_spaced(value), ()
