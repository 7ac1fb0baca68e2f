"""What a change does to every document: figures gained, lost and altered against a commit (make corpus-diff)."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FOLDERS = (
    *(SHARED / name for name in ("seeds", "text", "corpus")),
    ROOT / "tests" / "fixtures" / "reports",
    ROOT / "examples",
)
# Beside documents: lists of them, truths, tables of numbers.
_NO_REPORTS = (".tsv", ".toml", ".jsonl", ".csv")
LONGEST = 600
SHOWN = 3

Fact = dict[str, Any]


class Difference(NamedTuple):
    """What became of the figures of one document."""

    gained: list[Fact]
    lost: list[Fact]
    altered: list[tuple[Fact, Fact]]
    reason: str | None = None

    @property
    def is_none(self) -> bool:
        return not (self.gained or self.lost or self.altered or self.reason)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make corpus-diff", description=__doc__)
    parser.add_argument("--since", default="HEAD", help="the commit to compare with; default: the last one")
    parser.add_argument("paths", nargs="*", type=Path, default=FOLDERS, help="files and folders")
    given = parser.parse_args(words)
    documents = [path for place in given.paths for path in found(place)]
    if not documents:
        print("There is nothing to read: name files or folders.")
        return 2
    with source_of(given.since) as before:
        changed = 0
        for path in documents:
            difference = compare(facts(before, path), facts(ROOT / "src", path))
            if not difference.is_none:
                changed += 1
                show(path, difference)
    print(f"{len(documents)} documents, {changed} of them read differently since {given.since}")
    return 0


def found(place: Path) -> Iterator[Path]:
    """The files below a place, in order; hidden ones and lists are left out."""
    if place.is_file():
        yield place
    elif place.is_dir():
        for path in sorted(place.rglob("*")):
            if path.is_file() and not path.name.startswith(".") and path.suffix not in _NO_REPORTS:
                yield path


@contextmanager
def source_of(commit: str) -> Iterator[Path]:
    """The sources of a commit, beside those of now."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", tree, commit], cwd=ROOT, check=True)
        try:
            yield tree / "src"
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)


def facts(source: Path, path: Path) -> list[Fact] | str:
    """The figures of a document as the sources at a place read it, or why they read none."""
    run = subprocess.run(
        [sys.executable, "-m", "auditreport", "facts", "--lang", "en", str(path)],
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    if run.returncode in (0, 4):
        return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    return run.stderr.decode("utf-8").strip()


def compare(before: list[Fact] | str, now: list[Fact] | str) -> Difference:
    """What was gained, lost and altered; figures are the same that stand in one place for one concept."""
    if isinstance(before, str) or isinstance(now, str):
        same = before == now
        told = f"{before if isinstance(before, str) else 'read'} → {now if isinstance(now, str) else 'read'}"
        return Difference([], [], [], None if same else told)
    old = {fact["id"]: fact for fact in before}
    new = {fact["id"]: fact for fact in now}
    return Difference(
        [fact for key, fact in new.items() if key not in old],
        [fact for key, fact in old.items() if key not in new],
        [(old[key], fact) for key, fact in new.items() if key in old and old[key] != fact],
    )


def show(path: Path, difference: Difference) -> None:
    print(f"{path}: gained {len(difference.gained)}, lost {len(difference.lost)}, altered {len(difference.altered)}")
    if difference.reason:
        print(f"  {difference.reason}")
    for sign, few in (("+", difference.gained[:SHOWN]), ("-", difference.lost[:SHOWN])):
        for fact in few:
            print(f"  {sign} {told(fact)}")
    for old, new in difference.altered[:SHOWN]:
        fields = [f"{name} {old.get(name)!r} → {new.get(name)!r}" for name in new if old.get(name) != new.get(name)]
        print(f"  ~ {told(new)}: {'; '.join(fields)}")


def told(fact: Fact) -> str:
    place = fact["source"]["line"] or f"p. {fact['source']['page']}"
    return f"{place}: {fact['raw']} {fact['item'] or fact['programme']} ({fact['concept']})"


if __name__ == "__main__":
    sys.exit(main())
