"""A document with its report and facts → the object that `parse --format json` and `jsonl` print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from auditreport.printable import json_safe
from auditreport.schemas import (
    Block,
    Bullet,
    Cell,
    Document,
    Fact,
    Furniture,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
    Text,
    Unparsed,
)
from auditreport.schemas.output import (
    ParsedDocument,
    PlacedBlock,
    PlacedBullet,
    PlacedCell,
    PlacedFurniture,
    PlacedHeading,
    PlacedParagraph,
    PlacedRow,
    PlacedTable,
    PlacedText,
    PlacedUnparsed,
)


def parsed_document(document: Document, report: Report, facts: Sequence[Fact]) -> ParsedDocument:
    """All that is known of one input, every block with its place."""
    return ParsedDocument(
        source=document.source,
        meta=report.meta,
        contents=report.contents,
        teams=report.teams,
        programmes=report.programmes,
        blocks=tuple(placed_block(block) for block in document.blocks),
        facts=tuple(facts),
        issues=(*document.issues, *report.issues),
    )


def parsed_json(document: Document, report: Report, facts: Sequence[Fact]) -> str:
    """The same as one line of JSON, without line end."""
    return json_safe(parsed_document(document, report, facts).model_dump_json())


def placed_block(block: Block) -> PlacedBlock:
    """A block with its place beside its words."""
    place = block.anchor.model_dump()
    match block:
        case Heading(text=text, level=level, number=number):
            return PlacedHeading(**place, number=number, level=level, text=text.value)
        case Paragraph(text=text):
            return PlacedParagraph(**place, text=text.value)
        case Bullet(mark=mark, depth=depth, text=text):
            return PlacedBullet(**place, mark=mark, depth=depth, text=text.value)
        case Table():
            return _table(block, place)
        case Furniture(reason=reason):
            return PlacedFurniture(**place, reason=reason)
        case Unparsed():
            return PlacedUnparsed(**place)
        case _:
            assert_never(block)


def _table(table: Table, place: dict[str, Any]) -> PlacedTable:
    return PlacedTable(
        **place,
        layout=table.layout,
        caption=None if table.caption is None else PlacedText(**_place(table.caption)),
        header=tuple(_row(row) for row in table.header),
        rows=tuple(_row(row) for row in table.rows),
    )


def _row(row: Row) -> PlacedRow:
    return PlacedRow(line=row.line, cells=tuple(_cell(cell) for cell in row.cells))


def _cell(cell: Cell) -> PlacedCell:
    return PlacedCell(**_place(cell.text), column=cell.column, column_span=cell.column_span, row_span=cell.row_span)


def _place(text: Text) -> dict[str, Any]:
    start, end = text.span(0, len(text)) if text.value else (None, None)
    return {"text": text.value, "start": start, "end": end}
