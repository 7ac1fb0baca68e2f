"""A scraped text of any dialect → `Document`.

The dialect is told by content: a page dump has a blank line between all lines, text out of a PDF has none, a
Markdown-like dump has `#`, tabs or tags. Every non-blank line ends in exactly one block.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from auditreport import vocab
from auditreport._version import __version__
from auditreport.parsers.formats.text import arrows, flattened, marked, overprint, web
from auditreport.parsers.formats.text.decode import decode
from auditreport.parsers.formats.text.lines import Line, read_lines, width
from auditreport.parsers.formats.text.nesting import Nesting
from auditreport.parsers.formats.text.openings import Opening, opening, symbol_letters
from auditreport.schemas import (
    Anchor,
    Block,
    Bullet,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Source,
    Text,
)

_BANNER = re.compile(r"^[❘❙▌▐┃│|]{1,4}\s*(?P<title>[^❘❙▌▐┃│|]+?)\s*[❘❙▌▐┃│|]{1,4}$")
_SHORT = 0.72
_TITLE = 48
_OPEN_ENDS = (",", "·", "․", "‧", "(", "-", "~", "및", "/", "→", "「", "『", "‘", "“", "등의")


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a text file.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the bytes are empty or no text.
    """
    text, encoding = decode(data, name)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        size=len(data),
        encoding=encoding,
        reader="text",
        reader_version=__version__,
    )
    return Document(source=source, blocks=tuple(_Reader(text).blocks()), text=text)


@dataclass(slots=True)
class _Open:
    """A bullet, paragraph or heading that following lines may continue."""

    kind: str
    mark: str
    depth: int
    number: str | None
    level: int
    parts: list[Text]
    first: Line
    last: Line


class _Reader:
    """One pass over the lines of one text."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.lines = read_lines(text)
        self.letters = symbol_letters(self.lines)
        self.openings = [opening(line.text, self.letters) for line in self.lines]
        gaps = [line.gap for line in self.lines[1:]]
        spaced = sum(1 for gap in gaps if gap >= 1)
        self.spaced = bool(gaps) and spaced / len(gaps) > 0.6 and not any("\t" in line.value for line in self.lines)
        self.markdown = any(found.sharps for found in self.openings) or any("\t" in line.value for line in self.lines)
        widths = sorted(width(line.value) for line in self.lines) or [0]
        self.full = widths[int(len(widths) * 0.9)] if not self.markdown else 10_000
        self.private_sections = self._private_sections()
        self.positions = {line.number: i for i, line in enumerate(self.lines)}
        self.out: list[Block] = []
        self.open: _Open | None = None
        self.nesting = Nesting()

    def blocks(self) -> list[Block]:
        page = web.find_article(self.lines)
        if page is not None:
            self._article(page)
            return self.out
        self.free = self._free()
        tables = {found.start: found for found in flattened.regions(self.lines, self.free)} if not self.markdown else {}
        at = 0
        while at < len(self.lines):
            at = self._step(at, tables)
        self._close()
        return self.out

    # -- one line or table at a time ----------------------------------------------------------------------------

    def _step(self, at: int, tables: dict[int, flattened.Region]) -> int:
        line = self.lines[at]
        if at in tables:
            self._close()
            self.out.append(flattened.build(self.lines, tables[at]))
            return tables[at].stop
        if self._is_marked_row(at):
            stop, table = marked.region(self.lines, at, self.source)
            if table is not None and stop > at:
                self._close()
                self.out.append(table)
                return stop
        if arrows.is_header(line):
            stop, table = arrows.region(self.lines, at, [not free for free in self.free])
            if table is not None:
                self._close()
                self.out.append(table)
                return stop
        repaired = overprint.repair(line.text)
        found = opening(repaired, self.letters) if repaired is not None else self.openings[at]
        if repaired is None and self._furniture(line):
            return at + 1
        if _is_contents(repaired or line.text) or marked.is_contents(line):
            self._single(Paragraph(text=repaired or line.text, anchor=_anchor(line, line)))
        elif found.kind in ("roman", "number") and self._is_heading(found, line):
            self._heading(found, line)
        elif found.kind in ("filled", "circled"):
            self._bullet(found, line)
        elif found.kind == "bullet":
            self._marked(found, line, at)
        elif found.sharps:
            self._heading(found, line)
        elif repaired is not None:
            self._heading(Opening("none", "", 1, repaired), line)
        else:
            self._plain(found, line, at)
        return at + 1

    def _is_marked_row(self, at: int) -> bool:
        return marked.is_row(self.lines[at]) and not marked.is_contents(self.lines[at])

    def _furniture(self, line: Line) -> bool:
        value = line.value
        if vocab.pattern("page_mark").match(value):
            reason = "page number" if any(char.isdigit() for char in value) else "rule"
        elif vocab.pattern("filler").match(value) or not any(char.isalnum() for char in value):
            reason = "stray marks"
        else:
            return False
        self._close()
        self.out.append(Furniture(reason=reason, anchor=_anchor(line, line)))
        return True

    def _is_heading(self, found: Opening, line: Line) -> bool:
        body = found.body.value
        if found.sharps or found.kind == "roman":
            return len(body) <= 90
        if ":" in body or width(body) > 2 * _TITLE or body.endswith((".", ",", "다")):
            return False
        return not re.match(r"[가-힣]{1,2}(?:\s|$)", body) or self._names_section(body) or len(body) > 6

    def _names_section(self, body: str) -> bool:
        return vocab.headings().section(vocab.join_spaced(body)) is not None

    # -- building blocks ----------------------------------------------------------------------------------------

    def _close(self) -> None:
        if self.open is None:
            return
        opened, self.open = self.open, None
        text = Text.join(opened.parts)
        anchor = _anchor(opened.first, opened.last)
        if opened.kind == "bullet":
            self.out.append(Bullet(mark=opened.mark, depth=opened.depth, text=text, anchor=anchor))
        elif opened.kind == "heading":
            self.out.append(Heading(text=text, level=opened.level, number=opened.number, anchor=anchor))
        else:
            self.out.append(Paragraph(text=text, anchor=anchor))

    def _single(self, block: Block) -> None:
        self._close()
        self.out.append(block)

    def _heading(self, found: Opening, line: Line) -> None:
        levels = {"roman": 1, "number": 2, "filled": 3, "circled": 3, "bullet": 3, "none": 4}
        level = levels[found.kind] if found.kind != "none" or not found.sharps else 4
        self._close()
        self.nesting.reset()
        number = found.mark or None
        self.out.append(Heading(text=found.body, level=level, number=number, anchor=_anchor(line, line)))

    def _bullet(self, found: Opening, line: Line, mark: str | None = None, rank: int | None = None) -> None:
        self._close()
        sign = found.mark if mark is None else mark
        depth = self.nesting.depth(sign, line.indent if self.markdown else 0, rank, self._heads_squares(line))
        self.open = _Open("bullet", sign, depth, None, 0, [found.body], line, line)

    def _marked(self, found: Opening, line: Line, at: int) -> None:
        rank = vocab.marks().rank.get(found.mark)
        if rank is None and found.mark not in self.letters:
            rank = 20 if self._private_heads(found, at) else 56
        self._bullet(found, line, rank=rank)

    def _heads_squares(self, line: Line) -> bool:
        """Whether the next mark behind a line is one of the outermost (□)."""
        at = self.positions[line.number] + 1
        for found in self.openings[at : at + 4]:
            if found.kind == "bullet":
                if found.mark in vocab.marks().rank:
                    return vocab.marks().rank[found.mark] <= 22
                return found.mark not in self.letters
        return False

    def _plain(self, found: Opening, line: Line, at: int) -> None:
        body = found.body
        if found.kind == "number":
            body = line.text
        if self.open is not None and self._continues(line, body):
            self.open.parts.append(body)
            self.open.last = line
            return
        bare = vocab.join_spaced(body.value)
        banner = _BANNER.match(body.value)
        if banner is not None:
            self._heading(Opening("none", "", 0, body.slice(*banner.span("title"))), line)
            return
        if vocab.headings().section(bare) is not None and ":" not in body.value and len(bare) <= 20:
            self._heading(Opening("none", "", 0, body), line)
            return
        within = self.open is not None and self.open.kind == "bullet"
        if (within or self._last_is_bullet()) and not flattened.is_caption(body.value) and not self._stands_alone(at):
            self._bullet(Opening("none", "", 0, body), line, mark="")
            return
        self._close()
        self.open = _Open("paragraph", "", 0, None, 0, [body], line, line)

    def _last_is_bullet(self) -> bool:
        return bool(self.out) and isinstance(self.out[-1], Bullet)

    def _stands_alone(self, at: int) -> bool:
        """Whether an unmarked line parts from the bullets before it: a blank line in Markdown, or a heading's place."""
        line = self.lines[at]
        if self.markdown:
            return line.gap > 0 and not line.indent
        after = self.openings[at + 1] if at + 1 < len(self.lines) else None
        opens = after is not None and after.kind == "bullet" and vocab.marks().rank.get(after.mark, 99) <= 22
        return opens and width(line.value) < self.full * _SHORT and ":" not in line.value

    def _continues(self, line: Line, body: Text) -> bool:
        """Whether an unmarked line continues the open block: a wrapped sentence or bullet."""
        assert self.open is not None
        before = self.open.last.value
        gap = line.gap - 1 if self.spaced else line.gap
        if gap > 0 or flattened.is_caption(body.value):
            return False
        if body.value.startswith((":", "：")):
            return True
        if self.open.kind == "paragraph" and before.endswith(vocab.words().sentence) or vocab.pattern("picture_caption").search(body.value):
            return False
        if before.endswith(_OPEN_ENDS) or before.count("(") > before.count(")"):
            return True
        if self.markdown:
            return self.open.kind == "bullet" and line.indent > 0 and not _is_item(body.value)
        if _BANNER.match(body.value) or _is_item(body.value) or vocab.pattern("label_head").match(body.value) or _heads_table(body.value):
            return False
        if self._names_section(body.value) and len(body.value) < 16:
            return False
        return width(before) + self.open.last.indent >= self.full * _SHORT

    # -- what a document shows as a whole -----------------------------------------------------------------------

    def _free(self) -> list[bool]:
        """Lines that may belong to a flattened table."""
        out = []
        for line, found in zip(self.lines, self.openings, strict=True):
            value = line.value
            taken = (
                found.kind in ("roman", "filled", "circled", "bullet")
                or (found.kind == "number" and self._is_heading(found, line) and not flattened.tokens(line).figures)
                or vocab.pattern("page_mark").match(value)
                or _is_contents(line.text)
                or overprint.repair(line.text) is not None
            )
            if found.kind == "bullet" and found.mark in vocab.marks().dash and flattened.is_figure(value.split()[-1]):
                taken = True
            out.append(not taken)
        return out

    def _private_sections(self) -> dict[str, bool]:
        """For each private-use mark, whether its lines are mostly headings of sections."""
        seen: dict[str, list[bool]] = {}
        for found in self.openings:
            if found.kind == "bullet" and found.mark not in vocab.marks().rank and found.mark not in self.letters:
                seen.setdefault(found.mark, []).append(self._names_section(found.body.value))
        return {mark: sum(named) * 2 > len(named) for mark, named in seen.items()}

    def _private_heads(self, found: Opening, at: int) -> bool:
        """Whether a line under a private-use mark is a heading rather than an arrow inside a bullet."""
        if self._names_section(found.body.value):
            return True
        after = self.openings[at + 1] if at + 1 < len(self.lines) else None
        opens = after is not None and (
            after.kind in ("filled", "circled", "number")
            or after.mark in self.letters
            or 22 < vocab.marks().rank.get(after.mark, 99) <= 30
        )
        before = self.openings[at - 1] if at else None
        follows_bullet = before is not None and before.kind == "bullet" and vocab.marks().rank.get(before.mark, 0) == 30
        if self.private_sections.get(found.mark):
            return opens and not follows_bullet and width(found.body.value) < self.full * _SHORT
        return opens and not (before is not None and before.kind == "number")

    # -- web pages ----------------------------------------------------------------------------------------------

    def _article(self, page: web.Page) -> None:
        for i, line in enumerate(self.lines):
            anchor = _anchor(line, line)
            if i == page.headline:
                self.out.append(Heading(text=line.text, level=1, number=None, anchor=anchor))
            elif page.start <= i < page.stop:
                self.out.append(Paragraph(text=line.text, anchor=anchor))
            elif i == page.start - 1 and vocab.pattern("press_date").search(line.value):
                self.out.append(Paragraph(text=line.text, anchor=anchor))
            else:
                self.out.append(Furniture(reason="site navigation", anchor=anchor))


def _is_contents(text: Text) -> bool:
    """Whether a line is an entry of a contents list: a title, leader dots, a page."""
    value = text.value
    return value[-1:].isdigit() and vocab.pattern("contents_page").match(value[:120] + value[-6:]) is not None if (
        len(value) > 130
    ) else value[-1:].isdigit() and vocab.pattern("contents_page").match(value) is not None


def _is_item(value: str) -> bool:
    """Whether an unmarked line is an item of its own: a short label, a colon, and something behind it."""
    match = re.match(r"([^:,]{1,30}?)\s?[:：]\s?(?=\S)", value)
    return bool(match) and not re.search(r"\d$", match.group(1) if match else "")


def _heads_table(value: str) -> bool:
    """Whether a line begins with the title of a first column (구 분 …)."""
    squashed = vocab.squash(value[:12])
    return value[1:2] == " " and any(len(stub) > 1 and squashed.startswith(stub) for stub in vocab.columns().stubs)


def _anchor(first: Line, last: Line) -> Anchor:
    return Anchor(start=first.start, end=last.end, line=first.number)
