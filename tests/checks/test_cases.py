"""Rules held to their cases: `cases/CODE.toml` lists texts with the equations and discrepancies that a rule finds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from auditreport.checks import RULES
from tests.checks.making import checked

CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_rule_finds_what_its_case_lists_and_no_more(code, case):
    one = checked(case["text"])
    flagged = {flag.equation.id for flag in one.discrepancies}
    held = [each.formula for each in one.equations if each.rule == code and each.id not in flagged]
    found = [[flag.severity, flag.equation.formula] for flag in one.discrepancies if flag.rule == code]
    assert (sorted(held), sorted(found)) == (sorted(case.get("equations", [])), sorted(case.get("discrepancies", [])))


def test_cases_are_of_rules_that_exist():
    assert {param.values[0] for param in CASES} <= {rule.code for rule in RULES}
