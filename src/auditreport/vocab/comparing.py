"""comparing.toml → words by which figures are compared, and the sentences said of them in both languages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.schemas.indicator import Wording
from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of


class Comparing(NamedTuple):
    """The vocabulary of comparing.toml; words are folded for comparison.

    Attributes:
        generic: words that say that something was done, not what; the longest first.
        whole: labels of the whole.
        portions: words of a part of a year.
        counted: qualifiers of a figure that counts what was done.
        measures: labels that name the measure itself.
        spending: the side of a budget that is compared.
        accounts: accounts of a budget.
        spelling: endings that are written in two ways.
        texts: templates by table and code.
        phases: names of the phases.
        people: those by whom amounts are divided.
    """

    generic: tuple[str, ...]
    whole: frozenset[str]
    portions: tuple[str, ...]
    counted: frozenset[str]
    measures: frozenset[str]
    spending: frozenset[str]
    accounts: tuple[str, ...]
    spelling: dict[str, str]
    texts: dict[str, dict[str, Wording]]
    phases: dict[str, Wording]
    people: dict[str, Wording]

    def say(self, table: str, code: str, **gaps: object) -> Wording:
        """A sentence in both languages; a gap may hold a `Wording` of its own."""
        text = self.texts[table][code]
        ko = {name: gap.ko if isinstance(gap, Wording) else gap for name, gap in gaps.items()}
        en = {name: gap.en if isinstance(gap, Wording) else gap for name, gap in gaps.items()}
        return Wording(ko=text.ko.format(**ko), en=text.en.format(**en))


@cache
def comparing() -> Comparing:
    """The vocabulary of comparing.toml."""
    data = tables_of("comparing")
    labels = data["labels"]
    return Comparing(
        generic=tuple(sorted({squash(word) for word in labels["generic"]}, key=len, reverse=True)),
        whole=frozenset(squash(word) for word in labels["whole"]),
        portions=tuple(labels["portions"]),
        counted=frozenset(labels["counted"]),
        measures=frozenset(squash(word) for word in labels["measures"]),
        spending=frozenset(labels["spending"]),
        accounts=tuple(labels["accounts"]),
        spelling=labels["spelling"],
        texts={
            table: {code: Wording(**text) for code, text in data[table].items()}
            for table in ("notes", "undecided", "cautions", "evidence", "parts")
        },
        phases={name: Wording(**text) for name, text in data["phases"].items()},
        people={name: Wording(**text) for name, text in data["people"].items()},
    )
