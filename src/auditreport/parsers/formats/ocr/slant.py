"""The picture of a page → how it lay in the scanner: on its side, and how many degrees aslant."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Places = np.ndarray[Any, np.dtype[np.int64]]

# Degrees: how far a sheet may lie aslant, and the steps in which that is looked for.
_STEEPEST = 3.0
_STEPS = ((0.25, 12), (0.05, 5), (0.01, 5))
_SMALL = 0.25
_PALE = 14
# Pixels of the small picture: longer than any letter is high, so that it is a rule.
_RULE = 30
# As wide as the gap of two letters, narrower than that of two lines.
_GAP = 5
_CLEARLY = 0.95
_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def skew_of(grey: Pixels) -> float:
    """Degrees by which lines run downhill: at that angle their ink falls on the fewest rows."""
    down, across = np.nonzero(_ink(grey))
    best = 0.0
    for step, count in _STEPS:
        angles = [round(best + step * i, 2) for i in range(-count, count + 1)]
        best = max(
            (a for a in angles if abs(a) <= _STEEPEST), key=lambda angle: (_sharpness(across, down, angle), -abs(angle))
        )
    return best


def is_sideways(grey: Pixels) -> bool:
    """Whether lines of text run up or down a page: letters smeared along their line run into words."""
    ink = _ink(grey)
    for shape in ((1, _RULE), (_RULE, 1)):
        ink[cv2.dilate(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8)), np.ones((3, 3))) > 0] = 0
    across, down = (_pieces(cv2.dilate(ink, np.ones(shape, np.uint8))) for shape in ((1, _GAP), (_GAP, 1)))
    return down < _CLEARLY * across


def _pieces(ink: Pixels) -> int:
    count, _ = cv2.connectedComponents(ink, connectivity=8)
    return int(count)


def turned(grey: Pixels, angle: int) -> Pixels:
    """A picture turned clockwise by a multiple of 90 degrees."""
    out: Pixels = cv2.rotate(grey, _TURNS[angle]) if angle else grey
    return out


def levelled(grey: Pixels, angle: float) -> Pixels:
    """A picture turned by a few degrees."""
    high, wide = grey.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    out: Pixels = cv2.warpAffine(grey, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255)
    return out


def _ink(grey: Pixels) -> Pixels:
    small = cv2.resize(grey, None, fx=_SMALL, fy=_SMALL, interpolation=cv2.INTER_AREA)
    out: Pixels = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, _PALE)
    return out


def _sharpness(across: Places, down: Places, angle: float) -> float:
    """How unevenly ink falls on the rows of a sheet turned by some degrees."""
    slope = math.radians(angle)
    rows = np.rint(down * math.cos(slope) - across * math.sin(slope)).astype(np.int64)
    return float(np.square(np.diff(np.bincount(rows - rows.min()))).sum()) if rows.size else 0.0
