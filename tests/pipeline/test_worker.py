"""The process that reads whole files, driven without a process."""

from __future__ import annotations

import pickle
from io import BytesIO

import pytest

from auditreport.parsers.formats.contained.wire import Answer, read_frame, unpack, write_frame
from auditreport.parsers.formats.limits import Limits
from auditreport.pipeline import Done, Task, Unreadable, worker
from auditreport.pipeline.elsewhere import MARK
from auditreport.pipeline.task import Asked
from tests.parsers.formats.pdf.samples import Page, write
from tests.pipeline import parts

REPORT = "1. 조직\n○ 감사담당관 3개팀\n".encode()
PDF = write(Page().text(60, 60, "□ 정원 20명", 12))


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, int]]:
    """Collects the limits that the process sets for itself; it is small, whatever ran in it before."""
    monkeypatch.setattr(worker, "is_large", lambda: False)
    found: list[tuple[float, int]] = []
    monkeypatch.setattr(worker, "limit", lambda seconds, memory: found.append((seconds, memory)))
    return found


def serve(*files: bytes) -> list[bytes]:
    asked, answers = BytesIO(), BytesIO()
    for number, data in enumerate(files):
        task = Task(parts.name, Limits(seconds=7, memory=1 << 30))
        write_frame(asked, pickle.dumps((Asked(f"x/{number}", f"{number}", True), task, 60.0)))
        write_frame(asked, data)
    asked.seek(0)
    worker.serve(asked, answers)
    answers.seek(0)
    frames = []
    while (frame := read_frame(answers)) is not None:
        frames.append(frame)
    return frames


def answer(frame: bytes) -> Answer:
    return unpack(frame, ("auditreport.pipeline.outcomes",))


@pytest.mark.usefixtures("limited")
def test_each_file_is_answered_with_its_outcome() -> None:
    first, second = (answer(frame).body for frame in serve(REPORT, b"\0\1\2"))
    assert first == Done("x/0", "0", "0", is_recognised=True, has_pictures=False)
    assert isinstance(second, Unreadable)


def test_reader_of_a_binary_format_runs_between_marks_and_under_the_limits(limited: list[tuple[float, int]]) -> None:
    before, behind, frame = serve(PDF)
    assert (before, behind) == (MARK, MARK)
    assert answer(frame).body.part == "0"
    assert limited == [(60, 0), (7, 1 << 30), (60, 0)]


@pytest.mark.usefixtures("limited")
def test_process_that_has_grown_ends_after_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "is_large", lambda: True)
    [frame] = serve(REPORT, REPORT)
    assert answer(frame).last
