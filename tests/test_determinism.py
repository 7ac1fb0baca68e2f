"""Same bytes in, same facts out: whatever the hash seed, time zone, locale or working directory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent / "fixtures" / "reports"
REPORTS = sorted(FOLDER.glob("*/source.txt"))
PRINT = """
import sys
from pathlib import Path
from auditreport.pipeline import read_path
for name in sys.argv[1:]:
    found = read_path(Path(name))
    for row in (found.report, *found.document.blocks, *found.facts):
        sys.stdout.buffer.write(row.model_dump_json().encode() + b"\\n")
"""


def printed(cwd: Path, **environment: str) -> bytes:
    """What a process of its own reads of all reports."""
    found = subprocess.run(
        [sys.executable, "-c", PRINT, *map(str, REPORTS)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return found.stdout


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return printed(tmp_path_factory.mktemp("usual"), PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "12345", "TZ": "Asia/Seoul"},
        {"PYTHONHASHSEED": "0", "TZ": "America/Los_Angeles", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_hash_seed_time_zone_locale_and_folder_change_nothing(
    environment: dict[str, str], usual: bytes, tmp_path: Path
) -> None:
    assert usual
    assert printed(tmp_path, **environment) == usual


def test_reading_one_report_after_another_changes_nothing() -> None:
    from auditreport.pipeline import read_path

    first = [read_path(path) for path in REPORTS]
    again = [read_path(path) for path in reversed(REPORTS)][::-1]
    assert [found.facts for found in first] == [found.facts for found in again]
    assert [found.report for found in first] == [found.report for found in again]


def test_the_name_of_a_file_changes_neither_facts_nor_ids() -> None:
    from auditreport.pipeline import read_bytes

    data = REPORTS[0].read_bytes()
    assert read_bytes(data, "a.txt").facts == read_bytes(data, "folder/b.pdf").facts
