"""The shape of a piece of ink → the sign that it is: a minus (△ ▲), a dash, or the mark of a bullet.

Tesseract's Korean data knows none of these but the dash, and reads a △ as a letter or not at all.
"""

from __future__ import annotations

import cv2
import numpy as np

from auditreport.parsers.formats.ocr.segments import Part
from auditreport.parsers.formats.ocr.slant import Pixels

# Parts of the height of a line.
_LEAST, _MOST = 0.4, 1.15
_FLAT = 0.22
_LONG = 1.3
# How much of the smallest triangle around it a triangle fills; of its box a square and a circle.
_TRIANGLE = 0.8
_BASE = 0.9
_PALE = 222
_HOLE = 0.3
_BARE, _RIM = 0.2, 0.13
_SQUARE, _CIRCLE = 0.88, 0.72
_FULL = 0.85


def minus(part: Part, mask: Pixels, grey: Pixels, em: float) -> str | None:
    """△ or ▲ (감소), else `None`: apex above, a base drawn from end to end, bare inside or full.

    Args:
        part: the piece of ink.
        mask: 255 where it is.
        grey: the same area of the sheet: a thin base is often paler than what counts as ink.
        em: height of a line.
    """
    if not _is_sized(part, em) or not 0.7 <= part.wide / part.high <= 1.5:
        return None
    _, hull, _ = _outline(mask)
    around, _ = cv2.minEnclosingTriangle(hull)
    area = cv2.contourArea(hull)
    if not around or area < _TRIANGLE * around or area > 0.68 * part.wide * part.high:
        return None
    base = grey[-max(part.high // 5, 2) :].min(axis=0)
    if (base < _PALE).mean() < _BASE or (mask[: max(part.high // 5, 2)].max(axis=0) > 0).mean() > 0.5:
        return None
    inside = _inner_ink(mask, hull)
    return "△" if inside <= _BARE else "▲" if inside >= _FULL else None


def dash(part: Part, em: float) -> str | None:
    """A dash, else `None`."""
    is_dash = part.high <= _FLAT * em and 1.8 * part.high <= part.wide <= _LONG * em and part.wide >= 0.2 * em
    return "-" if is_dash else None


def bullet(part: Part, mask: Pixels, em: float) -> str | None:
    """□ ■ ○ ● at the head of a line, else `None`."""
    if not _is_sized(part, em) or not 0.85 <= part.wide / part.high <= 1.18:
        return None
    outline, hull, hole = _outline(mask)
    area, box = cv2.contourArea(hull), (part.wide - 1) * (part.high - 1)
    if cv2.contourArea(outline) < 0.93 * area:
        return None
    is_full = (mask > 0).sum() >= _FULL * area
    if not is_full and hole < _HOLE * area:
        return None
    if area >= _SQUARE * box:
        return "■" if is_full else "□"
    return ("●" if is_full else "○") if area >= _CIRCLE * box else None


def _inner_ink(mask: Pixels, hull: Pixels) -> float:
    """Share of ink well inside of a hull."""
    core = np.zeros((mask.shape[0] + 2, mask.shape[1] + 2), np.uint8)
    cv2.fillConvexPoly(core, hull, 1)
    rim = max(round(_RIM * mask.shape[0]), 2)
    core = cv2.erode(core, np.ones((2 * rim + 1, 2 * rim + 1), np.uint8))[1:-1, 1:-1]
    return float((mask[core > 0] > 0).mean()) if core.any() else 1.0


def _is_sized(part: Part, em: float) -> bool:
    return _LEAST * em <= part.high <= _MOST * em and part.wide <= 1.4 * em


def _outline(mask: Pixels) -> tuple[Pixels, Pixels, float]:
    """The outer contour of a piece of ink, its convex hull, and the area of its only hole; 0 where it has several."""
    contours, tree = cv2.findContours(
        cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE
    )
    holes = [cv2.contourArea(c) for c, links in zip(contours, tree[0], strict=True) if links[3] >= 0]
    holes = [area for area in holes if area > 0.02 * mask.size]
    outer = max((c for c, links in zip(contours, tree[0], strict=True) if links[3] < 0), key=cv2.contourArea)
    return outer, cv2.convexHull(outer), holes[0] if len(holes) == 1 else 0.0
