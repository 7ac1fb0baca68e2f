"""A store: what goes in comes out, and whatever is wrong with one is said in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditreport.errors import StoreError
from auditreport.pipeline import read_path
from auditreport.pipeline.check import check_part
from auditreport.pipeline.material import material_part
from auditreport.store.files import connect, is_store
from auditreport.store.lock import held
from auditreport.store.reading import reading
from auditreport.store.schema import VERSION, migrate, version_of
from auditreport.store.writing import writing
from tests.cli.conftest import FIXTURES
from tests.environments import cramped
from tests.store.filling import ask, content, fill, write_report, write_reports

SOURCES = sorted(FIXTURES.glob("[1-3]*/source.txt"))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "reports.duckdb"


def test_reports_come_out_as_they_were_read(store: Path) -> None:
    fill(store, *SOURCES)
    with reading(store) as opened:
        found = {stored.source.path: stored for stored in opened.stored() if stored.has_report}
        assert sorted(found) == list(map(str, SOURCES))
        for path, stored in found.items():
            read = read_path(Path(path))
            material = material_part(read.document, read.report, read.facts)
            assert stored.material == material.model_copy(update={"path": path})
            assert stored.checked == check_part(read.document, read.report, read.facts)


def test_flat_rows_say_what_the_facts_say(store: Path, tmp_path: Path) -> None:
    fill(store, FIXTURES / "11740_gangdong_2024_autonomy" / "source.txt")
    [row] = ask(
        store,
        "SELECT item, value, number, unit, decimals, raw, line, confirmed, concept FROM facts WHERE raw = '547,360'"
        " AND line = 44",
    )
    assert row[:2] == ("주민자치 활성화", "547360000")
    assert (int(row[2]), *row[3:]) == (547360000, "KRW", -3, "547,360", 44, True, "budget.executed")


def test_text_keeps_characters_that_end_strings_elsewhere(store: Path, tmp_path: Path) -> None:
    report = write_report(tmp_path / 'it\'s a "report" 보고.txt')
    report.write_text(report.read_text("utf-8") + "○ 'quoted' \\ \"double\" \u2028 심사 5건\n", "utf-8")
    fill(store, report)
    [(path, text)] = ask(store, "SELECT path, text FROM reports JOIN report_files USING (sha256)")
    assert (path, text) == (str(report), report.read_text("utf-8"))


def test_views_answer(store: Path) -> None:
    fill(store, *SOURCES)
    for view in ("facts_wide", "latest_report", "indicators", "report_files"):
        assert ask(store, f"SELECT count(*) > 0 FROM {view}") == [(True,)], view
    assert ask(store, "SELECT count(*) FROM entities WHERE ko = '강동구'") == [(1,)]


def test_latest_report_of_a_department_and_year_is_one(store: Path, tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 9)
    fill(store, tmp_path / "in")
    assert ask(store, "SELECT count(*) FROM latest_report") == [(4,)]


# -- what is no store, or none that can be used ---------------------------------------------------------------------


def refusal(path: Path, opened: Callable[..., object]) -> str:
    with pytest.raises(StoreError) as caught, opened(path, 0.0):  # type: ignore[attr-defined]
        pass
    return str(caught.value).removeprefix(f"{path}: ")


def test_store_that_is_not_there_is_said_to_be_missing(store: Path) -> None:
    assert refusal(store, reading) == "there is no such store; make one with auditreport ingest"
    assert not store.exists()


@pytest.mark.parametrize("data", [b"", b"2024 report", b"\0" * 100])
def test_file_that_is_no_store_is_left_alone(store: Path, data: bytes) -> None:
    store.write_bytes(data)
    assert not is_store(store)
    for opened in (reading, writing):
        assert refusal(store, opened) == "this is no store; name another file with --store"
    assert store.read_bytes() == data


def test_database_of_others_is_left_alone(store: Path) -> None:
    with connect(store, to_write=True) as connection:
        connection.execute("CREATE TABLE store (name VARCHAR)")
    expected = "this database is no store of auditreport; name another file with --store"
    assert refusal(store, reading) == expected
    with pytest.raises(StoreError, match="no store of auditreport"), writing(store, 0.0) as writer:
        writer.begin_run("2026-01-01", "1", "{}", [])
    with connect(store, to_write=False) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("store",)]


def test_damaged_store_is_named(store: Path, tmp_path: Path) -> None:
    fill(store, write_reports(tmp_path / "in", 2))
    data = bytearray(store.read_bytes())
    data[4096:12288] = b"\0" * 8192
    store.write_bytes(data)
    assert refusal(store, reading) == "the store is damaged; put it aside and run auditreport ingest again"


def test_folder_is_no_store(tmp_path: Path) -> None:
    assert refusal(tmp_path, writing) == "this is a folder; name a file for the store"


def test_folder_of_the_store_has_to_be_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none" / "x.duckdb", writing) == "there is no such folder; make it first"


def test_store_of_a_newer_version_is_refused_and_left_alone(store: Path, tmp_path: Path) -> None:
    fill(store, write_reports(tmp_path / "in", 1))
    with connect(store, to_write=True) as connection:
        connection.execute("UPDATE store SET version = ?", [VERSION + 1])
    assert refusal(store, reading) == "the store is of a newer version; update auditreport"
    with pytest.raises(StoreError, match="newer version"):
        fill(store, tmp_path / "in")


def test_store_of_an_older_version_is_brought_up_to_date_by_the_next_ingest(store: Path, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "in", 3)
    fill(tmp_path / "new.duckdb", folder)
    with connect(store, to_write=True) as connection:
        migrate(connection, 0, until=1)
        assert version_of(connection, store) == 1
    assert refusal(store, reading) == "the store is of an older version; run auditreport ingest on it first"
    fill(store, folder)
    assert content(store) == content(tmp_path / "new.duckdb")


def test_migration_that_fails_leaves_the_store_as_it_was(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from auditreport.store import schema

    with connect(store, to_write=True) as connection:
        migrate(connection, 0, until=1)
    monkeypatch.setattr(schema, "_script", lambda name: "CREATE TABLE more (x INTEGER); SELECT error('no')")
    with pytest.raises(StoreError), writing(store, 0.0) as writer:
        writer.begin_run("2026-01-01", "1", "{}", [])
    with connect(store, to_write=False) as connection:
        assert version_of(connection, store) == 1
        assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'more'").fetchall() == [(0,)]


# -- others who use it ----------------------------------------------------------------------------------------------


def test_second_writer_is_told_and_waits(store: Path) -> None:
    waited: list[int] = []
    refused = pytest.raises(StoreError, match="another ingest is writing")
    with held(store, 0.0), refused, held(store, 0.2, lambda: waited.append(1)):
        pass
    assert waited == [1]
    with held(store, 0.0):
        assert store.with_name("reports.duckdb.lock").exists()
    assert not store.with_name("reports.duckdb.lock").exists()


def test_readers_come_in_between_batches(store: Path, tmp_path: Path) -> None:
    fill(store, write_reports(tmp_path / "in", 1))
    script = (
        "from pathlib import Path; from auditreport.store.reading import reading\n"
        f"with reading(Path({str(store)!r}), 0.0) as store: print(len(store.sources()))"
    )
    with writing(store, 0.0) as writer:
        run = writer.begin_run("2026-01-01 00:00:00", "1", "{}", [])
        busy = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert "another process is using the store" in busy.stderr
        writer.release()
        free = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert free.stdout == "1\n"
        writer.end_run(run, "2026-01-01 00:00:01", {})


@pytest.mark.parametrize("room", [0, 1_000_000], ids=["of the log", "of the store"])
def test_full_disk_is_said_and_costs_nothing_that_was_written(store: Path, tmp_path: Path, room: int) -> None:
    folder = write_reports(tmp_path / "in", 3)
    fill(store, folder)
    more = write_reports(tmp_path / "more", 60)
    room += 20_000
    with cramped(min(store.stat().st_size, room)), pytest.raises(StoreError, match="the disk is full; make room"):
        fill(store, more)
    assert ask(store, "SELECT count(*) FROM reports WHERE sha256 IN (SELECT sha256 FROM sources)")[0][0] in (3, 60)
    assert ask(store, "SELECT count(*) FROM sources WHERE path LIKE '%/in/%'") == [(3,)]
    fill(store, more)
    fill(other := tmp_path / "other.duckdb", folder, more)
    assert content(store) == content(other)


def test_full_disk_leaves_no_half_store(store: Path, tmp_path: Path) -> None:
    with cramped(20_000), pytest.raises(StoreError, match="the disk is full"):
        fill(store, write_reports(tmp_path / "in", 1))
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_store_that_may_not_be_written_is_said(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert (
        refusal(store, writing)
        == "the store may not be written; check its permissions, or name another one with --store"
    )


def test_report_too_large_for_little_memory_is_written_with_more(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditreport.store import writing as module

    folder = write_reports(tmp_path / "in", 3)
    fill(tmp_path / "other.duckdb", folder)
    monkeypatch.setattr(module, "_LITTLE", "1MB")
    fill(store, folder)
    assert content(store) == content(tmp_path / "other.duckdb")
