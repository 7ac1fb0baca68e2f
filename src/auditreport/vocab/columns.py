"""columns.toml → what titles of columns and rows mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditreport.vocab.folding import squash
from auditreport.vocab.own import tables_of
from auditreport.vocab.units import units


@dataclass(frozen=True, slots=True)
class Columns:
    """What titles of columns and rows mean."""

    stubs: frozenset[str]
    names: tuple[str, ...]
    table_names: tuple[str, ...]
    fund_name: str
    fund_flows: tuple[str, ...]
    by: str
    index: frozenset[str]
    totals: frozenset[str]
    totals_begin: tuple[str, ...]
    totals_begin_otherwise: tuple[str, ...]
    subtotals: frozenset[str]
    costs: frozenset[str]
    text: frozenset[str]
    remarks: frozenset[str]
    quota: frozenset[str]
    headcount: frozenset[str]
    gap: frozenset[str]
    pair: frozenset[str]
    reversed_pair: frozenset[str]
    job_class: dict[str, str]
    sexes: frozenset[str]
    general_class: str
    budget: tuple[tuple[str, tuple[str, ...]], ...]
    side: dict[str, str]
    fund: dict[str, str]
    decrease: tuple[str, ...]
    to_date: tuple[str, ...]
    forecast: tuple[str, ...]
    month_end: str
    after_digits: frozenset[str]
    known: frozenset[str]

    def covers_all(self, title: str) -> bool:
        """Whether a title names the whole of what stands beside it: a total, or 총사업비, but not 총무과."""
        folded = re.sub(r"\([^)]*\)", "", squash(title))
        begins = folded.startswith(self.totals_begin) and not folded.startswith(self.totals_begin_otherwise)
        return folded in self.totals or begins

    def staffing(self, title: str) -> str | None:
        """Concept of a staffing row or column (정원, 현원, 과부족)."""
        folded = squash(title)
        for words, concept in (
            (self.quota, "staffing.quota"),
            (self.headcount, "staffing.headcount"),
            (self.gap, "staffing.gap"),
        ):
            if folded in words:
                return concept
        return None

    def measure(self, title: str) -> str | None:
        """Concept of a budget column (예산액, 집행액, 증감 …)."""
        folded = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", squash(title).replace("(△)", ""))
        for concept, endings in self.budget:
            if folded.endswith(endings):
                return concept
        return None


@cache
def columns() -> Columns:
    """The vocabulary of columns.toml."""
    data = tables_of("columns")
    staffing = data["staffing"]
    budget = tuple((group["concept"], tuple(group["ends"])) for group in data["budget"])
    known = {word for group in data["budget"] for word in group["ends"]}
    known.update(data["stub"]["words"], data["stub"]["index"], data["total"]["words"], data["text_columns"]["words"])
    known.update(data["job_class"], (word for word in data["fund"] if len(word) > 1), data["side"])
    for words in staffing.values():
        known.update(words)
    known.update(ending for ending, _ in units().column_units)
    return Columns(
        by=data["table_name"]["by"],
        fund_name=data["fund_table"]["name"],
        fund_flows=tuple(data["fund_table"]["flows"]),
        table_names=tuple(data["table_name"]["endings"]),
        stubs=frozenset(data["stub"]["words"]),
        names=tuple(data["stub"]["endings"]),
        index=frozenset(data["stub"]["index"]),
        totals=frozenset(data["total"]["words"]),
        totals_begin=tuple(data["total"]["begin"]),
        totals_begin_otherwise=tuple(data["total"]["begin_otherwise"]),
        subtotals=frozenset(data["total"]["sub"]),
        costs=frozenset(data["total"]["cost"]),
        text=frozenset(data["text_columns"]["words"]),
        remarks=frozenset(data["text_columns"]["last"]),
        quota=frozenset(staffing["quota"]),
        headcount=frozenset(staffing["headcount"]),
        gap=frozenset(staffing["gap"]),
        pair=frozenset(staffing["pair"]),
        reversed_pair=frozenset(staffing["reversed_pair"]),
        job_class=dict(data["job_class"]),
        sexes=frozenset(data["sex"]["words"]),
        general_class=data["general"]["job_class"],
        budget=budget,
        side=dict(data["side"]),
        fund=dict(data["fund"]),
        decrease=tuple(data["decrease"]["words"]),
        to_date=tuple(data["basis"]["to_date"]),
        forecast=tuple(data["basis"]["forecast"]),
        month_end=data["basis"]["month_end"],
        after_digits=frozenset(data["after_digits"]["words"]),
        known=frozenset(known),
    )
