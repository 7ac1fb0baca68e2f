"""Programmes (사업, 과제) with their facts → results, budget, needs and tables of each, part by part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from auditreport.render.summary.figures import is_adrift, number
from auditreport.render.summary.grid import make_grid, show_grid
from auditreport.render.summary.metrics import show_metrics
from auditreport.render.summary.overview import budget_row, measure
from auditreport.render.summary.page import Page
from auditreport.render.summary.words import CONCEPTS, PARTS
from auditreport.schemas import Document, Fact, Programme, Table

_METRICS = 8
_ROWS = 8
_OVERVIEW = ("organisation", "staffing", "budget")

Key = tuple[str, str | None, str | None]


def show_programmes(page: Page, document: Document, programmes: Sequence[Programme], facts: Sequence[Fact]) -> None:
    """Print all parts of the report; what the overview shows elsewhere is left out here."""
    _ = page.translate
    by_key: dict[Key, list[Fact]] = {}
    for fact in facts:
        if not (fact.part == "overview" and fact.kind in _OVERVIEW):
            by_key.setdefault((fact.part, fact.programme, fact.subprogramme), []).append(fact)
    first: dict[Key, Programme] = {}
    for programme in programmes:
        first.setdefault((programme.part, programme.title, programme.subprogramme), programme)
    split = {(one.part, one.title) for one in programmes if one.subprogramme is not None}
    part = ""
    for key, programme in first.items():
        own = by_key.pop(key, [])
        if not own and (programme.title is None or key[:2] in split):
            continue
        if programme.part != part:
            part = programme.part
            year = f" {programme.year}" if programme.year and part != "overview" else ""
            page.rule(f"{_(PARTS.get(part, part))}{year}")
        _show(page, document, programme, own)


def _show(page: Page, document: Document, programme: Programme, facts: Sequence[Fact]) -> None:
    _ = page.translate
    if programme.title is not None:
        beside = [*programme.teams]
        if programme.page is not None:
            beside.append(_("p. {page}").format(page=programme.page))
        if not facts:
            beside.append(_("no figures"))
        page.heading(_title(programme), " · ".join(beside))
    for name, kind in ((_("Budget"), "programme_budget"), (_("Required budget"), "required_budget")):
        _money(page, name, [fact for fact in facts if fact.kind == kind])
    show_metrics(page, [fact for fact in facts if fact.kind == "metric"], _METRICS)
    _tables(page, document, programme, [fact for fact in facts if fact.kind in ("table", "budget", "staffing")])


def _title(programme: Programme) -> str:
    number = programme.number or ""
    dot = "." if number[-1:].isdigit() and number.isascii() and "-" not in number else ""
    title = " ".join(word for word in (f"{number}{dot}", programme.title or "") if word)
    return f"{title} › {programme.subprogramme}" if programme.subprogramme else title


def _money(page: Page, name: str, facts: Sequence[Fact]) -> None:
    """A table if there are rows, else one line: measure by measure, the sources of funds behind their total."""
    if not facts:
        return
    if any(fact.item for fact in facts) or any(map(is_adrift, facts)):
        grid = make_grid(facts, lambda fact: budget_row(fact) or name, measure(page, facts))
        show_grid(page, grid, name, _ROWS, is_inner=True)
        return
    _ = page.translate
    parts = []
    for concept in dict.fromkeys(fact.concept for fact in facts):
        group = [fact for fact in facts if fact.concept == concept]
        totals = [_labelled(fact) for fact in group if "fund" not in fact.dims]
        funds = [_labelled(fact) for fact in group if "fund" in fact.dims]
        words = " · ".join(totals or funds) + (f" ({' · '.join(funds)})" if totals and funds else "")
        parts.append(f"{_(CONCEPTS.get(concept, concept))} {words}")
    where = page.place([fact.source.line for fact in facts], [fact.source.page for fact in facts])
    beside = ", ".join(word for word in (_("thousand won"), _("line {lines}").format(lines=where)) if word)
    page.line(f"{' / '.join(parts)} ({beside})")


def _labelled(fact: Fact) -> str:
    return " ".join([*(word for name, word in fact.dims.items() if name != "qualifier"), number(fact)])


def _tables(page: Page, document: Document, programme: Programme, facts: Sequence[Fact]) -> None:
    """Tables as they stand in the report: the facts of one block together."""
    _ = page.translate
    tables = [block for block in document.blocks if isinstance(block, Table)]
    starts = [table.anchor.start for table in tables]
    groups: dict[int, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(bisect_right(starts, fact.source.start) - 1, []).append(fact)
    for index, group in groups.items():
        caption = tables[index].caption if index >= 0 else None
        title = _section(programme, group[0].source.start) or _("Table")
        grid = make_grid(group, lambda fact: fact.item or "–", _column_of(page))
        show_grid(page, grid, title, _ROWS, caption.value if caption else "", is_inner=True)


def _section(programme: Programme, start: int) -> str | None:
    """Heading of the section in which something stands."""
    for section in programme.sections:
        if section.anchor.start <= start < section.anchor.end:
            return section.heading
    return None


def _column_of(page: Page) -> Callable[[Fact], str | None]:
    _ = page.translate

    def column(fact: Fact) -> str | None:
        parts = [word for name, word in fact.dims.items() if name != "qualifier"]
        if not parts and is_adrift(fact):
            return None
        return " > ".join(parts) or _("Value")

    return column
