"""The words of a header of one line → the columns that it may name.

One line keeps the order of its columns; what stays open is which words are one title, and whether the lines of a header
of two levels were run together.
"""

from __future__ import annotations

import re
from itertools import chain, combinations, islice

from auditreport import vocab
from auditreport.parsers.header_words import cells_of, is_known, is_stub, is_text, is_total
from auditreport.parsers.headers.heights import TOP_ALIGNED
from auditreport.parsers.headers.judging import Columns, are_apart, title_of, totals_alike, width, year_of
from auditreport.parsers.headers.readings import JOINED, readings
from auditreport.parsers.headers.sweep import Budget, Sweep, TooManyError

_AMOUNTS = ("budget.amount", "budget.prior_amount", "budget.executed", "budget.balance")
_NOTE = re.compile(r"^(?:[(\[][^)\]]*[)\]])?\s?\*\s?\S+")
_MOST_JOINED = 500
# Spaced letters are words of two to four syllables; more may be several titles.
_LONGEST_WORD = 4
_MOST_SWEPT = 10_000
_FAR = 2


def one_line(words: list[str], sizes: frozenset[int], numbers: int = 0) -> list[Columns]:
    """The columns that a line may name: as printed, or otherwise parted where they are not as many as the figures.

    Args:
        words: of the line.
        sizes: how many figures rows have, with and without words behind them.
        numbers: how many figures the longest row has without such words.
    """
    wanted = max(sizes, default=0)
    cells = _departments(words, wanted) or cells_of(words)
    if any(is_stub(cell) for cell in cells) and not is_stub(cells[0]):
        return []
    row = [cell for cell in cells if not is_stub(cell) and not _NOTE.match(cell)]
    if any(map(_is_torn, row)):
        return []
    figures, remarks = _without_remarks(row)
    may_vanish = len(sizes) > 1 or any(map(_is_grade, row))
    others = _otherwise(words, row, wanted, numbers, may_vanish=may_vanish) if row == _plain(words) else []
    if len(row) < wanted:
        figures = _parted(figures, wanted, frozenset(words))
    flat = [(*figures, *remarks)] if len(set(figures)) == len(figures) else []
    if len(figures) < wanted or (len(figures) == wanted and not others):
        return _as_columns([*flat, *others])
    merged = [(*titles, *remarks) for titles in _merged(figures, wanted)]
    grouped = _run_together(words, sizes, any(len(titles) == wanted for titles in (*others, *flat)))
    if len(merged) == 1 and len(sizes) == 1 and not grouped and not others:
        return _as_columns(merged)
    return _as_columns([*others, *flat, *merged]) + grouped


def _is_torn(cell: str) -> bool:
    """Whether a bracket behind a title is of another that was torn: (%) behind an amount, or a second one."""
    brackets = re.findall(r"\([^()]*\)", cell)
    concept = vocab.columns().measure(cell.partition("(")[0])
    return brackets.count("(%)") > 1 or ("(%)" in brackets and concept in _AMOUNTS)


def _plain(words: list[str]) -> list[str]:
    return next((list(reading.pieces) for reading in readings(words)), [])


def _otherwise(
    words: list[str], row: list[str], wanted: int, numbers: int, *, may_vanish: bool
) -> list[tuple[str, ...]]:
    """Other readings of the words: where the plain one has too few or too many titles, or a run of letters in it.

    A run of spaced letters may be several titles, or a total and another title. Where columns may be empty in all rows
    (`may_vanish`), as many titles as figures are not enough to believe that two known titles are one (별정직 임기제).
    """
    fits = numbers <= len(_without_remarks(row)[0]) <= wanted <= len(row)
    runs = [cell for cell in row if cell not in words and not is_known(cell) and re.fullmatch("[가-힣]{3,}", cell)]
    kept = []
    for cost, pieces in readings(words):
        size = len(_without_remarks(list(pieces))[0])
        parted = bool(runs) and size >= wanted and not set(runs) <= set(pieces) and _is_run_likely(runs, pieces)
        as_many = cost < JOINED and ((size in (wanted, numbers) and not fits) or (may_vanish and size > wanted))
        are_titles = len(set(pieces)) == len(pieces) and all(title_of((piece,)) for piece in pieces)
        if [*pieces] != row and (parted or as_many) and are_titles:
            kept.append(pieces)
    return kept


def _is_run_likely(runs: list[str], pieces: tuple[str, ...]) -> bool:
    """Whether a run is long enough to be several titles, or was parted behind a total."""
    return any(len(run) > _LONGEST_WORD for run in runs) or is_total(pieces[0])


def _as_columns(rows: list[tuple[str, ...]]) -> list[Columns]:
    return [tuple((title,) for title in row) for row in rows]


def _run_together(words: list[str], sizes: frozenset[int], is_flat: bool) -> list[Columns]:
    """The columns of a header of two levels whose lines were run together: groups first, then their sub-titles.

    Args:
        words: of the line.
        sizes: how many figures rows have.
        is_flat: whether the words make as many titles of one level as the longest row has figures.
    """
    wanted, budget = max(sizes, default=0), Budget(_MOST_SWEPT)
    # Rows that differ, all much shorter than the header: no number of figures tells what the words are.
    is_far = len(sizes) > 1 and len(_plain(words)) > wanted + _FAR
    told: dict[Columns, int] = {}
    exact: dict[Columns, int] = {}
    for cost, pieces in readings(words):
        for cut in range(1, len(pieces) - 1 if len(pieces) > wanted else 0):
            tops, subs = list(pieces[:cut]), list(pieces[cut:])
            if any(map(_is_grade, tops)):
                break
            swept = Sweep([tops, subs], strict=True, budget=budget).orders(TOP_ALIGNED)
            regular = [columns for columns in swept if totals_alike(columns) and are_apart(columns)]
            fitting = [columns for columns in regular if len(columns) >= wanted]
            if _are_below(subs) or is_far:
                told = dict.fromkeys(fitting, cost) | told
            # Behind the figures of a row there may be a remark.
            exact = dict.fromkeys((columns for columns in fitting if width(columns) in sizes), cost) | exact
    # Columns may be empty in all rows, of grades most: then no number of figures tells.
    has_grades = any(_is_grade(path[-1]) for columns in told for path in columns)
    is_cheapest = bool(exact) and min(exact.values()) <= min(told.values(), default=JOINED)
    if len(sizes) == 1 and not has_grades and (is_flat or is_cheapest):
        return list(exact)
    return list(told | exact)


def _are_below(subs: list[str]) -> bool:
    """Whether titles tell that they stand below others: they come again, begin with a total, or are all known."""
    return len(set(subs)) < len(subs) or all(map(_is_telling, subs)) or is_total(subs[0])


def _is_grade(title: str) -> bool:
    return vocab.pattern("grade_figures").match(vocab.squash(title)) is not None


def _is_telling(title: str) -> bool:
    """Whether the vocabulary knows a title, or it begins with a year or ends like a date under what was spent."""
    return (
        is_known(title)
        or year_of(title) is not None
        or title.endswith(vocab.columns().to_date + vocab.columns().forecast)
    )


def _without_remarks(row: list[str]) -> tuple[list[str], list[str]]:
    """Titles of figures, and those of words at the right end."""
    end = len(row)
    while end and is_text(row[end - 1]):
        end -= 1
    return row[:end], row[end:]


def _parted(row: list[str], wanted: int, words: frozenset[str]) -> list[str]:
    """Part one unknown title of even length into words of two syllables, if just that gives `wanted` titles.

    Letter-spaced titles in a row (버 스 철 도 택 시) leave no sign where one ends; most have two syllables. What is
    printed as a word (`words`) is one.
    """
    missing = wanted - len(row)
    fitting = [
        i
        for i, cell in enumerate(row)
        if cell not in words
        and not is_known(cell)
        and re.fullmatch("[가-힣]+", cell)
        and len(cell) == 2 * (missing + 1)
    ]
    if len(fitting) != 1:
        return row
    at = fitting[0]
    return [*row[:at], *(row[at][i : i + 2] for i in range(0, len(row[at]), 2)), *row[at + 1 :]]


def _merged(row: list[str], wanted: int) -> list[tuple[str, ...]]:
    """Neighbours that no vocabulary knows alone joined in each way that leaves `wanted` titles or more."""
    joints = [i for i in range(len(row) - 1) if not _is_telling(row[i]) and not _is_telling(row[i + 1])]
    ways = chain.from_iterable(combinations(joints, size) for size in range(len(row) - wanted, 0, -1))
    found = list(islice(ways, _MOST_JOINED + 1))
    if len(found) > _MOST_JOINED:
        raise TooManyError
    joined = [_joined_at(row, chosen) for chosen in found]
    return [titles for titles in joined if len(set(titles)) == len(titles)]


def _joined_at(row: list[str], joints: tuple[int, ...]) -> tuple[str, ...]:
    out: list[str] = []
    for i, cell in enumerate(row):
        if i - 1 in joints:
            out[-1] += f" {cell}"
        else:
            out.append(cell)
    return tuple(out)


def _departments(words: list[str], wanted: int) -> list[str] | None:
    """The names of departments that a header prints in letters, without a sign where one ends.

    Departments end in few syllables (과, 관, 국): only a header that can be cut behind these in just one way, into as
    many names as there are figures, is cut (`청 년 정 책 과지산학협력과`).
    """
    bare = [vocab.squash(word) for word in words]
    front = next((i for i in range(1, len(bare)) if is_stub("".join(bare[:i]))), 0)
    rest = bare[front:]
    totals = [rest.pop(0)] if rest and is_total(rest[0]) else []
    if not front or is_total("".join(rest[:2])) or not any(len(word) == 1 for word in rest):
        return None
    names = _cut_names("".join(rest), wanted - len(totals))
    return ["".join(bare[:front]), *totals, *names[0]] if len(names) == 1 else None


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
