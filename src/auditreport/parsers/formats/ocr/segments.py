"""An area of a sheet → the pieces of lines in it, each with its ink: cut at bare rows, then at wide gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from auditreport.parsers.formats.ocr.sheet import Sheet
from auditreport.parsers.formats.ocr.slant import Pixels

# Parts of an inch: what is smaller than a dot is dirt.
_DIRT = 1 / 110
# Parts of the height of a line.
_LOW = 0.45
_TALL = 1.75
_TOUCH = 0.14
# What is smaller is a dot, and dirt where nothing larger stands so near on its line.
_DOT, _REACH = 0.24, 0.7
_RULE, _THIN = 1.25, 0.18


class Part(NamedTuple):
    """A connected piece of ink, in pixels of the sheet."""

    x0: int
    top: int
    x1: int
    bottom: int
    label: int

    @property
    def wide(self) -> int:
        """Its width."""
        return self.x1 - self.x0

    @property
    def high(self) -> int:
        """Its height."""
        return self.bottom - self.top


@dataclass(slots=True)
class Segment:
    """A piece of a line, its parts from left to right."""

    parts: list[Part]
    top: int
    bottom: int

    @property
    def x0(self) -> int:
        """Left side."""
        return min(part.x0 for part in self.parts)

    @property
    def x1(self) -> int:
        """Right side."""
        return max(part.x1 for part in self.parts)


class Ink:
    """The pieces of ink of a sheet, without dirt."""

    def __init__(self, sheet: Sheet) -> None:
        """Find them."""
        _, self.labels, stats, _ = cv2.connectedComponentsWithStats(sheet.ink, connectivity=8)
        dot = sheet.pixels(_DIRT, 2)
        parts = [
            Part(int(x), int(y), int(x + w), int(y + h), i)
            for i, (x, y, w, h, area) in enumerate(stats.tolist())
            if i and area >= dot * dot and max(w, h) >= dot
        ]
        heights = [part.high for part in parts if part.high > 3 * dot]
        self.em = float(np.percentile(heights, 75)) * 1.15 if heights else 12.0 * dot
        self.parts = self._without_dirt(parts)

    def _without_dirt(self, parts: list[Part]) -> list[Part]:
        """Without the dots that stand near nothing larger, and without what is left of rules and edges."""
        least, reach = _DOT * self.em, round(_REACH * self.em)
        near = np.zeros(self.labels.shape, np.uint8)
        small = []
        for part in parts:
            if max(part.wide, part.high) < least:
                small.append(part)
            else:
                near[part.top : part.bottom, max(part.x0 - reach, 0) : part.x1 + reach] = 1
        thin = {p.label for p in parts if p.high > _RULE * self.em and p.wide < _THIN * self.em}
        thin |= {p.label for p in parts if p.wide > 3 * _RULE * self.em and p.high < _THIN * self.em}
        lone = {p.label for p in small if not near[p.top : p.bottom, p.x0 : p.x1].any()}
        return [part for part in parts if part.label not in lone | thin]

    def mask(self, part: Part) -> Pixels:
        """A piece of ink alone: 255 where it is."""
        area = self.labels[part.top : part.bottom, part.x0 : part.x1]
        out: Pixels = (area == part.label).astype(np.uint8) * 255
        return out

    def inside(self, x0: int, top: int, x1: int, bottom: int) -> list[Part]:
        """The pieces whose middle lies in a box."""
        return [
            part
            for part in self.parts
            if x0 <= (part.x0 + part.x1) / 2 < x1 and top <= (part.top + part.bottom) / 2 < bottom
        ]


def cut(parts: list[Part], em: float, gap: float) -> list[Segment]:
    """Pieces of lines, from the top down.

    Args:
        parts: the ink of an area.
        em: height of a line of its type, about.
        gap: width of bare paper, in em, at which a line is cut.
    """
    out: list[Segment] = []
    for band in _bands(parts, em):
        high = max(p.bottom for p in band) - min(p.top for p in band)
        columns = _columns(band, (gap if high <= _TALL * em else min(gap, 1.5)) * max(em, 0.0))
        for column in columns:
            if len(columns) > 1 and high > _TALL * em:
                out.extend(cut(column, em, gap))
            else:
                out.append(_segment(column))
    return out


def _segment(parts: list[Part]) -> Segment:
    ordered = sorted(parts, key=lambda part: (part.x0, part.top))
    return Segment(ordered, min(p.top for p in parts), max(p.bottom for p in parts))


def _bands(parts: list[Part], em: float) -> list[list[Part]]:
    """Parts grouped to lines: bare rows part them, unless what they part off is a piece of a letter."""
    bands: list[list[Part]] = []
    low = 0
    for part in sorted(parts, key=lambda part: part.top):
        if bands and part.top <= low + _TOUCH * em * _is_piece(bands[-1], part, em):
            bands[-1].append(part)
            low = max(low, part.bottom)
        else:
            bands.append([part])
            low = part.bottom
    return bands


def _is_piece(band: list[Part], part: Part, em: float) -> bool:
    """Whether a part below a band may belong to its letters: together they are no taller than a line."""
    top = min(p.top for p in band)
    low = max(p.bottom for p in band) - top < _LOW * em or part.high < _LOW * em
    return low and part.bottom - top <= 1.3 * em


def _columns(band: list[Part], gap: float) -> list[list[Part]]:
    columns: list[list[Part]] = []
    right = 0
    for part in sorted(band, key=lambda part: part.x0):
        if columns and part.x0 - right <= gap:
            columns[-1].append(part)
            right = max(right, part.x1)
        else:
            columns.append([part])
            right = part.x1
    return columns
