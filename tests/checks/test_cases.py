"""Rules held to their cases: `cases/CODE.toml` lists texts with the equations and discrepancies that a rule finds.

`equations` hold and are announced by words or layout, those that only meet are `met`; each of `discrepancies` is its
severity, its formula, and what may explain it. A case passes where its equations hold and nothing is flagged, and fails
where a discrepancy is listed. Each rule has both; the file of one that only confirms gives the reason as `never_flags`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from auditreport import vocab
from auditreport.checks import RULES
from tests.checks.making import checked

FILES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
}
CASES = [
    pytest.param(code, case, id=f"{code}: {case['name']}") for code, file in FILES.items() for case in file["case"]
]
# The names of the explanations by their sentences.
EXCUSES = {texts["en"]: name for name, texts in vocab.checks().excuses.items()}


@pytest.mark.parametrize(("code", "case"), CASES)
def test_rule_finds_what_its_case_lists_and_no_more(code, case):
    one = checked(case["text"])
    flagged = {flag.equation.id for flag in one.discrepancies}
    flagged.update(equation.id for flag in one.discrepancies for equation in flag.related)
    held = [each for each in one.equations if each.rule == code and each.id not in flagged]
    found = {
        "equations": [each.formula for each in held if each.announced],
        "met": [each.formula for each in held if not each.announced],
        "discrepancies": [
            [flag.severity, flag.equation.formula, *(EXCUSES[excuse.en] for excuse in flag.excuses)]
            for flag in one.discrepancies
            if flag.rule == code
        ],
    }
    assert {name: sorted(told) for name, told in found.items()} == {name: sorted(case.get(name, [])) for name in found}


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_rule_has_a_case_that_passes_and_one_that_fails(code):
    file = FILES[code]
    passing = [case for case in file["case"] if case.keys() & {"equations", "met"} and not case.get("discrepancies")]
    failing = [case for case in file["case"] if case.get("discrepancies")]
    assert passing
    assert bool(failing) is not bool(file.get("never_flags"))


def test_cases_are_of_rules_that_exist():
    assert set(FILES) <= {rule.code for rule in RULES}
