"""A line of text → chunks: words that stand close enough to be one cell's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditreport.parsers.formats.blocks.tokens import is_figure
from auditreport.parsers.formats.pdf.rows import TextRow, Word, Words

_CLOSE_EM = 0.62
_LETTER_EM = 1.3
_SYLLABLE = re.compile(r"[\uac00-\ud7a3]")


@dataclass(slots=True)
class Chunk(Words):
    """Words side by side, with the line that they stand on."""

    line: int
    middle: float

    @property
    def centre(self) -> float:
        """Middle from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure or a dash."""
        return is_figure(self.text)


def cut(row: TextRow, line: int, left: float, right: float) -> list[Chunk]:
    """The chunks of a line between two places; `line` is its number."""
    out: list[Chunk] = []
    for word in row.words:
        if not left <= (word.x0 + word.x1) / 2 <= right:
            continue
        if out and _belongs(out[-1].words[-1], word, out[-1]):
            out[-1].words.append(word)
        else:
            out.append(Chunk([word], line, row.middle))
    return out


def _belongs(last: Word, word: Word, chunk: Chunk) -> bool:
    gap = word.x0 - last.x1
    size = word.glyphs[0].size
    if _SYLLABLE.fullmatch(last.text) and _SYLLABLE.fullmatch(word.text):
        return gap <= _LETTER_EM * size
    return gap <= _CLOSE_EM * size and not (is_figure(word.text) and chunk.is_figure)
