"""Header of a flattened table → the columns it names, as far as its words tell.

A flattened header is a few lines of words: spaced letters, titles of two words, titles of two levels run together,
pieces of a wrapped title on a line of their own. Titles are put together with the vocabulary of columns; the levels are
told by cycles (a title or grade that begins again begins under the next group).
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations, combinations_with_replacement
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.header_words import BRACKET, cells_of, is_known, is_stub, is_total

_FIGURE_IN_BRACKETS = re.compile(r"\(\d[\d,.]*[^)\d]*\)")
_NOTE = re.compile(r"^(?:[(\[][^)\]]*[)\]])?\s?\*\s?\S+")


Path = tuple[str, ...]
_MAX_ARRANGEMENTS = 64


class Titles(NamedTuple):
    """Columns that a header may name: each arrangement lists the title paths of the columns from left to right."""

    arrangements: tuple[tuple[Path, ...], ...]


def read_titles(lines: list[list[str]], vectors: list[list[Decimal | None]]) -> Titles | None:
    """The columns of a header.

    Args:
        lines: the words of each header line, top first.
        vectors: the figures of each row; columns may be more than figures where empty cells were lost.

    Returns:
        The arrangements of columns that the words allow and the sums of the rows do not refute, or `None` where the
        words cannot be divided so that enough columns come out.
    """
    wanted = max((len(vector) for vector in vectors), default=0)
    if len(lines) > 1 and _stands_above(lines[0]):
        below = read_titles(lines[1:], vectors)
        if below is not None and len(below.arrangements) == 1 and len(below.arrangements[0]) == wanted:
            return below
    rows = [_departments(words, wanted) or cells_of(words) for words in lines]
    rows = [[cell for cell in row if not is_stub(cell)] for row in rows]
    rows = [row for row in _join_brackets([row for row in rows if row]) if row]
    if not rows:
        return None
    found = _one_line(rows[0], wanted) if len(rows) == 1 else _many_lines(rows, wanted)
    found = [columns for columns in found if len(columns) >= wanted]
    exact = [columns for columns in found if len(columns) == wanted]
    found = exact or found
    if not found or len(found) > _MAX_ARRANGEMENTS:
        return None
    return Titles(tuple(_not_refuted(found, [v for v in vectors if len(v) == wanted])))


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


def _join_brackets(rows: list[list[str]]) -> list[list[str]]:
    """A bracket that opens a line belongs to the last title of the line above."""
    out: list[list[str]] = []
    for row in rows:
        row = list(row)
        if out and BRACKET.match(row[0]) and len(row) > 1:
            out[-1][-1] += row.pop(0)
        out.append(row)
    return out


def _one_line(row: list[str], wanted: int) -> list[tuple[Path, ...]]:
    row = [cell for cell in row if not _NOTE.match(cell)]
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


def _many_lines(rows: list[list[str]], wanted: int) -> list[tuple[Path, ...]]:
    """Arrangements of a header of several lines.

    Titles of two levels stand in two lines, or in three where titles without sub-titles stand between (they are centred
    over both lines). A line with one title that is no total is a piece of a title that was wrapped.
    """
    longest = max(rows, key=len)
    pieces = [row[0] for row in rows if row is not longest and len(row) == 1 and not is_total(row[0])]
    if len(pieces) == len(rows) - 1 and len(longest) + 1 == wanted and rows[-1] is not longest:
        return _inserted(longest, "".join(pieces))
    subs = [cell for cell in rows[-1] if not _NOTE.match(cell) and not BRACKET.match(cell)]
    if len(subs) < 2:
        return []
    cycles = _cycles(_tails(subs, wanted))
    tops = [cell for row in rows[:-1] for cell in row]
    told = sum(any(_fits(top, cycle) for cycle in cycles) for top in tops) == len(cycles)
    if len(rows) == 3 and not told and len(rows[0]) == len(cycles) and not any(is_total(cell) for cell in rows[0]):
        return _interleaved(rows[1], rows[0], cycles)
    return _two_levels(tops, cycles)


def _tails(subs: list[str], wanted: int) -> list[str]:
    """Sub-titles with a word such as 등 put to the title before it."""
    out: list[str] = []
    for cell in subs:
        if out and vocab.squash(cell) in vocab.words().joining:
            out[-1] += f" {cell}"
        else:
            out.append(cell)
    return out


def _inserted(titles: list[str], piece: str) -> list[tuple[Path, ...]]:
    """A title that was wrapped around the line of the others may stand anywhere behind a total in front."""
    first = 1 if is_total(titles[0]) else 0
    return [tuple((cell,) for cell in (*titles[:i], piece, *titles[i:])) for i in range(first, len(titles) + 1)]


def _interleaved(leaves: list[str], groups: list[str], cycles: list[list[str]]) -> list[tuple[Path, ...]]:
    """Titles without sub-titles, and groups with theirs, in every order that keeps both rows of titles in order."""
    out = []
    for places in combinations_with_replacement(range(len(leaves) + 1), len(groups)):
        columns: list[Path] = []
        for at in range(len(leaves) + 1):
            for group, cycle, place in zip(groups, cycles, places, strict=True):
                if place == at:
                    columns.extend((group, sub) for sub in cycle)
            if at < len(leaves):
                columns.append((leaves[at],))
        out.append(tuple(columns))
    totals_first = [c for c in out if is_total(c[0][-1])] if any(is_total(leaf) for leaf in leaves[:1]) else []
    return totals_first or out


def _two_levels(tops: list[str], cycles: list[list[str]]) -> list[tuple[Path, ...]]:
    """Groups over sub-titles; where groups are more than cycles, some stand for themselves."""
    totals = [(cell,) for cell in tops if is_total(cell)]
    groups = [cell for cell in tops if not is_total(cell)]
    if not groups:
        return [(*totals, *((sub,) for cycle in cycles for sub in cycle))]
    if len(groups) < len(cycles):
        return []
    fitting = [i for i, group in enumerate(groups) if any(_fits(group, cycle) for cycle in cycles)]
    if len(fitting) == len(cycles):
        choices = [tuple(fitting)]
    else:
        plain = [i for i, group in enumerate(groups) if vocab.units().of_column(re.sub(r"\([^)]*\)", "", group)) != "%"]
        choices = [tuple(plain)] if len(plain) == len(cycles) else list(combinations(range(len(groups)), len(cycles)))
    out = []
    for owners in choices:
        columns: list[Path] = list(totals)
        pending = list(cycles)
        for i, group in enumerate(groups):
            if i in owners:
                columns.extend((group, sub) for sub in pending.pop(0))
            else:
                columns.append((group,))
        out.append(tuple(columns))
    return out


def _cycles(subs: list[str]) -> list[list[str]]:
    """Sub-titles parted where they begin again: a title repeats, or grades go up again."""
    out: list[list[str]] = []
    rank = -1
    for cell in subs:
        grade = int(match.group()) if (match := vocab.pattern("grade_figures").match(cell)) else None
        again = (
            not out
            or vocab.squash(cell) in {vocab.squash(other) for other in out[-1]}
            or (grade is not None and grade <= rank)
        )
        if again:
            out.append([])
        out[-1].append(cell)
        rank = grade if grade is not None else -1
    return out


def _fits(group: str, cycle: list[str]) -> bool:
    """Whether the meaning of sub-titles tells that they stand under a group."""
    columns = vocab.columns()
    if all(cell.endswith(columns.to_date + columns.forecast) for cell in cycle):
        return columns.measure(group) == "budget.executed"
    if all(vocab.pattern("grade").match(cell) for cell in cycle):
        return vocab.squash(re.sub(r"\([^)]*\)", "", group)) == columns.general_class
    return False


def _not_refuted(found: list[tuple[Path, ...]], vectors: list[list[Decimal | None]]) -> list[tuple[Path, ...]]:
    """The arrangements whose totals are the sums of what stands under them, if sums can tell at all."""
    if len(found) == 1 or not vectors:
        return found
    held = [columns for columns in found if _sums_hold(columns, vectors)]
    return held or found


def _sums_hold(columns: tuple[Path, ...], vectors: list[list[Decimal | None]]) -> bool:
    """Whether each total of a group (소계) is the sum of the group in all rows, and at least one group has a total."""
    checked = False
    for group in {path[0] for path in columns if len(path) > 1}:
        places = [i for i, path in enumerate(columns) if len(path) > 1 and path[0] == group]
        totals = [i for i in places if is_total(columns[i][-1])]
        if len(totals) != 1:
            continue
        rest = [i for i in places if i not in totals]
        for vector in vectors:
            if len(vector) != len(columns):
                continue
            values = [vector[i] for i in (*totals, *rest)]
            if any(value is None for value in values):
                continue
            checked = True
            if values[0] != sum(v for v in values[1:] if v is not None):
                return False
    return checked
