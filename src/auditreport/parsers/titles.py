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
from auditreport.parsers.headers.judging import Columns
from auditreport.parsers.headers.orders import orders
from auditreport.parsers.headers.sweep import TooManyError

_FIGURE_IN_BRACKETS = re.compile(r"\(\d[\d,.]*[^)\d]*\)")
_FIGURE = re.compile(r"[\d,]+(?:\.\d+)?")
_NOTE = re.compile(r"^(?:[(\[][^)\]]*[)\]])?\s?\*\s?\S+")


Path = tuple[str, ...]
_MAX_ARRANGEMENTS = 2000
_MAX_SWEPT = 30000


class Titles(NamedTuple):
    """Columns that a header may name: each arrangement lists the title paths of the columns from left to right."""

    arrangements: tuple[tuple[Path, ...], ...]


def read_titles(lines: list[list[str]], vectors: list[list[Decimal | None]]) -> Titles | None:
    """The columns of a header.

    Args:
        lines: the words of each header line, top first.
        vectors: the figures of each row; columns may be more than figures where empty cells were lost.

    Returns:
        The arrangements of columns that the words allow and the sums of the rows do not refute, the likeliest first.
        `None` where the words cannot be divided so that enough columns come out, or in too many ways.
    """
    wanted = max((len(_stripped(vector)) for vector in vectors), default=0)
    sizes = frozenset({wanted, max(map(len, vectors), default=0)})
    if len(lines) > 1 and _stands_above(lines[0]):
        below = read_titles(lines[1:], vectors)
        if below is not None and len(below.arrangements) == 1 and len(below.arrangements[0]) in sizes:
            return below
    if any(sum(bool(_FIGURE.fullmatch(word)) for word in words) > 1 for words in lines[1:]):
        return None
    filled = [words for words in lines if not all(is_stub(cell) for cell in cells_of(words))]
    if not filled:
        return None
    if len(filled) == 1:
        found = [columns for columns in _one_line(filled[0], max(sizes)) if len(columns) >= wanted]
        found = [columns for columns in found if len(columns) in sizes] or found
    else:
        try:
            found = orders(lines, max(wanted, 1), sizes, _MAX_SWEPT)
        except TooManyError:
            return None
    found = weigh(found, [vector for vector in vectors if len(vector) == wanted])
    return Titles(tuple(found)) if 0 < len(found) <= _MAX_ARRANGEMENTS else None


def _stripped(vector: list[Decimal | None]) -> list[Decimal | None]:
    """The figures of a row without words behind them, which may be a remark or a piece of a label."""
    end = len(vector)
    while end and vector[end - 1] is None:
        end -= 1
    return vector[:end]


def _departments(words: list[str], wanted: int) -> list[str] | None:
    """The names of departments that a header prints in letters, without a sign where one ends.

    Departments end in few syllables (과, 관, 국): only a header that can be cut behind these in just one way, into as
    many names as there are figures, is cut (`청 년 정 책 과지산학협력과`).
    """
    bare = [vocab.squash(word) for word in words]
    front = 0
    while front < len(bare) and (not bare[front] or is_stub("".join(bare[: front + 1])) or front == 0):
        front += 1
        if is_stub("".join(bare[:front])):
            break
    if not is_stub("".join(bare[:front])):
        return None
    stub, rest = "".join(bare[:front]), bare[front:]
    totals = [rest.pop(0)] if rest and is_total(rest[0]) else []
    names = _cut_names("".join(rest), wanted - len(totals))
    return [stub, *totals, *names[0]] if len(names) == 1 else None


def _cut_names(run: str, count: int) -> list[list[str]]:
    """The ways to cut a run of syllables into `count` names of departments; two at most."""
    endings = vocab.departments().endings
    found: list[list[str]] = []

    def walk(at: int, names: list[str]) -> None:
        if len(found) > 1 or len(names) > count:
            return
        if at == len(run):
            found.extend([names] if len(names) == count else [])
            return
        for end in range(at + 3, len(run) + 1):
            if run[at:end].endswith(endings):
                walk(end, [*names, run[at:end]])

    if 2 <= count <= 12 and re.fullmatch("[가-힣]+", run) and run.endswith(endings):
        walk(0, [])
    return found


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


def _one_line(words: list[str], wanted: int) -> list[Columns]:
    row = _departments(words, wanted) or cells_of(words)
    row = [cell for cell in row if not is_stub(cell) and not _NOTE.match(cell)]
    if len(row) < wanted:
        row = _parted(row, wanted)
    if len(row) > wanted and not all(is_known(cell) for cell in row):
        merged = _merge(row, wanted)
        if merged is not None:
            return [tuple((cell,) for cell in merged)]
    return [tuple((cell,) for cell in row)]


def _parted(row: list[str], wanted: int) -> list[str]:
    """Part one unknown title of even length into words of two syllables, if just that gives `wanted` titles.

    Letter-spaced titles in a row (버 스 철 도 택 시) leave no sign where one ends; most have two syllables.
    """
    missing = wanted - len(row)
    fitting = [
        i
        for i, cell in enumerate(row)
        if not is_known(cell) and re.fullmatch("[가-힣]+", cell) and len(cell) == 2 * (missing + 1)
    ]
    if len(fitting) != 1:
        return row
    at = fitting[0]
    return [*row[:at], *(row[at][i : i + 2] for i in range(0, len(row[at]), 2)), *row[at + 1 :]]


def _merge(row: list[str], wanted: int) -> list[str] | None:
    """Join neighbours that no vocabulary knows alone, if just one way gives `wanted` titles."""
    spare = len(row) - wanted
    joints = [i for i in range(len(row) - 1) if not is_known(row[i]) and not is_total(row[i + 1])]
    if len(joints) != spare:
        return None
    out: list[str] = []
    for i, cell in enumerate(row):
        if i and i - 1 in joints:
            out[-1] += " " + cell
        else:
            out.append(cell)
    return out
