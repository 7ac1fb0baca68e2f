"""One document → milliseconds of CPU time for each step from its bytes to its facts."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass

from auditreport.normalise import normalise
from auditreport.parsers.formats import read_document
from auditreport.parsers.report import read_report


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians over the rounds, in milliseconds of CPU time."""

    document: float
    report: float
    facts: float
    whole: float


def time_rounds(documents: list[bytes], rounds: int) -> list[Timing]:
    """Time each document `rounds` times, all documents in turn, after one round that is not counted."""
    seen: list[list[tuple[float, ...]]] = [[] for _ in documents]
    for round_ in range(rounds + 1):
        for data, steps in zip(documents, seen, strict=True):
            timed = _time(data)
            if round_:
                steps.append(timed)
    return [Timing(*(1000 * statistics.median(step) for step in zip(*steps, strict=True))) for steps in seen]


def _time(data: bytes) -> tuple[float, float, float, float]:
    clock = time.process_time
    begin = clock()
    document = read_document(data, "report.txt")
    read = clock()
    report = read_report(document)
    understood = clock()
    normalise(report, document.source.sha256)
    end = clock()
    return read - begin, understood - read, end - understood, end - begin
