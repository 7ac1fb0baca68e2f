"""Pictures of lines → characters with their boxes: Tesseract, once with Korean and once for figures alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import cv2
import tesserocr
from PIL import Image

from auditreport.parsers.formats.ocr.render import DPI
from auditreport.parsers.formats.ocr.slant import Pixels

_FIGURES = "0123456789,.-()%"
_MARGIN = 12
_CLOSER = 1.6


class Symbol(NamedTuple):
    """A character as read: its sides in pixels of the picture, whether a space stands before it, how sure it is."""

    text: str
    x0: int
    x1: int
    is_first: bool
    sure: float


class Engine:
    """Tesseract with the data in a folder."""

    def __init__(self, folder: Path) -> None:
        """Load the data of both languages."""
        quiet = {"debug_file": "/dev/null", "user_defined_dpi": str(DPI)}
        self._korean = tesserocr.PyTessBaseAPI(
            path=f"{folder}/", lang="kor", psm=tesserocr.PSM.SINGLE_LINE, oem=tesserocr.OEM.LSTM_ONLY, variables=quiet
        )
        figures = {**quiet, "load_system_dawg": "0", "load_freq_dawg": "0", "load_number_dawg": "0"}
        self._figures = tesserocr.PyTessBaseAPI(
            path=f"{folder}/", lang="eng", psm=tesserocr.PSM.SINGLE_LINE, oem=tesserocr.OEM.LSTM_ONLY, variables=figures
        )
        self._figures.SetVariable("tessedit_char_whitelist", _FIGURES)

    def korean(self, grey: Pixels) -> list[Symbol]:
        """All characters of a line; one that holds a single syllable is sometimes seen as a word only."""
        return _read(self._korean, grey) or _as_word(self._korean, grey)

    def enlarged(self, grey: Pixels) -> list[Symbol]:
        """All characters of a short line, looked at as one word and closer."""
        return _as_word(self._korean, cv2.resize(grey, None, fx=_CLOSER, fy=_CLOSER, interpolation=cv2.INTER_CUBIC))

    def figures(self, grey: Pixels) -> list[Symbol]:
        """The digits and signs of a line, taken to hold nothing else."""
        return _read(self._figures, grey) or _as_word(self._figures, grey)

    def close(self) -> None:
        """Free the data."""
        self._korean.End()
        self._figures.End()


def _as_word(api: Any, grey: Pixels) -> list[Symbol]:
    api.SetPageSegMode(tesserocr.PSM.SINGLE_WORD)
    found = _read(api, grey)
    api.SetPageSegMode(tesserocr.PSM.SINGLE_LINE)
    return found


def _read(api: Any, grey: Pixels) -> list[Symbol]:
    framed = cv2.copyMakeBorder(grey, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=255)
    api.SetImage(Image.fromarray(framed))
    if not api.Recognize():
        return []
    out: list[Symbol] = []
    level = tesserocr.RIL.SYMBOL
    for found in tesserocr.iterate_level(api.GetIterator(), level):
        text = found.GetUTF8Text(level) if not found.Empty(level) else ""
        box = found.BoundingBox(level)
        if text and text.strip() and box:
            is_first = found.IsAtBeginningOf(tesserocr.RIL.WORD)
            out.append(Symbol(text.strip(), box[0] - _MARGIN, box[2] - _MARGIN, is_first, found.Confidence(level)))
    return out
