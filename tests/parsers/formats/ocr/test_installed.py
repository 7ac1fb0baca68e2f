from pathlib import Path

import pytest

from auditreport.parsers.formats.ocr import available, installed


def folder(root: Path, *languages: str) -> Path:
    root.mkdir()
    for language in languages:
        (root / f"{language}.traineddata").write_bytes(b"data")
    return root


def test_data_is_found_in_the_first_folder_that_holds_both_languages(tmp_path: Path) -> None:
    half, whole = folder(tmp_path / "half", "eng"), folder(tmp_path / "whole", "kor", "eng")
    found = {need.name: need.found for need in available([half, whole])}
    assert (found["kor.traineddata"], found["eng.traineddata"]) == (str(whole), str(whole))


def test_missing_korean_data_is_told_apart_from_missing_packages(tmp_path: Path) -> None:
    data = {need.name: need for need in available([folder(tmp_path / "half", "eng")])}
    assert data["eng.traineddata"].found == str(tmp_path / "half")
    assert data["kor.traineddata"] == ("kor.traineddata", None, "apt-get install tesseract-ocr-kor")


def test_missing_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "PACKAGES", ("no-such-package",))
    assert available([])[0] == ("no-such-package", None, "pip install 'auditreport[ocr]'")
