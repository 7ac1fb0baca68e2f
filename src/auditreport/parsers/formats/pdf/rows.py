"""Glyphs → rows of text as printed: which glyphs stand on one line, and where its words part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from auditreport.parsers.formats.pdf.glyphs import Glyph

# Parts of a glyph's height. Korean type is spaced by up to a tenth of a glyph without a space being meant.
_SAME_LINE = 0.38
_SPACE = 0.22
_SPACE_LEAST = 1.6
_TIGHT, _TIGHT_STEPS = 0.8, 4


@dataclass(slots=True)
class Word:
    """Glyphs without white space between them, from left to right."""

    glyphs: list[Glyph]

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        """Left side."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Right side."""
        return max(glyph.x1 for glyph in self.glyphs)


@dataclass(slots=True)
class Words:
    """Words side by side."""

    words: list[Word]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Left side."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right side."""
        return max(word.x1 for word in self.words)


@dataclass(slots=True)
class TextRow(Words):
    """A line of text as printed.

    One that stands apart continues nothing before it, one that wraps is the rest of the line above, and one in a
    banner is a heading.
    """

    top: float
    bottom: float
    is_apart: bool = False
    is_wrap: bool = False
    is_banner: bool = False

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


def read_rows(glyphs: Iterable[Glyph]) -> list[TextRow]:
    """The lines of text that glyphs make, from the top down."""
    rows = []
    for line in _lines(glyphs):
        words = _words(sorted(line, key=lambda glyph: (glyph.x0, glyph.x1)))
        if words:
            inked = [glyph for word in words for glyph in word.glyphs]
            rows.append(TextRow(words, min(g.top for g in inked), max(g.bottom for g in inked)))
    return rows


def _lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs whose middles stand at about the same height, measured by the tallest of the line."""
    lines: list[list[Glyph]] = []
    middle, height = 0.0, 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.top + glyph.bottom, glyph.x0)):
        tall = glyph.bottom - glyph.top
        if lines and abs(glyph.middle - middle) <= _SAME_LINE * max(tall, height):
            lines[-1].append(glyph)
            middle += (glyph.middle - middle) / len(lines[-1])
            height = max(height, tall)
        else:
            lines.append([glyph])
            middle, height = glyph.middle, tall
    return lines


def _words(line: list[Glyph]) -> list[Word]:
    words: list[Word] = []
    pitch = _pitch(line)
    parted = True
    for glyph in line:
        if glyph.text.isspace():
            parted = True
            continue
        if not parted:
            last = words[-1].glyphs[-1]
            size = min(glyph.size, last.size)
            parted = glyph.x0 - last.x1 > max(_SPACE * size, _SPACE_LEAST) or (
                pitch > 0 and _is_wide(last) and glyph.x0 - last.x0 > pitch + _SPACE * size
            )
        if parted:
            words.append(Word([]))
        words[-1].glyphs.append(glyph)
        parted = False
    return words


def _pitch(line: list[Glyph]) -> float:
    """How far apart syllables stand in type that is set so tight that its boxes overlap; else 0."""
    steps = [(b.x0 - a.x0, a.x1 - a.x0) for a, b in pairwise(line) if _is_wide(a) and _is_wide(b)]
    if len(steps) < _TIGHT_STEPS:
        return 0.0
    step, width = sorted(steps)[len(steps) // 2]
    return step if step < _TIGHT * width else 0.0


def _is_wide(glyph: Glyph) -> bool:
    return glyph.text >= "\u2e80"
