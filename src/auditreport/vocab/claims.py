"""claims.toml → what rules of the checks ask of running text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class Conversion(NamedTuple):
    """A unit that is one of `by` of another: 1 평 is 3.3058 ㎡, roughly 3.3 ㎡."""

    source: str
    by: tuple[Decimal, ...]


class Claims(NamedTuple):
    """How running text states lists, spans and conversions; see claims.toml."""

    open: frozenset[str]
    frequencies: frozenset[str]
    measures: frozenset[str]
    came: frozenset[str]
    left: frozenset[str]
    negated: tuple[str, ...]
    under_way: str
    duties: frozenset[str]
    staff: str
    whole: str
    year: str
    rank: str
    step: str
    patterns: dict[str, re.Pattern[str]]
    conversions: dict[str, Conversion]


@cache
def claims() -> Claims:
    """The vocabulary of claims.toml."""
    data = tables_of("claims")
    lists, outcomes, charts, spans = data["lists"], data["outcomes"], data["charts"], data["spans"]
    patterns = {
        name: re.compile(text)
        for table, names in (
            (lists, ("two", "opens", "marks", "counts", "name_of_list", "thing", "bare_count")),
            (outcomes, ("rate", "of_which")),
            (charts, ("headcount",)),
            (spans, ("years", "range", "rank", "steps", "among", "between")),
        )
        for name, text in table.items()
        if name in names
    }
    return Claims(
        open=frozenset(lists["open"]),
        frequencies=frozenset(lists["frequencies"]),
        measures=frozenset(lists["measures"]),
        came=frozenset(outcomes["came"]),
        left=frozenset(outcomes["left"]),
        negated=tuple(outcomes["negated"]),
        under_way=outcomes["under_way"],
        duties=frozenset(charts["duties"]),
        staff=charts["staff"],
        whole=spans["whole"],
        year=spans["year"],
        rank=spans["rank_unit"],
        step=spans["step"],
        patterns=patterns,
        conversions={
            unit: Conversion(row["from"], tuple(map(Decimal, row["by"]))) for unit, row in data["conversions"].items()
        },
    )
