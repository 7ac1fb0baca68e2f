"""Our way through content streams gives the layout that pdfplumber's way gives."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from pdfminer.layout import LTChar, LTCurve, LTFigure

from auditreport.parsers.formats.pdf.interpreter import lay_out
from tests.parsers.formats.pdf.samples import Page, assemble, stream, write

INLINE = "q 20 0 0 20 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q 9 9 5 5 re f"
ODD = [
    "0.5 w 10 20 m 30. 40 l .5 -6 l -.25 +7.5 l h S",
    "1 0 0 RG 0 0 1 rg 5 5 40 30 re B*",
    "% 1 2 3 re f of a comment\n7 7 8 8 re f",
    "/P <</MCID 0>> BDC 1 1 9 9 re f EMC",
    "BT /F0 12 Tf 100 700 Td <0031> Tj [<0032> -250 <0033>] TJ T* (\\060\\061) ' ET",
    INLINE,
    "0 0 0 1 k 3 3 2 2 re f true 4 4 2 2 re f",
    "3 3 re 1 2 3 4 5 re f",
    "1 w 5 0 0 5 0 0 cm q 2 2 m 3 3 4 4 5 5 c b* Q 6 6 1 1 re n",
    "10 10 m 20 20 lS 8 8 2 2 re f*",
    "--5 1-2 m 1..2 3 l S 9 9 2 2 re f",
]


def items(container: Any) -> Iterator[tuple[object, ...]]:
    for item in container:
        if isinstance(item, LTFigure):
            yield ("figure", item.bbox)
            yield from items(item)
        elif isinstance(item, LTChar):
            yield ("char", item.get_text(), item.bbox, item.matrix)
        elif isinstance(item, LTCurve):
            yield (type(item), item.pts, item.stroke, item.fill, item.linewidth, str(item.non_stroking_color))
        else:
            yield (type(item), item.bbox)


def both(data: bytes) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        return list(items(lay_out(page))), list(items(page.layout))


@pytest.mark.parametrize("operators", ODD)
def test_layout_of_odd_streams_is_the_same(operators: str) -> None:
    page = Page().text(60, 60, "가0123", 12)
    page.operators.append(operators)
    ours, theirs = both(write(page))
    assert len(ours) > 5
    assert ours == theirs


def test_layout_of_a_stream_longer_than_what_is_read_at_once_is_the_same() -> None:
    page = Page().text(60, 60, "계", 12)
    for number in range(6_000):
        page.rule(number % 500, 10.25, number % 500, 20 + number / 7)
    ours, theirs = both(write(page))
    assert len(ours) == 6_001
    assert ours == theirs


def test_form_that_draws_itself_ends() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 26 >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources << /XObject << /X 5 0 R >> >> "
        b"/Contents [4 0 R 6 0 R] >>",
        stream(b"/X Do 1 1 5"),
        form + b"\nstream\n2 2 3 3 re f /X Do       \nendstream",
        stream(b"6 re f"),
    ]
    ours, theirs = both(assemble(objects))
    assert len(ours) == 4
    assert ours == theirs
