"""The first bytes of a file → its format, whatever its name says."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from enum import Enum
from io import BytesIO

from auditreport.errors import UnreadableInput


class Format(Enum):
    """A format that files come in; the value is what messages call it."""

    TEXT = "a text file"
    HTML = "a web page"
    PDF = "a PDF file"
    HWP5 = "an HWP 5 file"
    HWPX = "an HWPX file"
    HWP3 = "an HWP 3 file"
    HWPML = "an HWPML file"
    OLD_OFFICE = "an old Word, Excel or PowerPoint file"
    WORD = "a Word file"
    EXCEL = "an Excel file"
    POWERPOINT = "a PowerPoint file"
    OPEN_DOCUMENT = "an OpenDocument file"
    RTF = "an RTF file"
    OLE = "an OLE file of an unknown kind"
    ZIP = "a ZIP archive"
    ARCHIVE = "an archive"
    PICTURE = "a picture"


# What to do with a file of a format that is not read.
NEXT_STEPS = {
    Format.HWP3: "open it in Hangul and save it as HWPX, HWP 5 or PDF",
    Format.OLD_OFFICE: "save it as PDF and pass that file",
    Format.WORD: "save it as PDF and pass that file",
    Format.EXCEL: "save it as PDF and pass that file",
    Format.POWERPOINT: "save it as PDF and pass that file",
    Format.OPEN_DOCUMENT: "save it as PDF and pass that file",
    Format.RTF: "save it as PDF and pass that file",
    Format.OLE: "save the report as PDF, HWP or HWPX and pass that file",
    Format.ZIP: "unpack it and pass the files in it",
    Format.ARCHIVE: "unpack it and pass the files in it",
    Format.PICTURE: "scan the report into a PDF and pass that file",
}
ELSEWHERE = "save the report as text, PDF, HWP or HWPX and pass that file"

_SIGNATURES = (
    (b"HWP Document File V", Format.HWP3),
    (b"\x89PNG\r\n", Format.PICTURE),
    (b"\xff\xd8\xff", Format.PICTURE),
    (b"GIF87a", Format.PICTURE),
    (b"GIF89a", Format.PICTURE),
    (b"II*\x00", Format.PICTURE),
    (b"MM\x00*", Format.PICTURE),
    (b"\x1f\x8b", Format.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
    (b"BZh", Format.ARCHIVE),
    (b"\xfd7zXZ\x00", Format.ARCHIVE),
    (b"{\\rtf", Format.RTF),
)
# What zipfile raises on an archive that is damaged.
DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HWP5 = b"HWP Document File\x00"
# Readers of PDF accept junk in front of the signature up to here (PDF 32000-1, implementation note 13).
_PDF_JUNK = 1024
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]", re.IGNORECASE)
_HWPML = re.compile(rb"<HWPML[\s>]")
_TAGS = re.compile(rb"<(?:/?[a-zA-Z][a-zA-Z0-9]*|!--)")


def detect(data: bytes, name: str) -> Format:
    """The format of a file.

    Raises:
        UnreadableInput: the file is empty.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableInput(name, "the file is empty", "save the report again and pass that file")
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            return found
    if data.startswith(b"BM") and len(data) > 14 and int.from_bytes(data[2:6], "little") == len(data):
        return Format.PICTURE
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if b"%PDF-" in data[:_PDF_JUNK]:
        return Format.PDF
    return _markup(data)


def _ole(data: bytes) -> Format:
    """HWP 5 by the signature in its `FileHeader` stream; others by the names in the directory."""
    if _HWP5 in data:
        return Format.HWP5
    names = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
    if any(name.encode("utf-16-le") in data for name in names):
        return Format.OLD_OFFICE
    return Format.OLE


def _zip(data: bytes) -> Format:
    """A ZIP file by the names of its parts and by its `mimetype`; some writers part folders with a backslash."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {part.replace("\\", "/").lower() for part in archive.namelist()}
            stated = _mimetype(archive)
    except DAMAGED_ZIP:
        return Format.HWPX if b"mimetypeapplication/hwp+zip" in data[:200] else Format.ZIP
    if stated.startswith("application/hwp+zip") or "contents/section0.xml" in names:
        return Format.HWPX
    if stated.startswith("application/vnd.oasis.opendocument"):
        return Format.OPEN_DOCUMENT
    for part, found in (
        ("word/", Format.WORD),
        ("xl/", Format.EXCEL),
        ("ppt/", Format.POWERPOINT),
    ):
        if "[content_types].xml" in names and any(name.startswith(part) for name in names):
            return found
    return Format.ZIP


def _mimetype(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as stream:
            return stream.read(100).decode("ascii", errors="replace").strip()
    except KeyError:
        return ""


def _markup(data: bytes) -> Format:
    """Whether a text is marked up: a web page, also one of which only a part was saved, or HWPML."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="replace").encode("utf-8")
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HWPML.search(head):
        return Format.HWPML
    found = _HTML.search(head)
    if found is None or not head.startswith(b"<"):
        return Format.TEXT
    if found.group().lower().startswith(b"<table") and len(_TAGS.findall(head)) < 8:
        return Format.TEXT
    return Format.HTML
