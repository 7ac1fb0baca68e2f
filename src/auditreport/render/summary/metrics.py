"""Figures of the text (실적 수치) → a list: label, figures, line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditreport.render.summary.figures import with_unit
from auditreport.render.summary.page import Page
from auditreport.schemas import Fact

_INDENT = "  "
Labelled = tuple[tuple[str, ...], list[Fact]]


def show_metrics(page: Page, facts: Sequence[Fact], limit: int) -> None:
    """Print figures with their labels; neighbours under one label share a row, parts stand below their whole."""
    groups: list[Labelled] = [
        (tuple((item or "–").split(" > ")), list(group)) for item, group in groupby(facts, key=lambda fact: fact.item)
    ]
    shown, more = page.cut(groups, limit)
    rows = [
        [
            label,
            " · ".join(_figure(page, fact) for fact in group),
            page.place([fact.source.line for fact in group], [fact.source.page for fact in group]),
        ]
        for label, group in labelled(shown)
    ]
    if rows:
        page.table([("", "left"), ("", "value"), ("", "place")], rows)
    page.more(sum(len(group) for _, group in groups[len(shown) :]) if more else 0)


def labelled(groups: Sequence[Labelled], depth: int = 0) -> Iterator[tuple[str, list[Fact]]]:
    """Labels as an indented tree; a label that several neighbours share stands once, above them."""
    for name, branch in groupby(groups, key=lambda group: group[0][depth]):
        members = list(branch)
        if len(members) == 1:
            path, facts = members[0]
            yield _INDENT * depth + " > ".join(path[depth:]), facts
            continue
        own = [facts for path, facts in members if len(path) == depth + 1]
        yield _INDENT * depth + name, [fact for facts in own for fact in facts]
        yield from labelled([group for group in members if len(group[0]) > depth + 1], depth + 1)


def _figure(page: Page, fact: Fact) -> str:
    others = [word for name, word in fact.dims.items() if name not in ("of", "qualifier")]
    words = [*others, *([fact.dims["of"]] if "of" in fact.dims else []), with_unit(fact, page.translate)]
    if "qualifier" in fact.dims:
        words.append(f"({fact.dims['qualifier']})")
    return " ".join(words)
