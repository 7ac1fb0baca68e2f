"""An ingest that is killed at any moment: what a rerun leaves is what an undisturbed run would have left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.filling import ask, content, fill, write_reports

COUNT = 12
# Runs an ingest that writes each report by itself, and kills its own process at the nth call of a step.
SCRIPT = """
import os, signal, sys
from pathlib import Path
from auditreport.pipeline import ingest
from auditreport.store import inserting, writing
from tests.store import filling

store, folder, name, nth = sys.argv[1:]
ingest._BATCH_BYTES = 1
calls = 0

def dying(step):
    def run(*args, **words):
        global calls
        calls += 1
        if calls == int(nth):
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*args, **words)
    return run

def dies_after(step):
    def run(*args, **words):
        global calls
        found = step(*args, **words)
        calls += 1
        if calls == int(nth):
            os.kill(os.getpid(), signal.SIGKILL)
        return found
    return run

match name:
    case "before a table":
        writing.insert = dying(writing.insert)
    case "before a commit":
        writing._write = dies_after(writing._write)
    case "before a checkpoint":
        writing.Writer._checkpoint = dying(writing.Writer._checkpoint)
    case "after a batch":
        writing.Writer.write = dies_after(writing.Writer.write)
    case "at birth":
        writing.migrate = dies_after(writing.migrate)
    case "before its place":
        os.replace = dying(os.replace)
filling.fill(Path(store), Path(folder))
"""
MOMENTS = [
    ("at birth", 1),
    ("before its place", 1),
    ("before a table", 1),
    ("before a table", 4),
    ("before a table", 37),
    ("before a table", 80),
    ("before a commit", 1),
    ("before a commit", 7),
    ("before a checkpoint", 2),
    ("before a checkpoint", 9),
    ("after a batch", 1),
    ("after a batch", COUNT),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("in"), COUNT)


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    store = tmp_path_factory.mktemp("undisturbed") / "reports.duckdb"
    fill(store, folder)
    return content(store)


@pytest.mark.parametrize(("name", "nth"), MOMENTS, ids=[f"{name}, {nth}" for name, nth in MOMENTS])
def test_killed_ingest_goes_on_as_if_nothing_had_happened(
    name: str, nth: int, folder: Path, undisturbed: str, tmp_path: Path
) -> None:
    store = tmp_path / "reports.duckdb"
    words = [sys.executable, "-c", SCRIPT, str(store), str(folder), name, str(nth)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
    killed = subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    if store.exists():
        # Readers see whole reports only, also with what a killed writer left behind.
        assert ask(store, "SELECT count(*) FROM reports ANTI JOIN kept USING (sha256)") == [(0,)]
    _, read = fill(store, folder)
    assert content(store) == undisturbed
    assert ask(store, "SELECT count(*), count(DISTINCT sha256) FROM reports") == [(COUNT, COUNT)]
    if name == "after a batch":
        assert len(read) == COUNT - nth
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reports.duckdb"]
