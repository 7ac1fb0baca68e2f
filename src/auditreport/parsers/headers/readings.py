"""The words of one printed line of a header → the ways to part them into pieces of titles, the plainest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.header_words import BRACKET, bracketed, cells_of, is_known, is_stub, is_text, is_total
from auditreport.parsers.headers.sweep import TooManyError

_MOST = 512
# What a title says of a note below the table: (%)*인원대비, 계*.
_BRACKET_BEHIND = re.compile(r"(?<=.)[(\[][^)\]]*[)\]]$")
_NOTE = re.compile(r"\s?\*\s?\S*$")


# Words that nothing but the number of columns puts together.
JOINED = 100


class Reading(NamedTuple):
    """Pieces of titles in a line; `cost` counts what had to be assumed, unknown words put together as `JOINED`."""

    cost: int
    pieces: tuple[str, ...]


def readings(words: list[str]) -> list[Reading]:
    """Pieces of titles in a line, without the titles of the first column.

    A run of spaced letters may be several titles (현 재 액 예 상 액, 대 면 비 대 면), a bracket may belong to a title
    of another line, 등 may go on with the next word, a year may stand alone or begin a title. More than can be tried
    raise `TooManyError`.
    """
    cells = [cell for word in cells_of(words) if (cell := _NOTE.sub("", word))]
    front = [cell for cell in cells if not is_stub(cell)]
    found = list(islice(_walk(front, set(bracketed(words))), _MOST + 1))
    if len(found) > _MOST:
        raise TooManyError
    if front and len(front) == len(cells) and names_rows(front[0]):
        found.extend(Reading(cost + 1, pieces[1:]) for cost, pieces in list(found) if pieces[:1] == (front[0],))
    found = [reading for reading in found if _reads_alike(front, reading.pieces)]
    return sorted(dict.fromkeys(found), key=lambda reading: reading.cost)


def names_rows(cell: str) -> bool:
    """Whether a title that the vocabulary does not know may be that of the labels (기금명)."""
    return len(cell) > 2 and vocab.squash(cell).endswith(vocab.columns().names)


def _walk(cells: list[str], words: set[str]) -> Iterator[Reading]:
    if not cells:
        yield Reading(0, ())
        return
    head, rest = cells[0], cells[1:]
    for cost, pieces in _options(head, words):
        for more, others in _walk(rest, words):
            yield Reading(cost + more, pieces + others)
    if rest and (price := _goes_on(head, rest[0])):
        for more, others in _walk([f"{head} {rest[0]}", *rest[1:]], words):
            yield Reading(more + price, others)


def _options(cell: str, words: set[str]) -> Iterator[Reading]:
    """A cell as it is, or in parts."""
    yield Reading(0, (cell,))
    bracket = _BRACKET_BEHIND.search(cell)
    if bracket and bracket.group() in words:
        for cost, pieces in _options(cell[: bracket.start()], words):
            yield Reading(cost + 1, (*pieces, bracket.group()))
    halves = cell.rsplit(" ", 1)
    if len(halves) > 1 and (_is_loose(*halves) or all(map(is_known, halves))):
        yield Reading(1, tuple(halves))
    if cell in words or not re.fullmatch("[가-힣]+", cell):
        return
    for total in vocab.columns().totals:
        if cell.startswith(total) and len(cell) > len(total) + 1 and not is_known(cell):
            yield Reading(1, (total, cell[len(total) :]))
    yield from (Reading(1, pieces) for pieces in _known_parts(cell))
    if not is_known(cell):
        yield from (Reading(1 + (len(set(map(len, parts))) > 1), parts) for parts in _parts(cell) if len(parts) > 1)


def _parts(run: str) -> Iterator[tuple[str, ...]]:
    """The words of two to four syllables that a run may be."""
    if not run:
        yield ()
    for size in (2, 3, 4) if len(run) > 1 else ():
        if len(run) >= size:
            yield from ((run[:size], *rest) for rest in _parts(run[size:]))


def _is_loose(front: str, tail: str) -> bool:
    """Whether a word such as 이후 stands behind no year, so that it may be the lower piece of another title."""
    words = vocab.words()
    return tail in words.title_tails and tail not in words.joining


def _known_parts(cell: str) -> Iterator[tuple[str, ...]]:
    """Two known titles that a run of letters may be (집행잔액)."""
    for cut in range(2, len(cell) - 1):
        if is_known(cell[:cut]) and is_known(cell[cut:]):
            yield cell[:cut], cell[cut:]


def _reads_alike(cells: list[str], pieces: tuple[str, ...]) -> bool:
    """Whether words that differ in their numbers only (2024년 예산, 2025년 예산) are one title each, or none is."""
    pairs = [f"{cell} {following}" for cell, following in pairwise(cells) if re.search(r"\d", cell)]
    joined: dict[str, set[bool]] = {}
    for pair in pairs:
        joined.setdefault(_numberless(pair), set()).add(any(pair in piece for piece in pieces))
    return all(len(how) == 1 for how in joined.values())


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _is_series(cell: str, following: str) -> bool:
    """Whether two words differ in their number only (1분기 2분기), so that they are titles beside each other."""
    return _numberless(cell.rsplit(maxsplit=1)[-1]) == _numberless(following)


def _goes_on(cell: str, following: str) -> int:
    """What it costs to assume that a title goes on in the next word; 0 where it cannot."""
    if BRACKET.match(following) or is_total(following) or is_total(cell) or _is_series(cell, following):
        return 0
    if is_text(following):
        return 0
    is_year = vocab.pattern("year_word").fullmatch(cell) and not vocab.pattern("year_word").match(following)
    if is_year or cell.rsplit(maxsplit=1)[-1] in vocab.words().joining:
        return 1
    return 0 if is_known(cell) or is_known(following) else JOINED
