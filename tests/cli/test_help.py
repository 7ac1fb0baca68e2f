from __future__ import annotations

import re
import shlex
import unicodedata

import pytest
import typer

from auditreport._version import __version__
from auditreport.cli.app import COMMANDS, app
from auditreport.cli.help import columns, columns_of, wrap
from tests.cli.conftest import Run

PAGES = [
    *((), *((function.__name__,) for function, _, _ in COMMANDS)),
    *(("rules",), ("rules", "list"), ("rules", "show")),
]
OPTION = re.compile(r"^  (?:-\w, )?--(?!help|version|\w+-completion)", re.MULTILINE)


@pytest.mark.parametrize("words", PAGES)
def test_help_is_one_sentence_an_example_and_options_with_defaults(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    usage, sentence, *sections = ran.out.rstrip("\n").split("\n\n")
    assert usage.startswith(f"Usage: {' '.join(('auditreport', *words))} [options]")
    assert sentence.count(". ") == 0
    assert sentence.endswith(".")
    by_title = {section.split("\n")[0]: section for section in sections}
    assert "  auditreport " in by_title["Example"]
    options = by_title["Options"] + by_title.get("How files are read", "")
    assert "--help Show this page." in " ".join(options.split())
    assert " ".join(options.split()).count("Default: ") == len(OPTION.findall(options))


@pytest.mark.parametrize("words", PAGES)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_help_fits_into_eighty_columns(run: Run, words: tuple[str, ...], lang: str) -> None:
    for line in run(*words, "--lang", lang, "--help").out.splitlines():
        wide = sum(unicodedata.east_asian_width(char) in "WF" for char in line)
        assert len(line) + wide < 80, line


def test_what_is_said_of_reading_stands_behind_the_options_of_the_command(run: Run) -> None:
    own, reading = run("check", "--help").out.split("\n\nHow files are read\n")
    assert "--fail-on" in own
    assert "--help" in own
    assert reading.lstrip().startswith("--workers N")


def test_help_speaks_korean(run: Run) -> None:
    out = run("facts", "--lang", "ko", "--help").out
    assert out.startswith("사용법: auditreport facts [옵션] SRC...\n")
    assert "보고서에 적힌 모든 수치를 한 줄에 하나씩 JSON으로 출력합니다." in out
    for line in out.splitlines():
        assert "Default" not in line


def test_every_command_is_listed_with_what_it_does(run: Run) -> None:
    out = run("--help").out
    for function, sentence, _ in COMMANDS:
        assert f"  {function.__name__}" in out
        assert sentence.split()[0] in out


@pytest.mark.parametrize("example", [example for _, _, example in COMMANDS])
def test_examples_are_understood(example: str) -> None:
    program, command, *words = shlex.split(example.partition(" > ")[0])
    assert program == "auditreport"
    group = typer.main.get_command(app)
    group.commands[command].make_context(command, words)  # type: ignore[attr-defined]


def test_no_word_at_all_shows_the_help_and_is_a_mistake(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert ran.out == run("--help").out


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").out == f"auditreport {__version__}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("parse",), "SRC... is missing; auditreport parse --help shows what belongs there."),
        (("facts", "--nope", "x"), "There is no option --nope; auditreport facts --help lists them."),
        (("facts", "--lan", "ko", "x"), "There is no option --lan; did you mean --lang?"),
        (("prase", "x"), "There is no command prase; auditreport --help lists them."),
        (("parse", "x", "-f"), "The option -f wants another value; auditreport --help tells which."),
        (
            ("parse", "-f", "xml", "x"),
            "--format takes one of summary, json, jsonl, csv; auditreport parse --help tells more.",
        ),
        (("facts", "--lang", "fr", "x"), "--lang takes one of ko, en; auditreport facts --help tells more."),
        (
            ("schema", "a", "b\x1b"),
            "Nothing is known to do with b\\x1b; auditreport schema --help shows what can be given.",
        ),
    ],
)
def test_mistake_on_the_command_line_is_told_in_one_sentence(run: Run, words: tuple[str, ...], sentence: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{sentence}\n")


def test_korean_characters_take_two_columns() -> None:
    assert columns_of("가a") == 3
    assert wrap("가나 다라 마바", 9) == ["가나 다라", "마바"]


def test_first_cell_that_is_too_wide_stands_on_a_line_of_its_own() -> None:
    assert columns([("a", "one two"), ("abcdefgh", "three")], 18) == [
        "  a       one two",
        "  abcdefgh",
        "          three",
    ]
