"""Lines and tables of pages → one text, with blocks that count in it and the place of every character."""

from __future__ import annotations

import re
from collections import Counter

from auditreport import vocab
from auditreport.parsers.formats.blocks.lines import Line, fold
from auditreport.parsers.formats.blocks.openings import counts_on, opening
from auditreport.parsers.formats.pdf.glyphs import Turn
from auditreport.parsers.formats.pdf.grids import GridCell, PageGrid
from auditreport.parsers.formats.pdf.pages import ReadPage
from auditreport.parsers.formats.pdf.rows import TextRow
from auditreport.schemas import Anchor, Box, Cell, Doubt, Furniture, Row, Spot, Table, Text

_NUMBERED = re.compile(r"(\d{1,2})[.)]\s")
_ITEMS = frozenset({"bullet", "filled", "circled"})


class Writer:
    """The text written so far, with its lines, tables, furniture and places."""

    def __init__(self, pages: list[ReadPage]) -> None:
        """Begin with an empty text."""
        self._parts: list[str] = []
        self._at = 0
        self._turns: dict[int, Turn] = {page.number: page.turn for page in pages}
        self._letters = _symbol_letters(pages)
        self.items: list[Line | Table] = []
        self.furniture: list[Furniture] = []
        self.spots: list[Spot] = []
        self.doubts: list[Doubt] = []
        self.guessed: list[Anchor] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def write(self, page: ReadPage, aside: dict[int, str]) -> None:
        """Write a page; `aside` gives the reason for lines that are furniture, by their place among the items."""
        for i, item in enumerate(page.items):
            if isinstance(item, PageGrid):
                if not item.is_continuation:
                    self._table(item)
            else:
                self._line(item, page.number, aside.get(i))

    def _put(self, value: str) -> None:
        self._parts.append(value)
        self._at += len(value)

    def _row(self, row: TextRow, page: int) -> tuple[int, int]:
        """Write the words of a line; their offsets."""
        start = self._at
        turn = self._turns[page]
        for i, word in enumerate(row.words):
            if i:
                self._put(" ")
            for glyph in word.glyphs:
                box = turn.delivered(glyph.x0, glyph.top, glyph.x1, glyph.bottom)
                self.spots.append(Spot(self._at, page, _rounded(box)))
                if glyph.readings:
                    self._doubt(glyph.readings, page, _rounded(box))
                self._put(glyph.text)
        return start, self._at

    def _doubt(self, readings: tuple[str, ...], page: int, box: Box) -> None:
        """Note a character of a figure that is not sure, with those of the same figure before it."""
        last = self.doubts[-1] if self.doubts else None
        if last is not None and last.readings is readings and last.anchor.end == self._at:
            start, around = last.anchor.start, last.anchor.bbox or box
            box = min(around[0], box[0]), min(around[1], box[1]), max(around[2], box[2]), max(around[3], box[3])
            self.doubts.pop()
        else:
            start = self._at
        anchor = Anchor(start=start, end=self._at + 1, page=page, bbox=box)
        self.doubts.append(Doubt(readings=readings, anchor=anchor))

    def _line(self, row: TextRow, page: int, reason: str | None) -> None:
        start, end = self._row(row, page)
        self._put("\n")
        text = fold(row.text, start).strip()
        box = _rounded(self._turns[page].delivered(row.x0, row.top, row.x1, row.bottom))
        if reason is not None or not text.value:
            anchor = Anchor(start=start, end=end, page=page, bbox=box)
            self.furniture.append(Furniture(reason=reason or "stray marks", anchor=anchor))
            return
        if row.is_banner:
            text = Text.join([Text("# ", ((0, start, 0),)), text], "")
        self.items.append(Line(None, start, end, 0, 2 * row.is_apart, text, page, row.is_wrap))

    def _table(self, grid: PageGrid) -> None:
        start = self._at
        caption = None
        if grid.caption is not None:
            caption = fold(grid.caption.text, self._row(grid.caption, grid.page)[0]).strip()
            self._put("\n")
        header = [self._cells(row, grid) for row in grid.rows[: grid.heads]]
        rows = [self._cells(row, grid) for row in grid.rows[grid.heads :]]
        for part in grid.continued:
            same = _repeated(grid, part)
            for row in part.rows[:same]:
                self._cells(row, part)
            rows.extend(self._cells(row, part) for row in part.rows[same:])
        box = _rounded(self._turns[grid.page].delivered(*grid.box))
        anchor = Anchor(start=start, end=self._at - 1, page=grid.page, bbox=box)
        if grid.is_guessed and grid.layout == "ocr":
            self.guessed.append(anchor)
        self.items.append(
            Table(layout=grid.layout, caption=caption, header=tuple(header), rows=tuple(rows), anchor=anchor)
        )

    def _cells(self, row: list[GridCell | None], grid: PageGrid) -> Row:
        """Write a row of a table, its cells parted by tabs."""
        cells = []
        for column, cell in enumerate(row):
            if column:
                self._put("\t")
            if cell is None:
                cells.append(Cell(text=Text("", ((0, self._at, 1),)), column=column))
                continue
            cells.append(
                Cell(
                    text=self._text(cell, grid.page),
                    column=column,
                    column_span=cell.column_span,
                    row_span=cell.row_span,
                )
            )
        self._put("\n")
        return Row(cells=tuple(cells))

    def _text(self, cell: GridCell, page: int) -> Text:
        """Write a cell; an item of a list inside of it begins behind a line feed, a wrapped line behind a space."""
        text = Text("", ((0, self._at, 1),))
        for i, line in enumerate(cell.lines):
            if i:
                self._put("\n")
            start, _ = self._row(line, page)
            folded = fold(line.text, start).strip()
            if not text.value:
                text = folded
            elif folded.value:
                found = opening(folded, self._letters)
                is_item = found.kind in _ITEMS and not counts_on(found.mark, [text])
                text = Text.join([text, folded], "\n" if is_item or _is_next(folded, text) else " ")
        return text


def _is_next(line: Text, text: Text) -> bool:
    """Whether a line goes on with a numbered list that a line of the text before it is an item of (1. …, 2. …)."""
    match = _NUMBERED.match(line.value)
    return match is not None and any(
        before[1] == str(int(match[1]) - 1) for before in map(_NUMBERED.match, text.value.split("\n")) if before
    )


def _symbol_letters(pages: list[ReadPage]) -> frozenset[str]:
    """Letters that stand for a mark of a symbol font: those that open several lines of the file."""
    seen = Counter(line.words[0].text for page in pages for item in page.items for line in _lines(item))
    return frozenset(letter for letter in vocab.marks().letters if seen[letter] > 1)


def _lines(item: TextRow | PageGrid) -> list[TextRow]:
    if isinstance(item, TextRow):
        return [item]
    return [line for row in item.rows for cell in row if cell for line in cell.lines]


def _repeated(grid: PageGrid, part: PageGrid) -> int:
    """How many rows of a continued table print the titles again."""
    same = 0
    while same < min(grid.heads, len(part.rows) - 1) and part.titles(same) == grid.titles(same):
        same += 1
    return same


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
