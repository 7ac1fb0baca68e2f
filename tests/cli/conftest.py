"""Ways to run the command line: inside this process, as a process of its own, and on a terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from auditreport.cli import main
from tests.environments import only

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "reports"
REPORT = FIXTURES / "11740_gangdong_2024_autonomy" / "source.txt"
OTHER = FIXTURES / "48740_changnyeong_2021_planning_audit" / "source.txt"


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    code: int
    bytes_out: bytes
    err: str

    @property
    def out(self) -> str:
        return self.bytes_out.decode("utf-8")

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are English unless a test asks for Korean, and no setting of the machine plays a part."""
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "AUDITREPORT_DEBUG",
        "AUDITREPORT_PASSWORD",
        "AUDITREPORT_VOCAB",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run words in this process: `run("facts", path, stdin=b"…")`."""

    def run_words(*words: object, stdin: bytes = b"") -> Ran:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Ran(int(code), out, err.decode("utf-8"))

    return run_words


@pytest.fixture
def process() -> Callable[..., Ran]:
    """Run words as a process of their own: `process("facts", path, env={…}, cwd=…)`."""

    def run_words(*words: object, env: dict[str, str] | None = None, cwd: Path | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "auditreport", *(str(word) for word in words)],
            capture_output=True,
            check=False,
            env={**only("PATH", "HOME", "TMPDIR", "PYTHONPATH"), **(env or {})},
            cwd=cwd,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    return run_words


@pytest.fixture
def report() -> Path:
    """A clean report with marked tables."""
    return REPORT


@pytest.fixture
def other() -> Path:
    """Another report, of another district."""
    return OTHER


def on_terminal(words: list[str], columns: int, env: dict[str, str], *, stdout: bool = True) -> tuple[int, str, str]:
    """Run words with standard error, and standard output if asked, on a terminal of its own.

    Returns:
        The exit code, what came on the terminal, and what came on standard output where that is a pipe.
    """
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "auditreport", *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout else subprocess.PIPE,
        stderr=theirs,
        env={**only("PATH", "PYTHONPATH"), "TERM": "xterm-256color", "COLUMNS": str(columns), **env},
    )
    os.close(theirs)
    shown = b""
    piped = b""
    if done.stdout is not None:
        piped = done.stdout.read()
        done.stdout.close()
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return done.wait(), shown.decode("utf-8").replace("\r\n", "\n"), piped.decode("utf-8")
