"""Header of a flattened table → the columns it names, as far as its words tell.

A flattened header is a few lines of words: spaced letters, titles of two words, titles of two levels run together,
pieces of wrapped titles on lines of their own. One line is put together with the vocabulary of columns; how several
lines may go together, `headers` tells.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.header_words import cells_of, is_known, is_stub, is_total
from auditreport.parsers.headers.evidence import weigh
from auditreport.parsers.headers.judging import Columns, Path
from auditreport.parsers.headers.one_line import one_line
from auditreport.parsers.headers.orders import orders
from auditreport.parsers.headers.sweep import TooManyError
from auditreport.schemas import Table

_FIGURE_IN_BRACKETS = re.compile(r"\(\d[\d,.]*[^)\d]*\)")
_FIGURE = re.compile(r"[\d,]+(?:\.\d+)?")
_MAX_ARRANGEMENTS = 2000
_MAX_SWEPT = 30000
# More words name the columns of no table, and each is a step of a recursion.
_MAX_WORDS = 200


class Titles(NamedTuple):
    """Columns that a header may name: each arrangement lists the title paths of the columns from left to right."""

    arrangements: tuple[tuple[Path, ...], ...]


def read_titles(lines: list[list[str]], vectors: list[list[Decimal | None]], *, is_whole: bool = True) -> Titles | None:
    """The columns of a header.

    Args:
        lines: the words of each header line, top first.
        vectors: the figures of each row; columns may be more than figures where empty cells were lost.
        is_whole: whether the first line is surely one of the header; else lines above its first known title may be of
            the text above it.

    Returns:
        The arrangements of columns that the words allow and the sums of the rows do not refute, the likeliest first.
        `None` where the words cannot be divided so that enough columns come out, or in too many ways, and where nothing
        but their number tells that they are titles.
    """
    if sum(map(len, lines)) > _MAX_WORDS:
        return None
    wanted = max((len(_stripped(vector)) for vector in vectors), default=0)
    sizes = frozenset({wanted, max(map(len, vectors), default=0)})
    if len(lines) > 1 and _stands_above(lines[0]):
        below = read_titles(lines[1:], vectors)
        if below is not None and len(below.arrangements) == 1 and len(below.arrangements[0]) in sizes:
            return below
    if any(sum(bool(_FIGURE.fullmatch(word)) for word in words) > 1 for words in lines[1:]):
        return None
    lengths = sizes.union(map(len, vectors), (len(_stripped(vector)) for vector in vectors))
    found: list[Columns] = []
    try:
        for start in range(1 if is_whole else _doubtful(lines) + 1):
            found.extend(_columns(lines[start:], wanted, sizes, lengths))
    except TooManyError:
        return None
    found = weigh(list(dict.fromkeys(found)), [vector for vector in vectors if len(vector) == wanted])
    return Titles(tuple(found)) if 0 < len(found) <= _MAX_ARRANGEMENTS else None


def is_headed(table: Table) -> bool:
    """Whether a caption stands above the header, so that its first line is surely one of it."""
    return table.caption is not None and table.caption.span(0, 1) < table.header[0].cells[0].text.span(0, 1)


def _columns(lines: list[list[str]], wanted: int, sizes: frozenset[int], lengths: frozenset[int]) -> list[Columns]:
    """The orders of columns that some lines allow; too many raise `TooManyError`."""
    filled = [words for words in lines if not all(is_stub(cell) for cell in cells_of(words))]
    if len(filled) == 1:
        return [columns for columns in one_line(filled[0], lengths, wanted) if len(columns) >= wanted]
    return orders(lines, max(wanted, 1), sizes, _MAX_SWEPT) if filled else []


def _doubtful(lines: list[list[str]]) -> int:
    """How many lines stand above the first known title; −1 where there is none."""
    known = (any(is_stub(cell) or is_known(cell) for cell in cells_of(words)) for words in lines)
    return next((at for at, named in enumerate(known) if named), -1)


def _stands_above(words: list[str]) -> bool:
    """Whether a line above a header is the name of the table or running text, no group of columns."""
    if any(word.endswith(",") or _FIGURE_IN_BRACKETS.search(word) for word in words[:-1]):
        return True
    name = re.sub(r"\([^)]*\)$", "", words[-1]) if words else ""
    by = vocab.columns().by
    plain = not any(
        (is_stub(word) and not word.endswith(by)) or is_total(word) or is_known(word) for word in words[:-1]
    )
    return len(words) > 1 and name.endswith(vocab.columns().table_names) and plain


def _stripped(vector: list[Decimal | None]) -> list[Decimal | None]:
    """The figures of a row without words behind them, which may be a remark or a piece of a label."""
    end = len(vector)
    while end and vector[end - 1] is None:
        end -= 1
    return vector[:end]
