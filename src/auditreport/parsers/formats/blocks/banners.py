"""The cells of a row that draws a heading (2 │ 현안 과제, 붙임 │ 추진일정) told from those of a table."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport import vocab
from auditreport.parsers.formats.blocks.openings import opening
from auditreport.schemas import Text

_NUMBERED = frozenset({"roman", "number", "filled", "circled"})
_MOST_CELLS = 3
_LONGEST_SIGN = 6


def is_banner(cells: Sequence[str]) -> bool:
    """Whether the only row of a table draws a heading: a number, or the name of an annex, and the title behind it."""
    first, *rest = [cell.strip() for cell in cells]
    if not 1 <= len(rest) < _MOST_CELLS:
        return False
    if vocab.pattern("annex").fullmatch(first):
        return True
    found = opening(Text(f"{first} a", ((0, 0, 1),)), frozenset())
    return len(first) <= _LONGEST_SIGN and found.kind in _NUMBERED and found.body.value == "a"
