"""`auditreport doctor`."""

from __future__ import annotations

import json
from importlib.metadata import version

import pytest

from auditreport._version import __version__
from auditreport.parsers.formats import installed
from auditreport.parsers.formats.detect import Format
from auditreport.parsers.formats.ocr import Need
from auditreport.parsers.formats.registry import READERS
from tests.cli.conftest import Run


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = (Need("tesserocr", None, "pip install 'auditreport[ocr]'"),)
    monkeypatch.setattr(installed, "available", lambda: needs)


@pytest.fixture
def without_pyhwp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(installed.LIBRARIES, Format.HWP5, {"pyhwp": "no_such_module"})


def test_every_reader_is_looked_at() -> None:
    assert set(installed.LIBRARIES) == set(READERS)


def test_versions_of_what_is_there_are_shown(run: Run) -> None:
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split() for line in ran.out.splitlines()]
    assert rows[0] == ["auditreport", __version__]
    assert ["an", "HWP", "5", "file", "pyhwp", version("pyhwp")] in rows
    assert ["pypdfium2", version("pypdfium2")] in rows


def test_versions_of_what_comes_after_reading_are_shown(run: Run) -> None:
    rows = [line.split() for line in run("doctor").out.splitlines()]
    assert ["a", "store", "of", "reports", "duckdb", version("duckdb")] in rows
    others = json.loads(run("doctor", "-f", "json").out)["others"]
    assert {need["name"]: need["found"] for other in others for need in other["needs"]}["pyarrow"] == version("pyarrow")
    assert [other["name"] for other in others if other["optional"]] == ["a Dask cluster"]


@pytest.mark.usefixtures("without_ocr")
def test_missing_extra_names_what_installs_it_and_is_no_failure(run: Run) -> None:
    ran = run("doctor")
    assert ran.code == 0
    assert "tesserocr" in ran.out
    assert "missing; install it with: pip install 'auditreport[ocr]'" in ran.out


@pytest.mark.usefixtures("without_pyhwp")
def test_library_that_cannot_be_imported_is_a_failure(run: Run) -> None:
    ran = run("doctor", "-f", "json")
    assert ran.code == 3
    [reader] = [reader for reader in json.loads(ran.out)["readers"] if reader["name"] == "an HWP 5 file"]
    assert reader == {
        "name": "an HWP 5 file",
        "optional": False,
        "usable": False,
        "needs": [{"name": "pyhwp", "found": None, "install": "pip install --force-reinstall pyhwp"}],
    }


def test_doctor_speaks_korean(run: Run) -> None:
    assert "텍스트 파일" in run("doctor", "--lang", "ko").out
