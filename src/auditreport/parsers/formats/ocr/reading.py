"""A piece of a line → its glyphs; figures are read twice, and what the readings tell differently is marked."""

from __future__ import annotations

import re

import numpy as np

from auditreport.parsers.formats.ocr import figures, signs
from auditreport.parsers.formats.ocr.engine import Engine, Symbol
from auditreport.parsers.formats.ocr.segments import Ink, Part, Segment
from auditreport.parsers.formats.ocr.sheet import Sheet
from auditreport.parsers.formats.ocr.slant import Pixels
from auditreport.parsers.formats.ocr.spread import Doubts, Token, part_words, spread
from auditreport.parsers.formats.ocr.titles import mend
from auditreport.parsers.formats.pdf.glyphs import Glyph

# Parts of the height of a line: bare paper as wide as this is a space.
_SPACE = 0.27
_PAD = 3
_SYLLABLE = re.compile(r"[가-힣]")
_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")
# A syllable or another letter, then nothing but digits.
_AFTER_ONE = re.compile(r"\D[\d,.]+%?")
# Width of a syllable in parts of its height: none is narrower.
_NARROWEST = 0.72
_FONT = "scan"
# What a △ is read as whose base is too pale.
_ROOFS = "^ˆ∧Λ"


class Reader:
    """Reads pieces of lines of one sheet."""

    def __init__(self, sheet: Sheet, ink: Ink, engine: Engine) -> None:
        """Keep the sheet, its ink, and what reads it."""
        self._sheet, self._ink, self._engine = sheet, ink, engine
        self._sure: list[float] = []

    @property
    def sure(self) -> float:
        """How sure the syllables are that were read so far, in percent."""
        return sum(self._sure) / len(self._sure) if self._sure else 0.0

    def read(self, segment: Segment) -> list[Glyph]:
        """The glyphs of a piece of a line, from left to right."""
        marks, rest = self._signs(segment)
        tokens = [Token(sign, part.x0, part.x1) for part, sign in marks]
        if rest:
            text, doubts = self._text(rest)
            if not text and any(part.high > 0.5 * self._ink.em for part in rest):
                text = "\ufffd"
            tokens.extend(spread(text, doubts, rest, _SPACE * self._ink.em))
        tokens.sort(key=lambda token: token.x0)
        return self._glyphs(segment, part_words(tokens, _SPACE * self._ink.em))

    def _text(self, parts: list[Part]) -> tuple[str, Doubts]:
        grey = self._crop(parts)
        symbols = self._engine.korean(grey)
        self._sure.extend(symbol.sure for symbol in symbols if _SYLLABLE.match(symbol.text))
        if _is_figure(_text(symbols), parts):
            return self._figure(grey, _text(symbols), parts)
        return self._numerals(grey, symbols, parts)

    def _signs(self, segment: Segment) -> tuple[list[tuple[Part, str]], list[Part]]:
        """The parts that are signs by their shape, and the others."""
        em = self._ink.em
        marks: list[tuple[Part, str]] = []
        rest = []
        for part in segment.parts:
            mask = self._ink.mask(part)
            grey = self._sheet.grey[part.top : part.bottom, part.x0 : part.x1]
            sign = signs.minus(part, mask, grey, em)
            if sign is None and part is segment.parts[0]:
                gap = min((p.x0 for p in segment.parts[1:]), default=part.x1 + int(em)) - part.x1
                alone = gap >= _SPACE * em
                sign = (signs.dash(part, em) or signs.bullet(part, mask, em)) if alone else None
            if sign is None:
                rest.append(part)
            else:
                marks.append((part, sign))
        return marks, rest

    def _crop(self, parts: list[Part]) -> Pixels:
        """The grey picture of some parts, all else white."""
        x0, x1 = min(p.x0 for p in parts) - _PAD, max(p.x1 for p in parts) + _PAD
        top, bottom = min(p.top for p in parts) - _PAD, max(p.bottom for p in parts) + _PAD
        x0, top = max(x0, 0), max(top, 0)
        grey = self._sheet.grey[top:bottom, x0:x1].copy()
        labels = self._ink.labels[top:bottom, x0:x1]
        foreign = (labels > 0) & ~np.isin(labels, [p.label for p in parts])
        grey[foreign] = 255
        return grey

    def _figure(self, grey: Pixels, one: str, parts: list[Part]) -> tuple[str, Doubts]:
        """A line that is one figure, with the readings that it may have where they differ."""
        other = _text(self._engine.figures(grey))
        if _SYLLABLE.search(one) and _is_wordy(one) and not figures.fits_shapes(other, parts):
            return one, []
        text = other if figures.is_plausible(other) or not figures.is_plausible(one) else one
        if not text:
            return one, [(0, len(one), (one,))] if any(char.isdigit() or char in _ROOFS for char in one) else []
        if figures.fits_shapes(text, parts) and self._agree(one, other, grey, parts):
            return max((other, one), key=lambda read: (figures.is_plausible(read), read.count(","))), []
        return text, [(0, len(text), tuple(dict.fromkeys(word for word in (text, one, other) if word)))]

    def _agree(self, one: str, other: str, grey: Pixels, parts: list[Part]) -> bool:
        """Whether the Korean reading of a figure bears out the other, at the first try or enlarged at the second."""
        if figures.same(one, other):
            return True
        if figures.is_plausible(other) and figures.same_digits(one, other):
            return figures.has_commas(other, parts)
        return figures.is_plausible(other) and figures.same(_text(self._engine.enlarged(grey)), other)

    def _numerals(self, grey: Pixels, symbols: list[Symbol], parts: list[Part]) -> tuple[str, Doubts]:
        """A line of words with each figure in it read once more."""
        doubts: Doubts = []
        text = mend(_text(symbols), [symbol.sure for symbol in symbols for _ in symbol.text])
        tokens = spread(text, [], parts, _SPACE * self._ink.em)
        left = max(min(part.x0 for part in parts) - _PAD, 0)
        for match in _NUMERAL.finditer(text):
            x0, x1 = tokens[match.start()].x0 - left, tokens[match.end() - 1].x1 - left
            piece = grey[:, max(round(x0) - _PAD, 0) : round(x1) + _PAD]
            again = _text(self._engine.figures(piece)).strip("-.,") if piece.size else ""
            if not figures.same(match.group(), again):
                doubts.append((*match.span(), tuple(dict.fromkeys(word for word in (match.group(), again) if word))))
        return text, doubts

    def _glyphs(self, segment: Segment, tokens: list[Token]) -> list[Glyph]:
        """Tokens as glyphs of the height of the line, with spaces where the paper is bare."""
        scale, em = self._sheet.scale, self._ink.em
        middle, high = (segment.top + segment.bottom) / 2, max(segment.bottom - segment.top, 0.8 * em)
        top, bottom, size = (middle - high / 2) * scale, (middle + high / 2) * scale, max(high, em) * scale
        out: list[Glyph] = []
        for token in tokens:
            if out and token.is_first:
                out.append(Glyph(" ", out[-1].x1, top, token.x0 * scale, bottom, size, _FONT))
            elif out:
                out[-1].x1 = token.x0 * scale
            sides = token.x0 * scale, token.x1 * scale
            out.append(Glyph(token.text, sides[0], top, sides[1], bottom, size, _FONT, token.readings))
        return out


def _text(symbols: list[Symbol]) -> str:
    return "".join(symbol.text for symbol in symbols)


def _is_figure(text: str, parts: list[Part]) -> bool:
    """Whether a line may be one figure, whatever the Korean data reads in it.

    Its shapes stand as those of digits do and most are not read as such; it holds no syllable; or nothing but one in
    front of digits, which may be a minus; or the ink is too narrow for the syllables.
    """
    if _is_wordy(text) and figures.is_aligned(parts):
        return True
    if not _SYLLABLE.search(text):
        return any(char.isdigit() for char in text) or len(text) <= 4
    high = max(part.bottom for part in parts) - min(part.top for part in parts)
    wide = max(part.x1 for part in parts) - min(part.x0 for part in parts)
    syllables = len(_SYLLABLE.findall(text))
    return wide < _NARROWEST * high * syllables or bool(_AFTER_ONE.fullmatch(text))


def _is_wordy(text: str) -> bool:
    """Whether digits are the lesser part of a text."""
    return 2 * sum(char.isdigit() for char in text) < len(text)
