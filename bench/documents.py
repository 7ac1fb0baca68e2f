"""The documents that are measured: the reports at hand beside the project, else those of the tests."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PLACES = (
    (ROOT.parent / "shared" / "seeds", "*.txt"),
    (ROOT / "tests" / "fixtures" / "reports", "*/source.txt"),
)


def all_documents() -> list[Path]:
    """The documents of all places, those beside the project first."""
    return [path for folder, pattern in _PLACES for path in sorted(folder.glob(pattern))]


def find_documents() -> list[Path]:
    """The documents of the first place that has any, in the order of their paths."""
    for folder, pattern in _PLACES:
        found = sorted(folder.glob(pattern))
        if found:
            return found
    raise SystemExit("there is no report to measure: none beside the project, none among the tests")
