from __future__ import annotations

import json

import jsonschema

from auditreport.checks import make_baseline
from auditreport.render.checked.data import baseline_json, check_json
from auditreport.render.published import schema_text
from auditreport.schemas.discrepancy import BaselineCount
from tests.render.checked.making import FINGERPRINT, check_run, checked, discrepancy, unreadable


def test_object_holds_what_the_contract_lists() -> None:
    whole = json.loads(check_json(check_run(discrepancy(), inputs=(checked(), unreadable())), equations=False))
    assert list(whole) == ["version", "inputs", "discrepancies"]
    first, second = whole["inputs"]
    assert list(first) == ["path", "sha256", "status", "facts", "equations", "confirmed", "rounding", "issues"]
    assert (second["status"], second["sha256"]) == ("unreadable", None)
    assert second["failure"]["reason"] == "there is no such file"
    [found] = whole["discrepancies"]
    assert (found["rule"], found["severity"], found["fingerprint"]) == ("AR203", "error", FINGERPRINT)
    assert found["equation"]["class"] == "inconsistent"
    assert found["equation"]["expected"] == {"low": "81111000", "high": "81111000"}
    assert found["suspects"][0]["instead"] == "81111000"
    assert [figure["column"] for figure in found["figures"]] == [18, 41, 52]


def test_equations_and_baseline_are_there_on_request() -> None:
    run = check_run(discrepancy(), baseline=BaselineCount(known=2, gone=1))
    whole = json.loads(check_json(run, equations=True))
    assert [equation["class"] for equation in whole["equations"]] == ["inconsistent"]
    assert whole["baseline"] == {"known": 2, "gone": 1}


def test_object_holds_to_the_published_schema() -> None:
    run = check_run(discrepancy(), inputs=(checked(), unreadable()), baseline=BaselineCount(known=2, gone=1))
    validator = jsonschema.Draft202012Validator(json.loads(schema_text("check-output")))
    for equations in (True, False):
        assert [e.message for e in validator.iter_errors(json.loads(check_json(run, equations=equations)))] == []


def test_baseline_holds_to_the_published_schema_and_tells_what_it_lists() -> None:
    whole = json.loads(baseline_json(make_baseline([discrepancy()])))
    jsonschema.Draft202012Validator(json.loads(schema_text("baseline"))).validate(whole)
    [entry] = whole["discrepancies"]
    assert entry["fingerprint"] == FINGERPRINT
    assert entry["message"]["en"].startswith("It does not hold.")


def test_controls_of_a_report_are_escaped() -> None:
    text = check_json(check_run(discrepancy(place={"label": "\x9b계\u202e"})), equations=False)
    assert "\x9b" not in text
    assert "\u202e" not in text
    assert json.loads(text)["discrepancies"][0]["suspects"][0]["label"] == "\x9b계\u202e"
