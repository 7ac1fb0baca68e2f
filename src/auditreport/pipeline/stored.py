"""A report that a store holds → what a task wants of it, without reading it; nothing is imported until there is one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from auditreport.pipeline.check import CheckedPart
    from auditreport.schemas import Fact
    from auditreport.schemas.material import Material
    from auditreport.schemas.tables import Batch
    from auditreport.store.reading import Stored

P = TypeVar("P")


def stored_material(stored: Stored) -> Material:
    """What `compare` needs of a stored report."""
    return stored.material


def stored_tables(stored: Stored) -> list[Batch]:
    """The rows that are exported of a stored report."""
    from auditreport.pipeline.tables import tables_of

    return tables_of(stored.material, stored.checked)


def stored_facts(of_facts: Callable[[Sequence[Fact]], P], stored: Stored) -> P:
    """What is made of the facts of a stored report."""
    return of_facts(stored.material.facts)


def stored_check(stored: Stored, codes: Collection[str] | None = None) -> CheckedPart:
    """What was checked of a stored report; of a choice of rules, what those found beside all others."""
    from auditreport.checks import RULES

    found, equations, discrepancies = stored.checked
    if codes is None or set(codes) >= {rule.code for rule in RULES}:
        return found, equations, discrepancies
    equations = tuple(one for one in equations if one.rule in codes)
    found = found.model_copy(
        update={"equations": len(equations), "status": "checked" if equations else "nothing_checked"}
    )
    return found, equations, tuple(one for one in discrepancies if one.rule in codes)
