"""The rules by their codes, and their pages of the manual."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from auditreport.checks.claims import Claim
from auditreport.checks.rules import (
    bridges,
    budget,
    bullets,
    contents,
    listed,
    nearby,
    needs,
    organisation,
    restated,
    spans,
    staffing,
    tables,
)
from auditreport.checks.subject import Subject
from auditreport.schemas.discrepancy import Message, Rule

Find = Callable[[Subject], Iterable[Claim]]


class Coded(NamedTuple):
    """A rule: its code, and what finds its claims; the docstring of that is its page of the manual."""

    code: str
    find: Find


RULES: tuple[Coded, ...] = (
    Coded("AR101", staffing.row_totals),
    Coded("AR102", staffing.column_totals),
    Coded("AR103", staffing.gaps),
    Coded("AR104", restated.staff_in_text),
    Coded("AR105", organisation.named_units),
    Coded("AR106", organisation.chart_headcounts),
    Coded("AR201", budget.column_totals),
    Coded("AR202", budget.row_totals),
    Coded("AR203", budget.balances),
    Coded("AR204", budget.changes),
    Coded("AR205", budget.execution_rates),
    Coded("AR206", budget.change_rates),
    Coded("AR207", budget.fund_splits),
    Coded("AR208", restated.budget_in_text),
    Coded("AR211", tables.column_totals),
    Coded("AR212", tables.row_totals),
    Coded("AR213", tables.related_columns),
    Coded("AR214", tables.related_rates),
    Coded("AR301", bullets.brackets),
    Coded("AR302", bullets.lines),
    Coded("AR303", bullets.line_rates),
    Coded("AR304", bullets.bullets_below),
    Coded("AR305", listed.named_things),
    Coded("AR306", restated.repeated),
    Coded("AR307", spans.durations),
    Coded("AR308", spans.limits),
    Coded("AR309", spans.conversions),
    Coded("AR310", contents.contents),
    Coded("AR311", nearby.parts_behind),
    Coded("AR312", nearby.bare_counts),
    Coded("AR401", needs.row_totals),
    Coded("AR402", needs.column_totals),
    Coded("AR501", bridges.bridges),
)


def manual() -> list[Rule]:
    """The pages of the manual, in the order of the codes."""
    return [_page(rule) for rule in RULES]


def _page(rule: Coded) -> Rule:
    title, _, rest = inspect.getdoc(rule.find).partition("\n")  # type: ignore[union-attr]
    ko, _, en = title.rstrip(".").partition(" / ")
    pages = dict(re.findall(r"^(ko|en): (.*?)(?=^(?:ko|en): |\Z)", rest, re.MULTILINE | re.DOTALL))
    text = {lang: " ".join(page.split()) for lang, page in pages.items()}
    return Rule(code=rule.code, name=Message(ko=ko, en=en), manual=Message(ko=text["ko"], en=text["en"]))
