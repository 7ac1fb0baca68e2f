"""Records of an HWP 5 file, as pyhwp decodes them, in reading order."""

from __future__ import annotations

from typing import Any

import pytest
from hwp5.binmodel import Bullet, ListHeader, Paragraph, ParaShape, ParaText, TableBody, TableCaption, TableCell
from hwp5.binmodel.controls.gshape_object_control import GShapeObjectControl
from hwp5.binmodel.controls.header_footer import Header
from hwp5.binmodel.controls.note import FootNote
from hwp5.binmodel.controls.table_control import TableControl
from hwp5.binmodel.tagid60_shape_component import ShapeComponent

from auditreport.parsers.formats.flow import Grid, Para
from auditreport.parsers.formats.flow.pieces import Piece
from auditreport.parsers.formats.hwp5.records import Node
from auditreport.parsers.formats.hwp5.walk import Walker

CONTROL = {"code": 0x0B, "chid": "gso "}


def paragraph(*chunks: str | dict[str, Any], controls: tuple[Node, ...] = (), shape: int = 0) -> Node:
    text = Node(ParaText, {"chunks": [((0, 0), chunk) for chunk in chunks]})
    return Node(Paragraph, {"parashape_id": shape}, [text, *controls])


def cell(row: int, column: int, text: str, *spans: int) -> list[Node]:
    down, right = spans or (1, 1)
    head = Node(TableCell, {"row": row, "col": column, "rowspan": down, "colspan": right})
    return [head, paragraph(text, {"code": 13})]


def table(*cells: list[Node], before: tuple[Node, ...] = ()) -> Node:
    return Node(TableControl, {}, [*before, Node(TableBody, {}), *(node for one in cells for node in one)])


def walk(*nodes: Node, shapes: tuple[Node, ...] = ()) -> list[Piece]:
    return Walker(shapes).section(nodes, 1)


def test_signs_of_a_line_become_characters() -> None:
    tab = {"code": 9, "param": {"unknown0": 0}}
    leader = {"code": 9, "param": {"unknown0": 3}}
    [piece] = walk(paragraph("가", tab, "나", {"code": 10}, "다", {"code": 31}, "라", {"code": 24}, "마", leader, "7"))
    assert isinstance(piece, Para)
    assert piece.text == "가\t나\n다 라-마 ····· 7"
    assert piece.path == "section 1, paragraph 1"


def test_table_stands_between_the_words_around_it() -> None:
    inner = table(cell(0, 0, "정원", 2, 1), cell(0, 1, "22"))
    before, grid, after = walk(paragraph("앞", CONTROL, "뒤", controls=(inner,)))
    assert isinstance(before, Para)
    assert isinstance(after, Para)
    assert isinstance(grid, Grid)
    assert (before.text, after.text) == ("앞", "뒤")
    assert grid.path == "section 1, paragraph 1, table 1"
    assert [(box.row, box.column, box.row_span, box.column_span) for box in grid.boxes] == [(0, 0, 2, 1), (0, 1, 1, 1)]
    first = grid.boxes[0].content[0]
    assert isinstance(first, Para)
    assert first.path == "section 1, paragraph 1, table 1, row 1, column 1"


def test_table_without_its_sign_in_the_text_is_not_lost() -> None:
    pieces = walk(paragraph("앞", controls=(table(cell(0, 0, "정원")),)))
    assert [type(piece) for piece in pieces] == [Para, Grid]


@pytest.mark.parametrize(("position", "where"), [("TOP", "above"), ("LEFT", "above"), ("BOTTOM", "below")])
def test_caption_stands_where_its_table_has_it(position: str, where: str) -> None:
    class Flags:
        pass

    flags = Flags()
    flags.position = getattr(TableCaption.Position, position)  # type: ignore[attr-defined]
    caption = (Node(TableCaption, {"flags": flags}), paragraph("(단위 : 명)"))
    pieces = walk(paragraph(CONTROL, controls=(table(cell(0, 0, "정원"), before=caption),)))
    [grid] = [piece for piece in pieces if isinstance(piece, Grid)]
    [text] = getattr(grid, where)
    assert text.text == "(단위 : 명)"


def test_text_boxes_and_notes_follow_their_line_and_running_heads_are_set_aside() -> None:
    box = Node(GShapeObjectControl, {}, [Node(ShapeComponent, {}, [Node(ListHeader, {}), paragraph("글상자")])])
    note = Node(FootNote, {}, [Node(ListHeader, {}), paragraph("각주")])
    head = Node(Header, {}, [Node(ListHeader, {}), paragraph("머리말")])
    pieces = walk(
        paragraph(
            CONTROL, "본문", {"code": 0x11, "chid": "fn  "}, {"code": 0x10, "chid": "head"}, controls=(box, note, head)
        )
    )
    assert [(piece.text, piece.furniture) for piece in pieces if isinstance(piece, Para)] == [
        ("본문", None),
        ("글상자", None),
        ("각주", None),
        ("머리말", "running head"),
    ]


def test_bullet_comes_out_as_its_sign_and_not_as_its_code() -> None:
    class Flags:
        head_shape = ParaShape.HeadShape.BULLET  # type: ignore[attr-defined]
        level = 0

    shapes = (
        Node(ParaShape, {"parashapeflags": Flags(), "numbering_bullet_id": 1}),
        Node(Bullet, {"char": ord("-")}),
    )
    [piece] = walk(paragraph("직권조사"), shapes=shapes)
    assert isinstance(piece, Para)
    assert piece.text == "- 직권조사"
