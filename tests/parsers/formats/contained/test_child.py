"""The process that reads, driven without a process."""

from __future__ import annotations

import errno
import pickle
import sys
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


def test_reader_that_outgrows_its_memory_or_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(error: Exception) -> child.Answer:
        def read(module: str) -> None:
            raise error

        monkeypatch.setattr(child, "import_module", read)
        return child.answer_of("x", b"", "a", {})

    assert raising(MemoryError()) == child.Answer("failed", "MemoryError", True)
    assert raising(ImportError("x")) == child.Answer("unloaded", None, True)
    assert raising(OSError(errno.ENOMEM, "no")) == child.Answer("failed", "MemoryError", True)
    assert raising(OSError(errno.EIO, "broken"))[:2] == ("failed", "OSError")


def test_answer_that_has_no_room_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def pack(answer: child.Answer) -> bytes:
        if answer.body != "MemoryError":
            raise MemoryError
        return real(answer)

    real = child.pack
    monkeypatch.setattr(child, "pack", pack)
    assert serve(monkeypatch, "refuses") == [("failed", "MemoryError")]


def test_input_that_ends_behind_its_question_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answers = BytesIO(), BytesIO()
    write_frame(asked, pickle.dumps((f"{READERS}.refuses", "a", 1.0, 0, {}, None)))
    asked.seek(0)
    child.serve(asked, answers)
    assert answers.getvalue() == b""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell the memory of a process by a file")
def test_memory_is_looked_up_where_the_system_tells_it_and_else_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    known = child._peak()

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("builtins.open", refuse)
    asked = child._peak()
    monkeypatch.undo()
    assert known is not None
    assert asked is not None
    # Ours is at most the peak of all that we were started from.
    assert 0 < known <= asked * 1.1


def test_limits_are_those_that_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limits of processes")
    set_to = {}
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (0, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", lambda kind, bounds: set_to.update({kind: bounds[0]}))
    child.limit(30, 1 << 30)
    used = resource.getrusage(resource.RUSAGE_SELF)
    assert set_to[resource.RLIMIT_AS] == 1 << 30
    assert set_to[resource.RLIMIT_CPU] == pytest.approx(used.ru_utime + used.ru_stime + 35, abs=2)


def test_limit_that_the_system_refuses_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limits of processes")
    tried = []

    def refuse(kind: int, bounds: tuple[int, int]) -> None:
        tried.append(bounds)
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (0, 100))
    child._bound(resource.RLIMIT_AS, 500)
    child._bound(resource.RLIMIT_AS, 0)
    assert tried == [(100, 100), (100, 100)]
