"""Names, links and files that come and go: nothing is obeyed, nothing lost, and one file costs itself alone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

HEAD = "2024년 주요업무 보고\n강동구 감사담당관\n\n1. 일반현황\n"


def test_half_characters_of_a_file_do_not_stop_the_output(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\xff\xfe" + (HEAD + "○ 정원 22명\n").encode("utf-16-le") + b"\x00\xd8\n\x00")
    assert run("parse", "-f", "json", path).code != 5


def test_links_that_lead_in_a_circle_end(run: Run, tmp_path: Path, report: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "a.txt").write_bytes(report.read_bytes())
    ran = run("facts", tmp_path)
    assert (ran.code, ran.out) == (3, run("facts", report).out)
    assert ran.err == f"{tmp_path / 'self.txt'}: the file cannot be opened; check the path.\n"


def test_name_of_a_file_is_not_obeyed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\n::error::\x1b[2J\u202e%0A.txt"
    path.write_bytes(b"\0" * 9)
    for words in (("facts",), ("check", "-f", "github"), ("check", "-f", "junit"), ("check", "-f", "markdown")):
        ran = run(*words, path)
        assert ran.code == 3
        assert not set("\x1b\u202e") & set(ran.out + ran.err)
        assert not any(line.startswith("::error::") for line in (ran.out + ran.err).splitlines())


def test_file_that_vanishes_before_it_is_read_costs_itself(report: Path, tmp_path: Path) -> None:
    from auditreport.pipeline import Done, InTurn, Task, Unreadable, find_places, read_places

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(report.read_bytes())
    places = find_places([str(tmp_path)], bytes)
    (tmp_path / "a.txt").unlink()
    outcomes = list(read_places(places, Task(lambda document, report, facts: len(facts)), InTurn()))
    assert [type(outcome) for outcome in outcomes] == [Unreadable, Done]


def test_output_onto_a_link_to_an_input_is_refused(run: Run, report: Path, tmp_path: Path) -> None:
    source, link = tmp_path / "a.txt", tmp_path / "out.jsonl"
    source.write_bytes(report.read_bytes())
    link.symlink_to(source)
    assert run("facts", source, "-o", link).code == 2
    assert source.read_bytes() == report.read_bytes()
