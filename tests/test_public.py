"""The names that `import auditreport` offers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import auditreport

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "gangdong_2024_autonomy.txt"


def test_every_public_name_is_there() -> None:
    assert [name for name in auditreport.__all__ if not hasattr(auditreport, name)] == []


def test_importing_the_package_loads_none_of_its_rooms() -> None:
    script = (
        "import sys, auditreport; print(sorted(m for m in sys.modules if m.startswith(('auditreport.', 'pydantic'))))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.stderr) == ("['auditreport._version', 'auditreport.errors']", "")


def test_path_as_text_path_and_bytes_read_alike() -> None:
    as_text, as_path = auditreport.read(str(EXAMPLE)), auditreport.read(EXAMPLE)
    as_bytes = auditreport.read(EXAMPLE.read_bytes(), EXAMPLE.name)
    assert as_text == as_path == as_bytes


def test_parse_and_facts_are_parts_of_what_is_read() -> None:
    whole = auditreport.read(EXAMPLE)
    assert auditreport.parse(EXAMPLE) == whole.report
    assert auditreport.facts(EXAMPLE) == whole.facts
    assert whole.report.meta.department == "주민자치과"


def test_text_at_the_span_of_each_fact_is_its_raw_numeral() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    found = auditreport.facts(EXAMPLE)
    assert found
    assert [fact.id for fact in found if text[fact.source.start : fact.source.end] != fact.raw] == []


def test_check_gives_what_was_checked_and_what_contradicts_itself() -> None:
    misprint = EXAMPLE.with_name("misprint_2024.txt")
    checked = auditreport.check(misprint)
    assert (checked.input.path, checked.input.status) == (str(misprint), "checked")
    assert [(one.rule, one.severity) for one in checked.discrepancies] == [("AR203", "error")]
    assert len(checked.equations) == checked.input.equations
    of_bytes = auditreport.check(misprint.read_bytes(), "mail")
    assert [one.fingerprint for one in of_bytes.discrepancies] == [one.fingerprint for one in checked.discrepancies]
    assert of_bytes.input.path == "mail"


def test_check_applies_the_rules_that_are_selected() -> None:
    checked = auditreport.check(EXAMPLE, select=["AR10", "AR203"], ignore=["AR103", "AR105"])
    assert {one.rule for one in checked.equations} >= {"AR101", "AR203"}
    assert {one.rule for one in checked.equations}.isdisjoint({"AR103", "AR201", "AR205"})
    with pytest.raises(auditreport.AuditReportError, match="AR2O3: there is no such rule; the nearest are AR203"):
        auditreport.check(EXAMPLE, select=["AR2O3"])


def test_missing_file_is_an_exception_with_the_next_step() -> None:
    with pytest.raises(auditreport.UnreadableInput, match="there is no such file; check the path"):
        auditreport.read("no/such/report.txt")


def test_bytes_are_called_by_the_given_name() -> None:
    with pytest.raises(auditreport.UnreadableInput, match=r"^mail: the file is empty"):
        auditreport.facts(b"", "mail")


def test_compare_sets_reports_side_by_side() -> None:
    folder = EXAMPLE.parent / "audit"
    found = auditreport.compare(sorted(folder.glob("*.txt")), indicators=["staffing.quota"])
    assert [(cell.district, cell.year, cell.value) for cell in found.cells] == [
        ("노원구", 2018, "24"),
        ("노원구", 2019, "25"),
        ("은평구", 2020, "20"),
    ]
