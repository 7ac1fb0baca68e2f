"""Scanned pages of PDF files: what of them is read, and where it stands."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from auditreport.parsers.formats.limits import Limits
from auditreport.parsers.formats.pdf import read
from auditreport.pipeline import Read, read_bytes
from auditreport.schemas import Bullet, Document, Table
from tests.parsers.formats.ocr.scanned import CELLS, drawn, needs_ocr, scanned

pytestmark = needs_ocr


def body(document: Document) -> list[list[str]]:
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text.value for cell in row.cells] for row in table.rows]


def whole(data: bytes) -> Read:
    return read_bytes(data, "scan.pdf", Limits(contained=False))


@pytest.mark.parametrize(
    ("slant", "noise"),
    [pytest.param(0.0, 0.0, id="clean"), pytest.param(-1.3, 14.0, id="slanted and noisy")],
)
def test_cells_of_a_scanned_table_are_read(slant: float, noise: float) -> None:
    document = read(scanned(drawn(), slant, noise), "scan.pdf")
    assert body(document) == CELLS
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert (table.layout, len(table.header), table.header[0].cells[1].text.value) == ("ocr", 1, "2025년")


def test_lines_around_a_scanned_table_are_blocks_in_their_order() -> None:
    document = read(scanned(drawn(), 0.6, 8.0), "scan.pdf")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "table", "bullet", "bullet"]
    marks = [(block.mark, block.text.value) for block in document.blocks if isinstance(block, Bullet)]
    assert marks == [("○", "직원 청렴 교육 12회 실시, 참석 1,340명"), ("-", "자체감사 처분요구 35건")]


def test_place_of_a_figure_is_that_on_the_page_as_delivered() -> None:
    found = whole(scanned(drawn(), 1.2))
    [fact] = [fact for fact in found.facts if fact.raw == "84,600"]
    x0, top, x1, bottom = fact.source.bbox or (0, 0, 0, 0)
    # Drawn with its right side at pixel 400 + 805, its middle at 300 + 450; then turned about the middle of the page.
    assert x1 == pytest.approx(285.4, abs=3)
    assert (top + bottom) / 2 == pytest.approx(180.3, abs=3)
    assert 20 < x1 - x0 < 40


def test_scanned_figures_say_so_and_are_confirmed_by_sums_alone() -> None:
    facts = whole(scanned(drawn(), 0.4, 6.0)).facts
    assert {fact.reading.method for fact in facts} == {"ocr"}
    assert {fact.raw for fact in facts if fact.reading.confirmed} == {raw for row in CELLS for raw in row[1:]}


def test_figure_that_closes_no_equation_is_not_confirmed() -> None:
    # 84,600 printed as 21,340 looks from here on as if it were misread.
    facts = whole(scanned(drawn({(570, 500, 825, 560): (570, 420)}))).facts
    found = {(fact.item, fact.concept): (fact.raw, fact.reading.confirmed) for fact in facts if fact.kind == "budget"}
    assert found["감사 운영", "budget.amount"] == ("21,340", False)
    assert found["계", "budget.prior_amount"] == ("150,270", True)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_sheet_on_its_side_or_head_is_read_and_its_figures_placed(turn: int) -> None:
    found = whole(scanned(drawn(), 0.5, 6.0, turn=turn))
    assert body(found.document) == CELLS
    [fact] = [fact for fact in found.facts if fact.raw == "84,600"]
    x0, top, x1, bottom = fact.source.bbox or (0, 0, 0, 0)
    upright = (272.0, 180.0)
    middle = {90: (upright[1], 595.2 - upright[0]), 180: (595.2 - upright[0], 842 - upright[1])}
    middle[270] = 842 - upright[1], upright[0]
    assert ((x0 + x1) / 2, (top + bottom) / 2) == pytest.approx(middle[turn], abs=5)


def test_coarse_scan_is_an_issue() -> None:
    coarse = read(scanned(drawn(), dpi=200), "scan.pdf")
    assert [issue.code for issue in coarse.issues if issue.code == "coarse-scan"] == ["coarse-scan"]
    assert body(coarse) == CELLS
    assert not [issue for issue in read(scanned(drawn()), "scan.pdf").issues if issue.code == "coarse-scan"]


def test_picture_of_a_few_pixels_is_an_issue() -> None:
    out = BytesIO()
    Image.new("L", (3, 2), 0).save(out, "PDF", resolution=300)
    assert [issue.code for issue in read(out.getvalue(), "scan.pdf").issues] == ["scanned-page"]


def test_blank_picture_is_an_issue() -> None:
    document = read(scanned(Image.new("L", (2480, 3508), 255)), "scan.pdf")
    assert [(issue.code, issue.message) for issue in document.issues] == [
        ("scanned-page", "The page is a picture in which no text was found.")
    ]


def without_upright_rules(page: Image.Image) -> Image.Image:
    """The page without what is dark over a good part of its table's height; rules across stay whole."""
    grey = np.array(page)
    dark = grey < 128
    across = dark.mean(axis=1) > 0.25
    upright = dark[~across].sum(axis=0) > 150
    grey[np.ix_(~across, upright)] = 255
    return Image.fromarray(grey)


def test_figures_in_columns_that_no_rules_part_are_inferred() -> None:
    found = whole(scanned(without_upright_rules(drawn())))
    assert body(found.document) == CELLS
    assert [issue.code for issue in found.document.issues] == ["columns-inferred"]
    assert {fact.status for fact in found.facts if fact.kind == "budget"} == {"inferred"}
    assert not [issue for issue in whole(scanned(drawn())).document.issues if issue.code == "columns-inferred"]
