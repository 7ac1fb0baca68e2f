"""Boxes that stand side by side without touching (조직도, 흐름도) → the text of each by itself, box after box.

Organisation charts and diagrams of boxes with arrows are no tables: nothing says that what stands at one height in two
boxes belongs together, and lines read over all of them tear their words apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from auditreport.parsers.formats.blocks.openings import opening
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.rows import TextRow, Word, read_rows
from auditreport.parsers.formats.pdf.rules import Rule, Ruling
from auditreport.schemas import Box, Text

# Points. Corners may be round, so that the sides end before they meet.
_CORNER = 12.0
_ALIKE = 4.0
_NARROWEST, _LOWEST = 14.0, 10.0
_APART = 2.0
# Shares of a page: what is larger holds text as a page does.
_WIDEST, _HIGHEST = 0.6, 0.3
_LEVEL = 0.5
_MOST = 2_000
_SYLLABLE = re.compile(r"[\uac00-\ud7a3]")
_ROWS = 4
# Two boxes are mostly a label and what belongs to it, which is read well line by line.
_LEAST = 3


@dataclass(slots=True)
class Band:
    """Boxes side by side, from left to right."""

    boxes: list[Box]

    @property
    def top(self) -> float:
        """The highest top."""
        return min(box[1] for box in self.boxes)

    @property
    def bottom(self) -> float:
        """The lowest bottom."""
        return max(box[3] for box in self.boxes)

    @property
    def middle(self) -> float:
        """Half-way between them."""
        return (self.top + self.bottom) / 2


def find_bands(ruling: Ruling, width: float, height: float) -> list[Band]:
    """Boxes of which at least three stand side by side, band by band; those around others are left out."""
    boxes = _without_nests(_boxes(ruling, _WIDEST * width, _HIGHEST * height))
    bands: list[Band] = []
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        home = next((band for band in bands if _is_level(band.boxes[0], box)), None)
        if home is None:
            bands.append(Band([box]))
        else:
            home.boxes.append(box)
    for band in bands:
        band.boxes.sort()
    return [band for band in bands if len(band.boxes) >= _LEAST and _are_apart(band)]


def _boxes(ruling: Ruling, widest: float, highest: float) -> list[Box]:
    """Rectangles of four rules, their corners open or not: each top with the nearest bottom that fits."""
    across = sorted((r for r in ruling.across if _NARROWEST <= r.length <= widest), key=lambda rule: rule.at)
    down = [rule for rule in ruling.down if rule.length <= highest]
    if len(across) + len(down) > _MOST:
        return []
    out = []
    for i, top in enumerate(across):
        for bottom in across[i + 1 :]:
            if bottom.at - top.at > highest:
                break
            if abs(bottom.low - top.low) > _ALIKE or abs(bottom.high - top.high) > _ALIKE:
                continue
            left, right = (
                _side(down, at, top.at, bottom.at, outward) for at, outward in ((top.low, -1), (top.high, 1))
            )
            if bottom.at - top.at >= _LOWEST and left is not None and right is not None:
                out.append((left, top.at, right, bottom.at))
                break
    return out


def _side(down: list[Rule], at: float, top: float, bottom: float, outward: int) -> float | None:
    """Where the rule stands that joins two rules at their ends, a corner's breadth outward at most; the nearest one."""
    found = [
        rule.at
        for rule in down
        if -_ALIKE <= (rule.at - at) * outward <= _CORNER
        and top - _ALIKE <= rule.low <= top + _CORNER
        and bottom - _CORNER <= rule.high <= bottom + _ALIKE
    ]
    return min(found, key=lambda place: abs(place - at), default=None)


def _without_nests(boxes: list[Box]) -> list[Box]:
    """The boxes that hold no other one."""
    return [box for box in boxes if not any(other is not box and _holds(box, other) for other in boxes)]


def _holds(box: Box, other: Box) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3] and (box[3] - box[1]) >= (other[3] - other[1])


def _is_level(box: Box, other: Box) -> bool:
    """Whether two boxes share a good part of their height."""
    shared = min(box[3], other[3]) - max(box[1], other[1])
    return shared > _LEVEL * max(box[3] - box[1], other[3] - other[1])


def _are_apart(band: Band) -> bool:
    """Whether there is room between all neighbours; boxes that touch are cells."""
    return all(other[0] - one[2] > _APART for one, other in pairwise(band.boxes))


def are_same(band: Band, other: Band) -> bool:
    """Whether two bands have a box in common."""
    return any(_holds(a, b) or _holds(b, a) for a in band.boxes for b in other.boxes)


def are_columns(texts: list[list[Glyph]]) -> bool:
    """Whether boxes side by side are the columns of a table: many lines, those of two boxes at the same heights.

    Lists and words set upright stand at the same heights by chance.
    """
    boxes = [rows for text in texts if len(rows := box_rows(text)) >= _ROWS]
    plain = [rows for rows in boxes if not any(_is_item(row) for row in rows)]
    return any(
        len(one) == len(other) and all(abs(a.middle - b.middle) <= _ALIKE for a, b in zip(one, other, strict=True))
        for one, other in pairwise(plain)
    )


def _is_item(row: TextRow) -> bool:
    return opening(Text(row.text, ((0, 0, 1),)), frozenset()).kind == "bullet"


def box_rows(glyphs: list[Glyph]) -> list[TextRow]:
    """The lines in a box; syllables one below the other are a word set upright (세로쓰기), with brackets below."""
    out: list[TextRow] = []
    stacked = False
    for row in read_rows(glyphs):
        is_syllable = len(row.words) == 1 and _SYLLABLE.fullmatch(row.text) is not None
        if is_syllable and stacked:
            last = out[-1]
            out[-1] = TextRow([Word([*last.words[0].glyphs, *row.words[0].glyphs])], last.top, row.bottom)
        elif out and row.text.startswith("(") and row.text.endswith(")"):
            out[-1] = TextRow([*out[-1].words, *row.words], out[-1].top, row.bottom)
        else:
            out.append(row)
        stacked = is_syllable
    return out
