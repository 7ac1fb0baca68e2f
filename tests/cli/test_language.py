from __future__ import annotations

from pathlib import Path

import pytest

from auditreport.cli.language import language_of
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "ko.UTF-8"}, "ko"),
        ({"LANG": "ko-KR"}, "ko"),
        ({"LANG": "kok_IN"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US"}, "ko"),
        ({"LC_MESSAGES": "en_US", "LANG": "ko_KR"}, "en"),
        ({"LANGUAGE": "ko"}, "en"),
    ],
)
def test_language_follows_the_locale(environ: dict[str, str], lang: str) -> None:
    assert language_of([], environ) == lang


@pytest.mark.parametrize("words", [["facts", "x", "--lang", "en"], ["--lang=en", "facts"], ["parse", "--lang=en"]])
def test_language_that_is_asked_for_comes_before_the_locale(words: list[str]) -> None:
    assert language_of(words, {"LANG": "ko_KR.UTF-8"}) == "en"


@pytest.mark.parametrize("words", [["--", "--lang", "ko"], ["--lang", "fr"], ["--lang"], ["--language=ko"]])
def test_words_that_ask_for_no_language_leave_it_to_the_locale(words: list[str]) -> None:
    assert language_of(words, {}) == "en"


def test_summary_speaks_korean(run: Run, report: Path) -> None:
    ran = run("parse", "--lang", "ko", report)
    for word in ("자치단체", "인력", "예산현황", "추진실적 2024", "집행률", "천원", "118줄 중 118줄 확인"):
        assert word in ran.out
    assert "Quota" not in ran.out


def test_locale_chooses_the_language(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert run("parse", report).out == run("parse", "--lang", "ko", report).out


def test_sentences_on_standard_error_speak_korean(run: Run, tmp_path: Path) -> None:
    ran = run("facts", "--lang", "ko", tmp_path / "none.txt")
    assert (ran.code, ran.err) == (3, f"{tmp_path / 'none.txt'}: 파일이 없습니다. 경로를 확인하십시오.\n")


def test_data_is_the_same_in_every_language(run: Run, report: Path, tmp_path: Path) -> None:
    for form in ("json", "jsonl", "csv"):
        words = ("parse", "-f", form, report, tmp_path / "none.txt", "--lang")
        assert run(*words, "ko").out == run(*words, "en").out


def test_mistakes_on_the_command_line_are_told_in_korean(run: Run) -> None:
    ran = run("facts", "--lang=ko")
    assert (ran.code, ran.err) == (2, "SRC... 인자가 없습니다. auditreport facts --help로 확인하십시오.\n")
