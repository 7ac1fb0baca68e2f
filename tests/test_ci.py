"""The GitHub Action and the hook for pre-commit: their commands run, and do what the manual says of them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditreport import __version__

ROOT = Path(__file__).resolve().parent.parent
MISPRINT = ROOT / "examples" / "misprint_2024.txt"
# Between releases the manual names the last number.
DEVELOPED = r"\.dev\d+$"
CLEAN = ROOT / "examples" / "gangdong_2024_autonomy.txt"


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of a step, where auditreport is installed as the first step does it."""
    command = tmp_path / "auditreport" / "bin" / "auditreport"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m auditreport "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    summary = tmp_path / "summary.md"
    summary.touch()
    return {
        "PATH": os.environ["PATH"],
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_ACTION_PATH": str(ROOT),
    }


def check(runner: dict[str, str], folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step that checks as GitHub would, with the inputs of the action."""
    action = loaded("action.yml")
    given = {name: str(field.get("default", "")) for name, field in action["inputs"].items()} | inputs
    assert set(given) == set(action["inputs"])
    [step] = [step for step in action["runs"]["steps"] if step["name"] == "Check the reports"]
    environ = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
        for name, value in step["env"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env=runner | environ,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_action_annotates_writes_the_summary_and_fails(runner: dict[str, str], tmp_path: Path) -> None:
    done = check(runner, ROOT, files="examples/", lang="en", sarif=str(tmp_path / "check.sarif"))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=examples/misprint_2024.txt,line=22,col=52,")
    assert "**error AR203**" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    sarif = json.loads((tmp_path / "check.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["AR203"]


def test_action_takes_each_line_as_one_file_and_no_word_as_a_command(runner: dict[str, str], tmp_path: Path) -> None:
    odd = tmp_path / "a b $(touch x); --lang.txt"
    odd.write_bytes(CLEAN.read_bytes())
    done = check(runner, tmp_path, files=f"{odd.name}\n\n{CLEAN}\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "x").exists()
    assert "\\$(touch x); --lang.txt | 101 |" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_action_hands_its_inputs_on(runner: dict[str, str], tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert check(runner, ROOT, files=str(MISPRINT), select="AR1").returncode == 0
    assert check(runner, ROOT, files=str(MISPRINT), ignore="AR2").returncode == 0
    assert check(runner, ROOT, files=str(MISPRINT), **{"fail-on": "never"}).returncode == 0
    assert check(runner, ROOT, files=str(MISPRINT), baseline=str(known)).returncode == 2
    subprocess.run(
        [sys.executable, "-m", "auditreport", "check", str(MISPRINT), "--write-baseline", str(known)],
        capture_output=True,
        check=False,
    )
    assert check(runner, ROOT, files=str(MISPRINT), baseline=str(known)).returncode == 0


def test_action_without_files_is_a_mistake(runner: dict[str, str]) -> None:
    assert check(runner, ROOT, files="\n").returncode == 2


def test_steps_of_the_action_are_bash_that_can_be_read() -> None:
    for step in loaded("action.yml")["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        done = subprocess.run(["bash", "-n", "-c", step["run"]], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_hook_runs_a_command_that_takes_the_files_of_a_commit() -> None:
    [hook] = loaded(".pre-commit-hooks.yaml")
    program, *words = shlex.split(hook["entry"])
    assert program == "auditreport"
    done = subprocess.run(
        [sys.executable, "-m", "auditreport", *words, str(CLEAN), str(MISPRINT)], capture_output=True, check=False
    )
    assert done.returncode == 1
    taken = [name for name in ("a.hwp", "보고/b.hwpx", "c.pdf", "d.md", "hwp.txt") if re.search(hook["files"], name)]
    assert taken == ["a.hwp", "보고/b.hwpx", "c.pdf"]


def test_recipes_of_the_manual_name_what_is_there() -> None:
    page = (ROOT / "docs" / "howto-ci.md").read_text(encoding="utf-8")
    workflow, other, hooks = (yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))
    [step] = [step for step in workflow["jobs"]["reports"]["steps"] if "auditreport" in step.get("uses", "")]
    tag = f"v{re.sub(DEVELOPED, '', __version__)}"
    assert step["uses"] == f"OWNER/auditreport@{tag}"
    assert hooks["repos"][0]["rev"] == tag
    assert set(step["with"]) <= set(loaded("action.yml")["inputs"])
    assert [hook["id"] for hook in hooks["repos"][0]["hooks"]] == [
        hook["id"] for hook in loaded(".pre-commit-hooks.yaml")
    ]
    assert other["reports"]["script"][-1].startswith("auditreport check ")


def test_recipes_of_the_manual_name_a_release() -> None:
    page = (ROOT / "docs" / "howto-ci.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bv(\d+\.\d+\.\d+)", page))
    assert len(named) == 1
    assert f"## [{named.pop()}] - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
