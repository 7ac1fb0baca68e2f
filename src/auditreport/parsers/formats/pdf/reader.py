"""A PDF file → `Document`."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pdfplumber
from pdfplumber.utils.exceptions import PdfminerException

from auditreport import vocab
from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.blocks.builder import build_blocks
from auditreport.parsers.formats.pdf.furniture import find_furniture, join_tables
from auditreport.parsers.formats.pdf.gate import check
from auditreport.parsers.formats.pdf.pages import ReadPage, read_page
from auditreport.parsers.formats.pdf.scans import doubtful, read_scans, unruled
from auditreport.parsers.formats.pdf.wraps import mark_wraps
from auditreport.parsers.formats.pdf.writer import Writer
from auditreport.schemas import Anchor, Block, Document, Issue, Source


def read(data: bytes, name: str, password: str | None = None) -> Document:
    """Read the bytes of a PDF file.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.
        password: opens it if it is locked.

    Raises:
        UnreadableInput: it needs a password, is damaged, has no page, or unfolds beyond all measure.
    """
    check(data, name, password)
    pages = _pages(data, name, password)
    missing = read_scans(data, pages, password)
    aside = find_furniture(pages)
    join_tables(pages, aside)
    mark_wraps(pages, aside)
    writer = Writer(pages)
    for page, lines in zip(pages, aside, strict=True):
        writer.write(page, lines)
    blocks: list[Block] = [*build_blocks(writer.items), *writer.furniture]
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        size=len(data),
        reader="pdf",
        reader_version=vocab.version(),
    )
    return Document(
        source=source,
        blocks=tuple(sorted(blocks, key=lambda block: block.anchor.start)),
        issues=(*_issues(pages, missing), *unruled(writer.guessed), *doubtful(writer.doubts)),
        text=writer.text,
        spots=tuple(writer.spots),
        scanned=tuple(page.number for page in pages if page.is_scan),
        doubts=tuple(writer.doubts),
    )


def _pages(data: bytes, name: str, password: str | None) -> list[ReadPage]:
    out = []
    try:
        with pdfplumber.open(BytesIO(data), password=password) as pdf:
            for page in pdf.pages:
                out.append(read_page(page))
                page.close()
    except (PdfminerException, RecursionError, ValueError, KeyError, TypeError, IndexError) as error:
        where = f"page {len(out) + 1} of the PDF" if out else "the PDF"
        raise UnreadableInput(name, f"{where} is damaged", "fetch the file again, or print it to a new PDF") from error
    return out


def _issues(pages: list[ReadPage], missing: str) -> list[Issue]:
    out = []
    for page in pages:
        anchor = Anchor(start=0, end=0, page=page.number)
        if page.is_picture:
            out.append(Issue(code="scanned-page", severity="warning", message=missing, anchor=anchor))
        if page.is_coarse and not page.is_picture:
            out.append(
                Issue(
                    code="coarse-scan",
                    severity="warning",
                    message="The page was scanned with fewer than 250 dots an inch: minus signs may be lost.",
                    anchor=anchor,
                )
            )
        if page.is_garbled:
            out.append(
                Issue(
                    code="garbled-page",
                    severity="warning",
                    message="The fonts of the page do not say which characters they print: pass the original file.",
                    anchor=anchor,
                )
            )
    return out
