"""Facts (사실) → JSON Lines: one object a line, as the facts contract asks for."""

from __future__ import annotations

from collections.abc import Iterable

from auditreport.printable import json_safe
from auditreport.schemas import Fact


def fact_lines(facts: Iterable[Fact]) -> str:
    """The facts as lines, each with its line end; keys stand in the order of the contract."""
    return "".join(f"{json_safe(fact.model_dump_json(exclude=_absent(fact)))}\n" for fact in facts)


def _absent(fact: Fact) -> dict[str, set[str]]:
    """What the rows of a text input do not have: a box on a page, and a place in a structured file."""
    source = fact.source
    return {"source": {name for name in ("bbox", "path") if getattr(source, name) is None}}
