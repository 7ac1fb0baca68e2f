"""A scraped text of any dialect → `Document`: page dumps, Markdown-like dumps, text out of PDFs, web pages."""

from __future__ import annotations

import hashlib

from auditreport import vocab
from auditreport.parsers.formats.blocks.builder import build_blocks
from auditreport.parsers.formats.blocks.contents_line import is_contents
from auditreport.parsers.formats.blocks.lines import Line, read_lines
from auditreport.parsers.formats.text import marked, web
from auditreport.parsers.formats.text.decode import decode
from auditreport.schemas import Anchor, Block, Document, Furniture, Heading, Paragraph, Source, Table


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a text file.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the bytes are empty or no text.
    """
    text, encoding = decode(data, name)
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        size=len(data),
        encoding=encoding,
        reader="text",
        reader_version=vocab.version(),
    )
    return Document(source=source, blocks=tuple(_blocks(text)), text=text)


def _blocks(text: str) -> list[Block]:
    lines = read_lines(text)
    page = web.find_article(lines)
    if page is not None:
        return article_blocks(lines, page)
    tabbed = any("\t" in line.value for line in lines)
    markdown = tabbed or any(line.value.startswith("#") and line.value.lstrip("#")[:1] == " " for line in lines)
    return build_blocks(_with_tables(lines, text), markdown)


def _with_tables(lines: list[Line], text: str) -> list[Line | Table]:
    """The lines, with runs of tab or pipe rows as tables."""
    out: list[Line | Table] = []
    at = 0
    while at < len(lines):
        if marked.is_row(lines[at]) and not is_contents(lines[at].text):
            stop, table = marked.region(lines, at, text)
            if table is not None and stop > at:
                out.append(table)
                at = stop
                continue
        out.append(lines[at])
        at += 1
    return out


def article_blocks(lines: list[Line], page: web.Page) -> list[Block]:
    """The blocks of a press article (보도자료): its headline and sentences; all else is navigation."""
    out: list[Block] = []
    for i, line in enumerate(lines):
        anchor = Anchor(start=line.start, end=line.end, line=line.number)
        dated = i == page.start - 1 and vocab.pattern("press_date").search(line.value)
        if i == page.headline:
            out.append(Heading(text=line.text, level=1, number=None, anchor=anchor))
        elif page.start <= i < page.stop or dated:
            out.append(Paragraph(text=line.text, anchor=anchor))
        else:
            out.append(Furniture(reason="site navigation", anchor=anchor))
    return out
