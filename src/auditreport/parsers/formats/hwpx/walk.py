"""The section parts of an HWPX file → paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from auditreport.parsers.formats.flow import Box, Grid, Para, Piece
from auditreport.parsers.formats.flow.numbering import Heads, Level
from auditreport.parsers.formats.flow.place import Place

_LEADER = " ····· "
_SIGNS = {"lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
# Elements that hold paragraphs of their own, outside of the line that anchors them.
_ASIDE = frozenset({"rect", "ellipse", "polygon", "curv", "arc", "container", "connectLine", "textart", "pic", "ole"})


class Walker:
    """Walks the sections of one file; numbers of lists run on from section to section."""

    def __init__(self, headers: Iterable[Any]) -> None:
        """Read the shapes that paragraphs refer to from the root elements of the header parts."""
        self._shapes: dict[str, tuple[str, str, int]] = {}
        numberings: dict[str, tuple[Level, ...]] = {}
        bullets: dict[str, str] = {}
        for header in headers:
            for element in header.iter():
                match _name(element):
                    case "paraPr":
                        self._shape(element)
                    case "numbering":
                        numberings[element.get("id", "")] = _levels(element)
                    case "bullet":
                        bullets[element.get("id", "")] = element.get("char", "")
        self._heads = Heads(numberings, bullets)
        self._outline = "1"

    def section(self, root: Any, number: int) -> list[Piece]:
        """The pieces of one section, `number` being its 1-based place."""
        out: list[Piece] = []
        paragraphs = (child for child in root if _name(child) == "p")
        for index, node in enumerate(paragraphs, 1):
            out.extend(self._paragraph(node, Place(f"section {number}, paragraph {index}")))
        return out

    def _shape(self, element: Any) -> None:
        for heading in element.iter():
            if _name(heading) == "heading":
                kind, key, level = heading.get("type", ""), heading.get("idRef", ""), heading.get("level", "0")
                self._shapes[element.get("id", "")] = (kind, key, int(level) if level.isdigit() else 0)
                return

    # -- paragraphs ---------------------------------------------------------------------------------------------

    def _paragraph(self, node: Any, place: Place, furniture: str | None = None) -> list[Piece]:
        words: list[str] = []
        out: list[Piece] = []
        behind: list[Piece] = []
        flushed = False
        for run in node:
            if _name(run) != "run":
                continue
            for child in run:
                match _name(child):
                    case "t":
                        _words(child, words)
                    case "tbl":
                        out.extend(self._text(words, node, place, furniture, headed=not flushed))
                        flushed = flushed or bool(words)
                        words = []
                        out.append(self._table(child, place.table()))
                    case "secPr":
                        self._outline = child.get("outlineShapeIDRef", self._outline)
                    case "compose":
                        words.append(child.get("composeText", ""))
                    case "ctrl":
                        behind.extend(self._control(child, place))
                    case name if name in _ASIDE:
                        behind.extend(self._all(child, place, None))
        if words or not out:
            out.extend(self._text(words, node, place, furniture, headed=not flushed))
        return out + behind

    def _text(self, words: list[str], node: Any, place: Place, furniture: str | None, *, headed: bool) -> list[Piece]:
        value = "".join(words)
        head = self._head(node) if headed and value.strip() else ""
        return [Para(f"{head} {value}" if head else value, place.path, furniture)]

    def _head(self, node: Any) -> str:
        kind, key, level = self._shapes.get(node.get("paraPrIDRef", ""), ("NONE", "", 0))
        match kind:
            case "BULLET":
                return self._heads.bullet(key)
            case "NUMBER":
                return self._heads.number(key, level)
            case "OUTLINE":
                return self._heads.number(self._outline, level)
            case _:
                return ""

    def _control(self, control: Any, place: Place) -> list[Piece]:
        out: list[Piece] = []
        for child in control:
            match _name(child):
                case "header" | "footer":
                    out.extend(self._all(child, place, "running head"))
                case "footNote" | "endNote":
                    out.extend(self._all(child, place, None))
        return out

    def _all(self, node: Any, place: Place, furniture: str | None) -> list[Piece]:
        out: list[Piece] = []
        for child in node:
            if _name(child) == "p":
                out.extend(self._paragraph(child, place, furniture))
            else:
                out.extend(self._all(child, place, furniture))
        return out

    # -- tables -------------------------------------------------------------------------------------------------

    def _table(self, table: Any, path: str) -> Grid:
        grid = Grid([], path)
        for child in table:
            match _name(child):
                case "tr":
                    for row, cell in enumerate(child):
                        if _name(cell) == "tc":
                            grid.boxes.append(self._cell(cell, path, row))
                case "caption":
                    into = grid.below if child.get("side") == "BOTTOM" else grid.above
                    into.extend(self._all(child, Place(f"{path}, caption"), None))
        return grid

    def _cell(self, cell: Any, path: str, at: int) -> Box:
        box = Box(0, at)
        for child in cell:
            match _name(child):
                case "cellAddr":
                    box.row, box.column = _int(child, "rowAddr", 0), _int(child, "colAddr", 0)
                case "cellSpan":
                    box.row_span, box.column_span = _int(child, "rowSpan", 1), _int(child, "colSpan", 1)
        place = Place(f"{path}, row {box.row + 1}, column {box.column + 1}")
        for child in cell:
            if _name(child) == "subList":
                box.content.extend(self._all(child, place, None))
        return box


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _int(element: Any, attribute: str, least: int) -> int:
    value = element.get(attribute, "")
    return max(int(value), least) if value.isdigit() and len(value) < 10 else least


def _words(element: Any, words: list[str]) -> None:
    """The text of a `t` element with the signs that stand in it as elements."""
    words.append(element.text or "")
    for child in element:
        name = _name(child)
        if name == "tab":
            words.append(_LEADER if child.get("leader", "0") not in ("0", "NONE") else "\t")
        else:
            words.append(_SIGNS.get(name, ""))
        words.append(child.tail or "")


def _levels(numbering: Any) -> tuple[Level, ...]:
    heads = [child for child in numbering if _name(child) == "paraHead"]
    heads.sort(key=lambda head: _int(head, "level", 0))
    return tuple(Level(head.text or "", head.get("numFormat", "DIGIT"), _int(head, "start", 1)) for head in heads)
