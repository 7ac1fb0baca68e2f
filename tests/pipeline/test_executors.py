"""Many inputs, one after the other or several at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from auditreport.parsers.formats.limits import MIB, Limits
from auditreport.pipeline import (
    Broken,
    Done,
    Input,
    InTurn,
    Outcome,
    Read,
    SideBySide,
    Task,
    Unreadable,
    elsewhere,
    find_places,
    make_executor,
    read_places,
)
from tests.parsers.formats.pdf.samples import Page, write
from tests.pipeline import parts

PDF = write(Page().text(60, 60, "□ 정원 20명", 12))
REPORT = "1. 조직\n○ 감사담당관 3개팀\n".encode()
TWO = SideBySide(2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four reports, a to d."""
    found = tmp_path / "reports"
    found.mkdir()
    for letter in "abcd":
        (found / f"{letter}.txt").write_bytes(REPORT)
    return found


def said(outcomes: list[Outcome[str]]) -> list[str]:
    """The part of each outcome, or why there is none."""
    out = []
    for outcome in outcomes:
        match outcome:
            case Done(part=part):
                out.append(part)
            case Unreadable(failure=failure):
                out.append(failure.reason)
            case _:
                out.append(type(outcome).__name__)
    return out


def test_outcomes_come_in_the_order_of_the_inputs_whatever_ends_first(folder: Path, tmp_path: Path) -> None:
    task = Task(partial(parts.waits_for_d, tmp_path))
    assert said(list(read_places(find_places([str(folder)], bytes), task, TWO))) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_whole_way_of_a_file_runs_in_other_processes(folder: Path) -> None:
    found = list(read_places(find_places([str(folder)], bytes), Task(parts.process), TWO))
    processes = {outcome.part for outcome in found if isinstance(outcome, Done)}
    assert 1 <= len(processes) <= 2
    assert os.getpid() not in processes


def test_in_turn_text_starts_no_process(folder: Path) -> None:
    found = list(read_places(find_places([str(folder)], bytes), Task(parts.process)))
    assert [outcome.part for outcome in found if isinstance(outcome, Done)] == [os.getpid()] * 4


def test_inputs_are_taken_only_a_little_ahead() -> None:
    taken = []

    def inputs() -> Iterator[Input]:
        for number in range(1_000):
            taken.append(number)
            yield Input(f"{number}.txt", lambda: REPORT, f"{number}.txt")

    outcomes = TWO.read(inputs(), Task(parts.name))
    first = next(outcomes)
    assert isinstance(first, Done)
    assert first.part == "0.txt"
    assert len(taken) <= 20
    outcomes.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("part", "cost"),
    [
        (parts.dies_over_b, "the file crashed its reader"),
        (parts.hangs_over_b, "working on it took longer than 15 seconds"),
        (parts.fails_over_b, "Broken"),
    ],
)
def test_file_that_harms_its_worker_costs_itself_only(
    part: object, cost: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "patience", lambda size: 15)
    outcomes = list(read_places(find_places([str(folder)], bytes), Task(part), TWO))  # type: ignore[arg-type]
    assert said(outcomes) == ["a.txt", cost, "c.txt", "d.txt"]


def test_mistake_of_ours_comes_back_with_its_place(folder: Path) -> None:
    outcome = list(read_places(find_places([str(folder)], bytes), Task(parts.fails_over_b), TWO))[1]
    assert isinstance(outcome, Broken)
    assert (outcome.name, outcome.kind) == (str(folder / "b.txt"), "ZeroDivisionError")
    assert "in fails_over_b" in outcome.trace


def test_answer_with_a_foreign_type_is_refused(folder: Path) -> None:
    outcomes = list(read_places(find_places([str(folder)], bytes), Task(parts.foreign), TWO))
    assert {type(outcome) for outcome in outcomes} == {Unreadable}


@pytest.mark.parametrize(
    ("limits", "option"),
    [(Limits(seconds=0.01), "--max-seconds"), (Limits(memory=30 * MIB), "--max-memory")],
)
def test_limits_of_time_and_memory_hold_for_readers_of_binary_formats(
    limits: Limits, option: str, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF)
    (tmp_path / "b.txt").write_bytes(REPORT)
    binary, text = read_places(find_places([str(tmp_path)], bytes), Task(parts.name, limits), TWO)
    assert isinstance(binary, Unreadable)
    assert binary.failure.next_step.endswith(option)
    assert said([text]) == ["b.txt"]


def test_batch_of_files_is_the_same_with_one_worker_and_with_two(tmp_path: Path) -> None:
    for number in range(5):
        data = write(Page().text(60, 60, f"□ 정원 {number + 20}명", 12))
        (tmp_path / f"{number}.pdf").write_bytes(data if number != 2 else data[: len(data) // 2])
    (tmp_path / "6.txt").write_bytes(REPORT)
    (tmp_path / "7.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    places = find_places([str(tmp_path), str(tmp_path / "none.pdf")], bytes)
    one = list(read_places(places, Task(Read)))
    assert list(read_places(places, Task(Read), TWO)) == one
    assert [type(outcome).__name__ for outcome in one] == [
        *("Done", "Done", "Unreadable", "Done", "Done", "Done", "PassedOver"),
        "Unreadable",
    ]


_HANGS = """
import sys
from functools import partial
from pathlib import Path
from auditreport.pipeline import SideBySide, Task, find_places, read_places
from tests.pipeline import parts
task = Task(partial(parts.notes_its_process_and_hangs, Path(sys.argv[1])))
list(read_places(find_places([sys.argv[2]], bytes), task, SideBySide(2)))
"""


def test_interruption_leaves_no_process_behind(folder: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    asked = subprocess.Popen(
        [sys.executable, "-c", _HANGS, str(notes), str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
    )
    while len(list(notes.iterdir())) < 2 and asked.poll() is None:
        pass
    asked.send_signal(signal.SIGINT)
    _, err = asked.communicate()
    assert err.rstrip().endswith(b"KeyboardInterrupt")
    for note in notes.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(note.name), 0)


@pytest.mark.parametrize(
    ("workers", "most", "size", "kind"),
    [
        (1, 4, 400_000, InTurn),
        (2, 1, 10, SideBySide),
        (None, 4, 10, InTurn),
        (None, 4, 400_000, SideBySide),
        (None, 1, 400_000, InTurn),
    ],
)
def test_processes_are_started_where_they_are_asked_for_or_worth_it(
    workers: int | None, most: int, size: int, kind: type, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"0" * (size // 2))
    assert isinstance(make_executor(workers, find_places([str(tmp_path)], bytes), most), kind)


def test_one_input_is_read_in_turn(folder: Path) -> None:
    assert isinstance(
        make_executor(
            4,
            find_places(
                [
                    str(folder / "a.txt"),
                ],
                bytes,
            ),
        ),
        InTurn,
    )
