from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

SETTINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "ko_KR.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "tr_TR.ISO-8859-9", "PYTHONIOENCODING": "ascii"},
]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [("facts",), ("parse", "-f", "json"), ("parse", "-f", "csv"), ("parse", "--lang", "ko")],
    ids=["facts", "json", "csv", "summary"],
)
def test_same_bytes_give_the_same_output_in_every_setting(
    process: Callable[..., Ran], report: Path, other: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    usual = process(*words, report, other, env={"PYTHONHASHSEED": "42"})
    assert usual.code == 0
    assert len(usual.bytes_out) > 1000
    for setting in SETTINGS:
        ran = process(*words, report, other, env=setting, cwd=tmp_path)
        assert ran.bytes_out == usual.bytes_out


def test_name_and_place_of_a_file_change_neither_facts_nor_ids(
    process: Callable[..., Ran], report: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "9999_다른이름_2031.html"
    copy.write_bytes(report.read_bytes())
    assert process("facts", copy.name, cwd=tmp_path).bytes_out == process("facts", report).bytes_out
