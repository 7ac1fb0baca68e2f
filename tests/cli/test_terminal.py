from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Run, on_terminal

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def widths(text: str) -> list[int]:
    lines = COLOUR.sub("", text).split("\n")
    return [sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) for line in lines]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_summary_fits_the_terminal(report: Path, columns: int, lang: str) -> None:
    code, shown, _ = on_terminal(["parse", "--all", "--lang", lang, str(report)], columns, {})
    assert code == 0
    assert max(widths(shown)) <= columns
    assert COLOUR.search(shown)


def test_no_color_is_honoured(report: Path) -> None:
    _, shown, _ = on_terminal(["parse", str(report)], 80, {"NO_COLOR": "1"})
    codes = {code for match in COLOUR.finditer(shown) for code in match[0][2:-1].split(";")}
    # Bold, dim and italic are no colours.
    assert codes <= {"", "0", "1", "2", "3"}


def test_progress_bar_stands_on_standard_error_for_several_files_only(report: Path, other: Path) -> None:
    _, shown, piped = on_terminal(["facts", str(report), str(other)], 80, {}, stdout=False)
    assert "Reading" in shown
    assert "2/2" in shown
    assert piped.startswith('{"id":')
    assert "\x1b" not in piped
    _, shown, _ = on_terminal(["facts", str(report)], 80, {}, stdout=False)
    assert shown == ""


def test_sentences_come_through_beside_the_progress_bar(report: Path, tmp_path: Path) -> None:
    _, shown, _ = on_terminal(["facts", str(report), str(tmp_path / "none.txt")], 80, {}, stdout=False)
    assert f"{tmp_path / 'none.txt'}: there is no such file; check the path.\n" in shown


def test_progress_bar_tells_pace_and_failures(report: Path, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(b"" if number == 1 else report.read_bytes())
    _, shown, _ = on_terminal(["facts", "--workers", "1", str(tmp_path)], 80, {}, stdout=False)
    last = COLOUR.sub("", shown).rpartition("4/4")[2]
    assert re.match(r" \d+\.\d a second, 1 failed\s", last)
    _, shown, _ = on_terminal(["facts", "--lang", "ko", "--workers", "1", str(tmp_path)], 80, {}, stdout=False)
    assert "1건 실패" in shown


def test_data_on_the_same_terminal_is_not_torn_by_the_progress_bar(run: Run, report: Path, other: Path) -> None:
    _, shown, _ = on_terminal(["facts", str(report), str(other)], 80, {})
    assert run("facts", report, other).out in shown


def test_no_progress_bar_goes_into_a_pipe(run: Run, report: Path, other: Path) -> None:
    assert run("facts", report, other).err == ""
