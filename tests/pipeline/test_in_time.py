from __future__ import annotations

import signal
import threading
from pathlib import Path

import pytest

from auditreport.pipeline import InTurn, Task, Unreadable, executors, find_places, read_places
from auditreport.pipeline.in_time import in_time


def endless(*_: object) -> None:
    while True:
        pass


def test_work_that_hangs_is_given_up() -> None:
    with pytest.raises(TimeoutError), in_time(0.05):
        endless()


def test_no_handler_of_errors_on_the_way_takes_the_clock_for_one() -> None:
    def caught() -> None:
        try:
            endless()
        except Exception:  # noqa: BLE001 - as the program has it
            pytest.fail("the clock was taken for an error")

    with pytest.raises(TimeoutError), in_time(0.05):
        caught()


def test_clock_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with in_time(60):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_other_threads_work_without_a_clock() -> None:
    done: list[bool] = []

    def work() -> None:
        with in_time(0.001):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_text_that_hangs_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("○ 점검 7회\n", encoding="utf-8")
    monkeypatch.setattr(executors, "patience", lambda size: -14.95)
    outcomes = list(read_places(find_places([str(tmp_path)], bytes), Task(endless), InTurn()))
    assert [type(outcome) for outcome in outcomes] == [Unreadable, Unreadable]
