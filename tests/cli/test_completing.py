"""What shells are told while words are being typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditreport.checks import RULES
from auditreport.cli import main
from auditreport.cli.app import COMMANDS
from auditreport.render.published import PUBLISHED
from auditreport.schemas.tables import TABLES
from auditreport.vocab.indicators import indicators
from tests.test_project import HEAVY

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Complete:
    """The words that bash is offered for the last of those typed: `complete("check", "--fa")`."""

    def offered(*words: str) -> list[str]:
        monkeypatch.setenv("_AUDITREPORT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(("auditreport", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit):
            main([])
        out, err = capsys.readouterr()
        assert err == ""
        return out.split()

    return offered


def test_commands_are_offered(complete: Complete) -> None:
    assert complete("") == [*(function.__name__ for function, _, _ in COMMANDS), "rules"]
    assert complete("rules", "") == ["list", "show"]


def test_options_are_offered_where_a_dash_is_typed(complete: Complete) -> None:
    assert complete("check", "--fail") == ["--fail-on"]
    assert complete("compare", "--indicator") == ["--indicator", "--indicators"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("parse", "-f"), ["summary", "json", "jsonl", "csv"]),
        (("check", "--fail-on"), ["error", "warning", "info", "never"]),
        (("compare", "--by"), ["year", "district", "programme"]),
        (("facts", "--lang"), ["ko", "en"]),
        (("check", "--select"), [rule.code for rule in RULES]),
        (("rules", "show"), [rule.code for rule in RULES]),
        (("compare", "--indicator"), list(indicators())),
        (("export", "--table"), list(TABLES)),
        (("schema",), list(PUBLISHED)),
    ],
)
def test_values_are_offered(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete(*words, "") == offered


def test_only_the_last_of_several_names_is_completed(complete: Complete) -> None:
    assert complete("check", "--ignore", "AR101,AR10")[:2] == ["AR101,AR101", "AR101,AR102"]
    assert complete("export", "--table", "reports,iss") == ["reports,issues"]


def test_files_are_left_to_the_shell(complete: Complete) -> None:
    assert complete("parse", "") == []
    assert complete("facts", "report.txt", "--store") == []


@pytest.mark.parametrize("words", [("--version", ""), ("nope", ""), ("check", "--nope", "")])
def test_nothing_is_said_of_words_that_are_wrong_or_answered_elsewhere(
    complete: Complete, words: tuple[str, ...]
) -> None:
    assert all("auditreport" not in word for word in complete(*words))


@pytest.mark.parametrize(("lang", "sentence"), [("en", "Show what reports say"), ("ko", "보고서의 내용을 보여 줍니다")])
def test_what_stands_beside_a_word_is_one_line_in_the_readers_language(
    lang: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", f"{lang}_XX.UTF-8")
    monkeypatch.setenv("_AUDITREPORT_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "auditreport ")
    with pytest.raises(SystemExit):
        main([])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(COMMANDS) + 1
    assert lines[0].startswith(f"parse\t{sentence}")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
def test_bash_completes_with_what_the_command_shows(tmp_path: Path) -> None:
    program = tmp_path / "auditreport"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m auditreport "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = """
        eval "$(_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION=1 auditreport --show-completion bash)"
        COMP_WORDS=(auditreport schema fa) COMP_CWORD=2
        _auditreport_completion auditreport
        echo "${COMPREPLY[@]}"
        complete -p auditreport
    """
    environ = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=environ, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (
        "fact failure\ncomplete -o default -F _auditreport_completion auditreport\n",
        "",
    )


def test_completing_imports_nothing_heavy() -> None:
    code = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print([m for m in {HEAVY!r} if m in sys.modules]))\n"
        "from auditreport.cli import main; main([])"
    )
    environ = os.environ | {
        "_AUDITREPORT_COMPLETE": "complete_bash",
        "COMP_WORDS": "auditreport check --select AR101",
        "COMP_CWORD": "3",
    }
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("AR101\n[]\n", "")
