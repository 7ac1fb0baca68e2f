"""The project about itself: one version, no traces of a machine, full catalogues, rules no linter checks."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "auditreport"
LOCKS = tuple(f"requirements{group}.lock" for group in ("", "-build", "-ocr", "-fuzz", "-mutants"))
# A range of letters (any syllable) is no word, and the middle dot that Unicode calls a letter is a mark.
HANGUL_RANGE = re.compile(r"[\u1100-\ud7a3]-[\u1100-\ud7ff]")
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318c\uac00-\ud7a3]")
HEAVY = (
    *("pandas", "numpy", "pdfplumber", "pdfminer", "hwp5", "hwpx", "lxml", "duckdb", "pyarrow", "fsspec", "xlsxwriter"),
    *("jinja2", "vl_convert", "dask", "distributed"),
)
SKIPPED_FOLDERS = {".git", ".venv", ".venv-lock", "site", "dist", "build", "mutants", "__pycache__", ".hypothesis"}


def project_files() -> list[Path]:
    """The files that git knows or would take; outside a clone, all but what make builds."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        paths = [p for p in ROOT.rglob("*") if not SKIPPED_FOLDERS & set(p.relative_to(ROOT).parts)]
    else:
        paths = [ROOT / name.decode("utf-8") for name in listing.stdout.split(b"\0") if name]
    return sorted(p for p in paths if p.is_file())


def makefile_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


# --- version ---------------------------------------------------------------------------------------------


def test_version_is_written_in_one_place_only() -> None:
    source = (PACKAGE / "_version.py").read_text(encoding="utf-8")
    version = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    assert version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    again = [
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.name != "_version.py" and f'"{version[1]}"' in path.read_text(encoding="utf-8")
    ]
    assert again == []


# --- traces of a machine ---------------------------------------------------------------------------------


def test_no_file_holds_a_path_of_the_machine_it_was_made_on() -> None:
    # Put together here, so that this file does not hold one.
    folders = [b"work/", b"root/", rb"home/[\w.-]+/", rb"Users/[\w.-]+/", b"tmp/bash"]
    machine_path = re.compile(rb"(?<![\w.~$)}/-])/(?:" + b"|".join(folders) + b")")
    traces = []
    for path in project_files():
        content = path.read_bytes()
        if b"\0" in content:
            continue
        traces += [f"{path.relative_to(ROOT)}: {found.group().decode()}" for found in machine_path.finditer(content)]
    assert traces == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_host_and_no_path(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|\bfile:|@|--(?:extra-)?index-url|--find-links|\.(?:org|com|io)\b", lock)


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_every_package_with_hashes(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    requirements = [line for line in lock.splitlines() if line.strip() and not line.startswith("#")]
    assert requirements
    for line in requirements:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line[:80]


def test_lock_holds_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    declared = [*project["project"]["dependencies"], *groups["dev"], *groups["build"]]
    names = {re.match(r"[\w.-]+", requirement)[0].lower() for requirement in declared}  # type: ignore[index]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert names - set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)) == set()


def test_lock_of_the_extra_holds_what_the_extra_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra = project["project"]["optional-dependencies"]["ocr"]
    assert project["dependency-groups"]["ocr"] == extra
    names = {re.match(r"[\w-]+", requirement)[0] for requirement in extra}  # type: ignore[index]
    lock = (ROOT / "requirements-ocr.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)) >= names


# --- rules that no linter checks -------------------------------------------------------------------------


def hangul_literals(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in docstrings:
            continue
        if HANGUL.search(HANGUL_RANGE.sub("", node.value)):
            yield f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.value[:40]!r}"


def test_korean_words_stand_in_vocab_not_in_rules() -> None:
    # Types describe their fields with the Korean term; vocab is where the words are.
    allowed = {"vocab", "schemas"}
    paths = [p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] not in allowed]
    literals = [literal for path in sorted(paths) for literal in hangul_literals(path)]
    if literals:
        pytest.fail("\n".join(["these words belong in vocab/:", *literals]), pytrace=False)


def test_command_line_starts_without_heavy_libraries() -> None:
    if not (PACKAGE / "cli" / "__init__.py").exists():
        pytest.skip("there is no command line yet")
    script = f"import sys, auditreport.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.stderr) == ("[]", "")


def test_readme_and_contributing_name_only_make_targets_that_exist() -> None:
    guides = [ROOT / name for name in ("README.md", "CONTRIBUTING.md") if (ROOT / name).exists()]
    if ROOT / "README.md" not in guides:
        pytest.skip("there is no README.md yet")
    command = re.compile(r"(?:`|^\s*\$? ?)make ([a-z]+(?:-[a-z]+)*)", re.MULTILINE)
    named = {target for guide in guides for target in command.findall(guide.read_text(encoding="utf-8"))}
    assert named
    assert named - makefile_targets() == set()


def test_every_make_target_is_phony_and_listed_by_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())  # type: ignore[index]
    listed = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    assert listed == makefile_targets() == phony - {"elsewhere"}


# --- catalogues ------------------------------------------------------------------------------------------

LOCALE = PACKAGE / "render" / "locale"
KOREAN = LOCALE / "ko" / "LC_MESSAGES" / "auditreport.po"


def messages_in_code() -> set[str]:
    from babel.messages.extract import extract_from_dir

    found = extract_from_dir(str(PACKAGE), method_map=[("**.py", "python")])
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def korean_catalogue() -> dict[str, str]:
    from babel.messages.pofile import read_po

    with KOREAN.open("rb") as file:
        catalogue = read_po(file, locale="ko")
    assert [m.id for m in catalogue if m.fuzzy and m.id] == []
    return {str(m.id): str(m.string or "") for m in catalogue if m.id}


def placeholders(message: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(message) if field is not None}


def test_every_message_has_a_korean_translation() -> None:
    translated = korean_catalogue()
    missing = sorted(m for m in messages_in_code() if not translated.get(m))
    assert missing == [], "run `make catalogues`, fill in the msgstr of these, run it again"


def test_catalogue_holds_no_message_that_the_code_does_not_say() -> None:
    assert set(korean_catalogue()) - messages_in_code() == set()


def test_translations_keep_the_placeholders_of_their_message() -> None:
    wrong = [m for m, text in korean_catalogue().items() if text and placeholders(text) != placeholders(m)]
    assert wrong == []


def test_compiled_catalogue_is_up_to_date() -> None:
    from babel.messages.mofile import read_mo

    with KOREAN.with_suffix(".mo").open("rb") as file:
        compiled = {str(m.id): str(m.string) for m in read_mo(file) if m.id}
    assert compiled == {m: text for m, text in korean_catalogue().items() if text}, "run `make catalogues`"


def test_unknown_language_is_refused_with_the_choices() -> None:
    from auditreport.render.messages import translator

    with pytest.raises(ValueError, match="choose one of ko, en"):
        translator("fr")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_message_without_translation_comes_back_as_it_is(lang: str) -> None:
    from auditreport.render.messages import translator

    assert translator(lang)("nobody says this {name}") == "nobody says this {name}"
    assert translator(lang)("") == ""
