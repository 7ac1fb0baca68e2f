"""Facts and reports made by hand, for the tests of what is shown of them."""

from __future__ import annotations

from typing import Any

from auditreport.schemas import Entity, Fact, FactSource, Period, Reading


def fact(value: str = "3", unit: str = "건", **other: Any) -> Fact:
    """A fact with the given fields; `line`, `year` and `as_of` are short for their places."""
    line, year, as_of = other.pop("line", 1), other.pop("year", 2024), other.pop("as_of", None)
    fields: dict[str, Any] = {
        "id": "0123456789abcdef",
        "kind": "metric",
        "part": "results",
        "concept": "metric",
        "period": Period(year=year, as_of=as_of),
        "entity": Entity(district="강동구", department="감사담당관"),
        "value": value,
        "unit": unit,
        "decimals": 0,
        "raw": value,
        "source": FactSource(line=line, start=0, end=len(value)),
        "status": "stated",
        "reading": Reading(method="text", confirmed=False),
    }
    return Fact(**{**fields, **other})


def doubtful(value: str, places: int, **other: Any) -> Fact:
    """A fact that could stand in several places."""
    candidates = tuple({"column": str(i)} for i in range(places))
    return fact(value, status="ambiguous", candidates=candidates, **other)
