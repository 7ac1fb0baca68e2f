from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.limits import Limits
from auditreport.pipeline import (
    Broken,
    Done,
    Outcome,
    PassedOver,
    Read,
    Task,
    Unreadable,
    find_places,
    read_bytes,
    read_path,
    read_places,
    task,
)

REPORT = "1. 조직\n○ 감사담당관 3개팀\n".encode()
PICTURE = b"\x89PNG\r\n\x1a\n\0\0"


def read(*words: object, stdin: bytes = b"") -> list[Outcome[Read]]:
    return list(read_places(find_places([str(word) for word in words], lambda: stdin), Task(Read)))


def test_outcomes_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_bytes(REPORT)
    first, second, third = read(good, tmp_path / "none.txt", "-", stdin=REPORT)
    assert isinstance(first, Done)
    assert first.part.document.source.sha256 == hashlib.sha256(REPORT).hexdigest()
    assert isinstance(second, Unreadable)
    assert second.failure.name == str(tmp_path / "none.txt")
    assert isinstance(third, Done)
    assert third.part.document.source.name == "-"


def test_unknown_format_is_a_failure_if_named_and_passed_over_if_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    (tmp_path / "b.png").write_bytes(PICTURE)
    assert [type(outcome) for outcome in read(tmp_path)] == [Done, PassedOver]
    assert [type(outcome) for outcome in read(tmp_path / "b.png")] == [Unreadable]


def test_folder_of_nothing_but_unknown_formats_fails_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(PICTURE)
    passed, failed = read(tmp_path)
    assert passed == PassedOver(str(tmp_path / "b.png"))
    assert isinstance(failed, Unreadable)
    assert failed.failure.name == str(tmp_path)


def test_mistake_of_ours_costs_one_input_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_bytes(REPORT)

    def fail_once(data: bytes, name: str, limits: Limits, contain: object) -> object:
        if name == "1.txt":
            raise ZeroDivisionError
        return read_bytes(data, name, limits)

    monkeypatch.setattr(task, "read_bytes", fail_once)
    first, second = read(tmp_path)
    assert isinstance(first, Broken)
    assert first.kind == "ZeroDivisionError"
    assert isinstance(second, Done)


def test_what_is_wanted_is_made_of_each_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    count: Task[int] = Task(lambda document, report, facts: len(facts))
    [outcome] = read_places(find_places([str(tmp_path)], bytes), count)
    assert outcome == Done(str(tmp_path / "a.txt"), "a.txt", 1, is_recognised=True, has_pictures=False)


def test_report_is_recognised_by_what_it_says() -> None:
    assert read_bytes(REPORT, "x").is_recognised
    assert not read_bytes(b"Dear reader,\n\nnothing to report.\n", "x").is_recognised


def test_path_of_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="this is a folder; pass the files in it"):
        read_path(tmp_path)


def test_path_of_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    assert read_path(tmp_path / "a.txt").document.source.name == "a.txt"
