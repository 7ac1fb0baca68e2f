"""The pages of the manual that the command line writes: the commands, and the rules of the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from auditreport.checks import manual
from auditreport.cli.app import COMMANDS
from tests.cli.conftest import Run

DOCS = Path(__file__).resolve().parents[2] / "docs"


def with_head(page: Path, written: Iterator[str]) -> str:
    """The page up to its comment, and what is written behind it."""
    begun, comment, _ = page.read_text(encoding="utf-8").partition(" -->\n")
    return "".join((begun, comment, *written))


def commands(run: Run) -> Iterator[str]:
    names = [function.__name__ for function, _, _ in COMMANDS]
    for words in ("", *names, "rules", "rules list", "rules show"):
        title = f"auditreport {words}".strip()
        yield f"\n## {title}\n\n```text\n{run(*words.split(), '--lang', 'en', '--help').out}```\n"


def rules() -> Iterator[str]:
    for rule in manual():
        yield f"\n## {rule.code} {rule.name.en} · {rule.name.ko}\n\n{rule.manual.en}\n\n{rule.manual.ko}\n"


def test_page_of_commands_is_what_they_print(run: Run, check_golden: Callable[[Path, str], None]) -> None:
    check_golden(DOCS / "commands.md", with_head(DOCS / "commands.md", commands(run)))


def test_page_of_rules_is_what_they_say(check_golden: Callable[[Path, str], None]) -> None:
    check_golden(DOCS / "rules.md", with_head(DOCS / "rules.md", rules()))
