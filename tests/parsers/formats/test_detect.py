"""Formats told by content."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import NEXT_STEPS, Format, detect
from auditreport.parsers.formats.registry import READERS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(*names: str, mimetype: str | None = None) -> bytes:
    """An archive without the time of day: the names of tests hold it, and have to be the same in all workers."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype is not None:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Ⅰ. 일반현황\n".encode(), Format.TEXT),
        ("Ⅰ. 일반현황\n".encode("cp949"), Format.TEXT),
        (b"%PDF-1.7\n", Format.PDF),
        (b"\xef\xbb\xbf\n\n junk of a server\n%PDF-1.4\n", Format.PDF),
        (OLE + b"HWP Document File\x00", Format.HWP5),
        (OLE + "WordDocument".encode("utf-16-le"), Format.OLD_OFFICE),
        (OLE + "Workbook".encode("utf-16-le"), Format.OLD_OFFICE),
        (OLE, Format.OLE),
        (b"HWP Document File V3.00 \x1a\x01\x02", Format.HWP3),
        (packed("Contents/section0.xml", mimetype="application/hwp+zip"), Format.HWPX),
        (packed("Contents\\section0.xml"), Format.HWPX),
        (packed("[Content_Types].xml", "word/document.xml"), Format.WORD),
        (packed("[Content_Types].xml", "xl/workbook.xml"), Format.EXCEL),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), Format.POWERPOINT),
        (packed("content.xml", mimetype="application/vnd.oasis.opendocument.text"), Format.OPEN_DOCUMENT),
        (packed("report.txt"), Format.ZIP),
        (packed("Contents/section0.xml", mimetype="application/hwp+zip")[:90], Format.HWPX),
        (b"PK\x03\x04 cut off", Format.ZIP),
        (b'<?xml version="1.0"?><HWPML Version="2.91"><HEAD/></HWPML>', Format.HWPML),
        (b"<!DOCTYPE html><html><body>1</body></html>", Format.HTML),
        ("\ufeff<html><body>1</body></html>".encode("utf-16-le"), Format.HTML),
        (b"\r\n<!-- saved --><HTML><HEAD>", Format.HTML),
        (b"<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>", Format.HTML),
        (b"<2024> | <2025>\n<table> of contents\n", Format.TEXT),
        (b"| a | b |\n|---|---|\n| <table> | 1 |\n", Format.TEXT),
        (b"\x89PNG\r\n\x1a\n", Format.PICTURE),
        (b"\xff\xd8\xff\xe0", Format.PICTURE),
        (b"II*\x00", Format.PICTURE),
        (b"\x1f\x8b\x08", Format.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
        (b"{\\rtf1", Format.RTF),
    ],
)
def test_format_is_told_by_content(data: bytes, expected: Format) -> None:
    assert detect(data, "report.txt") is expected


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf\r\n", bytes(4096)])
def test_file_without_content_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="the file is empty"):
        detect(data, "empty.pdf")


@given(st.data())
def test_no_damage_to_an_archive_goes_past_detection(data: st.DataObject) -> None:
    whole = bytearray(packed("Contents/section0.xml", mimetype="application/hwp+zip"))
    for at in data.draw(st.lists(st.integers(4, len(whole) - 1), min_size=1, max_size=20)):
        whole[at] = data.draw(st.integers(0, 255))
    assert detect(bytes(whole), "a.hwpx") in (Format.HWPX, Format.ZIP)


def test_every_format_is_read_or_says_what_to_do() -> None:
    assert {found for found in Format if found not in READERS and found not in NEXT_STEPS} <= {Format.PDF}
