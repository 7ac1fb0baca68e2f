"""Bytes → the reader of their format, told by content and never by the file's name → `Document`."""

from __future__ import annotations

from importlib import import_module

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import Format, detect
from auditreport.schemas import Document

# The module that reads each format, imported when the first such file comes: its libraries are slow to import.
# Each has `read(data: bytes, name: str) -> Document`, which raises `UnreadableInput`.
READERS: dict[Format, str] = {
    Format.TEXT: "auditreport.parsers.formats.text",
}


def read_document(data: bytes, name: str) -> Document:
    """Read the bytes of a file in whatever format they are.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.

    Raises:
        UnreadableInput: the bytes are empty, damaged, or in no format that is read.
    """
    found = detect(data, name)
    module = READERS.get(found)
    if module is None:
        raise UnreadableInput(
            name, f"this is {found.value}, not text", "save or scrape the report as text first"
        )
    document: Document = import_module(module).read(data, name)
    return document
