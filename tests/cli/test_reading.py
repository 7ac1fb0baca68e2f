"""Options on how inputs are read, the same for every command that reads."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from auditreport import Limits
from auditreport.parsers.formats import contained
from auditreport.parsers.formats.limits import MIB
from tests.cli.conftest import Run, on_terminal
from tests.parsers.formats.pdf.samples import Page, write

SECRET = "open sesame"
LINES = ("감사담당관 주요업무보고", "Ⅱ. 주요업무 추진실적", "1. 청렴도 향상", "□ 추진실적", "○ 구민감사관 : 31명")
PAGE = Page()
for number, line in enumerate(LINES):
    PAGE.text(60, 60 + 24 * number, line, 12)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "open.pdf"
    path.write_bytes(write(PAGE))
    return path


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "locked.pdf"
    path.write_bytes(write(PAGE, password=SECRET))
    return path


@pytest.mark.parametrize("command", ["parse", "facts"])
def test_defaults_that_the_help_names_are_those_of_the_limits(run: Run, command: str) -> None:
    limits = Limits()
    options = " ".join(run(command, "--help").out.split())
    named = {
        name: re.findall(r"\d+(?:\.\d+)?", default)
        for name, default in re.findall(r"--(max-\w+) .*?Default: (.*?)\.(?= |$)", options)
    }
    assert named == {
        "max-seconds": [f"{limits.seconds:.0f}", f"{limits.seconds_per_mb:.0f}", "0.25"],
        "max-memory": [str(limits.memory // MIB)],
        "max-size": [str(limits.size // 1_000_000)],
    }


def test_locked_file_is_opened_with_its_password(run: Run, locked: Path) -> None:
    ran = run("facts", "--password", SECRET, locked)
    assert (ran.code, ran.err) == (0, "")
    assert [row["value"] for row in ran.rows] == ["31"]


def test_password_may_come_from_the_environment(run: Run, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITREPORT_PASSWORD", SECRET)
    assert [row["value"] for row in run("facts", locked).rows] == ["31"]


def test_locked_file_without_a_password_says_how_to_give_it(run: Run, locked: Path) -> None:
    ran = run("facts", locked)
    assert ran.code == 3
    assert ran.err == f"{locked}: the PDF needs a password; give it with --password, or pass a copy without one.\n"


def test_wrong_password_is_told_from_none(run: Run, locked: Path) -> None:
    ran = run("facts", "--password", "sesame", locked)
    assert (ran.code, ran.err) == (3, f"{locked}: the password does not open the PDF; check the password.\n")


@pytest.mark.parametrize("words", [("--debug",), ("-f", "json"), ("--max-seconds", "0")])
def test_password_stands_in_no_output(run: Run, locked: Path, words: tuple[str, ...]) -> None:
    for password in (SECRET, f"{SECRET}!"):
        ran = run("parse", "--password", password, *words, locked)
        assert SECRET not in ran.out + ran.err
    assert SECRET not in repr(Limits(password=SECRET))


def test_password_does_not_hinder_a_file_that_is_open(run: Run, pdf: Path, report: Path) -> None:
    assert run("facts", "--password", SECRET, pdf, report).out == run("facts", pdf, report).out


def test_file_above_the_size_is_refused(run: Run, tmp_path: Path, report: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("○ 점검 7회\n" * 100_000, encoding="utf-8")
    ran = run("facts", "--max-size", "1", path, report)
    assert ran.code == 3
    assert ran.err == (
        f"{path}: the file is larger than 1 MB; pass a part of it, or raise the limit with --max-size.\n"
    )
    assert run("facts", "--max-size", "0", report).code == 0


def test_file_above_the_size_is_not_opened(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert "the file is larger than 200 MB" in run("facts", path).err


def test_files_of_a_folder_above_the_size_are_named_but_for_those_that_no_reader_knows(
    run: Run, tmp_path: Path, report: Path
) -> None:
    for name, head in {
        "film.mp4": b"\0\0\0 ftypisom",
        "parts.7z": b"7z\xbc\xaf\x27\x1c",
        "text.txt": "○ 점검 7회\n".encode() * 100_000,
        "utf-16.txt": "○ 점검 7회\n".encode("utf-16") * 100_000,
        "whole.hwpx": b"PK\x03\x04",
    }.items():
        with (tmp_path / name).open("wb") as file:
            file.write(head)
            file.truncate(max(len(head), 2_000_000))
    (tmp_path / "small.txt").write_bytes(report.read_bytes())
    ran = run("facts", "--max-size", "1", tmp_path)
    assert ran.code == 3
    assert ran.rows == run("facts", report).rows
    large = "the file is larger than 1 MB; pass a part of it, or raise the limit with --max-size."
    names = ["text.txt", "utf-16.txt", "whole.hwpx"]
    assert [line for line in ran.err.splitlines() if "MB" in line] == [f"{tmp_path / name}: {large}" for name in names]


def test_file_above_the_memory_is_given_up(run: Run, pdf: Path) -> None:
    # A process that is used again has its memory already.
    contained.close()
    ran = run("facts", "--max-memory", "30", pdf)
    assert ran.code == 3
    assert ran.err.endswith("raise the limit with --max-memory.\n")


def test_time_that_is_set_holds_for_files_of_any_size() -> None:
    from auditreport.cli.reading import Reading

    assert Reading(max_seconds=7).limits.time_for(50_000_000) == 7
    assert Reading().limits == Limits()


def test_without_the_sandbox_no_process_is_started(run: Run, pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = run("facts", pdf)
    contained.close()
    monkeypatch.setattr(contained.pool, "Worker", None)
    assert run("facts", "--no-sandbox", "--workers", "2", pdf, pdf).out == usual.out * 2


@pytest.mark.parametrize(
    "words", [("facts",), ("parse",), ("parse", "-f", "json"), ("parse", "-f", "jsonl"), ("parse", "-f", "csv")]
)
def test_output_does_not_depend_on_the_number_of_workers(
    run: Run, words: tuple[str, ...], pdf: Path, report: Path
) -> None:
    sources = [pdf, report, pdf.with_name("none.pdf"), pdf, report]
    one, three = run(*words, "--workers", "1", *sources), run(*words, "--workers", "3", *sources)
    assert one.code == 3
    assert one == three


def test_colours_and_width_are_those_of_the_terminal_with_any_number_of_workers(pdf: Path, report: Path) -> None:
    ran = [on_terminal(["parse", "--workers", n, str(pdf), str(report)], 77, {}) for n in ("1", "2")]
    # What stands behind the progress bar.
    shown = [(code, out.rpartition("\x1b[?25h")[2]) for code, out, _ in ran]
    assert "\x1b[1m" in shown[0][1]
    assert shown[0] == shown[1]


def test_interruption_ends_a_batch_and_leaves_the_old_file(report: Path, tmp_path: Path) -> None:
    interrupt(["--workers", "2"], report, tmp_path)


def test_interruption_ends_a_batch_that_a_cluster_reads(report: Path, tmp_path: Path, cluster: str) -> None:
    interrupt(["--scheduler", cluster], report, tmp_path)


def interrupt(words: list[str], report: Path, folder: Path) -> None:
    """Interrupt a run when it has written its first lines, and see what is left."""
    (folder / "reports").mkdir()
    for number in range(200):
        (folder / "reports" / f"{number}.txt").write_bytes(report.read_bytes())
    output = folder / "facts.jsonl"
    output.write_text("old", encoding="utf-8")
    asked = subprocess.Popen(
        [sys.executable, "-m", "auditreport", "facts", *words, str(folder / "reports"), "-o", str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not any(part.stat().st_size for part in folder.glob(".*.part")) and asked.poll() is None:
        pass
    asked.send_signal(signal.SIGINT)
    assert (*asked.communicate(), asked.returncode) == (b"", b"", 130)
    assert output.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["facts.jsonl", "reports"]


@pytest.mark.parametrize(
    "words",
    [("facts",), ("parse", "-f", "jsonl"), ("check", "-f", "json")],
)
def test_output_of_a_cluster_is_that_of_this_machine(
    run: Run, words: tuple[str, ...], pdf: Path, report: Path, other: Path, cluster: str
) -> None:
    sources = [pdf, report, pdf.with_name("none.pdf"), other, report]
    here, there = run(*words, "--workers", "1", *sources), run(*words, "--scheduler", cluster, *sources)
    assert here.code == 3
    assert here == there


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--workers", "2"), "the cluster has workers of its own; leave --workers out"),
        (("--no-sandbox",), "--no-sandbox reads in this process; leave one of the two out"),
    ],
)
def test_cluster_goes_with_no_option_for_this_machine(
    run: Run, words: tuple[str, ...], said: str, report: Path
) -> None:
    ran = run("facts", "--scheduler", "tcp://here:8786", *words, report)
    assert (ran.code, ran.out, ran.err) == (2, "", f"--scheduler: {said}.\n")


def test_cluster_that_cannot_be_used_is_a_mistake(run: Run, report: Path) -> None:
    ran = run("facts", "--lang", "ko", "--scheduler", "here", report)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("here: ")


@pytest.mark.parametrize("words", [("--workers", "0"), ("--workers", "x"), ("--max-seconds", "1e9")])
def test_number_that_is_none_is_a_mistake(run: Run, words: tuple[str, str], report: Path) -> None:
    ran = run("facts", *words, report)
    assert ran.code == 2
    assert ran.err == f"The option {words[0]} wants another value; auditreport facts --help tells which.\n"
