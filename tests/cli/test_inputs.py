from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
LETTER = "Dear reader,\n\nnothing in this letter is a report.\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (PICTURE, "this is a picture"),
        (bytes(range(256)) * 8, "no text in UTF-8, UTF-16 or CP949"),
    ],
)
def test_unreadable_file_gets_one_sentence_and_exit_code_3(
    run: Run, tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    ran = run("facts", path)
    assert (ran.code, ran.out) == (3, "")
    [line] = ran.err.splitlines()
    assert line.startswith(f"{path}: ")
    assert reason in line


def test_missing_file_is_named_with_the_next_step(run: Run, tmp_path: Path) -> None:
    ran = run("facts", tmp_path / "none.txt")
    assert ran.code == 3
    assert ran.err == f"{tmp_path / 'none.txt'}: there is no such file; check the path.\n"


def test_text_that_is_no_report_gets_one_sentence_and_exit_code_4(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    ran = run("facts", path)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == f"{path}: nothing of a work report was recognised; check that this is the right text.\n"


def test_unreadable_file_costs_itself_only(run: Run, report: Path, other: Path, tmp_path: Path) -> None:
    good = run("facts", report, other)
    ran = run("facts", report, tmp_path / "none.txt", other)
    assert (ran.code, ran.out) == (3, good.out)
    assert len(ran.err.splitlines()) == 1


def test_unreadable_outweighs_unrecognised(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert run("facts", letter, tmp_path / "none.txt").code == 3


def test_empty_standard_input_is_called_by_its_name(run: Run) -> None:
    ran = run("facts", "-")
    assert ran.code == 3
    assert ran.err.startswith("standard input: the file is empty;")


def test_folder_is_read_below_in_sorted_order_without_hidden_files(
    run: Run, report: Path, other: Path, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_bytes(report.read_bytes())
    (tmp_path / "a.md").write_bytes(other.read_bytes())
    (tmp_path / ".hidden.txt").write_bytes(report.read_bytes())
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "2.txt").write_bytes(report.read_bytes())
    ran = run("facts", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == run("facts", other, report).out


def test_files_in_a_folder_that_no_reader_knows_are_passed_over_by_name(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(report.read_bytes())
    (tmp_path / "photo.txt").write_bytes(PICTURE)
    ran = run("facts", tmp_path)
    assert (ran.code, ran.out) == (0, run("facts", report).out)
    assert ran.err == f"Passed over because no reader knows their format: {tmp_path / 'photo.txt'}.\n"


def test_picture_that_is_named_is_a_failure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(PICTURE)
    assert run("facts", path).code == 3


def test_empty_file_in_a_folder_is_a_failure(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(report.read_bytes())
    (tmp_path / "2.txt").write_bytes(b"")
    ran = run("facts", tmp_path)
    assert ran.code == 3
    assert ran.err == f"{tmp_path / '2.txt'}: the file is empty; save the report again and pass that file.\n"


@pytest.mark.parametrize("content", [None, PICTURE])
def test_folder_without_any_report_is_a_failure(run: Run, tmp_path: Path, content: bytes | None) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    if content is not None:
        (folder / "photo.png").write_bytes(content)
    ran = run("facts", folder)
    assert ran.code == 3
    first = ran.err.splitlines()[0]
    assert first == f"{folder}: there is no file in this folder that can be read; pass a folder that holds reports."


def test_name_that_is_no_utf_8_is_shown_and_read(run: Run, report: Path, tmp_path: Path) -> None:
    path = tmp_path / "\udcb0\udca1.txt"
    try:
        path.write_bytes(report.read_bytes())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    whole = json.loads(run("parse", "-f", "json", path).out)
    assert whole["documents"][0]["source"]["name"] == "\\xb0\\xa1.txt"


def test_control_characters_of_a_name_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("facts", tmp_path / "a\x1b[31m\n.txt")
    assert ran.code == 3
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "a\\x1b[31m" in ran.err


def test_report_in_cp949_says_the_same(run: Run, report: Path, tmp_path: Path) -> None:
    path = tmp_path / "cp949.txt"
    path.write_bytes(report.read_text(encoding="utf-8").encode("cp949", "replace"))
    values = [row["value"] for row in run("facts", path).rows]
    assert values == [row["value"] for row in run("facts", report).rows]
