"""What a shipped file knows, and what a user's file gives → both together; a word is added, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# What stands in these is grammar, or is the same for everyone.
_CLOSED = ("units.grammar", "units.multipliers", "units.money.base", "words.open_ends")
# What a rule might take for a pattern.
_SIGNS = frozenset(r"\*+?[]{}|^$")
_LONGEST = 60
_CODE = 5


class WrongWord(Exception):
    """What is wrong with a place of the user's file."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.reason = f"{place}: {reason}"


def merged(known: Any, given: Any, place: str) -> Any:
    """What is known with what is given added to it.

    Raises:
        WrongWord: it is of another kind, or would change what is known.
    """
    if place in _CLOSED:
        raise WrongWord(place, "nothing can be added here")
    match known, given:
        case dict(), dict():
            return _merged_table(known, given, place)
        case [dict(), *_], [*_]:
            return _merged_entries(known, given, place)
        case [*_], [*_]:
            return [*known, *(_word(one, known[0], place) for one in given if one not in known)]
        case _ if type(known) is type(given) and not isinstance(known, dict | list):
            if known != given:
                raise WrongWord(place, f"this is {known} already, and cannot be changed")
            return known
        case _:
            raise WrongWord(place, f"{_kind(known)} belongs here")


def _merged_table(known: Mapping[str, Any], given: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Keys in Korean are words themselves, and may be added; the others are those that rules ask for."""
    out = dict(known)
    takes_words = any(not key.isascii() for key in known)
    for key, value in given.items():
        at = f"{place}.{key}"
        if key in known:
            out[key] = merged(known[key], value, at)
        elif takes_words:
            out[_word(key, key, place)] = _word(value, next(iter(known.values())), at)
        else:
            raise WrongWord(at, f"there is no such table or list; here are {', '.join(known)}")
    return out


def _merged_entries(known: Sequence[Mapping[str, Any]], given: Sequence[Any], place: str) -> list[Any]:
    """Entries of the same role, name, concept or id, which stands first in each, take the words of those given."""
    key = next(iter(known[0]))
    out = [dict(one) for one in known]
    for one in given:
        name = one.get(key) if isinstance(one, dict) else None
        at = next((i for i, entry in enumerate(out) if entry[key] == name), None)
        if at is None and key == "code" and isinstance(one, dict):
            out.append(_new_entry(known, one, place))
            continue
        if at is None:
            names = ", ".join(entry[key] for entry in known)
            raise WrongWord(place, f"each entry has a {key}, which is one of {names}")
        for i, entry in enumerate(out):
            for word in set(_words_of(one)).intersection(_words_of(entry)) if i != at else ():
                raise WrongWord(f"{place}.{name}", f"{word} is a word of {entry[key]} already")
        out[at] = _merged_table(out[at], one, f"{place}.{name}")
    return out


def _new_entry(known: Sequence[Mapping[str, Any]], given: Mapping[str, Any], place: str) -> dict[str, Any]:
    """A local government that is not known: it tells all that is told of each, and nothing else."""
    like = {key: value for one in known for key, value in one.items()}
    for key in set.intersection(*map(set, known)).difference(given):
        raise WrongWord(place, f"{key} is missing in a new entry")
    for key in given:
        if key not in like:
            raise WrongWord(f"{place}.{key}", f"there is no such table or list; here are {', '.join(like)}")
    return {key: _word(value, like[key], f"{place}.{key}") for key, value in given.items()}


def _words_of(entry: Mapping[str, Any]) -> Iterator[str]:
    return (word for value in entry.values() if isinstance(value, list) for word in value if isinstance(word, str))


def _word(given: Any, like: Any, place: str) -> Any:
    """A new word or value, if it is of the kind of those that are there."""
    if type(given) is not type(like):
        raise WrongWord(place, f"{_kind(like)} belongs here")
    if isinstance(given, list):
        return [_word(one, like[0], place) for one in given]
    if isinstance(given, str):
        if not given.strip() or len(given) > _LONGEST or not given.isprintable() or _SIGNS.intersection(given):
            raise WrongWord(place, f"{given!r} is no word")
        if place.endswith(".code") and not (given.isdigit() and len(given) == _CODE):
            raise WrongWord(place, f"a code of {_CODE} digits belongs here")
        # Titles of columns are compared without white space, and in lower case.
        return "".join(given.split()).lower() if place.startswith("columns.") else given
    if isinstance(given, int) and given < 1:
        raise WrongWord(place, "a number from 1 on belongs here")
    return given


def _kind(value: Any) -> str:
    kinds = {dict: "a table", list: "a list", str: "a word in quotes", int: "a number", bool: "true or false"}
    return kinds.get(type(value), "another kind of value")
