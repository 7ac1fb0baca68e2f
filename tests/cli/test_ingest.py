"""`auditreport ingest`, and commands that take a store in the place of files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from auditreport.cli import ingesting
from auditreport.pipeline import cluster as asking
from auditreport.pipeline.ingest import Event
from tests.cli.conftest import FIXTURES, Run
from tests.pipeline import parts
from tests.store.filling import LONG_AGO, ask, content, fill, write_report, write_reports


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "reports.duckdb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "in", 3)


def test_ingest_says_what_it_did_and_prints_nothing(run: Run, store: Path, folder: Path) -> None:
    ran = run("ingest", folder, "--store", store)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == ("Read: 3 new, 0 changed, 0 again; unchanged 0, renamed 0, removed 0, unreadable 0.\n")
    assert "unchanged 3" in run("ingest", folder, "--store", store).err


def test_ingest_speaks_korean(run: Run, store: Path, folder: Path) -> None:
    assert "새 파일 3개" in run("ingest", folder, "--store", store, "--lang", "ko").err


def test_store_inside_of_its_folder_is_no_report(run: Run, folder: Path) -> None:
    for _ in range(2):
        ran = run("ingest", folder, "--store", folder / "reports.duckdb")
        assert (ran.code, "assed over" in ran.err) == (0, False)


def test_number_of_workers_does_not_show_in_the_store(run: Run, tmp_path: Path, folder: Path) -> None:
    write_reports(folder, 30)
    for workers in (1, 2):
        assert run("ingest", folder, "--store", tmp_path / f"{workers}.duckdb", "--workers", workers).code == 0
    assert content(tmp_path / "1.duckdb") == content(tmp_path / "2.duckdb")


def test_worker_of_a_cluster_that_is_killed_does_not_show_in_the_store(
    run: Run, tmp_path: Path, folder: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("ingest", folder, "--store", tmp_path / "here.duckdb").code == 0
    dying = partial(parts.once_killing_its_worker, ingesting.store_part, "001.txt", tmp_path)
    monkeypatch.setattr(ingesting, "store_part", dying)
    assert run("ingest", folder, "--store", tmp_path / "there.duckdb", "--scheduler", cluster).code == 0
    assert (tmp_path / "killed").exists()
    assert content(tmp_path / "there.duckdb") == content(tmp_path / "here.duckdb")


def test_scheduler_that_options_refuse_leaves_no_store(run: Run, store: Path, folder: Path) -> None:
    ran = run("ingest", folder, "--store", store, "--scheduler", "tcp://127.0.0.1:9", "--workers", "2")
    assert (ran.code, store.exists()) == (2, False)


def test_scheduler_that_does_not_answer_leaves_no_run(
    run: Run, store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    monkeypatch.setattr(asking, "_ANSWER", 0.1)
    assert run("ingest", folder, "--store", store, "--scheduler", "tcp://127.0.0.1:9").code == 2
    assert ask(store, "SELECT count(*) FROM runs") == [(0,)]


def test_dry_run_lists_and_leaves_no_store(run: Run, store: Path, folder: Path) -> None:
    ran = run("ingest", folder, "--store", store, "--dry-run")
    assert ran.out == "".join(f"new\t{folder}/00{number}.txt\n" for number in range(3))
    assert not store.exists()


def test_dry_run_changes_nothing(run: Run, store: Path, folder: Path) -> None:
    run("ingest", folder, "--store", store)
    before = store.read_bytes()
    write_report(folder / "001.txt", 44, when=LONG_AGO + 9)
    (folder / "002.txt").unlink()
    ran = run("ingest", folder, "--store", store, "--dry-run")
    assert ran.out == f"changed\t{folder}/001.txt\nremoved\t{folder}/002.txt\n"
    assert store.read_bytes() == before


def test_renamed_and_removed_files_are_told(run: Run, store: Path, folder: Path) -> None:
    run("ingest", folder, "--store", store)
    (folder / "000.txt").rename(folder / "first.txt")
    (folder / "002.txt").unlink()
    ran = run("ingest", folder, "--store", store, "--prune")
    assert f"{folder}/first.txt: this was {folder}/000.txt." in ran.err
    assert "renamed 1, removed 1" in ran.err
    assert "Reports of 1 removed files were taken out." in ran.err


def test_unreadable_file_is_exit_code_3_also_when_it_is_known(run: Run, store: Path, folder: Path) -> None:
    bad = folder / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    os.utime(bad, (LONG_AGO, LONG_AGO))
    ran = run("ingest", folder, "--store", store)
    assert (ran.code, "the PDF is damaged" in ran.err) == (3, True)
    again = run("ingest", folder, "--store", store)
    assert again.code == 3
    assert f"Known to be unreadable, and not tried again: {bad}" in again.err


def test_diff_shows_what_another_version_reads_otherwise(
    run: Run, store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.store.test_ingest import altered

    fill(store, folder, part=altered, tool="0")
    ran = run("ingest", folder, "--store", store, "--diff", "--dry-run")
    lines = ran.out.splitlines()
    assert lines[:3] == [f"again\t{folder}/00{number}.txt" for number in range(3)]
    assert lines[3] == f"{folder}/000.txt"
    assert lines[4].startswith("  + line ")
    assert lines[5].startswith("  ~ line ")
    assert "value: 7 → " in lines[5]
    assert "3 gained, 0 lost, 3 altered" in ran.err
    ran = run("ingest", folder, "--store", store, "--diff")
    assert ran.out.splitlines() == lines[3:]
    assert run("ingest", folder, "--store", store, "--diff").out == ""


@pytest.mark.parametrize("words", [["--since", "yesterday"], ["-"]])
def test_what_cannot_be_asked_is_exit_code_2(run: Run, store: Path, folder: Path, words: list[str]) -> None:
    assert run("ingest", folder, *words, "--store", store).code == 2
    assert not store.exists()


def test_since_leaves_out_what_is_older(run: Run, store: Path, folder: Path) -> None:
    write_report(folder / "001.txt", 1, when=LONG_AGO + 10 * 86_400)
    assert "Read: 1 new" in run("ingest", folder, "--store", store, "--since", "2023-11-20").err


def test_file_that_is_no_store_is_one_sentence(run: Run, store: Path, folder: Path) -> None:
    store.write_text("my notes")
    for words in (("ingest", folder), ("sql", "SELECT 1")):
        ran = run(*words, "--store", store)
        assert (ran.code, ran.err) == (2, f"{store}: this is no store; name another file with --store.\n")
    assert store.read_text() == "my notes"


def test_store_is_a_file_on_this_machine(run: Run, folder: Path) -> None:
    ran = run("ingest", folder, "--store", "s3://bucket/reports.duckdb")
    assert (ran.code, ran.err) == (
        2,
        "s3://bucket/reports.duckdb: a store is a file on this machine; name a file for the store.\n",
    )


def test_store_among_what_is_to_be_read_is_refused_unless_it_is_the_one_written_to(
    run: Run, store: Path, folder: Path, tmp_path: Path
) -> None:
    assert run("ingest", folder, "--store", store).code == 0
    ran = run("ingest", store, "--store", tmp_path / "other.duckdb")
    assert (ran.code, ran.err.splitlines()[0]) == (
        3,
        f"{store}: this is a store, which only some commands read; pass the reports themselves.",
    )
    assert run("ingest", folder, store, "--store", store).code == 0


def test_interrupted_ingest_says_what_stays(
    run: Run, store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*words: object) -> Iterator[Event]:
        yield Event("a.txt", "unchanged")
        raise KeyboardInterrupt

    monkeypatch.setattr(ingesting, "ingest", interrupted)
    ran = run("ingest", folder, "--store", store)
    assert (ran.code, ran.err) == (
        130,
        "Interrupted: what was written stays in the store, and the same command goes on from there.\n",
    )


# -- in the place of files ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for source in sorted(FIXTURES.glob("[1-3]*/source.txt")):
        shutil.copy2(source, folder / f"{source.parent.name}.txt")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    return folder


@pytest.fixture(scope="module")
def kept(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("kept") / "reports.duckdb"
    fill(store, reports)
    return store


@pytest.mark.parametrize(
    "words",
    [
        ["facts"],
        ["check", "-f", "json"],
        ["check", "-f", "json", "--equations"],
        ["compare", "-f", "json"],
        ["export", "--table", "facts"],
    ],
    ids=" ".join,
)
def test_store_gives_what_its_files_give(run: Run, reports: Path, kept: Path, words: list[str]) -> None:
    of_files, of_store = run(*words, reports), run(*words, kept)
    assert of_store.bytes_out == of_files.bytes_out
    assert (of_store.code, of_store.err) == (of_files.code, of_files.err)
    assert len(of_files.bytes_out) > 1000


def test_chosen_rules_of_a_stored_check(run: Run, kept: Path) -> None:
    found = json.loads(run("check", "-f", "json", "--equations", "--select", "AR2", kept).out)
    assert {equation["rule"][:3] for equation in found["equations"]} == {"AR2"}


def test_command_that_needs_the_files_says_so(run: Run, kept: Path) -> None:
    ran = run("parse", kept)
    assert ran.err == f"{kept}: this is a store, which only some commands read; pass the reports themselves.\n"
    assert ran.code == 3


def test_store_is_not_overwritten_by_what_is_read_from_it(run: Run, kept: Path) -> None:
    before = kept.read_bytes()
    assert run("facts", kept, "-o", kept).code == 2
    assert kept.read_bytes() == before


# -- in SQL ---------------------------------------------------------------------------------------------------------

HOSTILE = "SELECT '\x1b[31mred' || chr(155) || '=1+1' AS a, 1.50::DECIMAL(9, 2) AS b, NULL AS c, ['x'] AS d"


def test_answer_is_a_table_that_no_report_can_command(run: Run, kept: Path) -> None:
    assert run("sql", HOSTILE, "--store", kept).out == (
        'a                      b  c  d\n───────────────────  ───  ─  ─────\n\\x1b[31mred\\x9b=1+1  1.5     ["x"]\n'
    )


def test_answer_as_csv_holds_no_formula(run: Run, kept: Path) -> None:
    assert (
        run("sql", "-f", "csv", "SELECT '=1+1' AS a, -2 AS b, NULL AS c", "--store", kept).out == "a,b,c\n'=1+1,-2,\n"
    )


def test_answer_as_json_keeps_numbers_and_nulls(run: Run, kept: Path) -> None:
    ran = run(
        "sql",
        "-f",
        "json",
        "SELECT 'ㄱ' AS a, 2 AS b, NULL AS c UNION ALL SELECT 'b', 3, 'x' ORDER BY 2",
        "--store",
        kept,
    )
    assert ran.out == '[{"a": "ㄱ", "b": 2, "c": null},\n{"a": "b", "b": 3, "c": "x"}]\n'
    assert run("sql", "-f", "json", "SELECT 1 WHERE false", "--store", kept).out == "[]\n"


def test_wrong_query_is_one_sentence(run: Run, kept: Path) -> None:
    ran = run("sql", "SELECT * FROM fact", "--store", kept)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "Table with name fact does not exist" in ran.err


# -- at once --------------------------------------------------------------------------------------------------------


def test_two_ingests_at_once_take_turns(store: Path, tmp_path: Path) -> None:
    folders = [write_reports(tmp_path / name, count) for name, count in (("a", 25), ("b", 40))]
    command = [sys.executable, "-m", "auditreport", "ingest", "--store", str(store), "--wait", "500", "--workers", "1"]
    running = [
        subprocess.Popen([*command, str(folder)], stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C"})
        for folder in folders
    ]
    said = [process.communicate(timeout=500)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    other = tmp_path / "other.duckdb"
    fill(other, *folders)
    assert ask(store, "SELECT count(*), count(DISTINCT sha256) FROM reports") == [(40, 40)]
    assert ask(store, "SELECT sha256 FROM facts ORDER BY ALL") == ask(other, "SELECT sha256 FROM facts ORDER BY ALL")


def test_ingest_that_may_not_wait_says_who_is_there(run: Run, store: Path, folder: Path) -> None:
    from auditreport.store.lock import held

    with held(store, 0.0):
        ran = run("ingest", folder, "--store", store, "--wait", "0")
    assert ran.code == 2
    assert ran.err.splitlines()[-1] == (
        f"{store}: another ingest is writing to the store; wait for it to end, or wait longer with --wait."
    )


# What starts slowly, and what only commands for stores, tables and clusters need.
HEAVY = ("duckdb", "pyarrow", "pandas", "xlsxwriter", "dask", "distributed", "fsspec", "auditreport.store.writing")


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["ingest", "--help"],
        ["facts", "in"],
        ["check", "in"],
        ["parse", "in/000.txt"],
        ["rules", "list"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_command_without_store_loads_nothing_of_what_stores_need(folder: Path, words: list[str]) -> None:
    script = (
        "import sys; from auditreport.cli import main; main(sys.argv[2:]);"
        "print([name for name in sys.argv[1].split() if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, " ".join(HEAVY), *words]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
