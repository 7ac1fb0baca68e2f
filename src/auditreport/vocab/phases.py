"""phases.toml → what tells the phase of a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of
from auditreport.vocab.patterns import pattern

_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class PhaseWords(NamedTuple):
    """How the title of a column and the label of a row say one phase."""

    title: re.Pattern[str]
    label: re.Pattern[str]


class Phases(NamedTuple):
    """Words and roles that tell phases, and the notes on dates; see phases.toml."""

    money: dict[str, PhaseWords]
    time: dict[str, PhaseWords]
    budget: re.Pattern[str]
    compared: tuple[str, ...]
    results_from_month: int
    plan_roles: frozenset[str]
    describing_roles: frozenset[str]
    notes: dict[str, dict[str, str]]

    def of_title(self, title: str, *, money: bool) -> frozenset[str]:
        """The phases that a title of a column names; `results` for what was done."""
        folded = squash(title)
        if any(word in folded for word in self.compared):
            return frozenset()
        return frozenset(name for name, words in self._known(money) if words.title.search(folded))

    def of_label(self, label: str, *, money: bool) -> frozenset[str]:
        """The phases that a label names, if it says nothing else."""
        bare = _bare(label)
        return frozenset(name for name, words in self._known(money) if words.label.fullmatch(bare))

    def is_budget(self, title: str) -> bool:
        """Whether a title or label calls its figures a budget."""
        return self.budget.search(squash(title)) is not None

    def _known(self, money: bool) -> tuple[tuple[str, PhaseWords], ...]:
        return (*(self.money.items() if money else ()), *self.time.items())


@cache
def _bare(label: str) -> str:
    return squash(pattern("year_word").sub("", _BRACKETED.sub("", label)))


@cache
def phases() -> Phases:
    """The vocabulary of phases.toml."""
    data = tables_of("phases")
    return Phases(
        money=_words(data["money"]),
        time=_words(data["time"]),
        budget=re.compile(data["budget"]["title"]),
        compared=tuple(data["compared"]["words"]),
        results_from_month=data["plan"]["results_from_month"],
        plan_roles=frozenset(data["roles"]["plan"]),
        describing_roles=frozenset(data["roles"]["describes"]),
        notes=data["notes"],
    )


def _words(table: dict[str, dict[str, str]]) -> dict[str, PhaseWords]:
    return {name: PhaseWords(re.compile(words["title"]), re.compile(words["label"])) for name, words in table.items()}
