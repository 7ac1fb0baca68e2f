"""Pages whose cells are known, and files built to harm; skipped where the folder of real documents is absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.pdf import read
from bench.tables import grids, match, right_cells

REFUSED = {"bomb1g", "empty", "enc_user", "garbage", "loopjs", "opsbomb", "trunc50", "trunc95"}


@pytest.fixture
def truth(shared: Path) -> Path:
    folder = shared / "pdf-truth"
    if not folder.is_dir():
        pytest.skip("the folder of pages with known cells, ../shared/pdf-truth, is not here")
    return folder


@pytest.mark.parametrize("style", ["chr_001_open", "chr_000_hrule", "chr_003_hmin", "lo_001_hrule", "lo_000_ruled"])
def test_every_cell_stands_in_its_place(truth: Path, style: str) -> None:
    known = json.loads((truth / "truth.json").read_text("utf-8"))
    wanted = [known["tables"][key] for key in known["docs"][f"{style}.pdf"]["tables"]]
    found = grids(read((truth / "pdf" / f"{style}.pdf").read_bytes(), style))
    for table, grid in match(found, wanted):
        assert sum(right_cells(grid, table)) == sum(len(row) for row in table)


def test_odd_files_give_a_document_or_one_sentence(truth: Path) -> None:
    refused = set()
    for path in sorted((truth / "special").glob("*.pdf")):
        try:
            assert read(path.read_bytes(), path.name).text
        except UnreadableInput:
            refused.add(path.stem)
    assert refused == REFUSED
