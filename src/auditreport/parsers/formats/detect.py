"""The first bytes of a file → its format, whatever its name says."""

from __future__ import annotations

from enum import Enum

from auditreport.errors import UnreadableInput


class Format(Enum):
    """A format that files come in; the value is what messages call it."""

    TEXT = "a text file"
    PDF = "a PDF file"
    OLE = "an HWP 5 or other OLE file"
    ZIP = "an HWPX or other ZIP file"
    HWP3 = "an HWP 3 file"
    PICTURE = "a picture"
    GZIP = "a gzip archive"


_SIGNATURES = (
    (b"%PDF", Format.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"PK\x03\x04", Format.ZIP),
    (b"HWP Document File", Format.HWP3),
    (b"\x89PNG", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"\x1f\x8b", Format.GZIP),
)


def detect(data: bytes, name: str) -> Format:
    """The format of a file.

    Raises:
        UnreadableInput: the file is empty.
    """
    if not data.strip():
        raise UnreadableInput(name, "the file is empty", "save the report again and pass that file")
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            return found
    return Format.TEXT
