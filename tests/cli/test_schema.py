from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from auditreport.render.published import PUBLISHED, schema_text
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parent.parent.parent


def test_names_are_listed_with_what_they_are(run: Run) -> None:
    lines = run("schema").out.splitlines()
    assert [line.split()[0] for line in lines] == list(PUBLISHED)
    assert any(line.split() == ["source", "A", "file", "as", "received", "(원본)."] for line in lines)


@pytest.mark.parametrize("name", PUBLISHED)
def test_schema_of_a_type_is_a_valid_one(run: Run, name: str) -> None:
    ran = run("schema", name)
    assert (ran.code, ran.out) == (0, schema_text(name))
    schema = json.loads(ran.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_unknown_name_is_refused_with_the_choices(run: Run) -> None:
    ran = run("schema", "nope")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"nope: there is no such schema; choose one of {', '.join(PUBLISHED)}.\n"


def test_schemas_are_written_into_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("schema", "--write", tmp_path / "new" / "schemas").code == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new" / "schemas").iterdir()}
    assert written == {f"{name}.schema.json": schema_text(name) for name in PUBLISHED}


def test_committed_schemas_are_current() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").glob("*.json")}
    assert committed == {f"{name}.schema.json": schema_text(name) for name in PUBLISHED}, "run `make schemas`"


def test_facts_hold_to_their_schema(run: Run, report: Path, other: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_text("fact")))
    rows = run("facts", report, other).rows
    assert [error.message for row in rows for error in validator.iter_errors(row)] == []
