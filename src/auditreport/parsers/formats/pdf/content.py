"""What a page prints: its characters and strokes, with places counted from its top left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.layout import LTChar, LTComponent, LTCurve, LTFigure, LTImage, LTLine, LTRect
from pdfplumber.page import Page

from auditreport.parsers.formats.pdf.interpreter import lay_out
from auditreport.schemas import Box


@dataclass(frozen=True, slots=True)
class Stroke:
    """Something drawn: a line, a rectangle or a curve, the last with its corners in `points`."""

    kind: str
    box: Box
    is_stroked: bool
    is_filled: bool
    color: Any
    points: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True)
class Content:
    """The characters of a page in the order in which it prints them, its strokes, how much of it pictures cover."""

    width: float
    height: float
    chars: list[tuple[LTChar, Box]] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


def read_content(page: Page) -> Content:
    """All that a page prints.

    pdfplumber's own lists of characters and lines hold the same objects as dictionaries; building those costs as much
    as all that is done here with them.
    """
    content = Content(float(page.width), float(page.height))
    left, above = float(page.mediabox[0]), float(page.mediabox[1])
    for item in _flat(lay_out(page)):
        box = (
            item.x0 + left,
            content.height - item.y1 + above,
            item.x1 + left,
            content.height - item.y0 + above,
        )
        if isinstance(item, LTChar):
            content.chars.append((item, box))
        elif isinstance(item, LTImage):
            content.pictures.append(box)
        elif isinstance(item, LTCurve):
            kind = "line" if isinstance(item, LTLine) else "rect" if isinstance(item, LTRect) else "curve"
            points: tuple[tuple[float, float], ...] = ()
            if kind == "curve" and item.stroke:
                points = tuple((x + left, content.height - y + above) for x, y in item.pts)
            content.strokes.append(
                Stroke(kind, box, bool(item.stroke), bool(item.fill), item.non_stroking_color, points)
            )
    return content


def _flat(container: Any) -> Iterator[LTComponent]:
    """The items of a page, those of figures (form objects) in their place."""
    for item in container:
        if isinstance(item, LTFigure):
            yield from _flat(item)
        elif isinstance(item, LTComponent):
            yield item
