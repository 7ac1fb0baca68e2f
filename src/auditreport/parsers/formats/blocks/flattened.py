"""Runs of lines that were a table before its columns were lost → `Table(layout="flattened")`.

A row is `label figure figure …`; nothing here decides which column a figure belongs to. The header keeps its words as
they stand, line by line; a line between rows that is neither (a piece of a wrapped or merged label) stays as a row
without figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditreport import vocab
from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.blocks.header_lines import MAX_PIECE, header_of, is_list, is_piece, names_column
from auditreport.parsers.formats.blocks.lines import Line
from auditreport.parsers.formats.blocks.page_breaks import behind_header, page_breaks
from auditreport.parsers.formats.blocks.tokens import Tokens, tokens
from auditreport.parsers.header_words import cells_of, is_stub, is_total
from auditreport.schemas import Anchor, Cell, Row, Table

_WORD = re.compile(r"\S+")
_LABELLED = re.compile(r"^(?P<label>[가-힣](?:\s[가-힣])+(?=\s)|[가-힣·]{2,8})\s+(?P<words>[^\s:].{2,})$")
_MAX_LABEL = 34
_MAX_ROWS_OF_WORDS = 12


@dataclass(slots=True)
class Region:
    """A table found: indexes into the lines, `start:stop` whole, and which of them are what."""

    start: int
    stop: int
    header: list[int]
    body: list[int]
    caption: int | None
    words: bool = False

    def shifted(self, by: int) -> Region:
        """The region with its indexes counted from `by` lines earlier."""
        return Region(
            self.start + by,
            self.stop + by,
            [i + by for i in self.header],
            [i + by for i in self.body],
            None if self.caption is None else self.caption + by,
            self.words,
        )


def regions(lines: list[Line], free: list[bool]) -> list[Region]:
    """All flattened tables among the lines that are `free` (no bullet, heading, mark or table claimed them)."""
    cut: dict[int, Tokens] = {}
    for i, line in enumerate(lines):
        if free[i] and _may_be_row(line.value):
            token = tokens(line)
            if token.figures and (token.label is None or len(token.label.value) <= _MAX_LABEL) and not _is_prose(token):
                cut[i] = token
    out: list[Region] = []
    breaks = page_breaks(lines)
    at = 0
    while at < len(lines):
        floor = out[-1].stop if out else 0
        found = _grow(lines, free, cut, breaks, at, floor) if at in cut and cut[at].figures >= 2 else None
        if found is None:
            found = _one_column(lines, free, cut, at, floor) or _word_table(lines, free, cut, at)
        if found is None:
            at += 1
            continue
        out.append(found)
        at = found.stop
    return out


def _may_be_row(value: str) -> bool:
    """Whether a line holds a figure or, behind its first word, a dash, so that it need not be cut in vain."""
    return any(char.isdigit() for char in value) or any(word in vocab.marks().dash for word in value.split()[1:])


def _is_prose(token: Tokens) -> bool:
    label = token.label.value if token.label is not None else ""
    return ":" in label or label.endswith(vocab.words().joint) or (len(label.split()) > 3 and token.figures < 2)


def _grow(
    lines: list[Line], free: list[bool], cut: dict[int, Tokens], breaks: dict[int, int], first: int, floor: int
) -> Region | None:
    size = len(cut[first].cells)
    body, last, at = [first], first, first + 1
    passed: set[int] = set()
    caption: int | None = None
    header, above = header_of(lines, free, cut, first, floor)
    while at < len(lines) and (free[at] or at in breaks):
        value = lines[at].value
        if at in breaks:
            behind = behind_header(lines, breaks[at], header)
            if _begins_anew(cut, body, behind):
                break
            passed.update(range(at, behind))
            at = behind
            continue
        if at in cut and len(cut[at].cells) < size - 1 and at + 1 not in cut and _heads_next(lines, free, at):
            break
        if at in cut and (cut[at].figures >= 2 or len(cut[at].cells) >= size - 1 or (size <= 3 and cut[at].label)):
            body.extend(i for i in range(last + 1, at + 1) if i not in passed)
            last = at
        elif is_caption(value):
            caption = at if at == last + 1 else caption
            break
        elif (
            (names_column(value) and at not in cut and _row_follows(lines, cut, at) and len(value.split()) > 1)
            or (len(value) > MAX_PIECE and not is_list(value))
            or ":" in value
            or not _row_near(cut, at, size)
        ):
            break
        at += 1
    if header:
        body = [*range(header[-1] + 1, first), *body]
    rows = [i for i in body if i in cut]
    if not header and (len(rows) < 2 or size < 2):
        return None
    if not header and len({len(cut[i].cells) for i in rows}) > 1:
        return None
    start = above if above is not None else (header[0] if header else first)
    if above is not None:
        caption = above
    stop = last + 1
    if caption is not None and caption > last:
        stop = caption + 1
    elif _wraps_about(lines, free, cut, last, header):
        body.append(last + 1)
        stop = last + 2
    return Region(start, stop, header, body, caption)


def _wraps_about(lines: list[Line], free: list[bool], cut: dict[int, Tokens], row: int, header: list[int]) -> bool:
    """Whether the line below a row without label ends a label that the line above the row begins."""
    below = row + 1
    begins = cut[row].label is None and row - 1 not in cut and row - 1 not in header and free[row - 1]
    alone = row >= 2 and (row - 2 in header or (row - 2 in cut and cut[row - 2].label is not None))
    if not begins or not alone or below >= len(lines) or not free[below] or below in cut:
        return False
    return is_piece(lines, below)


def _begins_anew(cut: dict[int, Tokens], body: list[int], at: int) -> bool:
    """Whether the row behind a page break is the total of another table: this one has its own."""
    return _is_total_row(cut, at) and any(_is_total_row(cut, i) for i in body)


def _is_total_row(cut: dict[int, Tokens], at: int) -> bool:
    label = cut[at].label if at in cut else None
    return label is not None and is_total(label.value)


def _heads_next(lines: list[Line], free: list[bool], at: int) -> bool:
    """Whether a line stands above the caption or header of another table."""
    after = lines[at + 1].value if at + 1 < len(lines) and free[at + 1] else ""
    return is_caption(after) or (names_column(after) and not any(char.isdigit() for char in after[:4]))


def _one_column(lines: list[Line], free: list[bool], cut: dict[int, Tokens], at: int, floor: int) -> Region | None:
    """A table of one column of figures: a first column, one title, perhaps remarks; lines `label figure` below it."""
    if not free[at] or at in cut or len(lines[at].value) > _MAX_LABEL:
        return None
    first, *titles = cells_of(lines[at].value.split())
    named = [title for title in titles if vocab.squash(title) not in vocab.columns().text]
    if not is_stub(first) or len(named) != 1 or titles[0] not in named or is_stub(titles[0]):
        return None
    stop = at + 1
    while stop in cut and cut[stop].label is not None and cut[stop].figures == 1:
        stop += 1
    if stop - at <= 2:
        return None
    caption = at - 1 if at > floor and free[at - 1] and is_caption(lines[at - 1].value) else None
    return Region(at if caption is None else caption, stop, [at], list(range(at + 1, stop)), caption)


def _word_table(lines: list[Line], free: list[bool], cut: dict[int, Tokens], at: int) -> Region | None:
    """A table of labels and words: a header of a first column and one other title, lines `label words` below it."""
    if not free[at] or len(lines[at].value) > 20:
        return None
    titles = cells_of(lines[at].value.split())
    if len(titles) != 2 or not is_stub(titles[0]) or len(titles[1]) < 2:
        return None
    stop = at + 1
    while stop < len(lines) and free[stop] and lines[stop].gap <= lines[at].gap + 1 and _labelled(lines[stop].value):
        stop += 1
    rows = [cut[i] for i in range(at + 1, stop) if i in cut]
    if stop - at <= 2 or any(row.figures > 1 and row.figures == len(row.cells) for row in rows):
        return None
    return Region(at, stop, [at], list(range(at + 1, stop)), None, True)


def _labelled(value: str) -> re.Match[str] | None:
    return _LABELLED.match(value)


def _row_near(cut: dict[int, Tokens], at: int, size: int) -> bool:
    """Whether a row of about the same length follows within two lines, or a shorter one without label in the next."""
    below = cut.get(at + 1)
    if below is not None and below.label is None and len(below.cells) <= size:
        return True
    return any(i in cut and abs(len(cut[i].cells) - size) <= 1 and cut[i].figures >= 2 for i in (at + 1, at + 2))


def _row_follows(lines: list[Line], cut: dict[int, Tokens], at: int) -> bool:
    return any(i in cut for i in range(at + 1, min(at + 4, len(lines))))


def build(lines: list[Line], region: Region) -> Table:
    """The table of a region."""
    if region.words:
        return _build_words(lines, region)
    header = tuple(
        Row(
            cells=tuple(
                Cell(text=lines[i].text.slice(*match.span()), column=None) for match in _WORD.finditer(lines[i].value)
            ),
            line=lines[i].number,
        )
        for i in region.header
    )
    rows = []
    for i in region.body:
        token = tokens(lines[i])
        cells = [Cell(text=token.label, column=0)] if token.label is not None else []
        cells.extend(Cell(text=cell, column=None) for cell in token.cells)
        rows.append(Row(cells=tuple(cells), line=lines[i].number))
    covered = lines[region.start : region.stop]
    return Table(
        layout="flattened",
        caption=lines[region.caption].text if region.caption is not None else None,
        header=header,
        rows=tuple(rows),
        anchor=Anchor(start=covered[0].start, end=covered[-1].end, line=covered[0].number, page=covered[0].page),
    )


def _build_words(lines: list[Line], region: Region) -> Table:
    """A table of two columns, both known: labels and words."""
    covered = lines[region.start : region.stop]
    rows: list[Row] = []
    for line in covered:
        match = _labelled(line.value) if rows else None
        if match is None:
            words = _WORD.finditer(line.value)
            spans = [word.span() for word in words]
            cut = next(
                (i for i in range(1, len(spans)) if is_stub(cells_of(line.value[: spans[i - 1][1]].split())[0])),
                1,
            )
            label, rest = (
                line.text.slice(0, spans[cut - 1][1]),
                line.text.slice(spans[cut][0], len(line.value)),
            )
        else:
            label, rest = line.text.slice(*match.span("label")), line.text.slice(*match.span("words"))
        rows.append(Row(cells=(Cell(text=label, column=0), Cell(text=rest, column=1)), line=line.number))
    anchor = Anchor(start=covered[0].start, end=covered[-1].end, line=covered[0].number, page=covered[0].page)
    return Table(layout="flattened", header=tuple(rows[:1]), rows=tuple(rows[1:]), anchor=anchor)
