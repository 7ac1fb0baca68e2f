"""One file: bytes → document → report → facts → facts of which is known what confirms them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from auditreport.arithmetic import confirm
from auditreport.checks import confirming
from auditreport.checks.subject import Subject
from auditreport.errors import UnreadableInput
from auditreport.normalise import normalise, positions
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.limits import DEFAULT, Limits
from auditreport.parsers.formats.registry import Contain
from auditreport.parsers.report import read_report
from auditreport.pipeline.sources import find_places
from auditreport.schemas import Document, Fact, Report


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one file, step by step."""

    document: Document
    report: Report
    facts: list[Fact]

    @property
    def has_pictures(self) -> bool:
        """Whether some of its pages are pictures without text."""
        return any(issue.code == "scanned-page" for issue in self.document.issues)

    @property
    def is_recognised(self) -> bool:
        """Whether it says what reports say: a figure, a contents list, or the heading of a known section."""
        sections = (section for programme in self.report.programmes for section in programme.sections)
        return bool(self.facts or self.report.contents or any(section.role for section in sections))


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT, contain: Contain | None = None) -> Read:
    """Read a report from its bytes.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.
        limits: what it may cost, and what opens it.
        contain: reads binary formats; by default in a process of their own.

    Raises:
        UnreadableInput: the bytes are empty, in no format that is read, locked, or beyond the limits.
    """
    document = read_document(data, name, limits, contain)
    report = read_report(document)
    facts = normalise(report, document.source.sha256)
    places = positions(report)
    also = confirming(Subject(document, report, facts, places))
    return Read(document, report, confirm(facts, places, also))


def read_path(path: Path, limits: Limits = DEFAULT) -> Read:
    """Read a report from a file.

    Raises:
        UnreadableInput: there is no such file, or it cannot be read.
    """
    [place] = find_places([str(path)], bytes)
    if place.is_folder:
        raise UnreadableInput(place.name, "this is a folder", "pass the files in it")
    [found] = place.inputs
    return read_bytes(found.load(), found.label, limits)
