"""What an ingest reads, what it leaves alone, and what it notices."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from auditreport.pipeline import SideBySide
from auditreport.pipeline.storing import store_part
from tests.store.filling import LONG_AGO, NOW, ask, content, dies_over_one, fill, kinds, write_report, write_reports


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "reports.duckdb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "in", 4)


def counts(store: Path) -> dict[str, int]:
    tables = ("sources", "reports", "kept", "facts")
    return {table: ask(store, f"SELECT count(*) FROM {table}")[0][0] for table in tables}


def test_every_report_is_read_once_and_kept(store: Path, folder: Path) -> None:
    events, read = fill(store, folder)
    assert set(kinds(events).values()) == {"new"}
    assert read == ["000.txt", "001.txt", "002.txt", "003.txt"]
    assert counts(store) == {
        "sources": 4,
        "reports": 4,
        "kept": 4,
        "facts": ask(store, "SELECT sum(facts) FROM reports")[0][0],
    }


def test_second_run_reads_nothing_and_loads_nothing(store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, folder)

    def refuse(self: Path) -> bytes:
        raise AssertionError(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    events, read = fill(store, folder)
    assert read == []
    assert set(kinds(events).values()) == {"unchanged"}


def test_file_so_young_that_a_change_need_not_show_is_hashed_and_not_read(store: Path, folder: Path) -> None:
    write_report(folder / "000.txt", 0, when=NOW - 1)
    fill(store, folder)
    assert ask(store, "SELECT count(*) FROM sources WHERE mtime_ns IS NULL") == [(1,)]
    events, read = fill(store, folder, started_ns=(NOW + 3600) * 10**9)
    assert (set(kinds(events).values()), read) == ({"unchanged"}, [])
    assert ask(store, "SELECT count(*) FROM sources WHERE mtime_ns IS NULL") == [(0,)]


def test_changed_file_is_read_and_its_former_report_goes(store: Path, folder: Path) -> None:
    fill(store, folder)
    write_report(folder / "001.txt", 77, when=LONG_AGO + 60)
    events, read = fill(store, folder)
    assert read == ["001.txt"]
    assert kinds(events)["001.txt"] == "changed"
    assert counts(store)["reports"] == 4
    assert ask(store, "SELECT count(*) FROM facts WHERE raw = '107'") == [(1,)]
    assert ask(store, "SELECT count(*) FROM facts WHERE raw = '31'") == [(0,)]


def test_change_of_a_digit_that_leaves_size_and_time_is_noticed(store: Path, folder: Path) -> None:
    fill(store, folder)
    size = (folder / "001.txt").stat().st_size
    write_report(folder / "001.txt", 5)
    assert (folder / "001.txt").stat().st_size == size
    assert fill(store, folder)[1] == ["001.txt"]


def test_renamed_file_is_not_read_again(store: Path, folder: Path) -> None:
    fill(store, folder)
    (folder / "002.txt").rename(folder / "second.txt")
    events, read = fill(store, folder)
    assert read == []
    [renamed] = [event for event in events if event.kind == "renamed"]
    assert (Path(renamed.name).name, Path(renamed.was or "").name) == ("second.txt", "002.txt")
    assert counts(store)["sources"] == counts(store)["reports"] == 4


def test_copy_is_not_read_and_counts_once(store: Path, folder: Path) -> None:
    fill(store, folder)
    (folder / "copy.txt").write_bytes((folder / "000.txt").read_bytes())
    assert fill(store, folder)[1] == []
    assert (counts(store)["sources"], counts(store)["reports"]) == (5, 4)


def test_removed_file_is_noted_and_its_report_stays(store: Path, folder: Path) -> None:
    fill(store, folder)
    (folder / "003.txt").unlink()
    events, _ = fill(store, folder)
    assert kinds(events)["003.txt"] == "removed"
    assert ask(store, "SELECT path LIKE '%003.txt' FROM sources WHERE status = 'removed'") == [(True,)]
    assert counts(store)["reports"] == 4
    assert "003.txt" not in kinds(fill(store, folder)[0])


def test_removed_file_that_comes_back_is_not_read_again(store: Path, folder: Path) -> None:
    fill(store, folder)
    kept = (folder / "003.txt").read_bytes()
    (folder / "003.txt").unlink()
    fill(store, folder)
    (folder / "003.txt").write_bytes(kept)
    assert fill(store, folder)[1] == []
    assert ask(store, "SELECT DISTINCT status FROM sources") == [("read",)]


def test_files_elsewhere_are_not_removed(store: Path, folder: Path, tmp_path: Path) -> None:
    fill(store, folder)
    other = write_report(tmp_path / "inside" / "x.txt", 9)
    events, _ = fill(store, other.parent)
    assert kinds(events) == {"x.txt": "new"}
    assert ask(store, "SELECT DISTINCT status FROM sources") == [("read",)]


def test_newer_version_reads_all_again_and_notes_what_changed(store: Path, folder: Path) -> None:
    fill(store, folder)
    events, read = fill(store, folder, tool="2", part=altered)
    assert len(read) == 4
    assert [change.kind for change in events[0].changes] == ["lost", "altered"]
    assert ask(store, "SELECT change, count(*) FROM changes GROUP BY 1 ORDER BY 1") == [("altered", 4), ("lost", 4)]
    assert ask(store, "SELECT DISTINCT tool FROM reports") == [("2",)]
    assert counts(store)["reports"] == 4


def altered(document: Any, report: Any, facts: Any) -> Any:
    """Reads a report as a version that has lost its first fact and reads another value for the second."""
    from auditreport.store.rows import unpack_material

    packed = store_part(document, report, facts)
    material = unpack_material(packed["material"])
    _, second, *rest = material.facts
    kept = (second.model_copy(update={"value": "7"}), *rest)
    import zlib

    changed = material.model_copy(update={"facts": kept, "settings": material.settings[1:]})
    return {**packed, "material": zlib.compress(changed.model_dump_json().encode())}


def test_force_reads_all_again_and_changes_nothing(store: Path, folder: Path) -> None:
    fill(store, folder)
    before = content(store)
    events, read = fill(store, folder, force=True)
    assert (set(kinds(events).values()), len(read)) == ({"again"}, 4)
    assert content(store) == before
    assert not any(event.changes for event in events)


def test_young_files_that_are_read_again_are_held_against_what_was_read(store: Path, folder: Path) -> None:
    write_report(folder / "000.txt", 0, when=NOW)
    fill(store, folder)
    events, _ = fill(store, folder, force=True, part=altered)
    assert {event.kind for event in events} == {"again"}
    assert all(len(event.changes) == 2 for event in events)


def test_files_older_than_asked_for_are_left_out(store: Path, folder: Path) -> None:
    write_report(folder / "001.txt", 1, when=LONG_AGO + 100)
    events, read = fill(store, folder, since_ns=(LONG_AGO + 50) * 10**9)
    assert read == ["001.txt"]
    assert kinds(events)["000.txt"] == "older"


def test_unreadable_file_is_kept_with_its_reason_and_not_tried_again(store: Path, folder: Path) -> None:
    bad = folder / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    os.utime(bad, (LONG_AGO, LONG_AGO))
    assert kinds(fill(store, folder)[0])["bad.pdf"] == "unreadable"
    [(status, reason)] = ask(store, "SELECT status, reason FROM sources WHERE path LIKE '%bad.pdf'")
    assert (status, reason) == ("unreadable", "the PDF is damaged or cut off")
    events, read = fill(store, folder)
    assert read == []
    assert [event.failure.reason for event in events if event.failure] == ["the PDF is damaged or cut off"]
    assert fill(store, folder, options='{"seconds": 99}')[1] == ["bad.pdf"]


def test_failure_of_the_program_costs_that_file_alone(store: Path, folder: Path) -> None:
    events, _ = fill(store, folder, part=fails_over_one)
    assert kinds(events) == {"000.txt": "new", "001.txt": "unreadable", "002.txt": "new", "003.txt": "new"}
    assert ask(store, "SELECT reason FROM sources WHERE status = 'unreadable'") == [
        ("auditreport itself failed (ZeroDivisionError)",)
    ]


def fails_over_one(document: Any, report: Any, facts: Any) -> Any:
    if document.source.name == "001.txt":
        raise ZeroDivisionError
    return store_part(document, report, facts)


def test_report_that_kills_its_worker_costs_itself_alone(store: Path, folder: Path) -> None:
    fill(store, folder, part=dies_over_one, executor=SideBySide(2))
    rows = ask(store, "SELECT status, reason FROM sources ORDER BY path")
    assert rows == [("read", None), ("unreadable", "the file crashed its reader"), ("read", None), ("read", None)]
    assert fill(store, folder)[1] == []
    assert fill(store, folder, force=True)[1] == ["000.txt", "001.txt", "002.txt", "003.txt"]
    assert counts(store)["reports"] == 4


def test_file_of_no_known_format_in_a_folder_is_passed_over_and_remembered(store: Path, folder: Path) -> None:
    strange = folder / "strange.bin"
    strange.write_bytes(bytes(range(256)) * 4)
    os.utime(strange, (LONG_AGO, LONG_AGO))
    assert kinds(fill(store, folder)[0])["strange.bin"] == "passed_over"
    events, read = fill(store, folder)
    assert (kinds(events)["strange.bin"], read) == ("passed_over", [])


def test_reports_of_removed_files_are_taken_out_when_asked(store: Path, folder: Path) -> None:
    from auditreport.store.writing import writing

    fill(store, folder)
    (folder / "003.txt").unlink()
    fill(store, folder)
    with writing(store, 0.0) as writer:
        assert writer.forget_removed() == 1
    assert counts(store)["reports"] == counts(store)["sources"] == 3


def test_order_of_ingests_does_not_show(store: Path, folder: Path, tmp_path: Path) -> None:
    fill(store, folder)
    other = tmp_path / "other.duckdb"
    for path in sorted(folder.iterdir(), reverse=True):
        fill(other, path)
    assert content(other) == content(store)
