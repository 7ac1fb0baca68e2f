"""Header of a flattened table → the columns it names, as far as its words tell.

A flattened header is a few lines of words: spaced letters, titles of two words, titles of two levels run together,
pieces of a wrapped title on a line of their own. Titles are put together with the vocabulary of columns; the levels are
told by cycles (a title or grade that begins again begins under the next group).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditreport import vocab

_MARKER = re.compile(r"\([A-Z](?:\s?[/+\-–]\s?[A-Z])*\)$")
_BRACKET = re.compile(r"^[(\[][^)\]]*[)\]]$")
_NOTE = re.compile(r"^(?:[(\[][^)\]]*[)\]])?\s?\*\s?\S+")


@dataclass(frozen=True, slots=True)
class Titles:
    """Columns that a header names, left to right, each a path of titles; `stub` tells whether a label column is named.

    `certain` is false where the words allow another division.
    """

    columns: tuple[tuple[str, ...], ...]
    stub: bool
    certain: bool


def cells_of(words: list[str]) -> list[str]:
    """Titles in one header line.

    >>> cells_of("구 분 계 일 반 직 관리운영직".split())
    ['구분', '계', '일반직', '관리운영직']
    """
    out: list[str] = []
    run: list[str] = []
    for word in words:
        if re.fullmatch(r"[가-힣](?:\([^)]*\))?", word):
            run.append(word)
            if len(word) > 1:
                out.extend(_segment(run))
                run = []
            continue
        out.extend(_segment(run))
        run = []
        glued = re.fullmatch(r"(\([^)]*\))(\d.*)", word)
        if glued:
            out.extend(glued.groups())
        else:
            out.append(word)
    out.extend(_segment(run))
    return _attach(out)


def _segment(run: list[str]) -> list[str]:
    """Cut a run of single syllables into known titles, the fewest; unknown as a whole it stays one title."""
    if not run:
        return []
    if len(run) == 1:
        return list(run)
    bare = "".join(word[0] for word in run)
    tail = run[-1][1:]
    best: list[list[str] | None] = [[]] + [None] * len(bare)
    for end in range(1, len(bare) + 1):
        for start in range(end):
            before, piece = best[start], bare[start:end]
            if before is not None and piece in vocab.columns().known and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = [*before, piece]
    pieces = best[-1] or _with_unknown(bare)
    pieces[-1] += tail
    return pieces


def _with_unknown(bare: str) -> list[str]:
    known = vocab.columns().known
    for cut in range(len(bare) - 1, 0, -1):
        if bare[:cut] in known:
            return [bare[:cut], bare[cut:]]
    for cut in range(1, len(bare)):
        if bare[cut:] in known and len(bare) - cut > 1:
            return [bare[:cut], bare[cut:]]
    return [bare]


def _attach(cells: list[str]) -> list[str]:
    """Bracketed units to the title before them, and the words of a title that ends in (A), (B) together."""
    out: list[str] = []
    for cell in cells:
        if out and _BRACKET.match(cell) and not _BRACKET.match(out[-1]):
            out[-1] += cell
        else:
            out.append(cell)
    if not any(_MARKER.search(cell) for cell in out):
        return out
    joined: list[str] = []
    pending: list[str] = []
    for cell in out:
        folded = vocab.squash(cell)
        if folded in vocab.columns().stubs or folded in vocab.columns().totals:
            joined.extend([*pending, cell])
            pending = []
        elif _MARKER.search(cell):
            joined.append(" ".join([*pending, cell]))
            pending = []
        else:
            pending.append(cell)
    return joined + pending


def is_stub(cell: str) -> bool:
    """Whether a title names the column of the row labels."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().stubs


def is_total(cell: str) -> bool:
    """Whether a title or label is a total (계, 합계)."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().totals


def read_titles(lines: list[list[str]], wanted: int) -> Titles | None:
    """The columns of a header.

    Args:
        lines: the words of each header line, top first.
        wanted: the number of figures in the longest rows; columns may be more where empty cells were lost.

    Returns:
        The columns, or `None` where the words cannot be divided so that at least `wanted` columns come out.
    """
    rows = [cells_of(words) for words in lines]
    stub = any(is_stub(cell) for row in rows for cell in row)
    tops: list[str] = []
    kept = [[cell for cell in row if not (is_stub(cell) and not _measures(cell, row))] for row in rows]
    kept = [row for row in kept if row]
    if not kept:
        return None
    if len(kept) == 1:
        return _one_line(kept[0], wanted, stub)
    kept = _join_brackets(kept)
    subs = kept[-1]
    for row in kept[:-1]:
        tops.extend(row)
    if len(kept) > 2 and any(len(row) == 1 and not is_total(row[0]) and len(kept[-1]) > 1 for row in kept[:-1]):
        middle = max(kept, key=len)
        if len(middle) == wanted and len(kept) <= 3:
            return None
    return _two_levels(tops, subs, wanted, stub)


def _measures(cell: str, row: list[str]) -> bool:
    """A stub word that is no stub: a second one in the line (정책사업 단위사업 are both stubs of a label in two levels)."""
    return False


def _join_brackets(rows: list[list[str]]) -> list[list[str]]:
    """A bracket that opens a line belongs to the last title of the line above."""
    out: list[list[str]] = [list(rows[0])]
    for row in rows[1:]:
        row = list(row)
        if row and _BRACKET.match(row[0]) and out[-1] and len(row) > 1:
            out[-1][-1] += row.pop(0)
        if row:
            out.append(row)
    return out


def _one_line(row: list[str], wanted: int, stub: bool) -> Titles | None:
    row = [cell for cell in row if not _NOTE.match(cell)]
    if len(row) > wanted and not all(_known(cell) for cell in row):
        merged = _merge(row, wanted)
        if merged is not None:
            return Titles(tuple((cell,) for cell in merged), stub, True)
    if len(row) < wanted:
        return None
    return Titles(tuple((cell,) for cell in row), stub, True)


def _known(cell: str) -> bool:
    folded = vocab.squash(re.sub(r"\([^)]*\)", "", cell))
    columns = vocab.columns()
    return (
        folded in columns.known
        or columns.measure(cell) is not None
        or vocab.units().of_column(folded) is not None
        or bool(vocab.pattern("grade").match(folded))
        or bool(vocab.pattern("year_word").fullmatch(cell))
    )


def _merge(row: list[str], wanted: int) -> list[str] | None:
    """Join neighbours that no vocabulary knows alone, if just one way gives `wanted` titles."""
    spare = len(row) - wanted
    joints = [i for i in range(len(row) - 1) if not _known(row[i]) and not is_total(row[i + 1])]
    if len(joints) != spare:
        return None
    out: list[str] = []
    for i, cell in enumerate(row):
        if i and i - 1 in joints:
            out[-1] += " " + cell
        else:
            out.append(cell)
    return out


def _two_levels(tops: list[str], subs: list[str], wanted: int, stub: bool) -> Titles | None:
    subs = [cell for cell in subs if not _NOTE.match(cell) and not _BRACKET.match(cell)]
    totals = [cell for cell in tops if is_total(cell)]
    groups = [cell for cell in tops if not is_total(cell)]
    sub_totals = [cell for cell in subs[:1] if is_total(cell)] if not totals and len(subs) > 1 else []
    if sub_totals and len(groups) == 0:
        return _one_line(subs, wanted, stub)
    cycles = _cycles(subs)
    if not groups:
        return _one_line([*totals, *subs], wanted, stub)
    if len(groups) == len(cycles):
        columns = [(cell,) for cell in totals]
        columns.extend((group, sub) for group, cycle in zip(groups, cycles, strict=True) for sub in cycle)
        return Titles(tuple(columns), stub, True) if len(columns) >= wanted else None
    if len(groups) < len(cycles):
        return None
    owners = _owners(groups, cycles)
    columns = [(cell,) for cell in totals]
    pending = list(cycles)
    for i, group in enumerate(groups):
        if i in owners:
            columns.extend((group, sub) for sub in pending.pop(0))
        else:
            columns.append((group,))
    if len(columns) < wanted:
        return None
    return Titles(tuple(columns), stub, _sure(groups, cycles, owners))


def _cycles(subs: list[str]) -> list[list[str]]:
    """Sub-titles parted where they begin again: a title repeats, or grades go up again."""
    out: list[list[str]] = []
    rank = -1
    for cell in subs:
        grade = int(match.group()) if (match := re.match(r"\d{1,2}(?=\D*급|~)", cell)) else None
        again = not out or vocab.squash(cell) in {vocab.squash(other) for other in out[-1]} or (grade is not None and grade <= rank)
        if again:
            out.append([])
        out[-1].append(cell)
        rank = grade if grade is not None else -1
    return out


def _owners(groups: list[str], cycles: list[list[str]]) -> list[int]:
    """Which groups the cycles stand under: those whose meaning fits the sub-titles, else the first ones."""
    fitting = [i for i, group in enumerate(groups) if any(_fits(group, cycle) for cycle in cycles)]
    if len(fitting) == len(cycles):
        return fitting
    single = [i for i, group in enumerate(groups) if vocab.units().of_column(re.sub(r"\([^)]*\)", "", group)) != "%"]
    if len(single) == len(cycles):
        return single
    return list(range(len(cycles)))


def _fits(group: str, cycle: list[str]) -> bool:
    columns = vocab.columns()
    if all(cell.endswith(columns.to_date + columns.forecast) for cell in cycle):
        return columns.measure(group) == "budget.executed"
    if all(vocab.pattern("grade").match(cell) for cell in cycle):
        return vocab.squash(re.sub(r"\([^)]*\)", "", group)).startswith("일반직"[:2])
    return False


def _sure(groups: list[str], cycles: list[list[str]], owners: list[int]) -> bool:
    return owners != list(range(len(cycles))) or sum(any(_fits(g, c) for c in cycles) for g in groups) == len(cycles)
