from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from auditreport.cli import targets
from auditreport.pipeline import task
from tests.cli.conftest import Run


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_file_that_exists_is_replaced_whole_and_keeps_its_permissions(run: Run, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    assert run("facts", report, "-o", target).code == 0
    assert target.read_bytes() == run("facts", report).bytes_out
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert leftovers(tmp_path) == ["facts.jsonl"]


def test_new_file_has_the_permissions_that_the_user_wants(run: Run, report: Path, tmp_path: Path) -> None:
    usual = os.umask(0o027)
    try:
        run("facts", report, "-o", tmp_path / "facts.jsonl")
    finally:
        os.umask(usual)
    assert stat.S_IMODE((tmp_path / "facts.jsonl").stat().st_mode) == 0o640


def test_link_stays_a_link(run: Run, report: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    run("facts", report, "-o", link)
    assert link.is_symlink()
    assert real.read_bytes() == run("facts", report).bytes_out


def test_device_is_written_to_and_not_replaced(run: Run, report: Path) -> None:
    assert run("facts", report, "-o", os.devnull).code == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_file_stays_as_it_was_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    target.write_text("old", encoding="utf-8")
    assert run("facts", tmp_path / "none.txt", "-o", target).code == 3
    assert target.read_text(encoding="utf-8") == "old"
    assert leftovers(tmp_path) == ["facts.jsonl"]


def test_file_stays_as_it_was_when_the_program_stops_midway(
    run: Run, report: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "facts.jsonl"
    target.write_text("old", encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(task, "read_bytes", interrupted)
    assert run("facts", report, other, "-o", target).code == 130
    assert target.read_text(encoding="utf-8") == "old"
    assert leftovers(tmp_path) == ["facts.jsonl"]


def test_input_is_never_overwritten(run: Run, report: Path, tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_bytes(report.read_bytes())
    ran = run("facts", source, "-o", source)
    assert ran.code == 2
    assert "this is one of the inputs and would be lost" in ran.err
    assert source.read_bytes() == report.read_bytes()


def test_input_is_never_overwritten_by_a_file_of_its_name_in_the_folder(run: Run, report: Path, tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_bytes(report.read_bytes())
    assert run("parse", source, "-o", tmp_path).code == 2
    assert source.read_bytes() == report.read_bytes()
    assert leftovers(tmp_path) == ["report.txt"]


@pytest.mark.parametrize("place", ["none/facts.jsonl", "file/facts.jsonl"])
def test_place_that_cannot_be_written_to_is_a_mistake_of_usage(
    run: Run, report: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = run("facts", report, "-o", tmp_path / place)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith(f"{tmp_path / place}: nothing can be written there (")


def test_full_disk_is_told_in_one_sentence(run: Run, report: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full here")
    ran = run("facts", report, "-o", "/dev/full")
    assert ran.code == 2
    assert ran.err == (
        "/dev/full: nothing can be written there (No space left on device); choose another place with -o.\n"
    )


def test_files_of_one_name_are_numbered_whatever_their_case(run: Run, report: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "A.md", "b.txt"):
        (tmp_path / name).write_bytes(report.read_bytes())
    out = tmp_path / "out"
    out.mkdir()
    run("facts", tmp_path / "a.txt", tmp_path / "A.md", tmp_path / "b.txt", "-", "-o", out, stdin=report.read_bytes())
    assert leftovers(out) == ["A-2.jsonl", "a.jsonl", "b.jsonl", "stdin.jsonl"]


def test_each_file_of_a_folder_is_whole_or_absent(
    run: Run, report: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(targets.FileOutput):
        def write(self, text: str) -> None:
            super().write(text[:10])
            raise KeyboardInterrupt

    monkeypatch.setattr(targets, "FileOutput", Failing)
    assert run("facts", report, "-o", tmp_path).code == 130
    assert leftovers(tmp_path) == []
