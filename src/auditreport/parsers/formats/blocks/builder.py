"""Lines and tables in reading order → blocks: headings, bullets, paragraphs, tables, furniture.

How the lines were set is told by content: a page dump has a blank line between all lines, text out of a PDF has none, a
Markdown-like dump has `#` and indented lists. Every line ends in exactly one block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditreport import vocab
from auditreport.parsers.formats.blocks import arrows, flattened, overprint
from auditreport.parsers.formats.blocks.captions import heads_table, is_caption, is_item
from auditreport.parsers.formats.blocks.contents_line import is_contents
from auditreport.parsers.formats.blocks.lines import Line, width
from auditreport.parsers.formats.blocks.nesting import Nesting
from auditreport.parsers.formats.blocks.openings import Opening, counts_on, opening, symbol_letters
from auditreport.parsers.formats.blocks.tokens import is_figure, tokens
from auditreport.schemas import Anchor, Block, Bullet, Furniture, Heading, Paragraph, Table, Text

_BANNER = re.compile(r"^[❘❙▌▐┃│|]{1,4}\s*(?P<title>[^❘❙▌▐┃│|]+?)\s*[❘❙▌▐┃│|]{1,4}$")
_ALNUM = re.compile(r"[^\W_]")
# A number and behind it a title that begins with another.
_NUMBERED_FIGURE = re.compile(r"(\d{1,2})\s*\.?\s+(?=\d{1,3}[가-힣]{1,3}\s?[가-힣])")
_NUMBERED = re.compile(r"\d{1,2}(?:-\d{1,2})?\s*\.\s")
# A sign of a symbol font that stands alone.
_LONE_MARK = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd]$")
_BRACKETS = re.compile(r"\([^()]*\)")
# From so many figures on, a line that begins with a number is a row of a table.
_ROW = 3
_SHORT = 0.72
_SPACED = 0.6
# A line all in such brackets is a title.
_BRACKETED = re.compile(r"<[^<>]+>|〈[^〈〉]+〉|【[^【】]+】|\[[^\[\]]+\]")
# Brackets in which a line of its own begins more often than the rest of one.
_LABEL_SIGNS = ("[", "【", "<", "〈")
_TITLE = 48


def build_blocks(items: Sequence[Line | Table], markdown: bool = False) -> list[Block]:
    """The blocks of a document.

    Args:
        items: the non-blank lines, and the tables that the format itself marks, in reading order.
        markdown: whether indents and `#` signs carry the structure, and blank lines part paragraphs.
    """
    return _Builder(items, markdown).blocks()


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


class _Builder:
    """One pass over the lines and tables of one document."""

    def __init__(self, items: Sequence[Line | Table], markdown: bool) -> None:
        self.lines = [item for item in items if isinstance(item, Line)]
        self.marked = _tables_before(items)
        self.letters = symbol_letters(self.lines)
        self.openings = [self._opening(line) for line in self.lines]
        self._number_figures()
        self.titled = self._titles_above_marks()
        self.repaired = [overprint.repair(line.text) for line in self.lines]
        gaps = [line.gap for line in self.lines[1:]]
        self.markdown = markdown
        self.spaced = bool(gaps) and not markdown and sum(gap >= 1 for gap in gaps) / len(gaps) > _SPACED
        widths = sorted(width(line.value) for line in self.lines) or [0]
        self.full = widths[int(len(widths) * 0.9)] if not markdown else 10_000
        self.private_sections = self._private_sections()
        self.positions = {id(line): i for i, line in enumerate(self.lines)}
        self.free = self._free()
        self.out: list[Block] = []
        self.open: _Open | None = None
        self.nesting = Nesting()

    def _opening(self, line: Line) -> Opening:
        """What opens a line; a stray sign in front of a caption opens nothing."""
        found = opening(line.text, self.letters)
        is_known = found.mark in vocab.marks().rank or found.mark in self.letters
        if found.kind == "bullet" and not is_known and is_caption(found.body.value):
            line.text = found.body
            return Opening("none", "", 0, found.body)
        return found

    def _titles_above_marks(self) -> set[int]:
        """Titles whose mark slipped to a line of its own below them; each gets it back."""
        out: set[int] = set()
        for i, (above, below) in enumerate(pairwise(self.lines)):
            if _LONE_MARK.match(below.value) is None or self.openings[i].kind != "none" or ":" in above.value:
                continue
            self.openings[i] = Opening("bullet", below.value, 0, above.text)
            out.add(i)
        return out

    def _number_figures(self) -> None:
        """Titles that begin with a figure (2 15분 도시 …): a number opens those that a numbered list names, too."""
        listed: dict[str, list[tuple[int, Opening]]] = {}
        for i, found in enumerate(self.openings):
            match = _NUMBERED_FIGURE.match(found.body.value) if found.kind == "none" else None
            if match is not None:
                body = found.body.slice(match.end(), len(found.body)).strip()
                numbered = Opening("number", match[1], found.sharps, body)
                listed.setdefault(vocab.squash(body.value), []).append((i, numbered))
        for named in listed.values():
            is_titled = len(named) >= 2 or named[0][1].sharps
            if len({found.mark for _, found in named}) == 1 and is_titled:
                for i, found in named:
                    self.openings[i] = found

    def blocks(self) -> list[Block]:
        """Walk all lines and tables."""
        regions = {} if self.markdown else self._regions()
        at = 0
        while at < len(self.lines):
            self._emit(self.marked.get(at, ()))
            at = self._step(at, regions)
        self._emit(self.marked.get(len(self.lines), ()))
        self._close()
        return self.out

    def _emit(self, tables: Sequence[Table]) -> None:
        for table in tables:
            self._close()
            self.out.append(table)

    def _regions(self) -> dict[int, flattened.Region]:
        """Flattened tables by the index of their first line; none reaches over a marked table."""
        cuts = sorted({0, *self.marked, len(self.lines)})
        found: dict[int, flattened.Region] = {}
        for start, stop in pairwise(cuts):
            for region in flattened.regions(self.lines[start:stop], self.free[start:stop]):
                shifted = region.shifted(start)
                found[shifted.start] = shifted
        return found

    # -- one line or table at a time ----------------------------------------------------------------------------

    def _step(self, at: int, regions: dict[int, flattened.Region]) -> int:
        line = self.lines[at]
        if at in regions:
            self._close()
            self.out.append(flattened.build(self.lines, regions[at]))
            return regions[at].stop
        if arrows.is_header(line):
            stop, table = arrows.region(self.lines, at, [not free for free in self.free])
            if table is not None:
                self._close()
                self.out.append(table)
                return stop
        repaired = self.repaired[at]
        found = opening(repaired, self.letters) if repaired is not None else self.openings[at]
        if repaired is None and self._furniture(line):
            return at + 1
        if is_contents(repaired or line.text):
            self._single(Paragraph(text=repaired or line.text, anchor=_anchor(line, line)))
        elif found.kind in ("roman", "number") and self._is_heading(found, line):
            self._heading(found, line)
        elif found.kind in ("filled", "circled"):
            if self.open is not None and counts_on(found.mark, self.open.parts):
                self._append(line, line.text)
            else:
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

    def _furniture(self, line: Line) -> bool:
        value = line.value
        if vocab.pattern("page_mark").match(value):
            reason = "page number" if any(char.isdigit() for char in value) else "rule"
        elif vocab.pattern("filler").match(value) or not _ALNUM.search(value):
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
        if ":" in _BRACKETS.sub("", body) or width(body) > 2 * _TITLE or body.endswith(vocab.words().not_heading):
            return False
        if sum(is_figure(word) for word in body.split()) >= _ROW:
            return False
        # Behind a bare number a short word may be its counter (3 개소 신설); a dot makes it the number of a heading.
        dotted = _NUMBERED.match(line.value) is not None and " " in body
        return dotted or not re.match(r"[가-힣]{1,2}(?:\s|$)", body) or self._names_section(body) or len(body) > 6

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
            rank = 20 if at in self.titled or self._private_heads(found, at) else 56
        self._bullet(found, line, rank=rank)

    def _heads_squares(self, line: Line) -> bool:
        """Whether the next mark behind a line is one of the outermost (□)."""
        at = self.positions[id(line)] + 1
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
            self._append(line, body)
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
        if (within or self._last_is_bullet()) and not is_caption(body.value) and not self._stands_alone(at):
            self._bullet(Opening("none", "", 0, body), line, mark="")
            return
        self._close()
        self.open = _Open("paragraph", "", 0, None, 0, [body], line, line)

    def _append(self, line: Line, body: Text) -> None:
        assert self.open is not None
        if line.is_wrap and body.value.startswith("("):
            # A bracket stands close behind its word, on whichever line.
            self.open.parts[-1:] = [Text.join([self.open.parts[-1], body], "")]
        else:
            self.open.parts.append(body)
        self.open.last = line

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
        if gap > 0 or is_caption(body.value):
            return False
        if body.value.startswith((":", "：")):
            return True
        if (self.open.kind == "paragraph" and before.endswith(vocab.words().sentence)) or vocab.pattern(
            "picture_caption"
        ).search(body.value):
            return False
        if _BRACKETED.fullmatch(body.value):
            return False
        is_rest = line.is_wrap and not body.value.startswith(_LABEL_SIGNS)
        if is_rest or before.endswith(vocab.words().open_ends) or before.count("(") > before.count(")"):
            return True
        if self.markdown:
            return self.open.kind == "bullet" and line.indent > 0 and not is_item(body.value)
        if (
            _BANNER.match(body.value)
            or is_item(body.value)
            or vocab.pattern("label_head").match(body.value)
            or heads_table(body.value)
        ):
            return False
        if self._names_section(body.value) and len(body.value) < 16:
            return False
        if self._is_above_caption(line) and width(body.value) < self.full * _SHORT:
            return False
        return width(before) + self.open.last.indent >= self.full * _SHORT

    def _is_above_caption(self, line: Line) -> bool:
        at = self.positions[id(line)] + 1
        return at < len(self.lines) and is_caption(self.lines[at].value)

    # -- what a document shows as a whole -----------------------------------------------------------------------

    def _free(self) -> list[bool]:
        """Lines that may belong to a flattened table."""
        out = []
        for line, found, repaired in zip(self.lines, self.openings, self.repaired, strict=True):
            value = line.value
            taken = (
                found.kind in ("roman", "filled", "circled", "bullet")
                or (found.kind == "number" and self._is_heading(found, line) and not tokens(line).figures)
                or vocab.pattern("page_mark").match(value)
                or is_contents(line.text)
                or repaired is not None
            )
            if found.kind == "bullet" and found.mark in vocab.marks().dash and is_figure(value.split()[-1]):
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


def _anchor(first: Line, last: Line) -> Anchor:
    return Anchor(start=first.start, end=last.end, line=first.number, page=first.page)


def _tables_before(items: Sequence[Line | Table]) -> dict[int, list[Table]]:
    """Tables by the index of the line that follows them."""
    out: dict[int, list[Table]] = {}
    lines = 0
    for item in items:
        if isinstance(item, Line):
            lines += 1
        else:
            out.setdefault(lines, []).append(item)
    return out
