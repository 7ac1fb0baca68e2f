"""A text and the ink that it was read from → the place of each character, and where words part.

Tesseract tells the places of Korean characters badly and its spaces at random, so both are told by the ink: stretches
of ink between wide gaps are words, and the text is shared out to them by the widths that its characters have in type.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from auditreport.parsers.formats.ocr.segments import Part

# Widths in parts of a syllable.
_NARROW = 0.3
_HALF = 0.56
_WIDE = 1.0
_DIGITS = 1.8

Doubts = list[tuple[int, int, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Token:
    """A character: its sides in pixels, the readings that its figure may have, whether a space stands before it."""

    text: str
    x0: float
    x1: float
    readings: tuple[str, ...] | None = None
    is_first: bool = False


def spread(text: str, doubts: Doubts, parts: list[Part], gap: float) -> list[Token]:
    """The characters of a text at their places.

    Args:
        text: what the ink says, without spaces.
        doubts: from, to and readings of figures in it that are not sure.
        parts: the ink, at least one piece.
        gap: width of bare paper in pixels that parts words.
    """
    runs = _runs(parts, gap)
    widths = [_width(char) for char in text]
    readings: list[tuple[str, ...] | None] = [None] * len(text)
    for start, end, words in doubts:
        readings[start:end] = [words] * (end - start)
    out: list[Token] = []
    at = 0
    for (x0, x1), count in zip(runs, _shares(widths, [x1 - x0 for x0, x1 in runs]), strict=True):
        whole = sum(widths[at : at + count])
        here = float(x0)
        for k in range(at, at + count):
            after = here + (x1 - x0) * widths[k] / whole
            out.append(Token(text[k], here, after, readings[k]))
            here = after
        at += count
    return out


def part_words(tokens: list[Token], gap: float) -> list[Token]:
    """Tokens from left to right, told before which a word begins."""
    out = tokens[:1]
    for one, other in pairwise(tokens):
        # A narrow 1 stands in the middle of the place that all digits take.
        least = _DIGITS * gap if one.text.isdigit() and other.text.isdigit() else gap
        out.append(replace(other, is_first=other.x0 - one.x1 >= least))
    return out


def _runs(parts: list[Part], gap: float) -> list[tuple[int, int]]:
    """Stretches of ink, from left to right."""
    runs: list[tuple[int, int]] = []
    for part in sorted(parts, key=lambda part: part.x0):
        if runs and part.x0 - runs[-1][1] < gap:
            runs[-1] = runs[-1][0], max(runs[-1][1], part.x1)
        else:
            runs.append((part.x0, part.x1))
    return runs


def _width(char: str) -> float:
    if char in ".,'`·ㆍ:;|!il()[]‘’“”\"":
        return _NARROW
    return _HALF if char < "\u2000" else _WIDE


def _shares(widths: list[float], runs: list[int]) -> list[int]:
    """How many characters each stretch of ink holds: the shares whose widths agree best with those of the ink."""
    count, whole = len(widths), sum(widths) or 1.0
    scale = whole / (sum(runs) or 1)
    sums = [0.0]
    for width in widths:
        sums.append(sums[-1] + width)
    # best[k] = cost of the first k characters on the stretches so far, with the shares that give it.
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for run in runs:
        later: dict[int, tuple[float, list[int]]] = {}
        for k, (cost, shares) in best.items():
            for end in range(k, count + 1):
                held = cost + abs(sums[end] - sums[k] - run * scale)
                if end not in later or held < later[end][0]:
                    later[end] = held, [*shares, end - k]
        best = later
    return best[count][1]
