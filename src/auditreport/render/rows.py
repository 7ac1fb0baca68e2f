"""Facts (사실) → JSON Lines: one object a line, as the facts contract asks for."""

from __future__ import annotations

from collections.abc import Iterable

from auditreport.render.printable import json_safe
from auditreport.schemas import Fact


def fact_lines(facts: Iterable[Fact]) -> str:
    """The facts as lines, each with its line end; keys stand in the order of the contract, Korean is not escaped."""
    return "".join(f"{json_safe(fact.model_dump_json())}\n" for fact in facts)
