"""Inputs that the workers of a Dask cluster read, and what may go wrong with the cluster."""

from __future__ import annotations

import sys
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path

import pytest

from auditreport.errors import UnusableScheduler
from auditreport.parsers.formats.limits import DEFAULT, Limits
from auditreport.pipeline import Done, OnDask, Outcome, Read, Task, Unreadable, find_places, read_places
from auditreport.pipeline import cluster as asking
from tests.parsers.formats.pdf.samples import Page, write
from tests.pipeline import parts

REPORT = "1. 조직\n○ 감사담당관 3개팀\n".encode()
PDF = write(Page().text(60, 60, "□ 정원 20명", 12))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four reports, a to d."""
    found = tmp_path / "reports"
    found.mkdir()
    for letter in "abcd":
        (found / f"{letter}.txt").write_bytes(REPORT)
    return found


def read(folder: Path, part: object, address: str, limits: Limits = DEFAULT) -> list[Outcome[str]]:
    places = find_places([str(folder)], bytes)
    return list(read_places(places, Task(part, limits), OnDask(address)))  # type: ignore[arg-type]


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


def refusal(address: str, folder: Path) -> str:
    with pytest.raises(UnusableScheduler) as refused:
        read(folder, parts.name, address)
    return str(refused.value)


def test_outcomes_come_in_the_order_of_the_inputs_whatever_ends_first(
    folder: Path, tmp_path: Path, cluster: str
) -> None:
    assert said(read(folder, partial(parts.waits_for_d, tmp_path), cluster)) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_inputs_of_all_kinds_come_out_as_they_do_in_turn(tmp_path: Path, cluster: str) -> None:
    (tmp_path / "0.pdf").write_bytes(PDF)
    (tmp_path / "1.pdf").write_bytes(PDF[: len(PDF) // 2])
    (tmp_path / "2.txt").write_bytes(REPORT)
    (tmp_path / "3.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    places = find_places([str(tmp_path), str(tmp_path / "none.pdf")], bytes)
    in_turn = list(read_places(places, Task(Read)))
    assert list(read_places(places, Task(Read), OnDask(cluster))) == in_turn
    assert [type(one).__name__ for one in in_turn] == ["Done", "Unreadable", "Done", "PassedOver", "Unreadable"]


@pytest.mark.parametrize(
    ("part", "cost"),
    [
        (parts.dies_over_b, "the file crashed its reader"),
        (parts.fails_over_b, "Broken"),
        (parts.kills_its_worker_over_b, "all workers that were to read it died"),
    ],
)
def test_file_that_harms_its_reader_or_its_worker_costs_itself_only(
    part: object, cost: str, folder: Path, cluster: str
) -> None:
    assert said(read(folder, part, cluster)) == ["a.txt", cost, "c.txt", "d.txt"]


def test_worker_that_is_killed_in_the_middle_costs_nothing(folder: Path, tmp_path: Path, cluster: str) -> None:
    outcomes = read(folder, partial(parts.kills_its_worker_once, tmp_path), cluster)
    assert (tmp_path / "killed").exists()
    assert said(outcomes) == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_limits_hold_on_the_workers(tmp_path: Path, cluster: str) -> None:
    # So long that no machine reads it in that time.
    (tmp_path / "a.pdf").write_bytes(write(*[Page().text(60, 60, "□ 정원 20명", 12) for _ in range(100)]))
    (tmp_path / "b.txt").write_bytes(REPORT)
    assert said(read(tmp_path, parts.name, cluster, Limits(seconds=0.01))) == [
        "reading it took longer than 0 seconds",
        "b.txt",
    ]


def test_worker_with_another_version_is_refused(folder: Path, cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    has = asking.versions()
    monkeypatch.setattr(asking, "versions", lambda: {**has, "pdfplumber": "9.9"})
    assert refusal(cluster, folder) == (
        f"{cluster}: a worker has pdfplumber {has['pdfplumber']} and not 9.9; install the same versions on all machines"
    )


def test_scheduler_without_workers_is_not_waited_for_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed", reason="the package distributed is not installed")
    monkeypatch.setattr(asking, "_WORKER", 0.1)
    with distributed.LocalCluster(
        n_workers=0, processes=False, dashboard_address=":0", protocol="tcp", host="127.0.0.1"
    ) as local:
        address = local.scheduler_address
        assert refusal(address, folder) == (
            f"{address}: the scheduler has no workers; start some with dask worker {address}"
        )


def test_without_inputs_nothing_is_connected_to() -> None:
    assert list(OnDask("tcp://here:8786").read((), Task(parts.name))) == []


def test_scheduler_that_does_not_answer_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    monkeypatch.setattr(asking, "_ANSWER", 0.1)
    assert refusal("tcp://127.0.0.1:9", folder) == (
        "tcp://127.0.0.1:9: no Dask scheduler answers there; start one with dask scheduler, or check the address"
    )


@pytest.mark.parametrize("address", ["here", "tcp://here", "tcp://a:b", "http://here:80", "tls://here:8786"])
def test_address_of_no_scheduler_is_refused(address: str, folder: Path) -> None:
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    assert "give one such as tcp://host:8786" in refusal(address, folder)


def test_missing_package_is_named_with_what_installs_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refusal("tcp://here:8786", folder).endswith("run pip install 'auditreport[dask]'")


class Client:
    """Stands in for that of Dask; `result` is what its futures raise."""

    def __init__(self, raised: Exception) -> None:
        self.raised = raised

    def submit(self, *words: object, **options: object) -> Client:
        return self

    def result(self, timeout: float) -> None:
        raise self.raised

    def wait_for_workers(self, count: int, timeout: float) -> None:
        """There are some."""

    def nthreads(self) -> dict[str, int]:
        return {}

    def close(self) -> None:
        """Nothing to leave."""


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        (ModuleNotFoundError("No module named 'auditreport'"), "its workers have no auditreport"),
        (CancelledError(), "the connection to the scheduler was lost"),
        (OSError(), "the connection to the scheduler was lost"),
        (TimeoutError(), "the scheduler has no workers"),
    ],
)
def test_cluster_that_fails_in_the_middle_ends_the_run(
    raised: Exception, reason: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    monkeypatch.setattr(asking, "_connect", lambda address: Client(raised))
    assert refusal("tcp://here:8786", folder).startswith(f"tcp://here:8786: {reason}")
