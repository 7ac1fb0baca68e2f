"""Figures of scanned pages: their method, and the readings of those that are not sure."""

from __future__ import annotations

from decimal import Decimal

from auditreport.parsers.scans import Scans
from auditreport.schemas import Anchor, Document, Doubt, Figure, Issue, Quantity, Source


def document(*doubts: Doubt) -> Document:
    source = Source(name="a", sha256="0" * 64, media_type="application/pdf", size=1, reader="pdf", reader_version="1")
    return Document(source=source, blocks=(), text="", scanned=(2,), doubts=doubts)


def figure(start: int, page: int) -> Figure:
    anchor = Anchor(start=start, end=start + 5, page=page)
    quantity = Quantity(raw="5,250", number=Decimal(5250), unit=None, anchor=anchor)
    return Figure(kind="table", concept="table", quantity=quantity, method="lattice")


def test_figures_of_scanned_pages_alone_are_read_by_ocr() -> None:
    typed, scanned = Scans(document()).mark([figure(0, 1), figure(9, 2)])
    assert (typed.method, scanned.method) == ("lattice", "ocr")


def test_figure_read_in_several_ways_is_ambiguous_with_its_readings() -> None:
    doubt = Doubt(readings=("5,250", "3,250"), anchor=Anchor(start=20, end=25, page=2))
    sure, unsure = Scans(document(doubt)).mark([figure(9, 2), figure(20, 2)])
    assert (sure.status, sure.candidates) == ("stated", ())
    assert (unsure.status, unsure.candidates) == ("ambiguous", ({"raw": "5,250"}, {"raw": "3,250"}))


def test_figure_in_columns_that_no_rules_part_is_inferred() -> None:
    table = Anchor(start=5, end=16, page=2)
    issue = Issue(code="columns-inferred", severity="warning", message="-", anchor=table)
    scans = Scans(document().model_copy(update={"issues": (issue,)}))
    inside, outside = scans.mark([figure(9, 2), figure(20, 2)])
    assert (inside.status, outside.status) == ("inferred", "stated")
