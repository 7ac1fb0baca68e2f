"""Facts that a comparison rests on (출처) → their numbers in the list of sources, and their places in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from auditreport.render.messages import N_
from auditreport.schemas.comparison import Comparison, FactPlace

_LINE = N_("line {lines}")
_PAGE = N_("p. {page}")
# Lines of a passage on each side of the figure's own.
_LINES = 2
_EMPTY_LINES = re.compile(r"\n\s*\n")


def numbered(comparison: Comparison) -> dict[str, int]:
    """The number of each source, counted from 1 in the order of the comparison."""
    return {source.fact: number for number, source in enumerate(comparison.sources, start=1)}


def by_fact(comparison: Comparison) -> dict[str, FactPlace]:
    """The sources by the id of their fact."""
    return {source.fact: source for source in comparison.sources}


def passage(source: FactPlace) -> tuple[str, str]:
    """The words before and behind a figure: a few lines, without the empty ones between them."""
    before = _EMPTY_LINES.sub("\n", source.before).split("\n")
    after = _EMPTY_LINES.sub("\n", source.after).split("\n")
    cut = before[: -_LINES - 1], after[_LINES + 1 :]
    first, last = ("…\n" if any(map(str.strip, left)) else "" for left in cut)
    before_it = f"{first}{chr(10).join(before[-_LINES - 1 :])}".lstrip("\n")
    return before_it, f"{chr(10).join(after[: _LINES + 1])}".rstrip("\n") + (last and f"\n{last.strip()}")


def where(source: FactPlace, translate: Callable[[str], str]) -> str:
    """Line or page of a source, as far as its format has them."""
    if source.line is not None:
        return translate(_LINE).format(lines=source.line)
    return translate(_PAGE).format(page=source.page) if source.page is not None else ""


def address(source: FactPlace, translate: Callable[[str], str]) -> str:
    """A source as `report.txt:12`, or with its page."""
    if source.line is not None:
        return f"{source.path}:{source.line}"
    return ", ".join(word for word in (source.path, where(source, translate)) if word)
