"""Facts of the overview (일반현황) → staffing and budget as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditreport.render.summary.figures import is_adrift
from auditreport.render.summary.grid import make_grid, show_grid
from auditreport.render.summary.page import Page
from auditreport.render.summary.words import CONCEPTS
from auditreport.schemas import Fact

_ROWS = 16
_STAFFING_ROWS = 40


def show_staffing(page: Page, facts: Sequence[Fact]) -> None:
    """Print quota, headcount and gap by grade (정원·현원·과부족); sub-organisations have rows of their own."""
    _ = page.translate
    staffing = [fact for fact in facts if fact.kind == "staffing"]
    if not staffing:
        return

    def row(fact: Fact) -> str:
        return _joined(_(CONCEPTS.get(fact.concept, fact.concept)), fact.dims.get("unit"))

    def column(fact: Fact) -> str | None:
        grade = " > ".join(fact.dims[name] for name in ("job_class", "grade") if name in fact.dims)
        return grade or (None if is_adrift(fact) else _("Total"))

    show_grid(page, make_grid(staffing, row, column), _("Staffing"), _STAFFING_ROWS, as_of(staffing))


def show_budget(page: Page, facts: Sequence[Fact]) -> None:
    """Print the department's budget, item × measure, in thousands of won (예산현황)."""
    _ = page.translate
    budget = [fact for fact in facts if fact.kind == "budget"]
    for side in dict.fromkeys(fact.dims.get("side") for fact in budget):
        group = [fact for fact in budget if fact.dims.get("side") == side]
        show_grid(page, make_grid(group, budget_row, measure(page, group)), _joined(_("Budget overview"), side), _ROWS)


def budget_row(fact: Fact) -> str:
    """The label of a budget line, with the sub-organisation and the source of funds where they are told apart."""
    parts = [fact.item, fact.dims.get("unit"), fact.dims.get("fund")]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def measure(page: Page, facts: Sequence[Fact]) -> Callable[[Fact], str | None]:
    """What names a budget column: the measure, with its date or, where years differ, its year."""
    years = {fact.period.year for fact in facts}
    concepts = {fact.concept for fact in facts}

    def column(fact: Fact) -> str | None:
        if is_adrift(fact) and not fact.dims and fact.candidates:
            return None
        name = page.translate(CONCEPTS.get(fact.concept, fact.concept))
        when = fact.period.as_of or (fact.period.year if len(years) > 1 else None)
        details = [str(part) for part in (when, fact.dims.get("column")) if part]
        return " > ".join(details if details and len(concepts) == 1 else [name, *details])

    return column


def as_of(facts: Sequence[Fact]) -> str:
    """The one reference date of the facts, if they have one."""
    dates = {fact.period.as_of for fact in facts if fact.period.as_of}
    return dates.pop() if len(dates) == 1 else ""


def _joined(name: str, detail: str | None) -> str:
    return f"{name} · {detail}" if detail else name
