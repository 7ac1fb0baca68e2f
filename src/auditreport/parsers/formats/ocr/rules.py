"""A sheet → the rules drawn on it and the areas shaded; the sheet keeps its text alone."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from auditreport.parsers.formats.ocr.sheet import Sheet
from auditreport.parsers.formats.ocr.slant import Pixels
from auditreport.parsers.formats.pdf.lattice import Frame
from auditreport.parsers.formats.pdf.rules import Ruling, Shade, merge_rules

# Inches: longer than any stroke of a letter.
_ACROSS, _DOWN = 0.34, 0.2
_WIDEST = 0.04
_MARGIN = 2
# Share of the brightness of bare paper below which an area is shaded.
_SHADED = 0.965
_SPARSE = 5


def take_rules(sheet: Sheet) -> Ruling:
    """The straight rules of a sheet, which are wiped off it."""
    across = _opened(sheet.ink, sheet.pixels(_ACROSS), 1)
    down = _touching(_opened(sheet.ink, 1, sheet.pixels(_DOWN)), across)
    widest = sheet.pixels(_WIDEST)
    found = Ruling(
        merge_rules((top + high / 2, x, x + wide) for x, top, wide, high in _scaled(across, sheet, widest, 3)),
        merge_rules((x + wide / 2, top, top + high) for x, top, wide, high in _scaled(down, sheet, widest, 2)),
        [],
    )
    for rule in found.across:
        # Where ink is thin a rule breaks; that is no joint of two cells.
        rule.joints.clear()
    drawn = cv2.dilate(cv2.bitwise_or(across, down), np.ones((2 * _MARGIN + 1,) * 2, np.uint8))
    sheet.ink[drawn > 0] = 0
    sheet.grey[drawn > 0] = 255
    return found


def _opened(ink: Pixels, wide: int, high: int) -> Pixels:
    """What of the ink fits a line `wide` × `high`; a rule that is not quite straight is still one."""
    thick = cv2.dilate(ink, np.ones((3, 1) if wide > high else (1, 3), np.uint8))
    out: Pixels = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((high, wide), np.uint8))
    return out


def _touching(mask: Pixels, other: Pixels) -> Pixels:
    """The parts of a mask that touch another: what stands alone is the stroke of a large letter."""
    count, labels = cv2.connectedComponents(mask, connectivity=8)
    near = cv2.dilate(other, np.ones((9, 9), np.uint8)) > 0
    kept = np.zeros(count, np.uint8)
    kept[np.unique(labels[near])] = 255
    kept[0] = 0
    out: Pixels = kept[labels]
    return out


def _scaled(mask: Pixels, sheet: Sheet, widest: int, side: int) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, width and height of the parts of a mask in points; what is thick is no rule but is wiped off too."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for i in range(1, count):
        if stats[i][side] <= widest + 2:
            x, top, wide, high, _ = (float(value) * sheet.scale for value in stats[i])
            yield x, top, wide, high


def shades(frames: list[Frame], sheet: Sheet) -> list[Shade]:
    """The cells that are printed on a darker ground than the paper around."""
    bare = float(np.median(sheet.ground[::_SPARSE, ::_SPARSE]))
    out = []
    for frame in frames:
        for slot in frame.slots:
            box = (
                frame.xs[slot.column],
                frame.ys[slot.row],
                frame.xs[slot.column + slot.column_span],
                frame.ys[slot.row + slot.row_span],
            )
            x0, top, x1, bottom = (round(value / sheet.scale) for value in box)
            area = sheet.ground[top:bottom:_SPARSE, x0:x1:_SPARSE]
            if area.size and float(np.median(area)) < _SHADED * bare:
                out.append(Shade(box, "shaded"))
    return out
