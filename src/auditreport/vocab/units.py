"""units.toml → units, counters and what they are worth."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of


class Units(NamedTuple):
    """Units, counters and what they are worth."""

    money: dict[str, Decimal]
    multipliers: dict[str, int]
    rates: frozenset[str]
    points: frozenset[str]
    counters: tuple[str, ...]
    after_each: tuple[str, ...]
    not_counters: tuple[str, ...]
    ordinal_below: dict[str, int]
    per: tuple[str, ...]
    duration: frozenset[str]
    duration_needs_sign: frozenset[str]
    duration_signs: tuple[str, ...]
    not_before: dict[str, tuple[str, ...]]
    column_units: tuple[tuple[str, str], ...]
    names: dict[str, str]
    count_ending: str
    money_titles: tuple[str, ...]
    area_titles: tuple[str, ...]
    areas: frozenset[str]
    needs_before: dict[str, tuple[str, ...]]
    thing: str
    keeps_each: frozenset[str]
    drops_each: tuple[str, ...]
    about: str
    short_money_before: tuple[str, ...]
    won: str
    spaced: tuple[str, ...]
    people: str
    each: str
    english: dict[str, str]

    def name_of(self, unit: str) -> str:
        """What a counter counts (회 → 횟수); the counter itself where no name is known."""
        return self.names.get(unit, unit)

    def of_column(self, title: str) -> str | None:
        """Unit that the words of a column title tell (건수 → 건, 절감률 → %)."""
        folded = squash(title)
        for ending, unit in self.column_units:
            if folded.endswith(ending):
                return unit
        if folded in self.counters and len(folded) > 1:
            return folded
        if folded.endswith(self.count_ending) and folded[:-1] in self.counters:
            return folded[:-1]
        return None


@cache
def units() -> Units:
    """The vocabulary of units.toml."""
    data = tables_of("units")
    return Units(
        money={name: Decimal(factor) for name, factor in data["money"]["factors"].items()},
        multipliers=dict(data["multipliers"]),
        rates=frozenset(data["rates"]["signs"]),
        points=frozenset(data["rates"]["points"]),
        counters=tuple(sorted(set(data["counters"]["plain"]), key=lambda word: (-len(word), word))),
        after_each=tuple(sorted(set(data["counters"]["after_each"]), key=lambda word: (-len(word), word))),
        not_counters=tuple(sorted(set(data["counters"]["not_counters"]), key=lambda word: (-len(word), word))),
        ordinal_below=dict(data["counters"]["ordinal_below"]),
        per=tuple(sorted(data["counters"]["per"]["units"], key=lambda word: (-len(word), word))),
        duration=frozenset(data["duration"]["units"]),
        duration_needs_sign=frozenset(data["duration"]["needs_sign"]),
        duration_signs=tuple(data["duration"]["signs"]),
        not_before={word: tuple(after) for word, after in data["not_before"].items()},
        names=dict(data["names"]),
        each=data["counters"]["each"],
        count_ending=data["titles"]["count"],
        money_titles=tuple(data["titles"]["money"]),
        area_titles=tuple(data["titles"]["area"]),
        areas=frozenset(data["titles"]["areas"]),
        needs_before={word: tuple(before) for word, before in data["counters"]["needs_before"].items()},
        column_units=tuple(sorted(data["column_units"].items(), key=lambda item: (-len(item[0]), item[0]))),
        thing=data["grammar"]["thing"],
        keeps_each=frozenset(data["grammar"]["keeps_each"]),
        drops_each=tuple(data["grammar"]["drops_each"]),
        about=data["grammar"]["about"],
        short_money_before=tuple(data["grammar"]["short_money_before"]),
        won=data["grammar"]["won"],
        spaced=tuple(data["grammar"]["spaced"]),
        people=data["grammar"]["people"],
        english=dict(data["english"]),
    )
