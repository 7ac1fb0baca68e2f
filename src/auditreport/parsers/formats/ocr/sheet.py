"""The picture of a page → a sheet: upright, freed of noise, its ink told from its paper."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from auditreport.parsers.formats.ocr.render import POINTS, Picture
from auditreport.parsers.formats.ocr.slant import Pixels, is_sideways, levelled, skew_of, turned
from auditreport.parsers.formats.pdf.glyphs import Turn
from auditreport.schemas import Box

# Parts of an inch: the blur that evens out the grain of a scan, the area over which paper is told from ink.
_GRAIN = 1 / 250
_AROUND = 0.17
_DARKER = 40
# Percent of the page that is lighter than ink at most; greys between paper and ink at least.
_BLACK_AT = 0.5
_CONTRAST = 110
# Inches: broader than a stroke of ink, narrower than a shaded area.
_BROADEST = 0.1
_SPARSE = 5


@dataclass(frozen=True)
class Tilt(Turn):
    """A turn, and the few degrees by which the sheet lay aslant."""

    skew: float = 0.0

    def delivered(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A box on the upright page → the smallest box around it on the page as delivered."""
        corners = [self._slanted(x, y) for x in (x0, x1) for y in (top, bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        # The zero-argument form does not know its class in a dataclass with slots.
        return Turn.delivered(self, min(across), min(down), max(across), max(down))

    def _slanted(self, x: float, y: float) -> tuple[float, float]:
        wide, high = (self.height, self.width) if self.angle in (90, 270) else (self.width, self.height)
        cos, sin = math.cos(math.radians(self.skew)), math.sin(math.radians(self.skew))
        across, down = x - wide / 2, y - high / 2
        return wide / 2 + across * cos - down * sin, high / 2 + across * sin + down * cos


@dataclass(slots=True)
class Sheet:
    """A page that stands upright.

    Attributes:
        grey: rows × columns, 0 black to 255 white, evened out.
        ink: 255 where ink is, else 0.
        ground: the paper below the ink, darker where it is shaded.
        scale: points per pixel.
        turn: leads back to the page as delivered.
    """

    grey: Pixels
    ink: Pixels
    ground: Pixels
    scale: float
    turn: Tilt

    def pixels(self, inches: float, least: int = 1) -> int:
        """A length in pixels."""
        return max(round(inches * POINTS / self.scale), least)

    def points(self, x0: int, top: int, x1: int, bottom: int) -> Box:
        """A box of pixels in points."""
        return x0 * self.scale, top * self.scale, x1 * self.scale, bottom * self.scale


def lay(picture: Picture, *, is_upside_down: bool = False) -> Sheet:
    """Put a picture upright and free it of noise; which end of it is up its lines do not show."""
    grain = _GRAIN * POINTS / picture.scale
    smooth = cv2.GaussianBlur(picture.grey, (0, 0), grain)
    angle = 90 * is_sideways(smooth) + 180 * is_upside_down
    smooth = turned(smooth, angle)
    skew = skew_of(smooth)
    level = levelled(smooth, skew) if skew else smooth
    sheet = Sheet(level, level, level, picture.scale, Tilt(angle, picture.width, picture.height, skew))
    wide = sheet.pixels(_BROADEST)
    sheet.ground = cv2.morphologyEx(level, cv2.MORPH_CLOSE, np.ones((wide, wide), np.uint8))
    clear = _stretched(cv2.divide(level, sheet.ground, scale=255))
    sheet.grey = clear
    around = sheet.pixels(_AROUND) | 1
    sheet.ink = cv2.adaptiveThreshold(clear, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, _DARKER)
    return sheet


def _stretched(grey: Pixels) -> Pixels:
    """From the darkest ink to the paper over the whole range of greys; paper has a little grain of its own."""
    dark, white = np.percentile(grey[::_SPARSE, ::_SPARSE], (_BLACK_AT, 50))
    black = min(float(dark), float(white) - _CONTRAST)
    table = np.clip((np.arange(256) - black) * (255 / (float(white) - black)), 0, 255).astype(np.uint8)
    spread: Pixels = cv2.LUT(grey, table)
    return spread
