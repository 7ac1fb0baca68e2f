"""Pages side by side → running heads and page numbers told apart, tables joined over page breaks."""

from __future__ import annotations

import re
from collections import Counter

from auditreport import vocab
from auditreport.parsers.formats.pdf.grids import PageGrid
from auditreport.parsers.formats.pdf.pages import ReadPage
from auditreport.parsers.formats.pdf.rows import TextRow

# The part of a page at its top and bottom where running heads stand, and on how many pages the same line has to stand.
_EDGE = 0.12
_PAGES = 3
_SHARE = 0.4
# What points from one box of a diagram to the next and stands on a line by itself.
_ARROWS = re.compile(r"[\u2190-\u21ff\u2794\u2798-\u27af\u27b1-\u27be\u25b6\u25ba\s]+")
_BARE_NUMBER = re.compile(r"\d{1,4}|\d{1,4}\s?/\s?\d{1,4}")


def find_furniture(pages: list[ReadPage]) -> list[dict[int, str]]:
    """For each page the reason for each item that belongs to the page and not to the report."""
    seen = Counter(key for page in pages for key in {_key(page, i) for i in range(len(page.items))} - {None})
    least = max(_PAGES, _SHARE * len(pages))
    out: list[dict[int, str]] = []
    for page in pages:
        aside: dict[int, str] = {}
        for i, item in enumerate(page.items):
            if isinstance(item, TextRow) and _ARROWS.fullmatch(item.text):
                aside[i] = "arrow"
            key = _key(page, i)
            if key is None or not isinstance(item, TextRow):
                continue
            if vocab.pattern("page_mark").match(item.text):
                aside[i] = "page number"
            elif seen[key] >= least:
                aside[i] = "page number" if _BARE_NUMBER.fullmatch(item.text) else "running head"
        out.append(aside)
    return out


def _key(page: ReadPage, i: int) -> tuple[str, int] | None:
    """What a line at the edge of a page says, figures apart, and its height; `None` for what stands elsewhere."""
    item = page.items[i]
    height = page.turn.upright_height
    if not isinstance(item, TextRow) or _EDGE * height < item.middle < (1 - _EDGE) * height:
        return None
    return re.sub(r"\d+", "0", "".join(item.text.split())), round(item.middle / 6)


def join_tables(pages: list[ReadPage], aside: list[dict[int, str]]) -> None:
    """Give tables that go on at the top of the next page to the table that they continue."""
    open_grid: PageGrid | None = None
    for page, lines in zip(pages, aside, strict=True):
        inner = [i for i in range(len(page.items)) if i not in lines]
        if not inner:
            continue
        first = page.items[inner[0]]
        if open_grid is not None and isinstance(first, PageGrid) and first.has_columns_of(open_grid):
            open_grid.continued.append(first)
            first.is_continuation = True
            if len(inner) > 1:
                last = page.items[inner[-1]]
                open_grid = last if isinstance(last, PageGrid) else None
            continue
        last = page.items[inner[-1]]
        open_grid = last if isinstance(last, PageGrid) else None
