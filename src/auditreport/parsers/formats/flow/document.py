"""Pieces of a structured file → `Document`: one text, blocks that count in it, and the place of each character."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from auditreport import vocab
from auditreport.parsers.formats.blocks.builder import build_blocks
from auditreport.parsers.formats.blocks.lines import Line
from auditreport.parsers.formats.flow.layout import Layout
from auditreport.parsers.formats.flow.pieces import Piece
from auditreport.parsers.formats.text import web
from auditreport.parsers.formats.text.reader import article_blocks
from auditreport.schemas import Block, Document, Furniture, Issue, Source


def assemble(
    pieces: Iterable[Piece],
    data: bytes,
    name: str,
    *,
    media_type: str,
    reader: str,
    encoding: str | None = None,
    issues: Iterable[Issue] = (),
) -> Document:
    """The document that the pieces of a file make.

    Args:
        pieces: paragraphs and tables in reading order.
        data: the file as received.
        name: what the user calls it.
        media_type: what the bytes are.
        reader: the reader's name.
        encoding: character encoding, where the file has one.
        issues: what the reader found, besides what laying out finds.
    """
    layout = Layout()
    layout.lay(pieces)
    blocks = blocks_of(layout)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        size=len(data),
        encoding=encoding,
        reader=reader,
        reader_version=vocab.version(),
    )
    return Document(
        source=source,
        blocks=tuple(blocks),
        issues=(*issues, *layout.issues),
        text=layout.text,
        spots=tuple(layout.spots),
    )


def blocks_of(layout: Layout) -> list[Block]:
    """The blocks of what was laid out; paragraphs of a structured file are never wrapped, so indents count."""
    lines = [item for item in layout.items if isinstance(item, Line)]
    page = web.find_article(lines) if len(lines) == len(layout.items) else None
    blocks = build_blocks(layout.items, markdown=True) if page is None else article_blocks(lines, page)
    if not layout.furniture:
        return blocks
    aside: list[Block] = [
        Furniture(reason=reason, anchor=layout.anchor(start, end)) for start, end, reason in layout.furniture
    ]
    return sorted([*blocks, *aside], key=lambda block: block.anchor.start)
