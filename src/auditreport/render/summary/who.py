"""Source, meta data and organisation → who reports (보고 기관), and what of it was deduced."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.render.summary.figures import number
from auditreport.render.summary.page import Page
from auditreport.render.summary.words import CONCEPTS, DOCUMENTS, FIELDS
from auditreport.schemas import Document, Fact, Meta, Report

_TEAMS = 12


def show_who(page: Page, document: Document, report: Report) -> None:
    """Print the title and a table of what is known of the report as a whole."""
    _ = page.translate
    meta = report.meta
    words = [meta.district, meta.department] if meta.doc_kind != "press_article" else [meta.district]
    kind = _(DOCUMENTS.get(meta.doc_kind, meta.doc_kind))
    name = document.source.name
    page.rule(" ".join(word for word in words if word) or name, heavy=True)
    source = document.source
    size = _("{bytes} bytes").format(bytes=f"{source.size:,}")
    file = " · ".join(part for part in (name, source.encoding or source.media_type, size) if part)
    rows = [[_("File"), file], [_("Kind"), kind]]
    for label, value, is_deduced in _fields(meta):
        rows.append([_(FIELDS[label]), f"{value} *" if is_deduced else value])
    page.table([("", "left"), ("", "value")], rows)
    if any(row[1].endswith(" *") for row in rows):
        page.line(_("* not stated on a cover; deduced from the rest"), "dim")


def _fields(meta: Meta) -> list[tuple[str, str, bool]]:
    """Known fields as name, words, and whether they were deduced."""
    days = " – ".join(dict.fromkeys(day for day in (meta.session_start, meta.session_end) if day))
    session = meta.session_name or (str(meta.session_number) if meta.session_number else "")
    values: dict[str, object] = {
        "title": meta.title,
        "district": meta.district,
        "department": meta.department,
        "council": meta.council,
        "session": f"{session} ({days})" if session and days else session or days,
        "report_year": meta.report_year,
        "plan_year": meta.plan_year,
        "published": meta.published,
    }
    deduced = {name.removesuffix("_name").removesuffix("_number") for name in meta.deduced}
    return [(name, str(value), name in deduced) for name, value in values.items() if value]


def show_organisation(page: Page, report: Report, facts: Sequence[Fact]) -> None:
    """Print the stated counts of teams and offices, and the teams with their duties."""
    _ = page.translate
    counts = [fact for fact in facts if fact.kind == "organisation"]
    if not counts and not report.teams:
        return
    words: dict[str, list[str]] = {}
    for fact in counts:
        noun = fact.unit if fact.concept == "organisation.offices" else ""
        words.setdefault(_(CONCEPTS.get(fact.concept, fact.concept)), []).append(f"{number(fact)}{noun}")
    stated = (f"{name} {' '.join(dict.fromkeys(values))}" for name, values in words.items())
    page.heading(_("Organisation"), " · ".join(stated))
    teams, more = page.cut(report.teams, _TEAMS)
    if any(team.duties for team in teams):
        page.table([("", "left"), ("", "value")], [[team.name, " · ".join(team.duties)] for team in teams])
    elif teams:
        page.line(" · ".join(team.name for team in teams))
    page.more(more)
