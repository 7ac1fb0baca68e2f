"""Offsets → lines, pages and boxes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.parsers.places import Places
from auditreport.parsers.values import find_figures
from auditreport.schemas import Anchor, Document, Source
from auditreport.schemas.source import Spot
from tests.reading import document, text_of


@pytest.mark.parametrize(("start", "line"), [(0, 1), (4, 1), (5, 2), (6, 3), (12, 3)])
def test_an_offset_of_a_text_has_its_line(start: int, line: int) -> None:
    places = Places(document("정원88\n\n현원 86명\n"))
    assert places.anchor(start, start + 1) == Anchor(start=start, end=start + 1, line=line)


def test_a_byte_order_mark_counts_as_a_character_and_not_as_a_line() -> None:
    text = "\ufeff정원 88명\n현원 86명\n"
    found = Places(document(text)).anchor(text.index("86"), text.index("86") + 2)
    assert (found.start, found.line) == (11, 2)


def test_a_figure_of_a_slice_has_the_place_of_its_numeral_in_the_source() -> None:
    source = "□ 인력 : △18,040명\n"
    text = text_of(source).slice(2, len(source) - 1)
    [found] = find_figures(text.value)
    quantity = Places(document(source)).quantity(text, found)
    assert (quantity.raw, quantity.number, quantity.unit) == ("△18,040", Decimal(-18040), "명")
    assert source[quantity.anchor.start : quantity.anchor.end] == "△18,040"


def test_the_unit_of_the_surroundings_stands_in_for_a_missing_one() -> None:
    text = text_of("예산액 500\n")
    [found] = find_figures(text.value)
    assert Places(document("예산액 500\n")).quantity(text, found, "천원").unit == "천원"


def test_spots_of_a_paged_input_give_page_and_the_box_around_all_characters() -> None:
    source = Source(
        name="x.pdf", sha256="0" * 64, media_type="application/pdf", size=1, reader="pdf", reader_version="0"
    )
    spots = (
        Spot(0, page=1, bbox=(10.0, 10.0, 20.0, 20.0)),
        Spot(3, page=1, bbox=(20.0, 8.0, 30.0, 22.0)),
        Spot(6, page=2, bbox=(0.0, 0.0, 5.0, 5.0)),
    )
    places = Places(Document(source=source, blocks=(), text="정원 88 명", spots=spots))
    assert places.anchor(0, 5) == Anchor(start=0, end=5, page=1, bbox=(10.0, 8.0, 30.0, 22.0))
    assert places.anchor(6, 7).page == 2
    assert places.anchor(4, 7).page == 1
    assert places.anchor(4, 7).bbox == (20.0, 8.0, 30.0, 22.0)
