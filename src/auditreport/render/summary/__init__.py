"""A report with its facts → tables that a person reads on a terminal or in plain text (보고 요약)."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.console import Console

from auditreport.render.messages import translator
from auditreport.render.summary.closing import show_counts, show_issues
from auditreport.render.summary.overview import show_budget, show_staffing
from auditreport.render.summary.page import Page
from auditreport.render.summary.programmes import show_programmes
from auditreport.render.summary.who import show_organisation, show_who
from auditreport.schemas import Document, Fact, Report
from auditreport.schemas.failure import Failure

__all__ = ["SummaryWriter", "show_report"]


def show_report(page: Page, document: Document, report: Report, facts: Sequence[Fact]) -> None:
    """Print one report, section by section."""
    overview = [fact for fact in facts if fact.part == "overview"]
    show_who(page, document, report)
    show_organisation(page, report, overview)
    show_staffing(page, overview)
    show_budget(page, overview)
    show_programmes(page, document, report.programmes, facts)
    show_issues(page, [*document.issues, *report.issues])
    show_counts(page, document, facts)


class SummaryWriter:
    """Tables to read, one report after the other."""

    suffix = ".txt"

    def __init__(self, console: Console, lang: str, *, show_all: bool = False) -> None:
        """Print with a console whose file is a `StringIO`."""
        self._page = Page(console, translator(lang), show_all)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def document(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """The tables of one report."""
        console = self._page.console
        console.file = io.StringIO()
        show_report(self._page, document, report, facts)
        lines = console.file.getvalue().split("\n")
        return "\n".join(line.rstrip() for line in lines)

    def end(self, failures: Sequence[Failure]) -> str:
        """Nothing."""
        return ""
