"""Damaged, locked and odd files: a result or one sentence for each, within time and memory, and nothing else harmed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.limits import DEFAULT
from auditreport.pipeline import Done, Executor, InTurn, Read, SideBySide, Task, Unreadable, find_places, read_places

LARGEST = 1_536
# One process reads all of them: what became of each file as a line of JSON, then the most memory, in MiB.
READ_ALL = """
import json, resource, sys
from pathlib import Path
from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.contained import close
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        document = read_document(path.read_bytes(), path.name)
    except UnreadableInput as error:
        print(json.dumps([path.name, str(error)]))
    else:
        print(json.dumps([path.name, len(document.blocks) + len(document.issues)]))
close()
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(peak // (1024 if sys.platform != "darwin" else 1 << 20))
"""


@pytest.fixture(scope="module")
def robust(shared: Path) -> Path:
    return shared / "corpus/robust"


def test_every_file_gives_blocks_or_one_sentence_within_the_limit_of_memory(robust: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", READ_ALL, robust], capture_output=True, text=True, check=True)
    *files, peak = map(json.loads, ran.stdout.splitlines())
    assert [name for name, _ in files] == [path.name for path in sorted(robust.iterdir())]
    for name, found in files:
        if isinstance(found, str):
            assert found.startswith(f"{name}: ")
            assert "; " in found
            assert "\n" not in found
        else:
            assert found > 0, name
    assert peak < LARGEST


def test_limit_of_time_is_below_twenty_seconds_for_all_of_them(robust: Path) -> None:
    assert all(DEFAULT.time_for(path.stat().st_size) < 20 for path in robust.iterdir())


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty_0byte.pdf", "the file is empty"),
        ("HWP3-password-123456.hwp", "this is an HWP 3 file, which is not read"),
        ("hwp3-sample.hwp", "this is an HWP 3 file, which is not read"),
        ("HWP5-password-123456.hwpx", "this HWPX file is locked with a password"),
        ("pyhwp_password-12345.hwp", "this HWP file is locked with a password"),
    ],
)
def test_cause_is_named(robust: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read_document((robust / name).read_bytes(), name)


@pytest.mark.parametrize(
    "name",
    [
        "hwpml_aligns.hml",
        "marine_notice_backslash-zip.hwpx",
        "two_sections.hwpx",
        "hwplib_표_no-summary.hwp",
        "hwpers_complex_table_missing-streams.hwp",
        "hwp_table_test_saved_badcolumns.hwp",
        "pyhwp_viewtext_배포용.hwp",
        "hwpjs_distribution_배포용.hwp",
    ],
)
def test_odd_files_are_read_all_the_same(robust: Path, name: str) -> None:
    assert read_document((robust / name).read_bytes(), name).blocks


@pytest.mark.parametrize("executor", [InTurn(), SideBySide(2)])
def test_good_file_among_bad_ones_comes_out(executor: Executor, robust: Path, tmp_path: Path) -> None:
    for name in ("pyhwp_password-12345.hwp", "hwp3-sample.hwp", "hwpforge_table_20_ministry_stress.hwpx"):
        (tmp_path / name).write_bytes((robust / name).read_bytes())
    good = tmp_path / "report.txt"
    good.write_text("Ⅰ. 일반현황\n1. 인 력\n(단위 : 명)\n구분\t계\t5급\n정원\t22\t2\n", encoding="utf-8")
    names = sorted(str(path) for path in tmp_path.iterdir())
    outcomes = list(read_places(find_places(names, bytes), Task(Read), executor))
    assert sum(isinstance(outcome, Done) for outcome in outcomes) == 2
    assert sum(isinstance(outcome, Unreadable) for outcome in outcomes) == 2
