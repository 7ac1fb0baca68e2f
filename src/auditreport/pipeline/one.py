"""One file: bytes → document → report → facts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from auditreport.errors import UnreadableInput
from auditreport.normalise import normalise
from auditreport.parsers.formats import text
from auditreport.parsers.report import read_report
from auditreport.schemas import Document, Fact, Report


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one file, step by step."""

    document: Document
    report: Report
    facts: list[Fact]


def read_bytes(data: bytes, name: str) -> Read:
    """Read a report from its bytes.

    Raises:
        UnreadableInput: the bytes are empty or in no format that is read.
    """
    document = text.read(data, name)
    report = read_report(document)
    return Read(document, report, normalise(report, document.source.sha256))


def read_path(path: Path) -> Read:
    """Read a report from a file.

    Raises:
        UnreadableInput: there is no such file, or it cannot be read.
    """
    name = path.name
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableInput(str(path), "there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise UnreadableInput(str(path), "this is a folder", "pass the files in it") from error
    except OSError as error:
        raise UnreadableInput(str(path), f"the file cannot be opened ({error.strerror})", "check its permissions") from error
    return read_bytes(data, name)
