"""Blocks from top to bottom → scopes: each under its part, programme and section.

It is longer than other modules since all its steps change the state of one walk.
"""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.parsers.contents import find_contents
from auditreport.parsers.outline.expected import Expected
from auditreport.parsers.outline.headlines import (
    behind_label,
    is_teams,
    is_title,
    label_of,
    order_of,
    role_of,
    split_teams,
    teams_of,
    year_in,
)
from auditreport.parsers.outline.parts import Parts
from auditreport.parsers.outline.scopes import Outline, Scope
from auditreport.parsers.outline.squares import is_square
from auditreport.parsers.outline.survey import Survey
from auditreport.parsers.outline.trail import Trail
from auditreport.schemas import (
    Block,
    Bullet,
    ContentsEntry,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Table,
    Text,
)

_LONG = 70


class Walk:
    """One pass over the blocks from top to bottom."""

    def __init__(self, document: Document) -> None:
        """Begin on the cover of `document`."""
        self.blocks = document.blocks
        self.found = find_contents(document.blocks)
        self.survey = Survey(document.blocks, self.found)
        self.trail = Trail()
        self.expected = Expected(self.survey.printed)
        self.parts = Parts(self.survey)
        self.seen: set[str] = set()
        self.last_role: str | None = None
        self.numbered = False
        self.last_number = 0
        self.square_open = False
        self.squares_are_programmes = False
        self.pending_number: str | None = None
        self.pending_title: Heading | Paragraph | Bullet | None = None

    @property
    def now(self) -> Scope | None:
        """The scope at hand; `None` on the cover."""
        return self.trail.now

    def run(self) -> Outline:
        """Walk all blocks."""
        for i, block in enumerate(self.blocks):
            if i in self.found.blocks:
                self._contents_block(i)
            elif not isinstance(block, Furniture):
                self._block(i, block)
        if not self.trail.scopes and any(isinstance(block, Table) for block in self.trail.cover):
            self._without_parts()
        entries = [entry for _, entry in self.found.entries]
        return Outline(
            [s for s in self.trail.scopes if s.blocks or s.inline],
            self.trail.cover,
            entries,
            self.trail.issues,
        )

    def _without_parts(self) -> None:
        """Tables under headings that name no part, as on a page of statistics, are taken for an overview."""
        blocks, self.trail.cover = self.trail.cover, []
        self.trail.note(
            "part-deduced", "No heading names a part of a report; the tables were read as an overview.", blocks[0], None
        )
        self.trail.open(Scope("overview"))
        for block in blocks:
            if isinstance(block, Heading):
                self.trail.open(Scope("overview", heading=vocab.join_spaced(block.text.value), start=block))
            else:
                self.trail.add(block)

    # -- contents --------------------------------------------------------------------------------------------

    def _contents_block(self, i: int) -> None:
        entries = [entry for at, entry in self.found.entries if at == i and entry.level == 2]
        if not entries:
            return
        if self.now is None and not isinstance(self.blocks[i], Table) and self.survey.parts:
            return
        self.expected.add(entries, anew=self.now is not None and bool(self.now.programme))

    # -- one block -------------------------------------------------------------------------------------------

    def _block(self, i: int, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(i, block)
        elif isinstance(block, Bullet) and is_square(block, self.now):
            self._square(i, block)
        elif isinstance(block, Bullet) and self._heads_programme(i, block):
            self._programme(block, block.text, block.mark)
        elif isinstance(block, (Paragraph, Bullet)) and self._section_line(block):
            self._section(i, block, block.text)
        elif isinstance(block, (Paragraph, Bullet)) and not getattr(block, "mark", "") and self._loose(i, block):
            pass
        else:
            self.trail.add(block)

    # -- headings --------------------------------------------------------------------------------------------

    def _heading(self, i: int, block: Heading) -> None:
        title = vocab.join_spaced(block.text.value)
        if title.isdigit() and len(title) <= 2:
            self.pending_number = title
            return
        if self.parts.opens(block, title, first=self.now is None) and not self._is_of_programme(block, title):
            self._part(block, title)
            return
        if not block.number and is_teams(title) and self.now and self.now.programme and not self.now.blocks:
            self._give_teams(title)
            return
        entry = self.expected.find(title)
        role = role_of(title)
        if role is not None:
            self._section(i, block, block.text)
        elif entry is not None and not (block.level == 2 and block.number):
            self._programme(block, block.text, self.pending_number, entry)
        elif (block.level == 2 and block.number and self.now is not None and self.now.part != "overview") or (
            block.level == 2 and block.number and self.now is not None and self._programme_follows(i)
        ):
            self._numbered_heading(i, block, title)
        elif block.number is None and self.pending_number and self.now is not None:
            self._programme(block, block.text, self.pending_number)
        else:
            self._unknown_heading(i, block, title)

    def _part(self, block: Heading, title: str) -> None:
        entry = self.survey.part_entry(title)
        name = vocab.headings().part(title) or (vocab.headings().part(entry.title) if entry else None)
        year = year_in(title) or year_in(entry.title if entry else "")
        if name is None:
            if self.survey.looks_back(year):
                name = "results"
            else:
                name = "overview" if self.now is None else "plan"
            self.trail.note("part-deduced", "The part of the report was deduced from its place.", block, title)
        self.parts.count(block, entry)
        self.trail.part_year = year
        self.trail.open(Scope(name, year=year, heading=title, start=block))
        self._reset_programmes()
        if name != "overview":
            self.expected.turn(self.survey.programmes_of(entry) if entry is not None else [])

    def _reset_programmes(self) -> None:
        self.seen, self.last_role, self.numbered, self.last_number = set(), None, False, 0
        self.squares_are_programmes = False
        self.pending_number = self.pending_title = None

    def _numbered_heading(self, i: int, block: Heading, title: str) -> None:
        number = order_of(block.number or "")
        assert self.now is not None
        if self._is_out_of_row(i, number, title):
            self.trail.add(block)
            return
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
            self.trail.note(
                "part-deduced",
                "A new part begins here: the numbers of the programmes start again.",
                block,
                title,
            )
            self.trail.open(Scope(part, start=None))
            self._reset_programmes()
        self.numbered = True
        self.squares_are_programmes = False
        self.last_number = number
        self._programme(block, block.text, block.number)

    def _is_out_of_row(self, i: int, number: int, title: str) -> bool:
        """Whether a number neither follows the last programme's nor begins anew, and nothing else tells a programme."""
        follows = not self.last_number or number in (1, self.last_number, self.last_number + 1)
        return not follows and self.expected.find(title) is None and not self.survey.roles_after(i)

    def _turns(self, i: int) -> bool:
        """Whether the programme that begins at block `i` is one of a plan: it has a plan or needs and no results."""
        roles = set(self.survey.roles_after(i))
        return "results" not in roles and bool(roles & {"plan", "needs", "schedule"})

    def _programme_follows(self, i: int) -> bool:
        roles = self.survey.roles_after(i)[:2]
        return (
            bool(roles)
            and roles[0] in {"outline", "purpose", "direction", "results", "plan"}
            and self._section_count() > 0
        )

    def _is_of_programme(self, block: Heading, title: str) -> bool:
        """Whether a heading that could be a part's is a section's: right below its programme, or printed again."""
        if self.now is None or self.now.programme is None or block.number or year_in(title):
            return False
        return not self.now.blocks or self.survey.times(title) > 1

    def _section_count(self) -> int:
        return sum(1 for scope in self.trail.scopes if scope.role in {"organisation", "staffing", "budget"})

    def _unknown_heading(self, i: int, block: Heading, title: str) -> None:
        if self.now is None:
            self.trail.cover.append(block)
            return
        if re.fullmatch(r"[〈<《\[(【].*[〉>》\])】]", title) and self.now.blocks:
            self.now.blocks.append(block)
            return
        if self._loose(i, block):
            return
        changes = {"programme": None, "number": None} if self.squares_are_programmes else {}
        self.trail.open_section(heading=title, start=block, **changes)

    # -- squares, sections -----------------------------------------------------------------------------------

    def _square(self, i: int, block: Bullet) -> None:
        value = vocab.join_spaced(block.text.value)
        if block.depth == 0:
            self.square_open = True
        if block.mark in self.survey.bold_squares:
            self._bold_part(i, block, value)
            return
        role = role_of(value)
        if role is not None:
            self._section(i, block, block.text)
            return
        if len(value) > _LONG and self.now is not None:
            self.now.blocks.append(block)
            return
        known = vocab.headings().part(value)
        if self.now is None and known is None and not self._programme_follows(i):
            self.trail.open(Scope("overview", heading=value, start=block))
            return
        if self.now is None:
            self.trail.open(Scope(known or "overview", start=block))
            return
        if self.now.part in ("results", "plan", "new_plan") and not self._within_programme():
            if self.survey.is_listed(i):
                self.trail.open_section(heading=value, start=block)
                return
            self.squares_are_programmes = True
            self._programme(block, block.text, None)
            return
        if self.now.part == "overview":
            role = self.now.role if not self.now.blocks and self.now.inline is None else None
            self.trail.open_section(heading=label_of(value), role=role, start=block, inline=block.text)
            return
        changes = {} if self.survey.squares_are_sections else {"subprogramme": value}
        self.trail.open_section(heading=label_of(value), start=block, inline=behind_label(block.text), **changes)

    def _bold_part(self, i: int, block: Bullet, value: str) -> None:
        """A part under a square of its own kind: its name tells which, else what stands in it."""
        name = vocab.headings().part(value)
        if name is None:
            name = self.survey.part_by_content(i, block.mark)
            self.trail.note("part-deduced", "The part of the report was deduced from what stands in it.", block, value)
        self.trail.part_year = year_in(value)
        self.trail.open(Scope(name, year=self.trail.part_year, heading=value, start=block))
        self._reset_programmes()
        self.expected.turn()

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
        label = label_of(value)
        role = role_of(value)
        if self.now is None:
            self.trail.open(Scope(self._first_part(role)))
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
        rest = behind_label(text)
        year = year_in(label) if role not in vocab.headings().terminal else None
        changes = {"year": year} if year and self.now.part != "overview" else {}
        self.trail.open_section(heading=label, role=role, start=block, inline=rest, **changes)
        self.seen.add(label)
        self.last_role = role

    def _first_part(self, role: str | None) -> str:
        return "overview" if role in {"organisation", "staffing", "budget", "facilities", "duties"} else "plan"

    def _overview_ends(self, i: int, role: str | None) -> bool:
        if role in {"outline"} and not self.expected and self.survey.parts and self.parts.number:
            return False
        return (
            role in {"results", "plan", "needs"}
            or bool(self.expected)
            or not self.survey.romans
            or "plan" in self.survey.roles_after(i)
        )

    def _leave_overview(self, i: int) -> None:
        """The bodies of programmes begin although no heading of their part is printed."""
        parts = [vocab.headings().part(entry.title) for entry in self.survey.parts]
        rest = [p for p in parts[parts.index("overview") + 1 :] if p] if "overview" in parts else []
        roles = self.survey.roles_after(i)
        part = rest[0] if rest else ("results" if "results" in roles and "needs" not in roles else "plan")
        self.trail.note("part-deduced", "The heading of this part is missing; it was deduced.", self.blocks[i], None)
        self.trail.open(Scope(part))
        self._reset_programmes()

    def _begins_anew(self, label: str, role: str | None) -> bool:
        """Whether a section opens another programme whose heading was lost."""
        assert self.now is not None
        headings = vocab.headings()
        if not self.expected.is_next_lost():
            return False
        if self.now.programme is None:
            return True
        if label in self.seen and role not in headings.terminal:
            return True
        return self.last_role in headings.terminal and role not in headings.terminal and role in headings.opening

    def _between_sections(self) -> bool:
        """Whether a programme has just begun, or a part of it has just ended."""
        return self.last_role is None or self.last_role in vocab.headings().terminal

    def _subprogramme(self) -> None:
        """The short line before a section names a part of the programme."""
        assert self.pending_title is not None
        title = vocab.join_spaced(self.pending_title.text.value)
        self.trail.open_section(subprogramme=title)
        self.seen = set()

    def _loose(self, i: int, block: Heading | Paragraph | Bullet) -> bool:
        """Keep a line that may be a title until the section behind it tells; whether it was kept or used."""
        value = vocab.join_spaced(block.text.value)
        if self.now is None or self.now.part in ("overview", "article"):
            return False
        if is_teams(value) and self.now.programme and not self.now.blocks:
            self._give_teams(value)
            return True
        entry = self.expected.find(value)
        if entry is not None:
            self._programme(block, block.text, self.pending_number, entry)
            return True
        ended = self.last_role in vocab.headings().terminal and bool(self.now.blocks or self.now.inline)
        if ended and isinstance(block, Paragraph) and self.expected.is_next_lost() and len(value) > 40:
            self._lost_programme(block)
            self.trail.add(block)
            return True
        if (
            self.now.programme is None
            and self.expected.is_next_lost()
            and isinstance(block, Paragraph)
            and len(value) > 40
        ):
            self._lost_programme(block)
            self.trail.add(block)
            return True
        if is_title(value) and self._between_sections() and self.survey.section_next(i):
            self.pending_title = block
            return True
        return False

    # -- programmes ------------------------------------------------------------------------------------------

    def _heads_programme(self, i: int, block: Bullet) -> bool:
        """Whether a number in a circle stands above the bullets, so that it is the heading of a programme."""
        filled = vocab.marks().filled
        if not block.mark or block.mark not in filled or self.now is None or self.now.part == "overview":
            return False
        if block.depth > (1 if self.square_open else 0) or (self.numbered and self.last_number):
            return False
        return len(block.text.value) <= 60 and ":" not in block.text.value

    def _programme(self, block: Block, text: Text, number: str | None, entry: ContentsEntry | None = None) -> None:
        title, teams = split_teams(text.value)
        entry = entry or self.expected.find(title)
        if self.now is None:
            self.trail.open(Scope("plan"))
        assert self.now is not None
        if self.now.part == "overview":
            self._leave_overview(self.blocks.index(block))
        if entry is not None:
            self.expected.pass_to(entry)
        scope = Scope(
            self.now.part,
            title,
            number,
            teams=teams,
            page=entry.page if entry else None,
            year=self.trail.part_year,
            start=block,
        )
        self.trail.open(scope)
        self.seen, self.last_role = set(), None
        self.pending_number = self.pending_title = None

    def _lost_programme(self, block: Block) -> None:
        """A programme whose heading was lost: the next title of the contents list."""
        assert self.now is not None
        if self.now.part == "overview":
            self._leave_overview(self.blocks.index(block))
        entry = self.expected.take()
        self.trail.note(
            "heading-lost",
            "The heading of this programme is lost; its title is from the contents list.",
            block,
            entry.title,
        )
        scope = Scope(
            self.now.part,
            entry.title,
            entry.number,
            page=entry.page,
            deduced=True,
            year=self.trail.part_year,
        )
        self.trail.open(scope)
        self.seen, self.last_role = set(), None
        self.pending_title = None

    def _give_teams(self, value: str) -> None:
        assert self.now is not None
        self.now.teams = teams_of(value)
