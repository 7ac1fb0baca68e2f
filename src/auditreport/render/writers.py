"""Documents (문서) one after the other → the text of one output: its beginning, a part for each, its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from auditreport.printable import json_safe
from auditreport.render.rows import fact_lines
from auditreport.schemas import Document, Fact, Report
from auditreport.schemas.failure import Failure

if TYPE_CHECKING:
    from auditreport.render.flat import Row

P = TypeVar("P")
Part = Callable[[Document, Report, Sequence[Fact]], P]


class Writer(Protocol[P]):
    """A form of output; one object for each file that is written.

    Attributes:
        suffix: ending of the name of a file in this form.
    """

    suffix: str

    @property
    def part(self) -> Part[P]:
        """Makes of a document, its report and its facts what it adds to the output, and looks at nothing else.

        It may be called in another process, so that it can be pickled, and what it makes is plain.
        """

    @property
    def of_facts(self) -> Callable[[Sequence[Fact]], P] | None:
        """Makes the same of the facts alone; none where more is needed."""

    def begin(self) -> str:
        """What stands before the first document."""

    def document(self, part: P) -> str:
        """One document, of which `part` was made."""

    def end(self, failures: Sequence[Failure]) -> str:
        """What stands behind the last document."""


class _Lines:
    """Documents of which each is written by itself, one below the other."""

    suffix = ".jsonl"
    of_facts: Callable[[Sequence[Fact]], str] | None = None

    def begin(self) -> str:
        """Nothing."""
        return ""

    def document(self, part: str) -> str:
        """The document as it was made."""
        return part

    def end(self, failures: Sequence[Failure]) -> str:
        """Nothing."""
        return ""


class FactWriter(_Lines):
    """Facts as JSON Lines."""

    of_facts = staticmethod(fact_lines)

    @staticmethod
    def part(document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """A line for each fact."""
        return fact_lines(facts)


class JsonLinesWriter(_Lines):
    """One line of JSON for each document."""

    @staticmethod
    def part(document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """The document as one line."""
        from auditreport.render.parsed import parsed_json

        return f"{parsed_json(document, report, facts)}\n"


class JsonWriter:
    """One JSON object for the whole run, written document by document."""

    suffix = ".json"
    of_facts: Callable[[Sequence[Fact]], str] | None = None

    def __init__(self) -> None:
        """Start with no document."""
        self._glue = "\n"

    @staticmethod
    def part(document: Document, report: Report, facts: Sequence[Fact]) -> str:
        """The document as one object."""
        from auditreport.render.parsed import parsed_json

        return parsed_json(document, report, facts)

    def begin(self) -> str:
        """Version and the opening of the list."""
        return '{"version":1,"documents":['

    def document(self, part: str) -> str:
        """The document on a line of its own."""
        glue, self._glue = self._glue, ",\n"
        return f"{glue}{part}"

    def end(self, failures: Sequence[Failure]) -> str:
        """The closing of the list, and what could not be read."""
        rows = ",".join(json_safe(failure.model_dump_json()) for failure in failures)
        return f'\n],"failures":[{rows}]}}\n'


class CsvWriter:
    """The facts of all documents as one table; its columns are known at the end only."""

    suffix = ".csv"
    of_facts: Callable[[Sequence[Fact]], list[Row]] | None = None

    def __init__(self) -> None:
        """Start with no fact."""
        self._rows: list[Row] = []

    @staticmethod
    def part(document: Document, report: Report, facts: Sequence[Fact]) -> list[Row]:
        """A row for each fact."""
        from auditreport.render.flat import csv_row

        return [csv_row(fact) for fact in facts]

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def document(self, part: list[Row]) -> str:
        """Nothing yet: the rows are kept."""
        self._rows += part
        return ""

    def end(self, failures: Sequence[Failure]) -> str:
        """The whole table."""
        from auditreport.render.flat import csv_table

        return csv_table(self._rows)
