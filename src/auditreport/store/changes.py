"""The facts of a report as they were and as they are → what changed, and its rows for the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from auditreport.schemas import Fact
from auditreport.schemas.change import Change


def changes_of(before: Sequence[Fact], after: Sequence[Fact]) -> list[Change]:
    """What changed between two readings of the same bytes, in the order of the report.

    Facts are the same if their ids are; of the others, those at the same numeral are one that was altered.
    """
    old = {fact.id: fact for fact in before}
    new = {fact.id: fact for fact in after}
    found = [Change("altered", old[key], fact) for key, fact in new.items() if key in old and old[key] != fact]
    lost = _by_place(fact for key, fact in old.items() if key not in new)
    gained = _by_place(fact for key, fact in new.items() if key not in old)
    for place in {**lost, **gained}:
        olds, news = lost.get(place, []), gained.get(place, [])
        both = min(len(olds), len(news))
        found += [Change("altered", was, now) for was, now in zip(olds[:both], news[:both], strict=True)]
        found += [Change("lost", fact, None) for fact in olds[both:]]
        found += [Change("gained", None, fact) for fact in news[both:]]
    return sorted(found, key=lambda change: (change.fact.source.start, change.fact.id, change.kind))


def _by_place(facts: Iterable[Fact]) -> dict[tuple[int, int], list[Fact]]:
    out: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        out.setdefault((fact.source.start, fact.source.end), []).append(fact)
    return out


def change_rows(
    changes: Sequence[Change], run: int, sha256: str, path: str, tools: tuple[str, str]
) -> list[dict[str, Any]]:
    """The changes as rows of the table `changes`; `tools` are the versions before and after."""
    return [
        {
            "run": run,
            "sha256": sha256,
            "path": path,
            "tool_before": tools[0],
            "tool_after": tools[1],
            "change": change.kind,
            "fact": change.fact.id,
            "start": change.fact.source.start,
            "before": change.before.model_dump(mode="json") if change.before is not None else None,
            "after": change.after.model_dump(mode="json") if change.after is not None else None,
        }
        for change in changes
    ]
