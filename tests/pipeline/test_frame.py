"""auditreport.frame: reports as data frames."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import auditreport

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "audit"
NOWON = EXAMPLES / "nowon_2018.txt"


def test_frame_has_the_facts_of_all_reports_in_order() -> None:
    paths = sorted(EXAMPLES.glob("*.txt"))
    rows = auditreport.frame(paths)
    assert list(rows["id"]) == [fact.id for path in paths for fact in auditreport.facts(path)]
    assert list(rows["path"].unique()) == [str(path) for path in paths]


def test_values_keep_their_last_digit_and_what_is_missing_stays_missing() -> None:
    rows = auditreport.frame([NOWON])
    [row] = rows[(rows["concept"] == "budget.executed") & (rows["item"] == "계")].to_dict("records")
    assert (row["value"], row["source_line"], row["reading_confirmed"]) == (Decimal(181_478_000), 35, True)
    assert rows["source_page"].isna().all()
    assert {name: str(rows[name].dtype) for name in ("raw", "source_line", "reading_confirmed", "period_as_of")} == {
        "raw": "string",
        "source_line": "Int64",
        "reading_confirmed": "boolean",
        "period_as_of": "datetime64[s]",
    }


def test_same_file_counts_once() -> None:
    assert len(auditreport.frame([NOWON, NOWON])) == len(auditreport.frame([NOWON]))


def test_other_tables_and_none_of_that_name() -> None:
    assert list(auditreport.frame([NOWON], "reports")["department"]) == ["감사담당관"]
    with pytest.raises(auditreport.AuditReportError, match="no table 'fact'; there are reports, programmes, facts"):
        auditreport.frame([NOWON], "fact")
