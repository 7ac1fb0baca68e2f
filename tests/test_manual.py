"""README and manual: what they show is what comes out, and what they name is there."""

from __future__ import annotations

import doctest
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from glob import glob
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from auditreport.cli import main

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


def ran(command: str, folder: Path) -> tuple[int, str]:
    """Run a line of a shell that calls `auditreport` in a folder → its exit code, and what both streams hold.

    The installed package runs the same lines as processes (`make wheel-test`). Here they run in this process, which
    takes a tenth of the time, except what would change it for others.
    """
    name, *words = shlex.split(command, comments=True)
    assert name == "auditreport", f"only auditreport is run, not {name}"
    words = [found for word in words for found in sorted(glob(word, root_dir=folder)) or [word]]
    with pytest.MonkeyPatch.context() as patch, TemporaryFile("w+", encoding="utf-8", newline="") as both:
        for unset in ("COLUMNS", "FORCE_COLOR", "AUDITREPORT_DEBUG", "AUDITREPORT_VOCAB", "LC_MESSAGES", "LANG"):
            patch.delenv(unset, raising=False)
        for key, value in {"LC_ALL": "C.UTF-8", "NO_COLOR": "1", "HOME": str(folder)}.items():
            patch.setenv(key, value)
        patch.chdir(folder)
        if not {"--vocab", "--install-completion"}.isdisjoint(words):
            # Which shell asks, the process above tells.
            shell = ["bash", "-c", '"$@"; exit $?', "-", sys.executable, "-m", "auditreport", *words]
            done = subprocess.run(shell, stdout=both, stderr=both, stdin=subprocess.DEVNULL, check=False)
            code = done.returncode
        else:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
            for stream in ("stdout", "stderr"):
                patch.setattr(sys, stream, both)
            code = int(main(words))
        both.seek(0)
        return code, both.read()


@cache
def output_of(command: str) -> str:
    """What a command prints, on both streams, and its exit code if that is asked for."""
    code, text = ran(command.removesuffix(ASK_CODE), ROOT)
    if command.endswith(ASK_CODE):
        return f"{text}{code}\n"
    assert code == 0, text
    return text


@pytest.mark.parametrize("shown", shown_commands(), ids=lambda shown: f"{shown.page}: {shown.command}")
def test_shown_output_is_what_the_command_prints(shown: Shown) -> None:
    assert_printed(shown, output_of(shown.command))


def assert_printed(shown: Shown, output: str) -> None:
    """What a page shows stands in the output, line by line."""
    printed = [line.rstrip() for line in output.split("\n")]
    for run in shown.runs():
        if run[0].startswith("{"):
            wanted = json.loads("".join(run))
            assert wanted in [json.loads(line) for line in printed if line.startswith("{")]
            continue
        wanted_lines = [line.rstrip() for line in run]
        places = [i for i, line in enumerate(printed) if line == wanted_lines[0]]
        assert any(printed[i : i + len(run)] == wanted_lines for i in places), "\n".join(["not printed:", *run])


def scripts() -> list[tuple[str, tuple[str, ...]]]:
    """Pages with blocks of shell, and our commands in them; a line that is indented goes on with the one above."""
    out = []
    for page in PAGES:
        blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        lines = "".join(blocks).replace("\n  ", " ").split("\n")
        ours = tuple(line for line in lines if line.startswith("auditreport ") and not re.search("://", line))
        if ours:
            out.append((name_of(page), ours))
    return out


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that pages take for granted: reports, a store of them, an article."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "examples" / "audit", tmp_path / "reports")
    shutil.copy(ROOT / "examples" / "gangdong_2024_autonomy.txt", tmp_path / "report.txt")
    shutil.copy(ROOT / "docs" / "examples" / "nowon_article.txt", tmp_path / "article.txt")
    # What a file is, its content tells.
    shutil.copy(tmp_path / "report.txt", tmp_path / "scan.pdf")
    (tmp_path / "known.json").write_text('{"version": 1, "discrepancies": []}', encoding="utf-8")
    (tmp_path / "decisions.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("page", "commands"), scripts(), ids=lambda value: value if isinstance(value, str) else "")
def test_commands_in_scripts_run(page: str, commands: tuple[str, ...], desk: Path) -> None:
    if "reports.duckdb" in "".join(commands) or "sql" in "".join(commands):
        commands = ("auditreport ingest reports/ --store reports.duckdb", *commands)
    for command in commands:
        code, text = ran(command, desk)
        assert code == 0, f"{page}: {command}\n{text}"


def named_commands() -> list[tuple[str, str]]:
    """Commands that pages name in running text."""
    return sorted(
        {
            (name_of(page), found)
            for page in PAGES
            for found in re.findall(r"`(auditreport [a-z][^`\n]*)`", page.read_text(encoding="utf-8"))
        }
    )


def test_commands_named_in_text_are_understood() -> None:
    import typer
    from typer.core import TyperGroup

    from auditreport.cli.app import app
    from auditreport.cli.usage import UsageError

    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    wrong = []
    for page, command in named_commands():
        name, *words = shlex.split(command.replace("…", ""))[1:]
        group = root
        if name == "rules":
            group, (name, *words) = root.commands[name], words or ["list"]
        try:
            group.commands[name].make_context(name, list(words))
        except UsageError as error:
            # A command may be named with an option and without what it reads.
            if type(error).__name__ == "MissingParameter":
                continue
            wrong.append(f"{page}: {command}: {error!r}")
    assert wrong == []


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


# --- what is named ---------------------------------------------------------------------------------------


def read_page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def first_cells(page: str, header: str) -> list[str]:
    """First column of the tables whose first title is `header`, without back-ticks."""
    tables = re.findall(rf"^\| {re.escape(header)} \|.*\n\|[-| ]+\n((?:\|.*\n)+)", page, re.MULTILINE)
    return [row.split("|")[1].strip().strip("`") for table in tables for row in table.splitlines()]


# Files of the reader's own, as pages name them.
YOURS = (
    "./auditreport",
    "reports/",
    "facts.jsonl",
    "known.json",
    "open.toml",
    "own.toml",
    "words.toml",
    ".github/workflows/reports.yml",
)


def named_paths(page: str) -> list[str]:
    """What stands in back-ticks and is a path: it has a slash or the ending of a file."""
    return re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|md|yml|lock|json))`", page)


@pytest.mark.parametrize("page", [p for p in PAGES if "decisions" not in p.parts], ids=name_of)
def test_paths_named_in_guides_exist(page: Path) -> None:
    bases = (ROOT, PACKAGE, PACKAGE / "vocab", page.parent)
    missing = {
        path
        for path in named_paths(page.read_text(encoding="utf-8"))
        if path not in (*YOURS, "site/", "dist/", ".venv/bin/auditreport", "../shared")
        and not any((base / path).exists() for base in bases)
    }
    assert missing == set()


def test_korean_readme_shows_the_commands_of_the_english_one() -> None:
    def commands(name: str) -> list[str]:
        blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", read_page(name), re.MULTILINE | re.DOTALL)
        found = re.findall(r"^(?:\$ )?((?:auditreport|make) .*)", "".join(blocks), re.MULTILINE)
        return [command.partition("   #")[0].replace("--lang en", "--lang ko") for command in found]

    assert commands("README.ko.md") == commands("README.md")


def test_links_between_pages_lead_to_files() -> None:
    broken = [
        f"{name_of(page)}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_manual_is_built_without_a_broken_link(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")


def test_every_page_of_the_manual_is_in_its_contents() -> None:
    contents = read_page("mkdocs.yml").partition("\nnav:")[2]
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in PAGES if (ROOT / "docs") in page.parents]
    assert [page for page in pages if not re.search(rf"(?:- |: ){re.escape(page)}$", contents, re.MULTILINE)] == []


def test_fields_of_a_fact_are_those_of_the_type() -> None:
    from auditreport.schemas import Fact

    assert first_cells(read_page("docs/facts.md"), "field") == list(Fact.model_fields)


def test_kinds_states_and_methods_are_those_of_the_type() -> None:
    from typing import get_args

    from auditreport.schemas.fact import Kind, Method, Part, Status

    page = read_page("docs/facts.md")
    assert sorted(first_cells(page, "`kind`")) == sorted(get_args(Kind))
    assert first_cells(page, "`status`") == list(get_args(Status))
    assert first_cells(page, "`method`") == list(get_args(Method))
    [parts] = re.findall(r"^\| `part` \|(.*)", page, re.MULTILINE)
    assert re.findall(r"`(\w+)`", parts) == list(get_args(Part))
    for readme in ("README.md", "README.ko.md"):
        assert first_cells(read_page(readme), "`status`") == list(get_args(Status))


def test_dimensions_are_those_that_csv_always_has() -> None:
    from auditreport.render.flat import DIMS

    rows = first_cells(read_page("docs/facts.md"), "in `dims`")
    named = {word for row in rows for word in re.findall(r"\w+", row)}
    assert set(DIMS) - named == set()


def test_exit_codes_are_those_of_the_command_line() -> None:
    from auditreport.cli.exits import ExitCode

    assert [int(code) for code in first_cells(read_page("docs/errors.md"), "code")[: len(ExitCode)]] == list(ExitCode)
    for page, title in (("README.md", "exit code"), ("README.ko.md", "종료 코드")):
        named = [int(code) for code in first_cells(read_page(page), title)]
        assert named == [code for code in ExitCode if code < ExitCode.INTERRUPTED]


def test_formats_are_those_that_have_a_reader() -> None:
    from auditreport.parsers.formats.registry import READERS

    assert sorted(first_cells(read_page("README.md"), "format")) == sorted(found.value for found in READERS)
    assert len(first_cells(read_page("README.ko.md"), "형식")) == len(READERS)


def test_every_code_of_an_issue_is_explained() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "parsers").rglob("*.py"))
    codes = set(re.findall(r'(?:\bcode=|\._?note\(\s*|\._issue\(\s*)"([a-z-]+)"', source))
    codes |= {f"{lost}-lost" for lost in re.findall(r'(?:\.lost = |"flattened", notes, )"([a-z]+)"', source)}
    explained = [cell for cell in first_cells(read_page("docs/errors.md"), "code") if not cell.isdigit()]
    assert sorted(explained) == sorted(codes), "docs/errors.md has a table of all codes"


def test_map_of_the_code_names_every_folder() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    named = {cell.split("/")[0] for cell in first_cells(read_page("README.md"), "folder")}
    assert named == folders


def test_vocabulary_page_names_every_file() -> None:
    files = {path.name for path in (PACKAGE / "vocab").rglob("*.toml")}
    assert set(first_cells(read_page("docs/vocabulary.md"), "file")) == files
