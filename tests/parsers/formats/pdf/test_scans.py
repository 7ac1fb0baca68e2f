"""Scanned pages where what reads them is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditreport.parsers.formats.ocr.installed import DATA_PACKAGE, EXTRA, Need
from auditreport.parsers.formats.pdf import read, scans
from tests.parsers.formats.pdf.samples import Page, write

PACKAGE = Need("tesserocr", None, EXTRA)
DATA = Need("kor.traineddata", None, DATA_PACKAGE)


def test_what_reads_scans_and_cannot_be_loaded_costs_the_scanned_pages_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(scans, "available", tuple)
    monkeypatch.setattr(scans, "data_folder", lambda: tmp_path)
    picture = Page()
    picture.operators.append("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x41 EI Q")
    document = read(write(picture, Page().text(60, 60, "1. 현황이 글자로 있는 쪽")), "report.pdf")
    assert [issue.message for issue in document.issues] == [
        "The page is a picture; what reads it is installed, but cannot be loaded: install it anew."
    ]


@pytest.mark.parametrize(
    ("lacking", "install"),
    [
        pytest.param((PACKAGE,), EXTRA, id="the extra"),
        pytest.param((DATA,), DATA_PACKAGE, id="the Korean data"),
        pytest.param((PACKAGE, DATA), f"{EXTRA} and {DATA_PACKAGE}", id="both"),
    ],
)
def test_scanned_page_says_what_to_install_and_the_rest_is_read(
    lacking: tuple[Need, ...], install: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "available", lambda: lacking)
    picture = Page()
    picture.operators.append("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x41 EI Q")
    document = read(write(picture, Page().text(60, 60, "1. 현황이 글자로 있는 쪽")), "report.pdf")
    [issue] = document.issues
    assert (issue.code, issue.anchor and issue.anchor.page) == ("scanned-page", 1)
    assert issue.message == f"The page is a picture; install what reads it ({install}), or pass a file with text."
    assert "1. 현황이 글자로 있는 쪽" in document.text
