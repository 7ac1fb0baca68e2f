"""What a title can be, and which columns can stand beside each other: evidence that the words of a header give."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.header_words import BRACKET, is_text, is_total

Path = tuple[str, ...]
Columns = tuple[Path, ...]

_MARK = re.compile(r"\((?P<letters>[A-Z](?:\s?[/+\-–]\s?[A-Z])*)\)$")


@lru_cache(maxsize=4096)
def title_of(pieces: tuple[str, ...]) -> str | None:
    """The title that pieces make which stand one below the other in a cell; `None` where they can make none.

    A bracket stands behind something, a joint (a comma, 및) goes on, and totals, grades and years are not torn off a
    word before them.

    >>> title_of(("중독관리", "통합지원센터"))
    '중독관리통합지원센터'
    >>> title_of(("첨가물,",)) is None
    True
    """
    first, last = pieces[0], pieces[-1]
    if (
        first in vocab.words().title_tails
        or BRACKET.match(first)
        or last.endswith(vocab.words().joint)
        or first in vocab.words().joining
    ):
        return None
    if any(_is_remark(piece) for piece in pieces[1:]) or (
        _is_remark(first) and not all(map(BRACKET.match, pieces[1:]))
    ):
        return None
    title = "".join(pieces)
    if len(pieces) > 1 and vocab.squash(title) not in vocab.columns().known:
        if any(is_total(piece) for piece in pieces) or any(BRACKET.match(piece) for piece in pieces[:-1]):
            return None
        if any(vocab.pattern("grade").match(piece) or _is_year(piece) for piece in pieces[1:]):
            return None
    return title


def _is_remark(piece: str) -> bool:
    return vocab.squash(re.sub(r"\([^)]*\)", "", piece)) in vocab.columns().remarks


def _is_year(piece: str) -> bool:
    return vocab.pattern("year_word").fullmatch(piece) is not None


@lru_cache(maxsize=4096)
def is_group(title: str) -> bool:
    """Whether a title may have others under it: no total, no rate, and none whose column holds words."""
    bare = re.sub(r"\([^)]*\)", "", title)
    is_text = vocab.squash(bare) in vocab.columns().text
    return not is_text and not is_total(title) and vocab.units().of_column(bare) != "%"


def groups_of(columns: Columns) -> dict[Path, list[str]]:
    """Lowest titles by the groups that they stand under."""
    out: dict[Path, list[str]] = {}
    for path in columns:
        if len(path) > 1:
            out.setdefault(path[:-1], []).append(path[-1])
    return out


def stands_under(group: str, subs: Columns) -> bool:
    """Whether titles may stand under a group: none says again what it says, or names a year under a year."""
    measure = vocab.columns().measure
    for title in _tops(subs):
        if title == group or (year_of(title) is not None and year_of(group) is not None):
            return False
        if measure(title) is not None and measure(title) == measure(group):
            return False
    return True


def totals_alike(columns: Columns) -> bool:
    """Whether totals have nothing under them but what stands under every other title of figures as well."""
    groups = groups_of(columns)
    if not any(is_total(group[0]) for group in groups):
        return True
    alone = any(len(path) == 1 and not is_text(path[0]) for path in columns)
    return len(groups) > 1 and not alone and len({frozenset(subs) for subs in groups.values()}) == 1


def are_apart(columns: Columns) -> bool:
    """Whether no group's sub-titles all stand alone as well; then the line of groups would hold those of another."""
    alone = {path[0] for path in columns if len(path) == 1}
    return not any(alone.issuperset(subs) for subs in groups_of(columns).values())


def width(columns: Columns) -> int:
    """How many columns there are up to the last that holds figures."""
    end = len(columns)
    while end and is_text(columns[end - 1][-1]):
        end -= 1
    return end


class _Traits(NamedTuple):
    """What a title alone tells of the place of its column."""

    year: int | None
    letters: str
    grade: int | None
    is_remark: bool


@lru_cache(maxsize=4096)
def _traits(title: str) -> _Traits:
    mark = _MARK.search(title.replace(" ", ""))
    grade = vocab.pattern("grade_figures").match(title)
    return _Traits(
        year_of(title), mark["letters"] if mark else "", int(grade.group()) if grade else None, _is_remark(title)
    )


def year_of(title: str) -> int | None:
    """The year that a title begins with."""
    match = vocab.pattern("first_year").match(title)
    if match is None:
        return None
    return int(match["long"]) if match["long"] else 2000 + int(match["short"] or match["plain"])


def is_ordered(columns: Columns, *, below: bool, strict: bool) -> bool:
    """Whether columns can stand in this order, also with others before them.

    Nothing stands twice; remarks stand last; letters that formulas name (A) come in order, years go up or down, and
    grades go up below a group. Where `strict` is off, only the first holds.
    """
    if len(set(columns)) < len(columns):
        return False
    if not strict:
        return True
    titles = [_traits(title) for title in _tops(columns)]
    if any(title.is_remark for title in titles[:-1]):
        return False
    years = [title.year for title in titles if title.year is not None]
    up, down = all(a <= b for a, b in pairwise(years)), all(a >= b for a, b in pairwise(years))
    grades = [title.grade for title in titles if title.grade is not None] if below else []
    return (up or down) and all(a < b for a, b in pairwise(grades)) and _marks_ordered(titles)


def _tops(columns: Columns) -> list[str]:
    """Outer titles from left to right, each once."""
    return [path[0] for i, path in enumerate(columns) if not i or len(path) == 1 or path[0] != columns[i - 1][0]]


def _marks_ordered(titles: list[_Traits]) -> bool:
    """Single letters ascend, and a formula stands behind the letters that it names."""
    marks = [title.letters for title in titles if title.letters]
    return not any(
        later in earlier if len(earlier) > 1 else later <= earlier
        for i, earlier in enumerate(marks)
        for later in marks[i + 1 :]
        if len(later) == 1
    )
