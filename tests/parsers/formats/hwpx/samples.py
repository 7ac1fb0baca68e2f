"""HWPX files written for the tests."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import hwpx

STAFFING = (("구분", "계", "일반직", ""), ("", "", "5급", "6급"), ("정원", "22", "2", "20"), ("현원", "21", "2", "△1"))


def written(fill: Callable[[Any], None]) -> bytes:
    """The bytes of a file that `fill` wrote."""
    out = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = hwpx.HwpxDocument.new()
        fill(document)
        document.save_to_stream(out)
    return out.getvalue()


def report(document: Any) -> None:
    """A heading, a bullet, a table with merged titles and one in which another stands."""
    document.add_paragraph("Ⅰ. 일반현황")
    document.add_paragraph("□ 인력현황 (2024.10.31.기준)")
    table = document.add_table(4, 4)
    for r, row in enumerate(STAFFING):
        for c, text in enumerate(row):
            table.set_cell_text(r, c, text)
    table.merge_cells(0, 0, 1, 0)
    table.merge_cells(0, 1, 1, 1)
    table.merge_cells(0, 2, 0, 3)


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed."""
    return repacked(data, lambda name, body: (name, change(body) if name == part else body))


def repacked(data: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    """The package with each part as `change` gives it; a part for which it gives `None` is left out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            pair = change(part.filename, old.read(part))
            if pair is not None:
                new.writestr(*pair)
    return out.getvalue()
