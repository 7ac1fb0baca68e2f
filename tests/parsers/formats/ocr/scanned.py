"""Scanned pages for the tests: a table of ours drawn at 300 dpi, laid on a page and made worse by fixed seeds.

`fixtures/scans/budget.png` holds a heading, a caption, a table with open sides and two bullets, in a Korean font.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from auditreport.parsers.formats.ocr.installed import available

FIXTURE = Path(__file__).resolve().parents[3] / "fixtures" / "scans" / "budget.png"
MISSING = [need.name for need in available() if need.found is None]
# `make ocr` and Debian's tesseract-ocr-kor install what is missing; .ci/run does both.
needs_ocr = pytest.mark.skipif(bool(MISSING), reason=f"to read scans, these are missing: {', '.join(MISSING)}")

CELLS = [
    ["계", "153,480", "150,270", "3,210"],
    ["감사 운영", "84,600", "91,850", "△7,250"],
    ["청렴 시책", "21,340", "9,670", "11,670"],
    ["민원 조사", "47,540", "48,750", "△1,210"],
]


def drawn(change: dict[tuple[int, int, int, int], tuple[int, int]] | None = None) -> Image.Image:
    """The fixture on a page of A4; `change` copies a box of the fixture to another place before that."""
    table = Image.open(FIXTURE).convert("L")
    for box, place in (change or {}).items():
        table.paste(table.crop(box), place)
    page = Image.new("L", (2480, 3508), 255)
    page.paste(table, (400, 300))
    return page


def scanned(page: Image.Image, slant: float = 0.0, noise: float = 0.0, dpi: int = 300, turn: int = 0) -> bytes:
    """A PDF that holds the picture of a page: slanted and turned by degrees, with noise in greys."""
    page = page.resize((2480 * dpi // 300, 3508 * dpi // 300), Image.Resampling.LANCZOS) if dpi != 300 else page
    page = page.rotate(slant, Image.Resampling.BICUBIC, fillcolor=255).rotate(turn, expand=True)
    grey = np.asarray(page, dtype=np.float32) * 0.9 + 15
    grey += np.random.default_rng(7).normal(0, noise, grey.shape)
    out = BytesIO()
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(out, "PDF", resolution=dpi)
    return out.getvalue()
