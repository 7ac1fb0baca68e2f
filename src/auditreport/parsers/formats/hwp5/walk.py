"""The records of an HWP 5 file → paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hwp5.binmodel import Bullet, ListHeader, Numbering, Paragraph, ParaShape, ParaText, TableCaption, TableCell
from hwp5.binmodel.controlchar import ControlChar
from hwp5.binmodel.controls._shared import Control
from hwp5.binmodel.controls.gshape_object_control import GShapeObjectControl
from hwp5.binmodel.controls.header_footer import HeaderFooter
from hwp5.binmodel.controls.note import Note
from hwp5.binmodel.controls.section_def import SectionDef
from hwp5.binmodel.controls.table_control import TableControl
from hwp5.binmodel.controls.tcps_control import TCPSControl

from auditreport.parsers.formats.flow import Box, Grid, Para, Piece
from auditreport.parsers.formats.flow.numbering import KINDS, Heads, Level
from auditreport.parsers.formats.flow.place import Place
from auditreport.parsers.formats.hwp5.records import Node

_BOTTOM: Any = TableCaption.Position.BOTTOM
_LEADER = " ····· "
_SIGNS = {0x0A: "\n", 0x18: "-", 0x1E: " ", 0x1F: " "}


class Walker:
    """Walks the sections of one file; numbers of lists run on from section to section."""

    def __init__(self, shapes: Iterable[Node]) -> None:
        """Read the shapes that paragraphs refer to."""
        shapes = list(shapes)
        self._shapes = [node.content for node in shapes if node.model is ParaShape]
        numberings = [node.content for node in shapes if node.model is Numbering]
        bullets = [node.content for node in shapes if node.model is Bullet]
        self._heads = Heads(
            {str(i): _levels(content) for i, content in enumerate(numberings, 1)},
            {str(i): chr(content["char"]) for i, content in enumerate(bullets, 1)},
        )
        self._outline = "1"

    def section(self, nodes: Iterable[Node], number: int) -> list[Piece]:
        """The pieces of one section, `number` being its 1-based place."""
        out: list[Piece] = []
        paragraphs = (node for node in nodes if node.model is Paragraph)
        for index, node in enumerate(paragraphs, 1):
            out.extend(self._paragraph(node, Place(f"section {number}, paragraph {index}")))
        return out

    def _paragraph(self, node: Node, place: Place, furniture: str | None = None) -> list[Piece]:
        controls = iter([child for child in node.children if issubclass(child.model, Control)])
        words: list[str] = []
        out: list[Piece] = []
        behind: list[Piece] = []
        flushed = False
        for chunk in _chunks(node):
            if isinstance(chunk, str):
                words.append(chunk)
                continue
            code = chunk["code"]
            if code == 0x09:
                words.append(_LEADER if chunk["param"]["unknown0"] else "\t")
            elif ControlChar.get_kind_by_code(code) is ControlChar.EXTENDED:
                control = next(controls, None)
                if control is None:
                    continue
                if control.model is SectionDef:
                    self._outline = str(control.content.get("numbering_shape_id", self._outline))
                elif control.model is TCPSControl:
                    words.append(str(control.content.get("textlength", "")))
                elif control.model is TableControl:
                    out.extend(self._text(words, node, place, furniture, headed=not flushed))
                    flushed = flushed or bool(words)
                    words = []
                    out.append(self._table(control, place.table()))
                else:
                    behind.extend(self._aside(control, place))
            else:
                words.append(_SIGNS.get(code, ""))
        if words or not out:
            out.extend(self._text(words, node, place, furniture, headed=not flushed))
        # Some writers leave out the sign that anchors a control in the text.
        for control in controls:
            if control.model is TableControl:
                out.append(self._table(control, place.table()))
            else:
                behind.extend(self._aside(control, place))
        return out + behind

    def _text(self, words: list[str], node: Node, place: Place, furniture: str | None, *, headed: bool) -> list[Piece]:
        value = "".join(words)
        head = self._head(node) if headed and value.strip() else ""
        return [Para(f"{head} {value}" if head else value, place.path, furniture)]

    def _head(self, node: Node) -> str:
        at = node.content["parashape_id"]
        if at >= len(self._shapes):
            return ""
        shape = self._shapes[at]
        flags = shape["parashapeflags"]
        key = str(shape["numbering_bullet_id"])
        match flags.head_shape:
            case ParaShape.HeadShape.BULLET:
                return self._heads.bullet(key)
            case ParaShape.HeadShape.NUMBER:
                return self._heads.number(key, flags.level)
            case ParaShape.HeadShape.OUTLINE:
                return self._heads.number(self._outline, flags.level)
            case _:
                return ""

    # -- controls -----------------------------------------------------------------------------------------------

    def _aside(self, control: Node, place: Place) -> list[Piece]:
        """What stands outside of the line that anchors it: text boxes and notes behind it, running heads aside."""
        if issubclass(control.model, HeaderFooter):
            return self._all(control, place, "running head")
        if issubclass(control.model, Note | GShapeObjectControl):
            return self._all(control, place, None)
        return []

    def _all(self, node: Node, place: Place, furniture: str | None) -> list[Piece]:
        out: list[Piece] = []
        for paragraph in _paragraphs(node):
            out.extend(self._paragraph(paragraph, place, furniture))
        return out

    def _table(self, control: Node, path: str) -> Grid:
        grid = Grid([], path)
        into: list[Piece] = []
        place = Place(path)
        for child in control.children:
            content = child.content
            if child.model is TableCell:
                box = Box(content["row"], content["col"], max(content["rowspan"], 1), max(content["colspan"], 1))
                grid.boxes.append(box)
                into = box.content
                place = Place(f"{path}, row {box.row + 1}, column {box.column + 1}")
            elif issubclass(child.model, ListHeader):
                into = grid.above
                if child.model is TableCaption and content["flags"].position == _BOTTOM:
                    into = grid.below
                place = Place(f"{path}, caption")
            elif child.model is Paragraph:
                into.extend(self._paragraph(child, place))
        return grid


def _chunks(node: Node) -> Iterator[Any]:
    for child in node.children:
        if child.model is ParaText:
            for _, chunk in child.content["chunks"]:
                yield chunk


def _paragraphs(node: Node) -> Iterator[Node]:
    """The outermost paragraphs below a record."""
    for child in node.children:
        if child.model is Paragraph:
            yield child
        else:
            yield from _paragraphs(child)


def _levels(content: dict[str, Any]) -> tuple[Level, ...]:
    """The levels of a numbering; bits 5 to 8 of the flags hold the number format, which pyhwp leaves undecoded."""
    out = []
    for level in content["levels"]:
        kind = (int(level["flags"]) >> 5) & 0xF
        out.append(Level(level["numbering_format"], KINDS[kind] if kind < len(KINDS) else KINDS[0]))
    return tuple(out)
