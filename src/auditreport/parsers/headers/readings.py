"""The words of one printed line of a header → the ways to part them into pieces of titles, the plainest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.header_words import BRACKET, cells_of, is_known, is_stub, is_total

_MOST = 24
# What a title says of a note below the table: (%)*인원대비, 계*.
_BRACKET_BEHIND = re.compile(r"(?<=.)[(\[][^)\]]*[)\]]$")
_NOTE = re.compile(r"\s?\*\s?\S*$")


class Reading(NamedTuple):
    """Pieces of titles in a line; `cost` counts what had to be assumed."""

    cost: int
    pieces: tuple[str, ...]


def readings(words: list[str]) -> list[Reading]:
    """Pieces of titles in a line, without the titles of the first column.

    A run of spaced letters may be several titles of one length (현 재 액 예 상 액), a bracket may belong to a title of
    another line, 등 may go on with the next word, a year may stand alone or begin a title.
    """
    cells = [cell for word in cells_of(words) if (cell := _NOTE.sub("", word))]
    front = [cell for cell in cells if not is_stub(cell)]
    found = list(islice(_walk(front, set(words)), _MOST * 4))
    if front and len(front) == len(cells) and _names_rows(front[0]):
        found.extend(Reading(cost + 1, pieces[1:]) for cost, pieces in list(found) if pieces[:1] == (front[0],))
    return sorted(dict.fromkeys(found), key=lambda reading: reading.cost)[:_MOST]


def _names_rows(cell: str) -> bool:
    return len(cell) > 2 and vocab.squash(cell).endswith(vocab.columns().names)


def _walk(cells: list[str], words: set[str]) -> Iterator[Reading]:
    if not cells:
        yield Reading(0, ())
        return
    head, rest = cells[0], cells[1:]
    for cost, pieces in _options(head, words):
        for more, others in _walk(rest, words):
            yield Reading(cost + more, pieces + others)
    if rest and _may_go_on(head, rest[0]):
        for more, others in _walk([f"{head} {rest[0]}", *rest[1:]], words):
            yield Reading(more + 1, others)


def _options(cell: str, words: set[str]) -> Iterator[Reading]:
    """A cell as it is, or in parts."""
    yield Reading(0, (cell,))
    bracket = _BRACKET_BEHIND.search(cell)
    if bracket and bracket.group() in words:
        for cost, pieces in _options(cell[: bracket.start()], words):
            yield Reading(cost + 1, (*pieces, bracket.group()))
    if cell in words or is_known(cell) or not re.fullmatch("[가-힣]+", cell):
        return
    for size in (2, 3, 4):
        if len(cell) > size and len(cell) % size == 0:
            yield Reading(1, tuple(cell[i : i + size] for i in range(0, len(cell), size)))
    if all(syllable in vocab.columns().sexes for syllable in cell):
        yield Reading(0, tuple(cell))


def _may_go_on(cell: str, following: str) -> bool:
    """Whether a title may go on in the next word."""
    if BRACKET.match(following) or is_total(following):
        return False
    goes_on = cell.rsplit(maxsplit=1)[-1] in vocab.words().joining
    is_year = vocab.pattern("year_word").fullmatch(cell) and not vocab.pattern("year_word").match(following)
    return goes_on or bool(is_year)
