"""A page of a PDF → its picture in shades of grey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

DPI = 300
POINTS = 72
# A page of 2 m² at 300 dpi, far beyond what a report has.
_MOST_PIXELS = 60_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as printed.

    Attributes:
        grey: rows × columns, 0 black to 255 white.
        scale: points per pixel.
        width: of the page as delivered, in points.
        height: of the page as delivered, in points.
        dpi: pixels per inch of the scan itself, where it is coarser than the picture; `None` where it is not known.
    """

    grey: np.ndarray[Any, np.dtype[np.uint8]]
    scale: float
    width: float
    height: float
    dpi: float | None


def render(page: pypdfium2.PdfPage) -> Picture:
    """The picture of a page at 300 dpi; a huge one comes out coarser."""
    width, height = page.get_size()
    zoom = min(DPI / POINTS, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=zoom, grayscale=True)
    grey = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    return Picture(grey.reshape(grey.shape[:2]), width / grey.shape[1], width, height, _resolution(page))


def _resolution(page: pypdfium2.PdfPage) -> float | None:
    """Pixels per inch of the largest picture on a page."""
    found: list[tuple[float, float]] = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = item.get_bounds()
        wide, high = right - left, top - bottom
        across, down = item.get_px_size()
        if wide > 0 and high > 0:
            # On a turned page the pixels run the other way.
            found.append((wide * high, POINTS * (across * down / (wide * high)) ** 0.5))
    return max(found)[1] if found else None
