"""Frames that draw a heading: a number or the name of an annex in a box, and the title beside it → a line each."""

from __future__ import annotations

from itertools import pairwise

from auditreport.parsers.formats.blocks.banners import is_banner
from auditreport.parsers.formats.blocks.tokens import is_figure
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.lattice import Frame
from auditreport.parsers.formats.pdf.rows import TextRow, read_rows

# Points, and lines of a title with what is said beside it in smaller type.
_HIGHEST = 60.0
_MOST_LINES = 3


def read_banners(frames: list[Frame], glyphs: list[Glyph]) -> tuple[list[TextRow], list[Glyph]]:
    """The headings that frames draw, and the glyphs outside of them.

    Colour gradients leave rules that part no rows, so that only columns are looked at.
    """
    out: list[TextRow] = []
    for frame in frames:
        x0, top, x1, bottom = frame.box
        if len(frame.xs) == 2 or bottom - top > _HIGHEST:
            continue
        inside = [glyph for glyph in glyphs if x0 <= glyph.centre < x1 and top <= glyph.middle < bottom]
        columns = [read_rows(glyph for glyph in inside if a <= glyph.centre < b) for a, b in pairwise(frame.xs)]
        columns = [lines for lines in columns if lines]
        if not columns or len(columns[0]) > 1 or any(len(lines) > _MOST_LINES for lines in columns):
            continue
        texts = [" ".join(line.text for line in lines) for lines in columns]
        if is_banner(texts) and not any(map(is_figure, texts[1:])):
            ordered = [line for lines in columns for line in sorted(lines, key=_size, reverse=True)]
            out.append(TextRow([word for line in ordered for word in line.words], top, bottom, is_banner=True))
            gone = {id(glyph) for glyph in inside}
            glyphs = [glyph for glyph in glyphs if id(glyph) not in gone]
    return out, glyphs


def _size(line: TextRow) -> float:
    return round(max(glyph.size for word in line.words for glyph in word.glyphs))
