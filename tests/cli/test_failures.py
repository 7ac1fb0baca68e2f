from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditreport import Limits
from auditreport.cli import app
from auditreport.pipeline import task
from tests.cli.conftest import Run


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, report: Path) -> None:
    """A program that fails on one report and reads the others."""
    read = task.read_bytes
    fatal = report.read_bytes()

    def read_or_fail(data: bytes, name: str, limits: Limits, contain: object) -> object:
        if data == fatal:
            raise IndexError("secret words of the report")
        return read(data, name, limits)

    monkeypatch.setattr(task, "read_bytes", read_or_fail)


@pytest.mark.usefixtures("broken")
def test_failure_of_the_program_is_one_sentence_and_exit_code_5(run: Run, report: Path) -> None:
    ran = run("facts", report)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == (
        f"{report}: auditreport itself failed (IndexError); please report this, with what --debug shows.\n"
    )


@pytest.mark.usefixtures("broken")
def test_failure_of_the_program_on_one_file_does_not_cost_the_others(run: Run, report: Path, other: Path) -> None:
    ran = run("facts", report, other)
    assert ran.code == 5
    assert ran.rows[0]["entity"]["district"] == "창녕군"


def test_traceback_holds_nothing_that_a_terminal_obeys(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise IndexError("\x1b[2J\u202e of the report")

    monkeypatch.setattr(task, "read_bytes", fail)
    assert "IndexError: \\x1b[2J\\u202e of the report" in run("facts", report, "--debug").err


@pytest.mark.usefixtures("broken")
def test_traceback_is_shown_when_asked_for(run: Run, report: Path) -> None:
    ran = run("facts", report, "--debug")
    assert ran.code == 5
    assert "Traceback (most recent call last):" in ran.err
    assert "IndexError: secret words of the report" in ran.err


@pytest.mark.usefixtures("broken")
def test_environment_can_ask_for_the_traceback(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITREPORT_DEBUG", "1")
    assert "Traceback" in run("facts", report).err


@pytest.mark.parametrize("value", ["", "0"])
@pytest.mark.usefixtures("broken")
def test_environment_without_the_wish_shows_no_traceback(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("AUDITREPORT_DEBUG", value)
    assert "Traceback" not in run("facts", report).err


def test_failure_outside_of_any_file_is_one_sentence_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(words: list[str], session: object) -> int:
        raise RuntimeError

    monkeypatch.setattr(app, "_run", fail)
    ran = run("facts", "x")
    assert ran.code == 5
    assert ran.err == (
        "auditreport: auditreport itself failed (RuntimeError); please report this, with what --debug shows.\n"
    )


def test_file_that_ends_too_early_for_the_program_is_no_interruption(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise EOFError("marshal data too short")

    monkeypatch.setattr("typer.core.TyperGroup.invoke", fail)
    ran = run("--lang", "en", "schema", "fact")
    assert ran.code == 5
    assert "auditreport itself failed (EOFError)" in ran.err


@pytest.mark.parametrize("form", ["facts", "json", "summary"])
def test_closed_pipe_ends_quietly(report: Path, form: str) -> None:
    command = ["facts"] if form == "facts" else ["parse", "-f", form]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "auditreport", *command, str(report)],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(("closed", "code", "lines"), [("<&-", 0, 0), ("2>&-", 0, 0), (">&-", 2, 1)])
def test_closed_standard_stream_is_no_failure_of_the_program(report: Path, closed: str, code: int, lines: int) -> None:
    command = f'exec "{sys.executable}" -m auditreport facts "{report}" {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == lines
    assert bool(done.stdout) == (closed != ">&-")
