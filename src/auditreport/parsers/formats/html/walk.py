"""The elements of a web page → paragraphs and tables in reading order."""

from __future__ import annotations

import re
from typing import Any

from auditreport.parsers.formats.flow import Box, Grid, Para, Piece
from auditreport.parsers.formats.flow.square import MAX_COLUMNS, MAX_SLOTS
from auditreport.parsers.formats.html.furniture import main_part, reason

_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"}
    | {"ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong"}
    | {"sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_SILENT = frozenset({"script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ROWS = 2_000


class Walker:
    """Walks the body of one page."""

    def __init__(self, body: Any) -> None:
        """Look for the part that the page marks as its content."""
        self._main = main_part(body)
        self._body = body
        self._out: list[Piece] = []
        self._words: list[str] = []
        self._paragraphs = 0
        self._tables = 0
        self._sign = ""
        self._lists = 0
        self._path: str | None = None

    def pieces(self) -> list[Piece]:
        """The pieces of the page."""
        self._children(self._body, None if self._main is None else "site navigation")
        self._flush(None)
        return self._out

    def _flush(self, aside: str | None) -> None:
        value = "\n".join(part.strip() for part in "".join(self._words).split("\n"))
        self._words = []
        if not value.strip():
            return
        self._paragraphs += 1
        path = self._path or f"paragraph {self._paragraphs}"
        self._out.append(Para(value, path, aside, self._sign, 2 * max(self._lists - 1, 0)))
        self._sign = ""

    def _children(self, element: Any, aside: str | None) -> None:
        self._word(element.text, element)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, aside)
            self._word(child.tail, element)

    def _word(self, value: str | None, parent: Any) -> None:
        if value:
            self._words.append(value if parent.tag == "pre" else _SPACE.sub(" ", value))

    def _element(self, element: Any, aside: str | None) -> None:
        tag = element.tag
        if tag in _SILENT:
            return
        if tag == "br":
            self._words.append("\n")
            return
        if element is self._main:
            self._flush(aside)
            self._children(element, None)
            self._flush(None)
            return
        if tag in _INLINE:
            self._children(element, aside)
            return
        self._flush(aside)
        inner = aside or reason(element, self._main)
        if inner == "site navigation" and self._main is not None and _holds(element, self._main):
            inner = aside
        if tag == "table" and not is_layout(element):
            self._table(element, inner)
        elif tag in _HEADINGS or tag == "li":
            before = self._sign
            # An item that holds a table is the heading of it.
            self._sign = "#" if tag != "li" or next(element.iter("table"), None) is not None else "·"
            self._children(element, inner)
            self._flush(inner)
            self._sign = before
        else:
            self._lists += tag in _LISTS
            self._children(element, inner)
            self._flush(inner)
            self._lists -= tag in _LISTS
        self._flush(inner)

    # -- tables -------------------------------------------------------------------------------------------------

    def _table(self, table: Any, aside: str | None) -> None:
        if aside is not None:
            self._children(table, aside)
            self._flush(aside)
            return
        self._tables += 1
        number = self._tables
        grid = Grid([], f"table {number}")
        caption = next((child for child in table if child.tag == "caption"), None)
        if caption is not None:
            grid.above = self._inside(caption, f"table {number}, caption")
        taken: set[tuple[int, int]] = set()
        rows = [row for row in table.iter("tr") if _owner(row) is table]
        for r, row in enumerate(rows[:_ROWS]):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            heads = row.getparent().tag == "thead" or all(cell.tag == "th" for cell in cells)
            column = 0
            for cell in cells:
                while (r, column) in taken:
                    column += 1
                down, across = _span(cell, "rowspan", len(rows) - r), _span(cell, "colspan", MAX_COLUMNS)
                # Cells that span more places than any table has are no cells of a report.
                box = Box(r, column, down, across) if len(taken) + down * across <= MAX_SLOTS else Box(r, column)
                taken.update(
                    (r + below, column + right) for below in range(box.row_span) for right in range(box.column_span)
                )
                box.heads = heads
                path = f"table {number}, row {r + 1}, column {column + 1}"
                box.content = self._inside(cell, path)
                grid.boxes.append(box)
                column += box.column_span
        self._out.append(grid)

    def _inside(self, element: Any, path: str) -> list[Piece]:
        """The pieces of a cell or caption."""
        kept = self._out, self._words, self._sign, self._lists, self._path
        self._out, self._words, self._sign, self._lists, self._path = [], [], "", 0, path
        self._children(element, None)
        self._flush(None)
        inside = self._out
        self._out, self._words, self._sign, self._lists, self._path = kept
        return inside


def is_layout(table: Any) -> bool:
    """Whether a table only sets the page: it names no columns and holds other tables or headings."""
    if next(table.iter("th"), None) is not None or table.find("caption") is not None:
        return bool(table.get("role") == "presentation")
    held = sum(1 for _ in table.iter("table")) - 1
    return held > 0 or any(next(table.iter(tag), None) is not None for tag in _HEADINGS)


def _owner(row: Any) -> Any:
    return next((up for up in row.iterancestors() if up.tag == "table"), None)


def _holds(element: Any, main: Any) -> bool:
    return any(up is element for up in main.iterancestors())


def _span(cell: Any, attribute: str, most: int) -> int:
    """A span as stated, at least 1 and at most what the table has; 0 rows mean all that follow."""
    value = (cell.get(attribute) or "1").strip()
    if not value.isdigit() or len(value) > 9:
        return 1
    number = int(value)
    if number == 0 and attribute == "rowspan":
        return most
    return min(max(number, 1), most)
