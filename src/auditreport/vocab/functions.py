"""functions.toml → the functions of departments and programmes, and which of them a text names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from auditreport.vocab.folding import join_spaced, squash
from auditreport.vocab.own import tables_of


class Function(NamedTuple):
    """What a department or programme does (기능).

    Attributes:
        parent: id of the function that this is a part of.
        companions: ids of functions that the same department often has beside this one.
        budget: whether it is found among the lines of a budget alone.
    """

    id: str
    ko: str
    en: str
    definition: dict[str, str]
    parent: str | None
    companions: tuple[str, ...]
    words: tuple[str, ...]
    hints: tuple[str, ...]
    budget: bool


class Meaning(NamedTuple):
    """A word of a text that names a function: a telling one, or a hint."""

    word: str
    function: str
    telling: bool


@cache
def functions() -> dict[str, Function]:
    """All functions by id, in the order of the file."""
    return {
        row["id"]: Function(
            id=row["id"],
            ko=row["ko"],
            en=row["en"],
            definition=row["definition"],
            parent=row.get("parent"),
            companions=tuple(row.get("with", ())),
            words=tuple(row["words"]),
            hints=tuple(row.get("hints", ())),
            budget=row.get("budget", False),
        )
        for row in tables_of("functions")["function"]
    }


def parts_of(function: str) -> frozenset[str]:
    """A function and all that are parts of it, of any depth."""
    found = {function}
    for other in functions().values():
        at: str | None = other.id
        while at is not None and at not in found:
            at = functions()[at].parent
        if at is not None:
            found.add(other.id)
    return frozenset(found)


@lru_cache(maxsize=16384)
def functions_in(text: str, budget: bool = False) -> tuple[Meaning, ...]:
    """The functions that a text names, word by word; hints only where it has no telling word.

    A word may begin inside another (교통행정과), but one that goes on behind white space begins where a word does: in
    `구정 보고` there is no 정보.

    >>> [(found.word, found.function) for found in functions_in("인권 교육 실시")]
    [('인권', 'human_rights')]
    """
    folded, begins = _folded(text)
    found, at = [], 0
    while at < len(folded):
        for word, function, telling in _words(budget).get(folded[at : at + 2], ()):
            end = at + len(word)
            if folded.startswith(word, at) and (at in begins or not begins.intersection(range(at + 1, end))):
                if function is not None:
                    found.append(Meaning(word, function, telling))
                at = end
                break
        else:
            at += 1
    telling_ones = tuple(meaning for meaning in found if meaning.telling)
    return telling_ones or tuple(found)


def _folded(text: str) -> tuple[str, frozenset[int]]:
    """A text as words are compared, and the offsets where its printed words begin."""
    pieces = [squash(piece) for piece in join_spaced(text).replace(",", " ").split()]
    begins, at = set(), 0
    for piece in pieces:
        begins.add(at)
        at += len(piece)
    return "".join(pieces), frozenset(begins)


_Entry = tuple[str, str | None, bool]


@cache
def _words(budget: bool) -> dict[str, tuple[_Entry, ...]]:
    """The words by their first two letters, the longest first; those that mean nothing have no function."""
    entries: list[_Entry] = [(squash(word), None, True) for word in tables_of("functions")["masks"]["words"]]
    for function in functions().values():
        if budget or not function.budget:
            entries += [(squash(word), function.id, True) for word in function.words]
            entries += [(squash(word), function.id, False) for word in function.hints]
    out: dict[str, list[_Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])):
        out.setdefault(entry[0][:2], []).append(entry)
    return {start: tuple(found) for start, found in out.items()}
