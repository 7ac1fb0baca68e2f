"""The bytes of an HWPX file → `Document`."""

from __future__ import annotations

import logging
from io import BytesIO

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import DAMAGED_ZIP
from auditreport.parsers.formats.flow import Piece, assemble
from auditreport.parsers.formats.hwpx.package import RESAVE, opened
from auditreport.parsers.formats.hwpx.walk import Walker
from auditreport.schemas import Document


def read(data: bytes, name: str) -> Document:
    """Read the bytes of an HWPX file.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the file is locked, damaged, or made to harm its reader (document type definitions, entities,
            archives that unpack without end).
    """
    found = pieces(opened(data, name), name)
    return assemble(found, data, name, media_type="application/hwp+zip", reader="hwpx")


def pieces(data: bytes, name: str) -> list[Piece]:
    """The paragraphs and tables of an HWPX file, or of an HWP 5 file that python-hwpx converts.

    Raises:
        UnreadableInput: python-hwpx refuses the file.
    """
    import hwpx
    from hwpx.errors import HwpxError
    from hwpx.opc.package import HwpxPackageError
    from hwpx.opc.security import HwpxSecurityError
    from lxml.etree import LxmlError

    logging.getLogger("hwpx").setLevel(logging.CRITICAL)
    try:
        document = hwpx.HwpxDocument.open(BytesIO(data))
        walker = Walker(header.element for header in document.oxml.headers)
        out: list[Piece] = []
        for number, section in enumerate(document.sections, 1):
            out.extend(walker.section(section.element, number))
    except HwpxSecurityError as error:
        raise UnreadableInput(
            name, "the file is built to harm its reader and was not opened", "ask for another copy"
        ) from error
    except (HwpxError, HwpxPackageError, LxmlError, *DAMAGED_ZIP, LookupError, TypeError, AttributeError) as error:
        raise UnreadableInput(name, "the HWPX file is damaged", RESAVE) from error
    return out
