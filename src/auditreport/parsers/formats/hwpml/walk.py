"""The sections of an HWPML file → paragraphs and tables in reading order."""

from __future__ import annotations

import re
from typing import Any

from auditreport.parsers.formats.flow import Box, Grid, Para, Piece
from auditreport.parsers.formats.flow.numbering import Heads, Level
from auditreport.parsers.formats.flow.place import Place

_SIGNS = {"LINEBREAK": "\n", "TAB": "\t", "NBSPACE": " ", "FWSPACE": " ", "HYPEN": "-", "HYPHEN": "-"}
_RUNNING = frozenset({"HEADER", "FOOTER"})
_SILENT = frozenset({"SECDEF", "COLDEF", "HIDDENCOMMENT"})
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Walker:
    """Walks the sections of one file; numbers of lists run on from section to section."""

    def __init__(self, root: Any) -> None:
        """Read the shapes that paragraphs refer to."""
        self._shapes = {shape.get("Id"): shape for shape in root.iterfind("HEAD/MAPPINGTABLE/PARASHAPELIST/PARASHAPE")}
        numberings = {
            numbering.get("Id", ""): tuple(
                Level(head.text or "", _HUMP.sub("_", head.get("NumFormat", "Digit")).upper(), _int(head, "Start", 1))
                for head in sorted(numbering.iterfind("PARAHEAD"), key=lambda head: _int(head, "Level", 1))
            )
            for numbering in root.iter("NUMBERING")
        }
        bullets = {bullet.get("Id", ""): bullet.get("Char", "") for bullet in root.iter("BULLET")}
        self._heads = Heads(numberings, bullets)
        self._outline = "1"

    def section(self, section: Any, number: int) -> list[Piece]:
        """The pieces of one section, `number` being its 1-based place."""
        for shape in section.iter("SECDEF"):
            self._outline = shape.get("OutlineShape", self._outline)
        out: list[Piece] = []
        for index, node in enumerate(section.iterfind("P"), 1):
            out.extend(self._paragraph(node, Place(f"section {number}, paragraph {index}"), None))
        return out

    def _paragraph(self, node: Any, place: Place, furniture: str | None) -> list[Piece]:
        words: list[str] = []
        out: list[Piece] = []
        behind: list[Piece] = []
        head = self._head(node)
        for child in (child for text in node.iterfind("TEXT") for child in text):
            if child.tag == "CHAR":
                _words(child, words)
            elif child.tag == "TABLE":
                if "".join(words).strip():
                    out.append(Para(head + "".join(words), place.path, furniture))
                    words, head = [], ""
                out.append(self._table(child, place.table()))
            elif child.tag not in _SILENT:
                behind.extend(self._all(child, place, "running head" if child.tag in _RUNNING else None))
        if words or not out:
            value = "".join(words)
            out.append(Para(head + value if value.strip() else value, place.path, furniture))
        return out + behind

    def _head(self, node: Any) -> str:
        shape = self._shapes.get(node.get("ParaShape"))
        if shape is None or not any((child.text or "").strip() for child in node.iter("CHAR")):
            return ""
        key, level = shape.get("Heading", ""), _int(shape, "Level", 0)
        match shape.get("HeadingType"):
            case "Bullet":
                head = self._heads.bullet(key)
            case "Number":
                head = self._heads.number(key, level)
            case "Outline":
                head = self._heads.number(self._outline, level)
            case _:
                head = ""
        return f"{head} " if head else ""

    def _all(self, node: Any, place: Place, furniture: str | None) -> list[Piece]:
        out: list[Piece] = []
        for child in node:
            if child.tag == "P":
                out.extend(self._paragraph(child, place, furniture))
            elif isinstance(child.tag, str):
                out.extend(self._all(child, place, furniture))
        return out

    def _table(self, table: Any, path: str) -> Grid:
        grid = Grid([], path)
        for caption in table.iterfind("SHAPEOBJECT/CAPTION"):
            into = grid.below if caption.get("Side") == "Bottom" else grid.above
            into.extend(self._all(caption, Place(f"{path}, caption"), None))
        for cell in table.iterfind("ROW/CELL"):
            box = Box(
                _int(cell, "RowAddr", 0), _int(cell, "ColAddr", 0), _int(cell, "RowSpan", 1), _int(cell, "ColSpan", 1)
            )
            place = Place(f"{path}, row {box.row + 1}, column {box.column + 1}")
            box.content = self._all(cell, place, None)
            grid.boxes.append(box)
        return grid


def _words(char: Any, words: list[str]) -> None:
    """The text of a `CHAR` element with the signs that stand in it as elements."""
    words.append(char.text or "")
    for child in char:
        words.append(_SIGNS.get(child.tag, ""))
        words.append(child.tail or "")


def _int(element: Any, attribute: str, least: int) -> int:
    value = element.get(attribute, "")
    return max(int(value), least) if value.isdigit() and len(value) < 10 else least
