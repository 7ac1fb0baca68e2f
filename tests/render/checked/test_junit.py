from __future__ import annotations

from xml.etree import ElementTree as ET

from auditreport.render.checked import CheckRun
from auditreport.render.checked.junit import check_junit
from tests.render.checked.making import check_run, checked, discrepancy, equation, unreadable


def root(run: CheckRun) -> ET.Element:
    return ET.fromstring(check_junit(run))


def test_input_is_a_suite_and_a_rule_with_equations_a_case() -> None:
    equations = (equation("AR203"), equation("AR201", "1 + 2 = 3"), equation("AR201", "1 + 3 = 4"))
    [suite] = root(check_run(discrepancy(), equations=equations))
    assert suite.attrib == {"name": "reports/a.txt", "tests": "2", "failures": "1", "errors": "0", "skipped": "0"}
    assert [case.get("name") for case in suite] == ["AR201 name of AR201", "AR203 name of AR203"]
    assert [case.get("classname") for case in suite] == ["reports/a.txt"] * 2
    assert len(suite[0]) == 0


def test_discrepancy_that_fails_the_run_is_a_failure_with_its_place() -> None:
    [[[failure]]] = root(check_run(discrepancy(), discrepancy(fingerprint="2")))
    assert failure.get("type") == "error"
    assert failure.get("message") == "It does not hold. 426,900 − 345,789 ≠ 81,711 (+1)"
    assert (failure.text or "").splitlines() == [
        f"reports/a.txt:22:52: error: It does not hold. 426,900 − 345,789 ≠ 81,711 [{mark}]"
        for mark in ("6801deb93326a6a5", "2")
    ]


def test_discrepancy_that_does_not_fail_the_run_is_output_of_its_case() -> None:
    whole = root(check_run(discrepancy("warning")))
    assert (whole.get("failures"), whole.get("tests")) == ("0", "1")
    [[[output]]] = whole
    assert output.tag == "system-out"
    assert (output.text or "").startswith("reports/a.txt:22:52: warning: It does not hold.")
    assert root(check_run(discrepancy("warning"), fails=frozenset(("error", "warning")))).get("failures") == "1"


def test_input_that_was_not_checked_is_an_error_and_never_green() -> None:
    nothing = checked("b.txt", status="nothing_checked", equations=0)
    whole = root(check_run(inputs=(nothing, unreadable())))
    assert (whole.get("tests"), whole.get("errors")) == ("2", "2")
    assert [case.get("name") for suite in whole for case in suite] == ["nothing_checked", "unreadable"]
    assert [error.get("message") for error in whole.iter("error")] == [
        "Nothing was checked: no figures of this input make up an equation.",
        "there is no such file; check the path.",
    ]


def test_characters_that_xml_cannot_hold_are_shown() -> None:
    found = discrepancy(equation={"formula": "5 ≠ \x1b<6>&"}, place={"label": "\x00"})
    [[[failure]]] = root(check_run(found, inputs=(checked(),)))
    assert (failure.get("message") or "").endswith("5 ≠ \\x1b<6>&")
