"""A report with its facts → tables that a person reads on a terminal or in plain text (보고 요약)."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console

from auditreport.render.messages import translator
from auditreport.render.summary.closing import show_counts, show_issues
from auditreport.render.summary.overview import show_budget, show_staffing
from auditreport.render.summary.page import Page
from auditreport.render.summary.programmes import show_programmes
from auditreport.render.summary.who import show_organisation, show_who
from auditreport.schemas import Document, Fact, Report
from auditreport.schemas.failure import Failure

__all__ = ["Summary", "SummaryWriter", "show_report"]


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


@dataclass(frozen=True, slots=True)
class Summary:
    """How a summary is made; other processes get it, so that it can be pickled.

    Attributes:
        make_console: gives a console whose file is a `StringIO`.
        lang: language of the labels.
        show_all: whether long lists are shown whole.
    """

    make_console: Callable[[], Console]
    lang: str
    show_all: bool = False

    def __call__(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """The tables of one report."""
        file = io.StringIO()
        console = self.make_console()
        console.file = file
        show_report(Page(console, translator(self.lang), self.show_all), document, report, facts)
        return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


class SummaryWriter:
    """Tables to read, one report after the other."""

    suffix = ".txt"
    of_facts: Callable[[Sequence[Fact]], str] | None = None

    def __init__(self, summary: Summary) -> None:
        """Write summaries that are made in this way."""
        self.part = summary

    def begin(self) -> str:
        """Nothing."""
        return ""

    def document(self, part: str) -> str:
        """The tables of one report."""
        return part

    def end(self, failures: Sequence[Failure]) -> str:
        """Nothing."""
        return ""
