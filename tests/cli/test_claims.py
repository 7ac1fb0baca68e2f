"""`auditreport claims`: its forms, its exit codes, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from auditreport.render.published import schema_text
from tests.cli.conftest import Run

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
ARTICLE = EXAMPLES.parent / "docs" / "examples" / "nowon_article.txt"
THEN, NOW = EXAMPLES / "audit" / "nowon_2018.txt", EXAMPLES / "audit" / "nowon_2019.txt"


def test_table_tells_each_figure_with_its_source(run: Run) -> None:
    ran = run("claims", ARTICLE, "--against", THEN, "--against", NOW)
    assert (ran.code, ran.err) == (1, "")
    lines = [line.strip() for line in ran.out.splitlines()]
    at = lines.index("contradicted 27 people · 정원 (line 10)")
    assert lines[at + 2] == "The report prints 25 명."
    assert lines[-1] == "contradicted: 1 · supported: 3 · rounded: 1 · undecided: 1 · not in the reports: 2"


def test_reports_may_stand_behind_the_article(run: Run) -> None:
    assert run("claims", ARTICLE, "--against", THEN, NOW).out == run("claims", ARTICLE, NOW, THEN).out


def test_json_holds_to_its_schema(run: Run) -> None:
    ran = run("claims", ARTICLE, "--against", NOW, "-f", "json")
    whole = json.loads(ran.out)
    Draft202012Validator(json.loads(schema_text("claims-output"))).validate(whole)
    assert [one["path"] for one in whole["reports"]] == [str(NOW)]
    text = ARTICLE.read_text(encoding="utf-8").split("\n")
    for claim in whole["claims"]:
        assert claim["raw"] in text[claim["line"] - 1]


def test_output_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    ran = run("claims", ARTICLE, "--against", NOW, "-f", "json", "-o", tmp_path / "claims.json")
    assert ran.out == ""
    assert json.loads((tmp_path / "claims.json").read_text(encoding="utf-8"))["version"] == 1


def test_korean_is_spoken(run: Run) -> None:
    ran = run("claims", ARTICLE, "--against", NOW, "--lang", "ko")
    assert "보고서에는 25명(으)로 적혀 있습니다." in ran.out
    assert "불일치: 1" in ran.out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("노원구는 2019년 계약심사 418건을 실시했다.", 0),
        ("감사담당관의 2019년 정원은 29명이다.", 1),
        ("노원구는 계약심사를 실시했다.", 4),
    ],
)
def test_exit_code_tells_what_was_found(run: Run, text: str, code: int) -> None:
    article = f"노원구 소식\n\n등록 : 2020-02-12 09:30\n\n{text}\n".encode()
    assert run("claims", "-", "--against", NOW, stdin=article).code == code


def test_unreadable_report_is_named_and_the_others_are_used(run: Run, tmp_path: Path) -> None:
    ran = run("claims", ARTICLE, "--against", NOW, "--against", tmp_path / "gone.txt")
    assert ran.code == 3
    assert "there is no such file" in ran.err
    assert "contradicted 27 people" in ran.out


def test_unreadable_article_ends_the_run(run: Run, tmp_path: Path) -> None:
    ran = run("claims", tmp_path / "gone.txt", "--against", NOW)
    assert (ran.code, "gone.txt could not be read" in " ".join(ran.out.split())) == (3, True)


def test_without_reports_there_is_nothing_to_test_against(run: Run) -> None:
    ran = run("claims", ARTICLE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "There is nothing to test the article against; name reports with --against.\n"


def test_folder_is_no_article(run: Run) -> None:
    ran = run("claims", EXAMPLES, "--against", NOW)
    assert ran.code == 2
    assert "name one article" in ran.err
