"""README and manual: what they show is what comes out, and what they name is there."""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "auditreport"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LEFT_OUT = "…"
ASK_CODE = "; echo $?"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# --- commands --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """A command and what a page shows of its output."""

    page: str
    command: str
    lines: tuple[str, ...]

    def runs(self) -> Iterator[list[str]]:
        """Lines that belong together, cut where something is left out."""
        run: list[str] = []
        for line in (*self.lines, LEFT_OUT):
            if line.strip() != LEFT_OUT:
                run.append(line)
            elif run:
                yield run
                run = []


def shown_commands() -> list[Shown]:
    out = []
    for page in PAGES:
        for block in re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            first, *rest = re.split(r"^\$ ", block, flags=re.MULTILINE)
            assert first == "", f"{name_of(page)}: a console block begins with a command"
            for part in rest:
                command, *lines = part.rstrip("\n").split("\n")
                out.append(Shown(name_of(page), command, tuple(lines)))
    return out


@cache
def output_of(command: str) -> str:
    """What a command prints, on both streams, and its exit code if that is asked for."""
    name, *words = shlex.split(command.removesuffix(ASK_CODE))
    assert name == "auditreport", f"only auditreport is run, not {name}"
    environ = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "AUDITREPORT_DEBUG")}
    run = subprocess.run(
        [sys.executable, "-m", "auditreport", *words],
        cwd=ROOT,
        env=environ | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    text = run.stdout.decode("utf-8")
    if command.endswith(ASK_CODE):
        return f"{text}{run.returncode}\n"
    assert run.returncode == 0, text
    return text


@pytest.mark.parametrize("shown", shown_commands(), ids=lambda shown: f"{shown.page}: {shown.command}")
def test_shown_output_is_what_the_command_prints(shown: Shown) -> None:
    output = output_of(shown.command)
    printed = [line.rstrip() for line in output.split("\n")]
    for run in shown.runs():
        if run[0].startswith("{"):
            wanted = json.loads("".join(run))
            assert wanted in [json.loads(line) for line in printed if line.startswith("{")]
            continue
        wanted_lines = [line.rstrip() for line in run]
        places = [i for i, line in enumerate(printed) if line == wanted_lines[0]]
        assert any(printed[i : i + len(run)] == wanted_lines for i in places), "\n".join(["not printed:", *run])


# --- Python ----------------------------------------------------------------------------------------------


def pages_with_python() -> list[Path]:
    return [page for page in PAGES if "\n>>> " in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", pages_with_python(), ids=name_of)
def test_shown_python_does_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = "\n\n".join(re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    example = doctest.DocTestParser().get_doctest(code, {}, name_of(page), str(page), 0)
    report: list[str] = []
    flags = doctest.NORMALIZE_WHITESPACE
    doctest.DocTestRunner(verbose=False, optionflags=flags).run(example, out=report.append)
    assert report == []
