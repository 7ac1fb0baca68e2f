"""The bytes of an HWPML file → `Document`."""

from __future__ import annotations

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.flow import Piece, assemble
from auditreport.parsers.formats.hwpml.walk import Walker
from auditreport.schemas import Document


def read(data: bytes, name: str) -> Document:
    """Read the bytes of an HWPML file.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the XML is damaged, or defines a document type: no writer of HWPML does.
    """
    from lxml import etree

    # The declared encoding is not believed blindly by lxml, and entities, networks and huge trees are all refused.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableInput(
                name, "the file is built to harm its reader and was not opened", "ask for another copy"
            )
        walker = Walker(root)
        pieces: list[Piece] = []
        for number, section in enumerate(root.iterfind("BODY/SECTION"), 1):
            pieces.extend(walker.section(section, number))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise UnreadableInput(
            name, "the HWPML file is damaged", "open it in Hangul, save it again and pass that file"
        ) from error
    return assemble(pieces, data, name, media_type="application/x-hwpml", reader="hwpml")
