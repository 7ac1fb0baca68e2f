"""Glyphs, as lines of text."""

from __future__ import annotations

from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.rows import read_rows


def glyphs(text: str, x: float, top: float, size: float = 10, gap: float = 0) -> list[Glyph]:
    out = []
    for char in text:
        wide = size if ord(char) > 0x2000 else size / 2
        out.append(Glyph(char, x, top, x + wide, top + size, size, "F"))
        x += wide + gap
    return out


def test_printed_spaces_and_wide_gaps_part_words() -> None:
    [row] = read_rows([*glyphs("예산 현황", 50, 100), *glyphs("972백만원", 130, 100)])
    assert row.text == "예산 현황 972백만원"


def test_type_set_a_little_wider_is_one_word() -> None:
    [row] = read_rows(glyphs("자치단체간부담금", 50, 100, gap=1.2))
    assert row.text == "자치단체간부담금"


def test_raised_small_type_stays_on_its_line() -> None:
    [row] = read_rows([*glyphs("행사", 50, 100, 14), *glyphs("25.9.", 78, 99, 8)])
    assert row.text == "행사25.9."


def test_lines_come_from_the_top_down() -> None:
    rows = read_rows([*glyphs("둘", 50, 120), *glyphs("하나", 50, 100)])
    assert [row.text for row in rows] == ["하나", "둘"]


def test_words_of_type_set_tight_part_where_its_steps_are_wider() -> None:
    tight = [
        Glyph(char, x, 100, x + 12, 112, 12, "F")
        for char, x in zip("대사전개편계획", (50, 56.8, 63.6, 74, 80.8, 91.2, 98), strict=True)
    ]
    [row] = read_rows(tight)
    assert row.text == "대사전 개편 계획"
