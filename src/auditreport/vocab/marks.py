"""marks.toml → signs that open bullets, part contents entries, or stand for minus and zero."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class Marks(NamedTuple):
    """Signs that open bullets, part contents entries, or stand for minus and zero."""

    rank: dict[str, int]
    letters: frozenset[str]
    letter_rank: int
    leaders: str
    negative: frozenset[str]
    minus: str
    dash: frozenset[str]
    roman: str
    circled: str
    filled: str
    answers: frozenset[str]


@cache
def marks() -> Marks:
    """The vocabulary of marks.toml."""
    data = tables_of("marks")
    numbers = data["numbers"]
    return Marks(
        rank={sign: group["rank"] for group in data["mark"] for sign in group["signs"]},
        letters=frozenset(data["symbol_font"]["letters"]),
        letter_rank=data["symbol_font"]["rank"],
        leaders=data["contents"]["leaders"],
        negative=frozenset(data["signs"]["negative"]),
        minus=data["signs"]["negative"][0],
        dash=frozenset(data["signs"]["dash"]),
        roman=numbers["roman"],
        circled=numbers["circled"],
        filled=numbers["filled"],
        answers=frozenset(data["answer"]["signs"]),
    )
