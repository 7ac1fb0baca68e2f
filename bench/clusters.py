"""A Dask cluster as users start one: a scheduler and workers, each a process of its own on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# Seconds for the scheduler and the workers to be there.
_START = 90
_NONE: Mapping[str, str] = {}


@contextmanager
def started(
    folder: Path, workers: int = 2, settings: Mapping[str, str] = _NONE, python: str | None = None
) -> Iterator[str]:
    """The address of a cluster.

    Args:
        folder: takes its log and what it leaves behind.
        workers: each a process of its own, with one thread.
        settings: Dask's own, as variables of the environment.
        python: an interpreter that has Dask and auditreport; by default this one, with all that it imports from.
    """
    notes = folder / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": "" if python else os.pathsep.join(sys.path), **settings}

    def start(*words: str) -> subprocess.Popen[bytes]:
        command = [python or sys.executable, "-m", "dask", *words, "--scheduler-file", str(notes)]
        with (folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)

    running = [start("scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", ":0")]
    try:
        running.append(start("worker", "--nworkers", str(workers), "--nthreads", "1", "--no-dashboard"))
        address = _address(notes)
        _wait(address, workers)
        yield address
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()


def _address(notes: Path) -> str:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        try:
            return str(json.loads(notes.read_bytes())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise TimeoutError("no scheduler started")


def _wait(address: str, workers: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=_START)
