"""Reports and exports elsewhere: in memory, and in a store that talks as S3 does, on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditreport.cli import main
from auditreport.errors import UnreadableInput
from auditreport.pipeline import Place, find_places
from auditreport.pipeline.executors import _is_much
from auditreport.pipeline.remote import is_address

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples" / "audit").glob("*.txt"))


def place_of(address: str) -> Place:
    [place] = find_places([address], bytes)
    return place


def refusal_of(address: str) -> tuple[str, str]:
    [found] = place_of(address).inputs
    with pytest.raises(UnreadableInput) as refused:
        found.load()
    assert refused.value.name == address
    return refused.value.reason, refused.value.next_step


def test_addresses_are_told_from_paths() -> None:
    words = ["s3://a/b", "memory://a", "gs://a", "a/b.txt", "C:/reports", "-", "a//b", "report: s3://a"]
    assert [is_address(word) for word in words] == [True, True, True, False, False, False, False, False]


@pytest.fixture
def memory() -> Iterator[Any]:
    """What is kept in memory under `memory://`, with reports in a folder."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")
    system = fsspec.filesystem("memory")
    system.store.clear()
    for path in EXAMPLES:
        system.pipe_file(f"/reports/{path.name}", path.read_bytes())
    system.pipe_file("/reports/.hidden/a.txt", b"hidden")
    system.pipe_file("/reports/below/picture.png", b"\x89PNG\r\n\x1a\n")
    yield system
    system.store.clear()


def test_folder_elsewhere_gives_its_visible_files_in_order(memory: Any) -> None:
    place = place_of("memory://reports")
    assert place.is_folder
    names = ["memory://reports/below/picture.png", *(f"memory://reports/{path.name}" for path in EXAMPLES)]
    assert [found.name for found in place.inputs] == names
    assert [found.load() for found in place.inputs[1:]] == [path.read_bytes() for path in EXAMPLES]
    assert [found.size for found in place.inputs[1:]] == [path.stat().st_size for path in EXAMPLES]
    assert not any(found.is_named for found in place.inputs)


def test_sizes_elsewhere_tell_whether_several_processes_are_worth_it(memory: Any) -> None:
    assert not _is_much(place_of("memory://reports").inputs)
    memory.pipe_file("/reports/large.txt", bytes(400_000))
    assert _is_much(place_of("memory://reports").inputs)


def test_file_elsewhere_is_an_input_of_its_name(memory: Any) -> None:
    [found] = place_of(f"memory://reports/{EXAMPLES[0].name}").inputs
    assert (found.label, found.is_named, found.path) == (EXAMPLES[0].name, True, None)
    assert found.load() == EXAMPLES[0].read_bytes()


def test_file_that_is_not_there_is_one_sentence(memory: Any) -> None:
    assert refusal_of("memory://reports/none.txt") == ("there is no such file", "check the path")


def test_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed")
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    assert refusal_of("gs://bucket/a.txt") == ("gs:// wants the Python package gcsfs", "run pip install gcsfs")
    code = main(["--lang", "en", "export", str(EXAMPLES[0]), "-f", "parquet", "-o", "gs://bucket/out"])
    sentence = "gs://bucket/out: gs:// wants the Python package gcsfs: pip install gcsfs.\n"
    assert (code, capsys.readouterr().err) == (2, sentence)


def test_without_fsspec_the_package_that_brings_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    assert refusal_of("s3://bucket/a.txt") == ("s3:// wants the Python package s3fs", "run pip install s3fs")


def test_address_of_no_known_kind_is_one_sentence() -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed")
    reason, step = refusal_of("nowhere://a")
    assert reason.startswith("it cannot be reached (")
    assert step == "check the address"


@pytest.mark.parametrize("form", ["parquet", "datapackage"])
def test_folder_that_is_exported_elsewhere_is_that_which_is_exported_here(
    memory: Any, tmp_path: Path, form: str
) -> None:
    memory.pipe_file("/out/facts/district=old/part-0.parquet", b"old")
    for place in ("memory://out", str(tmp_path / "out")):
        assert main(["export", *map(str, EXAMPLES), "-f", form, "-o", place]) == 0
    here = {f"/out/{path.relative_to(tmp_path / 'out')}": path.read_bytes() for path in files_in(tmp_path / "out")}
    assert {path: memory.cat_file(path) for path in memory.find("/out")} == here


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_file_elsewhere_is_written_too(memory: Any) -> None:
    assert main(["export", *map(str, EXAMPLES), "-o", "memory://books/reports.xlsx"]) == 0
    assert main(["export", *map(str, EXAMPLES), "-o", "memory://books/reports.db"]) == 0
    names = ["/books/reports.db", "/books/reports.metadata.json", "/books/reports.xlsx"]
    assert memory.find("/books") == names
    assert [memory.cat_file(name)[:1] for name in names] == [b"S", b"{", b"P"]


def test_description_of_a_database_elsewhere_that_somebody_wrote_is_left_alone(memory: Any) -> None:
    memory.pipe_file("/books/reports.metadata.json", b"{}")
    assert main(["export", str(EXAMPLES[0]), "-o", "memory://books/reports.db"]) == 0
    assert memory.cat_file("/books/reports.metadata.json") == b"{}"


def test_folder_elsewhere_with_other_files_is_never_written_to(memory: Any, capsys: pytest.CaptureFixture[str]) -> None:
    before = memory.find("/reports")
    code = main(["--lang", "en", "export", str(EXAMPLES[0]), "-f", "parquet", "-o", "memory://reports"])
    assert (code, memory.find("/reports")) == (2, before)
    assert "it holds other files, which would be lost" in capsys.readouterr().err


def test_export_elsewhere_that_breaks_off_leaves_whole_files_and_the_next_one_mends_it(
    memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--lang", "en", "export", "-f", "parquet", "-o"]
    assert main([*words, str(tmp_path / "out"), *map(str, EXAMPLES)]) == 0
    new = {f"/out/{path.relative_to(tmp_path / 'out')}": path.read_bytes() for path in files_in(tmp_path / "out")}
    assert main([*words, "memory://out", str(EXAMPLES[0])]) == 0
    old = {path: memory.cat_file(path) for path in memory.find("/out")}
    assert len(new) > 3
    put, sent = memory.put_file, []

    def break_off(source: str, target: str) -> None:
        if len(sent) == 3:
            raise ConnectionError(104, "Connection reset by peer")
        sent.append(target)
        put(source, target)

    monkeypatch.setattr(memory, "put_file", break_off)
    capsys.readouterr()
    assert main([*words, "memory://out", *map(str, EXAMPLES)]) == 2
    assert "Connection reset by peer" in capsys.readouterr().err
    half = {path: memory.cat_file(path) for path in memory.find("/out")}
    assert half == {**old, **{path: new[path] for path in sent}}
    monkeypatch.undo()
    assert main([*words, "memory://out", *map(str, EXAMPLES)]) == 0
    assert {path: memory.cat_file(path) for path in memory.find("/out")} == new


# --- a store that talks as S3 does -------------------------------------------------------------------------


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket with reports on a server of this machine."""
    server = pytest.importorskip("moto.server", reason="moto is not installed")
    s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed")
    from fsspec.config import conf

    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    settings = {"endpoint_url": f"http://{host}:{port}", "key": "key", "secret": "secret", "skip_instance_cache": True}
    monkeypatch.setitem(conf, "s3", settings)
    system = s3fs.S3FileSystem(**settings)
    system.mkdir("bucket")
    for path in EXAMPLES:
        system.pipe_file(f"bucket/reports/{path.name}", path.read_bytes())
    yield system
    running.stop()


def test_reports_are_read_from_s3_and_tables_written_there(
    s3: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--lang", "en", "export", "s3://bucket/reports", "-f", "parquet", "--table", "reports", "-o"]
    assert main([*words, "s3://bucket/out"]) == 0
    assert main([*words, str(tmp_path / "out")]) == 0
    here = {
        f"bucket/out/{path.relative_to(tmp_path / 'out')}": path.read_bytes() for path in files_in(tmp_path / "out")
    }
    s3.invalidate_cache()
    assert {path: s3.cat_file(path) for path in s3.find("bucket/out")} == here
    assert main(["--lang", "en", "facts", "s3://bucket/none.txt", "s3://nobody/a.txt"]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "s3://bucket/none.txt: there is no such file; check the path.",
        "s3://nobody/a.txt: there is no such file; check the path.",
    ]
