from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran
from tests.environments import only

SETTINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "ko_KR.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "tr_TR.ISO-8859-9", "PYTHONIOENCODING": "ascii"},
]


COMMANDS = (["facts"], ["parse", "-f", "json"], ["parse", "-f", "csv"], ["parse", "--lang", "ko"])
# One process runs them all: its start is what takes time.
RUN_ALL = """
import json, sys
from auditreport.cli import main
commands, *paths = map(json.loads, sys.argv[1:])
for words in commands:
    assert main([*words, *paths]) == 0
    sys.stdout.flush()
"""


def outputs(folder: Path, *reports: Path, **setting: str) -> bytes:
    kept = only("PATH", "HOME", "TMPDIR", "PYTHONPATH")
    words = [json.dumps(word) for word in (COMMANDS, *map(str, reports))]
    ran = subprocess.run(
        [sys.executable, "-c", RUN_ALL, *words], env=kept | setting, cwd=folder, capture_output=True, check=True
    )
    return ran.stdout


def test_same_bytes_give_the_same_output_in_every_setting(report: Path, other: Path, tmp_path: Path) -> None:
    usual = outputs(Path.cwd(), report, other, PYTHONHASHSEED="42")
    assert len(usual) > 100_000
    for setting in SETTINGS:
        assert outputs(tmp_path, report, other, **setting) == usual


def test_name_and_place_of_a_file_change_neither_facts_nor_ids(
    process: Callable[..., Ran], report: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "9999_다른이름_2031.html"
    copy.write_bytes(report.read_bytes())
    assert process("facts", copy.name, cwd=tmp_path).bytes_out == process("facts", report).bytes_out
