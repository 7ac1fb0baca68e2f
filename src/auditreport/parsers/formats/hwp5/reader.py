"""The bytes of an HWP 5 file → `Document`; two libraries read it, and what they do not read alike is said."""

from __future__ import annotations

import logging

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import hwpx
from auditreport.parsers.formats.flow import Piece, assemble
from auditreport.parsers.formats.flow.agree import disagreements
from auditreport.schemas import Document, Issue


def read(data: bytes, name: str) -> Document:
    """Read the bytes of an HWP 5 file.

    pyhwp leads, because it also opens distribution documents (배포용) and needs half of the time; python-hwpx reads
    the same bytes as a check of the tables, and instead of it where pyhwp fails.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the file is locked, or neither library can read it.
    """
    issues: list[Issue] = []
    try:
        found = pieces(data, name)
    except UnreadableInput:
        raise
    except Exception as error:  # noqa: BLE001 - pyhwp fails with whatever its decoders ran into
        found = _instead(data, name, error)
        issues.append(
            Issue(
                code="second-reader",
                severity="info",
                message="pyhwp cannot read this file; python-hwpx read it, and nothing checked it",
                detail=f"{type(error).__name__}: {error}"[:200],
            )
        )
    else:
        issues.extend(_check(found, data, name))
    return assemble(found, data, name, media_type="application/x-hwp", reader="hwp5", issues=issues)


def pieces(data: bytes, name: str) -> list[Piece]:
    """The paragraphs and tables of an HWP 5 file as pyhwp reads them; it raises whatever it stumbles on.

    Raises:
        UnreadableInput: the file is locked.
    """
    from auditreport.parsers.formats.hwp5.records import open_file, sections, shapes
    from auditreport.parsers.formats.hwp5.walk import Walker

    logging.getLogger("hwp5").setLevel(logging.CRITICAL)
    file = open_file(data, name)
    walker = Walker(shapes(file))
    out: list[Piece] = []
    for number, nodes in enumerate(sections(file), 1):
        out.extend(walker.section(nodes, number))
    return out


def _instead(data: bytes, name: str, error: Exception) -> list[Piece]:
    try:
        return hwpx.pieces(data, name)
    except UnreadableInput:
        raise UnreadableInput(name, "the HWP file is damaged", "open it in Hangul and save it again") from error


def _check(found: list[Piece], data: bytes, name: str) -> list[Issue]:
    """What the second reader finds otherwise; a file that it refuses is read by one only."""
    try:
        second = hwpx.pieces(data, name)
    except UnreadableInput:
        return []
    return disagreements(found, second, "python-hwpx")
