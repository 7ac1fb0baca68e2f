"""What is refused before it is read."""

from __future__ import annotations

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.pdf.gate import check
from tests.parsers.formats.pdf.samples import Page, assemble, stream, write


def test_pages_are_counted() -> None:
    assert check(write(Page(), Page(), Page()), "a.pdf") == 3


def test_cut_off_file_is_damaged() -> None:
    data = write(Page().text(60, 60, "글"))
    with pytest.raises(UnreadableInput, match="damaged or cut off"):
        check(data[: len(data) // 2], "a.pdf")


def test_file_without_pages_is_refused() -> None:
    data = assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"])
    with pytest.raises(UnreadableInput, match=r"no page|damaged"):
        check(data, "a.pdf")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_stream_that_unfolds_beyond_measure_is_refused(times: int) -> None:
    bomb = stream(b"0 0 m " * (5 << 20), times)
    data = assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            bomb,
        ]
    )
    with pytest.raises(UnreadableInput, match="unfolds to more than 24 MiB"):
        check(data, "a.pdf")


def test_large_picture_is_no_bomb() -> None:
    picture = stream(bytes(30 << 20)).replace(b"<< ", b"<< /Subtype /Image ", 1)
    data = write(Page().text(60, 60, "글")) + b"\n"
    assert check(data.replace(b"%%EOF", b"%%EOF\n9 0 obj\n" + picture + b"\nendobj\n"), "a.pdf") == 1
