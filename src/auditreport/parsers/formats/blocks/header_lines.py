"""The lines above the rows of a table that lost its columns → those that are its header, and its caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditreport import vocab
from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.blocks.lines import Line
from auditreport.parsers.header_words import BRACKET, bracketed, cells_of, is_stub, is_text, is_total

if TYPE_CHECKING:
    from auditreport.parsers.formats.blocks.tokens import Tokens

_MAX_HEADER = 7
_MAX_LINES_ABOVE = 12
_MAX_TITLE = 10
# A piece of a label that wraps.
MAX_PIECE = 16


def header_of(
    lines: list[Line], free: list[bool], cut: dict[int, Tokens], first: int, floor: int
) -> tuple[list[int], int | None]:
    """Indexes of the header lines above the first row, and of the caption above them."""
    size = len(cut[first].cells)
    names: list[int] = []
    caption = None
    i = first - 1
    while i >= floor and free[i] and len(names) < _MAX_LINES_ABOVE:
        value = lines[i].value
        if is_caption(value):
            caption = i
            break
        if ":" in value or value.endswith(vocab.words().sentence) or (i in cut and cut[i].figures >= 2):
            break
        names.insert(0, i)
        i -= 1
    follows_rows = i < floor > 0
    names = _without_label(_without_row(names, lines), lines, free, cut, first)
    alone = next((i for i in names if _names_all(lines[i].value, cut[first])), None)
    if alone is not None and not _goes_on(lines, names, alone, cut[first]) and not _wraps_about(lines, names, alone):
        return [alone], alone - 1 if caption is not None and caption == alone - 1 else None
    names = names[-_MAX_HEADER:]
    while names and not names_column(lines[names[0]].value):
        if caption is not None or len(names) == 1 or _is_mirrored(lines, names) or _may_begin(lines, names):
            break
        names.pop(0)
    if names and not any(names_column(lines[i].value) for i in names):
        words = sum(len(vocab.join_spaced(lines[i].value).split()) for i in names)
        if caption is None and (follows_rows or not size <= words <= size + 2):
            names = []
    if caption is not None and names and names[0] != caption + 1:
        caption = None
    if (
        caption is None
        and names
        and names[0] - 1 >= floor
        and free[names[0] - 1]
        and is_caption(lines[names[0] - 1].value)
    ):
        caption = names[0] - 1
    return names, caption


def _names_all(value: str, row: Tokens) -> bool:
    """Whether a line alone names as many columns as a row has figures, its first title that of the labels."""
    cells = cells_of(value.split())
    titles = [cell for cell in cells if not is_stub(cell)]
    named = [cell for cell in titles if not is_text(cell)]
    has_words = row.figures < len(row.cells)
    fits = len(titles) == len(row.cells) and (has_words or len(named) == len(titles))
    return bool(cells) and is_stub(cells[0]) and (fits or len(named) == row.figures)


def _goes_on(lines: list[Line], names: list[int], alone: int, row: Tokens) -> bool:
    """Whether a line below a line of titles is one of the header as well, not of the first row.

    The label of a row of totals needs no other words.
    """
    below = [lines[i].value for i in names if i > alone]
    is_whole = row.label is not None and is_total(vocab.join_spaced(row.label.value))
    return any(
        names_column(value) or all(map(_is_lower, bracketed(value.split()))) or (is_whole and " " in value)
        for value in below
    )


def _wraps_about(lines: list[Line], names: list[int], alone: int) -> bool:
    """Whether pieces of as many titles stand on the line above a line of titles as below it (일반 / … / 음식점)."""
    at = names.index(alone)
    if at == 0 or at != len(names) - 2:
        return False
    above, below = (lines[names[i]].value.split() for i in (at - 1, at + 1))
    short = all(len(word) <= _MAX_TITLE for word in (*above, *below))
    return len(above) == len(below) and short and not above[-1].endswith(vocab.columns().table_names)


def _is_lower(word: str) -> bool:
    """Whether a word stands below others in a header: a unit in brackets, a grade, a date, the end of a title."""
    ends = word in vocab.words().title_tails or word.endswith(vocab.columns().to_date + vocab.columns().forecast)
    return ends or BRACKET.match(word) is not None or vocab.pattern("grade").match(word) is not None


def _is_mirrored(lines: list[Line], names: list[int]) -> bool:
    """Whether the header has as many lines above that of the first column's title as below it.

    It has where titles stand in the middle of their cells.
    """
    stub = next((at for at, i in enumerate(names) if is_stub(cells_of(lines[i].value.split())[0])), 0)
    words = [word for i in names[:stub] for word in lines[i].value.split()]
    return 0 < stub <= len(names) - 1 - stub and all(len(word) <= _MAX_TITLE for word in words)


def _may_begin(lines: list[Line], names: list[int]) -> bool:
    """Whether the lines above the first known title may be pieces of titles, as more of the header stands below it."""
    known = next((at for at, i in enumerate(names) if names_column(lines[i].value)), len(names))
    above = [lines[i].value for i in names[:known]]
    short = all(len(word) <= _MAX_TITLE for value in above for word in value.split())
    named = any(value.endswith(vocab.columns().table_names) for value in above)
    return known < len(names) - 1 and short and not named


def _without_row(names: list[int], lines: list[Line]) -> list[int]:
    """Lines above a row without those that hold a piece of it: a number or a mark alone, or a list with figures."""
    while names and (_is_lone(lines[names[-1]].value) or is_list(lines[names[-1]].value)):
        names = names[:-1]
    return names


def _without_label(
    names: list[int], lines: list[Line], free: list[bool], cut: dict[int, Tokens], first: int
) -> list[int]:
    """Lines above a row without label, but for the last where it begins the label that a line below the row ends."""
    below = first + 1
    if len(names) < 2 or cut[first].label is not None or below >= len(lines) or not free[below] or below in cut:
        return names
    torn = is_piece(lines, names[-1]) and is_piece(lines, below)
    return names[:-1] if torn and any(_names_labels(lines[i].value) for i in names[:-1]) else names


def is_piece(lines: list[Line], at: int) -> bool:
    """Whether a line can be a piece of a row's label: short, no title of a column, nor of a table below it."""
    value = lines[at].value
    heads = value.endswith(vocab.columns().table_names) or (at + 1 < len(lines) and is_caption(lines[at + 1].value))
    return len(value) <= MAX_PIECE and ":" not in value and not heads and not (is_caption(value) or names_column(value))


def _names_labels(value: str) -> bool:
    """Whether a line of a header begins with the title of the labels (구분, 기금명)."""
    first = cells_of(value.split())[0]
    return is_stub(first) or vocab.squash(first).endswith(vocab.columns().names)


def _is_lone(value: str) -> bool:
    return value.replace(",", "").isdigit() or value in vocab.marks().answers


def is_list(value: str) -> bool:
    """Whether a line lists things with figures, as a cell of words does (설계('17~'18), 토지보상('19~'20), …)."""
    words = value.split()
    return any(word.endswith(",") and any(char.isdigit() for char in word) for word in words)


def names_column(value: str) -> bool:
    """Whether a line holds a known title of a column."""
    joined = vocab.join_spaced(value)
    known = vocab.columns().known
    words = {vocab.squash(re.sub(r"\([^)]*\)", "", word)) for word in joined.split()}
    if words & known or vocab.squash(joined) in known:
        return True
    first = (value.split(maxsplit=1) or [""])[0]
    # Words that only begin like a title are others (지역경제); spaced letters leave no sign where a title ends.
    beginning = vocab.squash(joined) if len(first) == 1 else re.split(r"[^가-힣]", vocab.squash(first))[0]
    stubs = [stub for stub in vocab.columns().stubs if len(stub) > 1]
    return any(beginning.startswith(stub) if len(first) == 1 else beginning == stub for stub in stubs)
