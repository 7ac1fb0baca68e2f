"""Glyphs printed several times over themselves (겹쳐 찍은 글자) → each of them once.

Bold and shadowed headings are printed again, a hair's breadth aside. Copies are told by whole runs: the same string in
the same font, displaced less than a glyph from the copy before. Two equal digits side by side are two digits and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from auditreport.parsers.formats.pdf.glyphs import Glyph

_AWAY = 0.6
_AWAY_LINE = 0.35
_OVERLAP = 0.5
_COPIES = 3


def once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without copies of runs, nor piles of one glyph, in their order."""
    kept: list[Glyph] = []
    seen: dict[tuple[str, str, int], list[Glyph]] = {}
    for run in _runs(glyphs):
        visible = "".join(glyph.text for glyph in run).strip()
        key = (visible, run[0].font, round(run[0].size * 4))
        first = next((glyph for glyph in run if not glyph.text.isspace()), run[0])
        earlier = seen.setdefault(key, [])
        is_copy = bool(visible) and any(_is_copy(first, other, len(visible)) for other in earlier)
        earlier.append(first)
        if not is_copy:
            kept.extend(run)
    return _without_piles(kept)


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that follow each other on a line, in one font and size."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(last: Glyph, glyph: Glyph) -> bool:
    return (
        glyph.font == last.font
        and abs(glyph.size - last.size) < 0.1
        and abs(glyph.top - last.top) < 0.2 * last.size
        and last.x0 < glyph.x0 < last.x1 + 3 * last.size
    )


def _is_copy(glyph: Glyph, other: Glyph, length: int) -> bool:
    """Whether a run that begins with `glyph` prints again what `other` began; a lone glyph must cover the other."""
    aside, above = abs(glyph.x0 - other.x0), abs(glyph.top - other.top)
    if above > _AWAY_LINE * other.size:
        return False
    if length == 1:
        return aside < _OVERLAP * max(other.x1 - other.x0, 0.1)
    return aside <= _AWAY * other.size


def _without_piles(glyphs: list[Glyph]) -> list[Glyph]:
    """Without glyphs that lie on others of their kind, where three or more do so: copies made glyph by glyph."""
    out: list[Glyph] = []
    for _, group in groupby(glyphs, key=lambda glyph: (glyph.text, glyph.font)):
        pile = list(group)
        heaped = [pile[0]]
        for glyph in pile[1:]:
            last = heaped[-1]
            covers = glyph.x0 - last.x0 < _OVERLAP * (last.x1 - last.x0) and glyph.x0 >= last.x0 - 0.01
            if len(pile) >= _COPIES and covers and abs(glyph.top - last.top) < _AWAY_LINE * last.size:
                continue
            heaped.append(glyph)
        out.extend(heaped)
    return out
