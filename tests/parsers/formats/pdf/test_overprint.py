"""Glyphs printed over themselves."""

from __future__ import annotations

from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.overprint import once


def printed(text: str, x: float, top: float = 100, size: float = 10) -> list[Glyph]:
    return [
        Glyph(char, x + i * size / 2, top, x + (i + 1) * size / 2, top + size, size, "F") for i, char in enumerate(text)
    ]


def text(glyphs: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def test_ten_copies_a_hair_aside_are_one() -> None:
    glyphs = [glyph for i in range(10) for glyph in printed("1. 11,000", 50 + i * 1.5)]
    assert text(once(glyphs)) == "1. 11,000"


def test_equal_digits_side_by_side_stay() -> None:
    assert text(once([*printed("1", 50), *printed("1", 55), *printed("1", 60)])) == "111"


def test_equal_words_on_two_lines_stay() -> None:
    assert text(once([*printed("22", 50), *printed("22", 50, top=112)])) == "2222"


def test_equal_words_in_neighbouring_cells_stay() -> None:
    assert text(once([*printed("12", 50), *printed("x", 20), *printed("12", 62)])) == "12x12"


def test_copies_made_glyph_by_glyph_are_one() -> None:
    glyphs = [Glyph("9", 50 + i * 0.4, 100, 55 + i * 0.4, 110, 10, "F") for i in range(4)]
    assert text(once(glyphs)) == "9"
