"""entities.toml → how departments, teams and councils are named."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class Departments(NamedTuple):
    """How departments, teams and councils are named."""

    endings: tuple[str, ...]
    refused: tuple[str, ...]
    generic: frozenset[str]
    teams: tuple[str, ...]
    councils: tuple[str, ...]
    council: str


@cache
def departments() -> Departments:
    """The vocabulary of entities.toml."""
    data = tables_of("entities")
    return Departments(
        endings=tuple(data["department"]["endings"]),
        refused=tuple(data["department"]["not_departments"]),
        generic=frozenset(data["department"]["generic"]),
        teams=tuple(data["team"]["endings"]),
        councils=tuple(data["council"]["district"]),
        council=data["council"]["name"],
    )
