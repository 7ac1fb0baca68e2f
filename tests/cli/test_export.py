from __future__ import annotations

import csv
import io
import json
import os
import re
from functools import partial
from pathlib import Path

import pytest

from auditreport.cli import exporting
from auditreport.schemas.tables import TABLES
from tests.cli.conftest import Run
from tests.pipeline import parts

ROOT = Path(__file__).resolve().parents[2]


def test_without_options_the_facts_come_out_as_csv(run: Run, report: Path) -> None:
    ran = run("export", report)
    lines = list(csv.DictReader(io.StringIO(ran.out)))
    assert (ran.code, ran.err) == (0, "")
    assert [line["id"] for line in lines] == [fact["id"] for fact in run("facts", report).rows]
    assert {line["path"] for line in lines} == {str(report)}


def test_ending_of_the_place_tells_the_form(run: Run, report: Path, tmp_path: Path) -> None:
    for name, begin in (("a.xlsx", b"PK"), ("a.db", b"SQLite format 3"), ("a.jsonl", b"{"), ("a.parquet", b"PAR1")):
        assert run("export", report, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_bytes().startswith(begin)
    assert (tmp_path / "a.metadata.json").exists()


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "datapackage"])
def test_folder_gets_all_tables_and_can_be_written_again(run: Run, report: Path, tmp_path: Path, form: str) -> None:
    for _ in range(2):
        assert run("export", report, "-f", form, "-o", tmp_path / "out").code == 0
    names = {entry.name.partition(".")[0] for entry in (tmp_path / "out").iterdir()}
    assert names - {"datapackage"} == set(TABLES)


def test_tables_can_be_chosen(run: Run, report: Path, tmp_path: Path) -> None:
    run("export", report, "--table", "reports,facts", "--table", "issues", "-o", f"{tmp_path}/out/")
    assert sorted(entry.name for entry in (tmp_path / "out").iterdir()) == ["facts.csv", "issues.csv", "reports.csv"]
    [row] = run("export", report, "--table", "reports", "-f", "jsonl").rows
    assert (row["district_code"], row["year"], row["department"]) == ("11740", 2024, "주민자치과")


def test_mark_for_excel_stands_before_every_file_of_csv(run: Run, report: Path, tmp_path: Path) -> None:
    run("export", report, "--bom", "-o", f"{tmp_path}/out/")
    assert {path.read_bytes()[:3] for path in (tmp_path / "out").iterdir()} == {b"\xef\xbb\xbf"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--table", "figures"], "figures: there is no such table; choose of reports, programmes, facts, issues,"),
        (["--table", "facts,issues"], "One file holds one table: name a folder with -o, or one --table."),
        (["-f", "xlsx"], "xlsx goes to a file or a folder: name it with -o."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, report: Path, words: list[str], sentence: str) -> None:
    ran = run("export", report, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(sentence)
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("form", ["xlsx", "sqlite", "parquet"])
def test_place_that_may_not_be_written_to_is_one_sentence(run: Run, report: Path, tmp_path: Path, form: str) -> None:
    tmp_path.chmod(0o500)
    ran = run("export", report, "-f", form, "-o", tmp_path / "out")
    tmp_path.chmod(0o700)
    assert (ran.code, ran.err) == (
        2,
        f"{tmp_path}/out: nothing can be written there (Permission denied); choose another place with -o.\n",
    )


@pytest.mark.parametrize("form", ["csv", "sqlite", "parquet"])
def test_place_in_no_folder_is_one_sentence(run: Run, report: Path, tmp_path: Path, form: str) -> None:
    place = tmp_path / "none" / "out"
    ran = run("export", report, "-f", form, "-o", place)
    sentence = f"{place}: nothing can be written there (No such file or directory); choose another place with -o.\n"
    assert (ran.code, ran.err) == (2, sentence)


def test_input_is_never_written_over(run: Run, report: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(report.read_bytes())
    ran = run("export", own, "-o", own)
    assert ran.code == 2
    assert "this is one of the inputs" in ran.err
    assert own.read_bytes() == report.read_bytes()


def test_description_of_a_database_that_somebody_wrote_is_left_alone(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "a.metadata.json").write_bytes(b"{}")
    assert run("export", report, "-o", tmp_path / "a.db").code == 0
    assert (tmp_path / "a.metadata.json").read_bytes() == b"{}"


def test_old_export_stays_where_nothing_was_read(run: Run, tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv"):
        (tmp_path / name).write_bytes(b"old")
        assert run("export", tmp_path / "none.txt", "-o", tmp_path / name).code == 3
        assert (tmp_path / name).read_bytes() == b"old"


def test_file_that_cannot_be_read_costs_itself_only(run: Run, report: Path, tmp_path: Path) -> None:
    ran = run("export", tmp_path / "none.txt", report, "-f", "jsonl", "--table", "reports")
    assert ran.code == 3
    assert [row["path"] for row in ran.rows] == [str(report)]


def test_file_that_is_there_twice_is_exported_once(run: Run, report: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(report.read_bytes())
    ran = run("export", report, again, "-f", "jsonl", "--table", "reports")
    assert [row["path"] for row in ran.rows] == [str(report)]
    assert ran.err == f"{again}: left out, it is the same file as {report}.\n"


AUDIT = sorted((ROOT / "examples" / "audit").glob("*.txt"))


def exported(run: Run, place: Path, *words: object) -> dict[Path, bytes]:
    """All files of an export of words, by their names."""
    assert run("export", *words, "-f", "parquet", "-o", place).code == 0
    return {path.relative_to(place): path.read_bytes() for path in place.rglob("*.parquet")}


def test_number_of_workers_changes_no_byte(run: Run, tmp_path: Path) -> None:
    one = exported(run, tmp_path / "one", *AUDIT, "--workers", "1")
    assert len(one) > len(TABLES)
    assert exported(run, tmp_path / "two", *AUDIT, "--workers", "2") == one


def test_cluster_changes_no_byte(run: Run, tmp_path: Path, cluster: str) -> None:
    one = exported(run, tmp_path / "one", *AUDIT)
    assert exported(run, tmp_path / "other", *AUDIT, "--scheduler", cluster) == one


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("csv", "out"),
        ("jsonl", "out"),
        ("parquet", "out"),
        ("datapackage", "out"),
        ("sqlite", "a.db"),
        ("xlsx", "a.xlsx"),
    ],
)
def test_worker_of_a_cluster_that_is_killed_changes_no_byte(
    run: Run, form: str, name: str, tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(folder: str, *words: str) -> dict[str, bytes]:
        place = tmp_path / folder / name
        place.parent.mkdir()
        assert run("export", *AUDIT, "-f", form, "-o", place, *words).code == 0
        return {
            str(path.relative_to(place.parent)): path.read_bytes() for path in place.parent.rglob("*") if path.is_file()
        }

    here = written("here", "--workers", "1")
    dying = partial(parts.once_killing_its_worker, exporting.tables_part, AUDIT[len(AUDIT) // 2].name, tmp_path)
    monkeypatch.setattr(exporting, "tables_part", dying)
    assert written("there", "--scheduler", cluster) == here
    assert (tmp_path / "killed").exists()


def test_store_in_the_place_of_its_files_changes_no_byte(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    store = tmp_path / "reports.duckdb"
    assert run("ingest", *AUDIT, "--store", store).code == 0
    assert exported(run, tmp_path / "stored", store) == exported(run, tmp_path / "read", *AUDIT)


def test_store_is_never_written_over(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    store = tmp_path / "reports.db"
    run("ingest", AUDIT[0], "--store", store)
    before = store.read_bytes()
    ran = run("export", store, "-o", store)
    assert (ran.code, store.read_bytes()) == (2, before)
    assert "this is one of the inputs" in ran.err


def test_sentences_are_there_in_korean(run: Run, report: Path) -> None:
    ran = run("--lang", "ko", "export", report, "-f", "sqlite")
    assert "-o" in ran.err
    assert ran.err != run("export", report, "-f", "sqlite").err


def test_lists_in_json_lines_are_lists(run: Run, report: Path) -> None:
    rows = run("export", report, "-f", "jsonl", "--table", "equations").rows
    assert all(isinstance(row["lines"], list) for row in rows)
    assert json.dumps(rows[0]["lines"]) != "[]"


def shown() -> list[str]:
    """The commands of the manual's page that write files."""
    page = (ROOT / "docs" / "exporting.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_commands_of_the_manual_write_what_they_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for command in shown():
        name, *words = command.replace("examples/audit/*.txt", "examples/audit/nowon_2018.txt").split()
        ran = run(*words)
        assert (name, ran.code, ran.err) == ("auditreport", 0, ""), command
        assert Path(words[words.index("-o") + 1]).exists()
