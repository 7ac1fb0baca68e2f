"""Whatever happens to an export, what was there before is whole, or what is there is complete."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from auditreport.store.export import placing
from auditreport.store.export.forms import is_entry
from auditreport.store.export.placing import replacing_file, replacing_folder
from tests.environments import unmeasured

# Writes half of an export, says so, and waits to be killed.
HALF = """
import sys, time
from pathlib import Path
from auditreport.schemas.tables import TABLES
from auditreport.store.export.forms import filed, foldered
from tests.store.export.making import batches
form, path = sys.argv[1], Path(sys.argv[2])
opened = filed if form in ("xlsx", "sqlite") else foldered
with opened(form, tuple(TABLES.values()), path) as made:
    for batch in batches():
        made.add(batch)
    print("half", flush=True)
    time.sleep(600)
"""
# Runs several commands, each with no more room for a file than this many bytes.
CRAMPED = """
import json, signal, sys
from tests.environments import cramped
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with cramped(8192):
    from auditreport.cli import main
    print(json.dumps([main(words) for words in json.loads(sys.argv[1])]))
"""
ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "gangdong_2024_autonomy.txt"


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def old_export(form: str, folder: Path) -> Path:
    path = folder / "out"
    if form in ("xlsx", "sqlite"):
        path.write_bytes(b"old")
    else:
        path.mkdir()
        (path / "facts.csv").write_bytes(b"old")
    return path


def content(path: Path) -> object:
    return path.read_bytes() if path.is_file() else {one.name: one.read_bytes() for one in path.iterdir()}


@pytest.mark.parametrize("form", ["sqlite", "parquet"])
def test_export_that_is_killed_leaves_the_old_one_and_the_next_removes_its_half(form: str, tmp_path: Path) -> None:
    path = old_export(form, tmp_path)
    before = content(path)
    killed = subprocess.Popen([sys.executable, "-c", HALF, form, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert killed.stdout is not None
    with killed.stdout as said:
        assert said.readline() == b"half\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert content(path) == before
    assert len(names(tmp_path)) == 2
    with replacing_file(tmp_path / "out") if path.is_file() else replacing_folder(path, is_entry) as new:
        if path.is_file():
            new.write_bytes(b"new")
    assert names(tmp_path) == ["out"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_place_without_room_is_one_sentence_and_leaves_the_old_export(tmp_path: Path) -> None:
    forms = ["xlsx", "sqlite", "parquet", "datapackage"]
    for form in forms:
        (tmp_path / form).mkdir()
    old = {old_export(form, tmp_path / form): form for form in forms}
    before = {path: content(path) for path in old}
    words = [["--lang", "en", "export", str(EXAMPLE), "-f", form, "-o", str(path)] for path, form in old.items()]
    cramped = [sys.executable, "-c", CRAMPED, json.dumps(words)]
    run = subprocess.run(cramped, cwd=ROOT, env=unmeasured(), capture_output=True, text=True, check=False)
    assert run.stdout == "[2, 2, 2, 2]\n"
    for path, sentence in zip(old, run.stderr.splitlines(), strict=True):
        assert sentence.startswith(f"{path}: nothing can be written there (")
        assert content(path) == before[path]
        assert names(path.parent) == ["out"]


def test_folder_that_holds_anything_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(OSError, match="it holds other files"), replacing_folder(tmp_path / "out", is_entry):
        pass
    assert names(tmp_path / "out") == ["thesis.docx"]


def test_folder_is_exchanged_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "out" / "facts").mkdir(parents=True)
    (tmp_path / "out" / "facts.csv").write_bytes(b"old")
    with replacing_folder(tmp_path / "out", is_entry) as new:
        (new / "reports.csv").write_bytes(b"new")
        assert names(tmp_path / "out") == ["facts", "facts.csv"]
    assert names(tmp_path / "out") == ["reports.csv"]
    assert names(tmp_path) == ["out"]


def test_folder_is_replaced_where_names_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "_swap", lambda one, other: False)
    test_folder_is_exchanged_as_a_whole(tmp_path)


def test_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing_file(tmp_path / "link") as new:
        new.write_bytes(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640


def test_half_of_a_process_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".out.{os.getppid()}.part"
    other.mkdir()
    with replacing_file(tmp_path / "out") as new:
        new.write_bytes(b"new")
    assert names(tmp_path) == [other.name, "out"]
