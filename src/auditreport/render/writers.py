"""Documents (문서) one after the other → the text of one output: its beginning, a part for each, its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from auditreport.render.printable import json_safe
from auditreport.render.rows import fact_lines
from auditreport.schemas import Document, Fact, Report
from auditreport.schemas.failure import Failure


class Writer(Protocol):
    """A form of output; one object for each file that is written.

    Attributes:
        suffix: ending of the name of a file in this form.
    """

    suffix: str

    def begin(self) -> str:
        """What stands before the first document."""

    def document(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """One document."""

    def end(self, failures: Sequence[Failure]) -> str:
        """What stands behind the last document."""


class FactWriter:
    """Facts as JSON Lines."""

    suffix = ".jsonl"

    def begin(self) -> str:
        """Nothing."""
        return ""

    def document(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """A line for each fact."""
        return fact_lines(facts)

    def end(self, failures: Sequence[Failure]) -> str:
        """Nothing."""
        return ""


class JsonLinesWriter:
    """One line of JSON for each document."""

    suffix = ".jsonl"

    def begin(self) -> str:
        """Nothing."""
        return ""

    def document(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """The document as one line."""
        from auditreport.render.parsed import parsed_json

        return f"{parsed_json(document, report, facts)}\n"

    def end(self, failures: Sequence[Failure]) -> str:
        """Nothing."""
        return ""


class JsonWriter:
    """One JSON object for the whole run, written document by document."""

    suffix = ".json"

    def __init__(self) -> None:
        """Start with no document."""
        self._glue = "\n"

    def begin(self) -> str:
        """Version and the opening of the list."""
        return '{"version":1,"documents":['

    def document(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """The document on a line of its own."""
        from auditreport.render.parsed import parsed_json

        glue, self._glue = self._glue, ",\n"
        return f"{glue}{parsed_json(document, report, facts)}"

    def end(self, failures: Sequence[Failure]) -> str:
        """The closing of the list, and what could not be read."""
        rows = ",".join(json_safe(failure.model_dump_json()) for failure in failures)
        return f'\n],"failures":[{rows}]}}\n'


class CsvWriter:
    """The facts of all documents as one table; its columns are known at the end only."""

    suffix = ".csv"

    def __init__(self) -> None:
        """Start with no fact."""
        self._facts: list[Fact] = []

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def document(self, document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """Nothing yet: the facts are kept."""
        self._facts += facts
        return ""

    def end(self, failures: Sequence[Failure]) -> str:
        """The whole table."""
        from auditreport.render.flat import csv_table

        return csv_table(self._facts)
