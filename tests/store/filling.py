"""Folders of small reports, and stores that hold them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from auditreport.pipeline import InTurn, Task, find_places
from auditreport.pipeline.ingest import Event, ingest
from auditreport.pipeline.planning import Terms
from auditreport.pipeline.storing import store_part
from auditreport.store.content import content_hash
from auditreport.store.reading import reading
from auditreport.store.writing import writing

LONG_AGO = 1_700_000_000
NOW = 1_800_000_000
REPORT = """2024년 주요업무 보고
{district}구 감사담당관

1. 일반현황
○ 정원 {quota}명, 현원 {headcount}명
○ 계약심사 {number}건 심사, {amount}천원 절감
"""


def write_report(path: Path, number: int = 0, when: int = LONG_AGO) -> Path:
    """A report whose figures depend on a number, modified long ago."""
    district = ["강동", "송파", "노원", "마포"][number % 4]
    text = REPORT.format(
        district=district, quota=20 + number % 7, headcount=19 + number % 5, number=30 + number, amount=1_000 + number
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))
    return path


def write_reports(folder: Path, count: int) -> Path:
    """A folder of reports, no two alike."""
    for number in range(count):
        write_report(folder / f"{number:03}.txt", number)
    return folder


class Counting(InTurn):
    """Reads in turn, and notes the files that it reads."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def read(self, inputs: Any, task: Any) -> Iterator[Any]:
        def noted() -> Iterator[Any]:
            for found in inputs:
                self.names.append(Path(found.name).name)
                yield found

        return super().read(noted(), task)


def terms(**given: Any) -> Terms:
    return Terms(**{"tool": "1", "options": "{}", "force": False, "since_ns": None, "started_ns": NOW * 10**9, **given})


def fill(
    store: Path, *paths: Path, part: Callable[..., Any] = store_part, executor: Any = None, **given: Any
) -> tuple[list[Event], list[str]]:
    """Ingest paths into a store.

    Returns:
        The events, and the names of the files that were read.
    """
    counting = Counting()
    places = find_places(map(str, paths), bytes)
    with writing(store, 0.0) as writer:
        run = writer.begin_run("2026-01-01 00:00:00", "1", "{}", [])
        events = list(ingest(places, writer, terms(**given), executor or counting, Task(part), run))
        writer.end_run(run, "2026-01-01 00:00:01", {})
    return events, counting.names


def dies_over_one(document: Any, report: Any, facts: Any) -> Any:
    """What a store takes of a report; one of them kills the process that reads it."""
    if document.source.name == "001.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return store_part(document, report, facts)


def kinds(events: list[Event]) -> dict[str, str]:
    return {Path(event.name).name: event.kind for event in events}


def content(store: Path) -> str:
    with reading(store, 0.0) as opened:
        return content_hash(opened)


def ask(store: Path, sql: str) -> list[tuple[Any, ...]]:
    with reading(store, 0.0) as opened:
        return opened.connection.execute(sql).fetchall()
