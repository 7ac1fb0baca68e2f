"""The process that reads, driven without a process."""

from __future__ import annotations

import pickle
from io import BytesIO

import pytest

from auditreport.parsers.formats.contained import child
from auditreport.parsers.formats.contained.wire import read_frame, unpack, write_frame

READERS = "tests.parsers.formats.contained.readers"


def serve(monkeypatch: pytest.MonkeyPatch, *readers: str, large: bool = False) -> list[tuple[str, object]]:
    monkeypatch.setattr(child, "limit", lambda seconds, memory: None)
    monkeypatch.setattr(child, "is_large", lambda: large)
    asked, answers = BytesIO(), BytesIO()
    for reader in readers:
        write_frame(asked, pickle.dumps((f"{READERS}.{reader}", "a", 1.0, 0, {}, None)))
        write_frame(asked, b"report")
    asked.seek(0)
    child.serve(asked, answers)
    answers.seek(0)
    out = []
    while (frame := read_frame(answers)) is not None:
        answer = unpack(frame)
        out.append((answer.kind, answer.body))
    return out


def test_each_file_gets_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = serve(monkeypatch, "refuses", "fails")
    assert first == ("unreadable", ("it is locked", "unlock it"))
    assert second == ("failed", "ZeroDivisionError")


def test_process_that_has_grown_ends_after_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(serve(monkeypatch, "refuses", "refuses", large=True)) == 1


def test_library_that_finds_no_room_is_no_damage_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve(monkeypatch, "loads") == [("failed", "MemoryError")]
