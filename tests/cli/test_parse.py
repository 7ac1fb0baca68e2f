from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from auditreport.render.published import schema_text
from tests.cli.conftest import Run


def test_json_is_one_object_with_documents_and_failures(run: Run, report: Path, other: Path, tmp_path: Path) -> None:
    ran = run("parse", "-f", "json", report, tmp_path / "missing.txt", other)
    assert ran.code == 3
    whole = json.loads(ran.out)
    assert list(whole) == ["version", "documents", "failures"]
    assert whole["version"] == 1
    assert [document["meta"]["district"] for document in whole["documents"]] == ["강동구", "창녕군"]
    assert whole["failures"] == [
        {
            "name": str(tmp_path / "missing.txt"),
            "reason": "there is no such file",
            "next_step": "check the path",
        }
    ]
    jsonschema.validate(whole, json.loads(schema_text("parse-output")))


def test_a_document_in_json_has_all_that_was_read(run: Run, report: Path) -> None:
    [document] = json.loads(run("parse", "-f", "json", report).out)["documents"]
    assert list(document) == [
        *("source", "meta", "contents", "teams", "programmes", "blocks", "facts", "issues"),
    ]
    assert document["source"]["name"] == "source.txt"
    assert document["source"]["encoding"] == "utf-8"
    assert (document["meta"]["department"], document["meta"]["session_number"]) == ("주민자치과", 315)
    assert [team["name"] for team in document["teams"]][:2] == ["자치기획팀", "마을공동체팀"]
    titles = [programme["title"] for programme in document["programmes"] if programme["title"]]
    assert any("주민자치회" in title for title in titles)
    ids = [fact["id"] for fact in document["facts"]]
    assert ids == [row["id"] for row in run("facts", report).rows]


def test_blocks_in_json_account_for_every_line(run: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    [document] = json.loads(run("parse", "-f", "json", report).out)["documents"]
    claimed = [False] * len(text)
    for block in document["blocks"]:
        assert block["kind"] in ("heading", "paragraph", "bullet", "table", "furniture", "unparsed")
        assert text.count("\n", 0, block["start"]) + 1 == block["line"]
        claimed[block["start"] : block["end"]] = [True] * (block["end"] - block["start"])
    assert [i for i, char in enumerate(text) if not char.isspace() and not claimed[i]] == []


def test_cells_in_json_have_their_place(run: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    [document] = json.loads(run("parse", "-f", "json", report).out)["documents"]
    cells = {
        cell["text"]: text[cell["start"] : cell["end"]]
        for block in document["blocks"]
        if block["kind"] == "table"
        for row in (*block["header"], *block["rows"])
        for cell in row["cells"]
        if cell["text"]
    }
    assert cells["2,418,600"] == "2,418,600"
    assert cells["△1"] == "△1"


def test_jsonl_is_a_line_for_each_document_with_the_same_object(run: Run, report: Path, other: Path) -> None:
    whole = json.loads(run("parse", "-f", "json", report, other).out)
    ran = run("parse", "-f", "jsonl", report, other)
    assert ran.rows == whole["documents"]
    for row in ran.rows:
        jsonschema.validate(row, json.loads(schema_text("parsed-document")))


def test_csv_has_a_line_for_each_fact(run: Run, report: Path, other: Path) -> None:
    facts = run("facts", report, other).rows
    rows = list(csv.DictReader(io.StringIO(run("parse", "-f", "csv", report, other).out)))
    assert [row["id"] for row in rows] == [fact["id"] for fact in facts]
    assert [row["value"] for row in rows] == [fact["value"] for fact in facts]
    [quota] = [row for row in rows if row["concept"] == "staffing.quota" and row["dims.grade"] == "7급"][:1]
    assert (quota["value"], quota["source.line"], quota["period.as_of"]) == ("8", "35", "2024-10-31")
    assert quota["entity.district"] == "강동구"


def test_summary_is_what_is_shown_without_a_format(run: Run, report: Path) -> None:
    ran = run("parse", report)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == run("parse", "-f", "summary", report).out
    assert "강동구 주민자치과" in ran.out


def test_summary_into_a_pipe_is_plain_text_of_a_fixed_width(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = run("parse", report).out
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("parse", report).out == usual
    assert "\x1b" not in usual
    assert all(line == line.rstrip() for line in usual.split("\n"))


def test_long_lists_are_cut_with_a_note_unless_all_is_asked_for(run: Run, report: Path) -> None:
    short, whole = run("parse", report).out, run("parse", "--all", report).out
    assert "… and 2 more (--all or -f jsonl)" in short
    assert "more (--all" not in whole
    assert len(whole) > len(short)


@pytest.mark.parametrize(
    ("form", "suffix"), [("summary", ".txt"), ("json", ".json"), ("jsonl", ".jsonl"), ("csv", ".csv")]
)
def test_files_in_a_folder_end_as_their_form_does(
    run: Run, report: Path, tmp_path: Path, form: str, suffix: str
) -> None:
    assert run("parse", "-f", form, "-o", tmp_path, report).code == 0
    assert (tmp_path / f"source{suffix}").read_bytes() == run("parse", "-f", form, report).bytes_out
