"""Pages that are pictures → the same pages read off the pictures, where what reads them is installed."""

from __future__ import annotations

from collections.abc import Iterable

import pypdfium2

from auditreport.parsers.formats.ocr.installed import DATA_PACKAGE, EXTRA, PACKAGES, available, data_folder
from auditreport.parsers.formats.pdf.pages import ReadPage
from auditreport.schemas import Anchor, Doubt, Issue

_UNLOADED = "The page is a picture; what reads it is installed, but cannot be loaded: install it anew."


def read_scans(data: bytes, pages: list[ReadPage], password: str | None = None) -> str:
    """Put what is read off a picture in the place of the page; where that cannot be done, what is missing for it.

    Args:
        data: the file.
        pages: its pages, which are changed in place.
        password: what opens the file.
    """
    wanted = [i for i, page in enumerate(pages) if page.is_picture]
    missing = _missing() if wanted else ""
    folder = data_folder()
    if not wanted or missing or folder is None:
        return missing
    try:
        from auditreport.parsers.formats.ocr.engine import Engine
        from auditreport.parsers.formats.ocr.page import read_picture
        from auditreport.parsers.formats.ocr.render import render

        engine = Engine(folder)
    except (ImportError, RuntimeError):
        return _UNLOADED
    document = pypdfium2.PdfDocument(data, password=password)
    try:
        for i in wanted:
            pages[i] = read_picture(render(document[i]), pages[i].number, engine)
    finally:
        document.close()
        engine.close()
    return "The page is a picture in which no text was found."


def _missing() -> str:
    """What has to be installed before a scanned page can be read; empty where nothing has."""
    lacking = [need.name for need in available() if need.found is None]
    commands = [EXTRA] if set(lacking) & set(PACKAGES) else []
    commands += [DATA_PACKAGE] if set(lacking) - set(PACKAGES) else []
    install = " and ".join(commands)
    if not commands:
        return ""
    return f"The page is a picture; install what reads it ({install}), or pass a file with text."


def unruled(tables: Iterable[Anchor]) -> list[Issue]:
    """An issue for each scanned table whose columns no rules part."""
    return [
        Issue(
            code="columns-inferred",
            severity="warning",
            message="No rules part the columns of this scanned table: they were told by the bare paper between them.",
            anchor=anchor,
        )
        for anchor in tables
    ]


def doubtful(doubts: Iterable[Doubt]) -> list[Issue]:
    """An issue for each figure that two readings tell differently."""
    return [
        Issue(
            code="doubtful-figure",
            severity="warning",
            message="Two readings of this scanned figure differ, or its shapes do not bear them out.",
            detail=" / ".join(doubt.readings),
            anchor=doubt.anchor,
        )
        for doubt in doubts
    ]
