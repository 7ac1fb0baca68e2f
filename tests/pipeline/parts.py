"""What may be wanted of a document, by functions that other processes can import; some of them misbehave over it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from auditreport.schemas import Document, Fact, Report


def name(document: Document, report: Report, facts: Sequence[Fact]) -> str:
    return document.source.name


def dies_over_b(document: Document, report: Report, facts: Sequence[Fact]) -> str:
    if document.source.name == "b.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return document.source.name


def hangs_over_b(document: Document, report: Report, facts: Sequence[Fact]) -> str:
    while document.source.name == "b.txt":
        pass
    return document.source.name


def fails_over_b(document: Document, report: Report, facts: Sequence[Fact]) -> str:
    if document.source.name == "b.txt":
        raise ZeroDivisionError
    return document.source.name


def foreign(document: Document, report: Report, facts: Sequence[Fact]) -> object:
    return PurePosixPath("/")


def process(document: Document, report: Report, facts: Sequence[Fact]) -> int:
    return os.getpid()


def waits_for_d(folder: Path, document: Document, report: Report, facts: Sequence[Fact]) -> str:
    """Ends over `a.txt` only once `d.txt` is read."""
    if document.source.name == "d.txt":
        (folder / "d is read").touch()
    while document.source.name == "a.txt" and not (folder / "d is read").exists():
        pass
    return document.source.name


def notes_its_process_and_hangs(folder: Path, document: Document, report: Report, facts: Sequence[Fact]) -> str:
    (folder / str(os.getpid())).touch()
    while True:
        pass


def kills_its_worker_over_b(document: Document, report: Report, facts: Sequence[Fact]) -> str:
    """Kills the process that started the one that reads."""
    if document.source.name == "b.txt":
        os.kill(os.getppid(), signal.SIGKILL)
    return document.source.name


def kills_its_worker_once(folder: Path, document: Document, report: Report, facts: Sequence[Fact]) -> str:
    if document.source.name == "b.txt" and not (folder / "killed").exists():
        (folder / "killed").touch()
        os.kill(os.getppid(), signal.SIGKILL)
    return document.source.name


def once_killing_its_worker(
    part: Callable[..., Any],
    over: str,
    folder: Path,
    document: Document,
    report: Report,
    facts: Sequence[Fact],
) -> Any:
    """What a part makes of a document; the first time that it is to do so over one of a name, it kills its worker."""
    if document.source.name == over and not (folder / "killed").exists():
        (folder / "killed").touch()
        os.kill(os.getppid(), signal.SIGKILL)
    return part(document, report, facts)
