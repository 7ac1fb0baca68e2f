"""Lines of pages → which of them are the rest of the line above, by where both begin and end."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from auditreport.parsers.formats.blocks.lines import fold
from auditreport.parsers.formats.blocks.openings import opening
from auditreport.parsers.formats.pdf.pages import ReadPage
from auditreport.parsers.formats.pdf.rows import TextRow

# Points; a margin is where this share of all lines ends.
_NEAR = 2.5
_SHARE = 0.08
_FEWEST = 4
# Parts of the size of type; what stands in brackets is often set smaller.
_ALIKE = 0.6
_SMALLER = 0.75


def mark_wraps(pages: list[ReadPage], aside: list[dict[int, str]]) -> None:
    """Mark the lines that hang below a full one: it ends at the margin, and they begin where its text does.

    Args:
        pages: all pages, their items in reading order.
        aside: for each page the items that are furniture.
    """
    kept = [
        [item for i, item in enumerate(page.items) if i not in gone] for page, gone in zip(pages, aside, strict=True)
    ]
    ends = Counter(round(item.x1) for items in kept for item in items if isinstance(item, TextRow))
    margins = [end for end in ends if _around(ends, end) >= max(_FEWEST, _SHARE * ends.total())]
    for items in kept:
        for above, below in pairwise(items):
            if isinstance(above, TextRow) and isinstance(below, TextRow):
                is_full = any(abs(above.x1 - margin) <= _NEAR for margin in margins)
                below.is_wrap = is_full and not below.is_apart and _hangs(above, below)


def _around(ends: Counter[int], end: int) -> int:
    return sum(ends[near] for near in (end - 1, end, end + 1))


def _hangs(above: TextRow, below: TextRow) -> bool:
    """Whether a line begins below the text of another, behind its mark, in type that is not much smaller or larger."""
    mark = opening(fold(above.text, 0).strip(), frozenset())
    glyphs = [glyph for word in above.words for glyph in word.glyphs]
    first = glyphs[min(len(mark.mark), len(glyphs) - 1)] if mark.kind == "bullet" else glyphs[0]
    size = below.words[0].glyphs[0].size
    sizes = sorted((glyphs[-1].size, size))
    return abs(first.x0 - below.x0) <= _ALIKE * size and sizes[0] >= _SMALLER * sizes[1]
