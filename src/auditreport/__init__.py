"""auditreport: Korean local-government work reports (주요업무보고) → validated records."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from auditreport._version import __version__
from auditreport.errors import AuditReportError, UnreadableInput

if TYPE_CHECKING:
    from auditreport.pipeline import Read
    from auditreport.schemas import Fact, Report

__all__ = ["AuditReportError", "UnreadableInput", "__version__", "facts", "parse", "read"]


def read(source: str | PathLike[str] | bytes, name: str = "bytes") -> Read:
    """Read one report: its document, what it says (주요업무보고), and its figures as facts.

    Args:
        source: the path of a file, or the bytes of one.
        name: what messages and `Source.name` call bytes; a file has its own name.

    Raises:
        UnreadableInput: there is no such file, or it is empty, damaged or in no format that is read.
    """
    from pathlib import Path

    from auditreport.pipeline import read_bytes, read_path

    return read_bytes(source, name) if isinstance(source, bytes) else read_path(Path(source))


def parse(source: str | PathLike[str] | bytes, name: str = "bytes") -> Report:
    """What one report says (보고 내용): who reports, programmes, sections, figures; takes what `read` takes."""
    return read(source, name).report


def facts(source: str | PathLike[str] | bytes, name: str = "bytes") -> list[Fact]:
    """The figures (수치) of one report in the order in which it states them; takes what `read` takes."""
    return read(source, name).facts
