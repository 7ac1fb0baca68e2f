"""`auditreport explain`: text that a journalist reads, JSON, and what is said where nothing is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reading import LOST_STAFFING


@pytest.fixture
def lost(tmp_path: Path) -> Path:
    path = tmp_path / "lost.txt"
    path.write_text(LOST_STAFFING, encoding="utf-8")
    return path


def test_the_numeral_is_marked_below_its_line(run: Run, lost: Path) -> None:
    ran = run("explain", lost, "8", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    second = ran.out.split("\n\n")[1].split("\n")
    assert second[2:4] == ["              정 원 24 6 9 5 3 1", "                       ^"]


def test_counts_and_rules_are_told_once_for_a_row(run: Run, lost: Path) -> None:
    out = run("explain", lost, "8", "--lang", "en").out
    assert out.count("Placings that keep the order of the figures: 84") == 1
    assert out.count("Each team is led by an official of grade 6급.") == 1
    assert out.count("as above, for the same row") == 5
    assert "ambiguous: 4 columns are possible" in out


def test_korean_is_spoken_on_request(run: Run, lost: Path) -> None:
    out = run("explain", lost, "8", "--lang", "ko").out
    assert "수치의 순서를 지키는 배치: 84가지" in out
    assert "팀마다 6급 팀장이 한 명 있다." in out
    assert "Placings" not in out


def test_json_holds_the_same(run: Run, lost: Path) -> None:
    found = json.loads(run("explain", lost, "8", "-f", "json").out)
    assert found["explanations"][1]["search"]["by_sums"] == 56
    assert found["explanations"][1]["fact"]["status"] == "ambiguous"


def test_a_place_without_figures_names_lines_with_figures(run: Run, lost: Path) -> None:
    ran = run("explain", lost, "1", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "no figure was read at 1; figures stand on lines 3, 8, 9, 10." in ran.err


def test_a_missing_file_is_unreadable(run: Run, tmp_path: Path) -> None:
    ran = run("explain", tmp_path / "none.txt", "1", "--lang", "en")
    assert ran.code == 3
    assert "none.txt" in ran.err


def test_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("explain", tmp_path, "1", "--lang", "en")
    assert ran.code == 2
    assert "this is a folder; name one report in it." in ran.err


def test_control_characters_of_a_report_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("Ⅱ. 추진실적\n1. 민원\n□ 추진실적\n❍ 민원 \u202e처리 : 1,522건\n", encoding="utf-8")
    out = run("explain", path, "4").out
    assert "1,522" in out
    assert "\u202e" not in out
