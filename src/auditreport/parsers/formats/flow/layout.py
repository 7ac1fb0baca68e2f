"""Pieces → the text that offsets count in, its lines and tables in order, and where each of them stands in the file."""

from __future__ import annotations

from collections.abc import Iterable

from auditreport.parsers.formats.blocks.banners import is_banner
from auditreport.parsers.formats.blocks.lines import Line, fold
from auditreport.parsers.formats.blocks.openings import opening
from auditreport.parsers.formats.flow.headers import header_rows
from auditreport.parsers.formats.flow.pieces import Box, Grid, Para, Piece, own_text
from auditreport.parsers.formats.flow.square import Slot, Square, TooLargeError, square
from auditreport.schemas import Anchor, Cell, Issue, Row, Spot, Table, Text

_CAPTIONS = frozenset("([<〈【*※")
# Lines of no more syllables than this, with nothing but Hangul in them, are parts of a broken word.
_SCRAP = 4


class Layout:
    """The text written so far, with its lines, tables, furniture and places."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._parts: list[str] = []
        self._at = 0
        self._gap = 0
        self.items: list[Line | Table] = []
        self.furniture: list[tuple[int, int, str]] = []
        self.spots: list[Spot] = []
        self.issues: list[Issue] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def anchor(self, start: int, end: int, path: str | None = None) -> Anchor:
        """The place of the characters `start:end`."""
        return Anchor(start=start, end=end, path=path)

    def lay(self, pieces: Iterable[Piece]) -> None:
        """Write paragraphs and tables in order."""
        for piece in pieces:
            if isinstance(piece, Para):
                self._para(piece)
            else:
                self._grid(piece)

    # -- paragraphs ---------------------------------------------------------------------------------------------

    def _write(self, value: str, path: str) -> int:
        """Write one line; its offset."""
        start = self._at
        self.spots.append(Spot(start, path=path))
        self._parts.append(value + "\n")
        self._at += len(value) + 1
        return start

    def _para(self, para: Para) -> None:
        for value in para.text.split("\n"):
            if not value.strip():
                self._gap += 1
                continue
            start = self._write(value, para.path)
            end = start + len(value)
            folded = fold(value, start)
            text = folded.strip()
            if not text.value:
                continue
            if para.furniture is not None:
                self.furniture.append((start, end, para.furniture))
                continue
            indent = para.indent + len(folded.value) - len(folded.value.lstrip())
            if para.sign and _takes(para.sign, text):
                text = Text.join([Text(f"{para.sign} ", ((0, start, 0),)), text], "")
            self.items.append(Line(None, start, end, indent, self._gap, text))
            self._gap = 0

    # -- tables -------------------------------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> None:
        self.lay(grid.above)
        try:
            laid = square(grid)
        except TooLargeError as error:
            self._issue("table-too-large", "A table claims more cells than a report can have", str(error), grid)
            self._flow(grid.boxes)
            self.lay(grid.below)
            return
        if laid.overlaps:
            self._issue("table-overlap", "Cells of a table claim the same place", f"{laid.overlaps} places", grid)
        if laid.columns <= 1 or not laid.rows:
            self._flow(grid.boxes)
        else:
            self._table(grid, laid)
        self.lay(grid.below)

    def _flow(self, boxes: list[Box]) -> None:
        """A table that only draws a box around its content: lines as if they stood outside."""
        for box in sorted(boxes, key=lambda box: (box.row, box.column)):
            self.lay(box.content)

    def _table(self, grid: Grid, laid: Square) -> None:
        texts = [" ".join(" ".join(_lines(slot.box)).split()) for slot in laid.rows[0]]
        if len(laid.rows) == 1 and is_banner(texts):
            path = f"{grid.path}, row {laid.rows[0][0].box.row + 1}"
            self._para(Para(" ".join(texts), path, sign="#"))
            self._nested(grid)
            return
        for box in laid.above:
            self.lay(own_text(box.content))
        self.items.append(self._build(laid.rows, laid.columns, grid))
        self._gap = 0
        for box in laid.below:
            self.lay(own_text(box.content))
        self._nested(grid)

    def _nested(self, grid: Grid) -> None:
        """Tables inside of cells come as tables of their own behind the one that holds them."""
        for box in grid.boxes:
            self.lay(piece for piece in box.content if isinstance(piece, Grid))

    def _build(self, rows: list[list[Slot]], columns: int, grid: Grid) -> Table:
        start = self._at
        nothing: list[list[Cell | None]] = [[None] * columns for _ in rows]
        for r, row in enumerate(rows):
            for slot in row:
                nothing[r][slot.column] = Cell(
                    text=self._cell(slot.box, grid.path),
                    column=slot.column,
                    column_span=min(slot.column_span, columns - slot.column),
                    row_span=min(slot.row_span, len(rows) - r),
                )
            self._parts.append("\n")
            self._at += 1
        filled = [
            Row(cells=tuple(cell or Cell(text=Text("", ((0, start, 1),)), column=c) for c, cell in enumerate(row)))
            for row in nothing
        ]
        heads = header_rows(filled, rows)
        anchor = self.anchor(start, max(self._at - 1, start), grid.path)
        return Table(layout="cell", header=tuple(filled[:heads]), rows=tuple(filled[heads:]), anchor=anchor)

    def _cell(self, box: Box, table: str) -> Text:
        """Write a cell; its lines are parted by line feeds."""
        path = f"{table}, row {box.row + 1}, column {box.column + 1}"
        self.spots.append(Spot(self._at, path=path))
        parts = []
        for value in _lines(box):
            parts.append(fold(value, self._at).strip())
            self._parts.append(value + "\t")
            self._at += len(value) + 1
        kept = [part for part in parts if part.value]
        return Text.join(kept, "" if all(_is_scrap(part.value) for part in kept) else "\n")

    def _issue(self, code: str, message: str, detail: str, grid: Grid) -> None:
        anchor = self.anchor(self._at, self._at, grid.path)
        self.issues.append(Issue(code=code, severity="warning", message=message, detail=detail, anchor=anchor))


def _takes(sign: str, text: Text) -> bool:
    """Whether a line shows the sign that the file gives it: an item that has a mark or is a caption does not."""
    return sign == "#" or (text.value[0] not in _CAPTIONS and opening(text, frozenset()).kind == "none")


def _is_scrap(value: str) -> bool:
    """Whether a line is a part of one compound word that was broken to fit a narrow cell."""
    return len(value) <= _SCRAP and all(0xAC00 <= ord(char) <= 0xD7A3 for char in value)


def _lines(box: Box) -> list[str]:
    return [line for para in own_text(box.content) for line in para.text.split("\n") if line.strip()]
