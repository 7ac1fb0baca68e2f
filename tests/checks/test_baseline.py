from __future__ import annotations

from typing import Any

from auditreport.checks import compare, make_baseline
from auditreport.schemas.discrepancy import Baseline, Discrepancy
from tests.render.checked.making import discrepancy

PATHS = {"reports/a.txt"}
CODES = {"AR203"}


def found(fingerprint: str, **equation: Any) -> Discrepancy:
    return discrepancy(fingerprint=fingerprint, equation=equation)


def fingerprints(baseline: Baseline) -> list[tuple[str, str]]:
    return [(entry.path, entry.fingerprint) for entry in baseline.discrepancies]


def test_what_is_listed_is_known_and_the_rest_is_new() -> None:
    compared = compare([found("a"), found("b")], make_baseline([found("a")]), PATHS, CODES)
    assert [one.fingerprint for one in compared.known] == ["a"]
    assert [one.fingerprint for one in compared.new] == ["b"]
    assert compared.gone == ()


def test_cause_is_known_in_a_file_of_another_name() -> None:
    compared = compare([found("a", path="copy.txt")], make_baseline([found("a")]), {"copy.txt"}, CODES)
    assert (compared.new, compared.gone) == ((), ())


def test_entry_that_no_longer_comes_up_is_gone() -> None:
    compared = compare([], make_baseline([found("a")]), PATHS, CODES)
    assert [entry.fingerprint for entry in compared.gone] == ["a"]
    assert compared.kept == ()


def test_entry_of_an_input_or_rule_that_was_not_checked_is_not_gone() -> None:
    baseline = make_baseline([found("a", path="b.txt"), found("b", rule="AR101")])
    compared = compare([], baseline, PATHS, CODES)
    assert compared.gone == ()
    assert make_baseline([], compared.kept) == baseline


def test_baseline_is_sorted_and_lists_each_cause_of_an_input_once() -> None:
    baseline = make_baseline([found("b"), found("a"), found("b"), found("c", rule="AR101"), found("a", path="B.txt")])
    assert fingerprints(baseline) == [
        ("B.txt", "a"),
        ("reports/a.txt", "c"),
        ("reports/a.txt", "a"),
        ("reports/a.txt", "b"),
    ]


def test_new_entry_replaces_an_older_one_of_the_same_cause() -> None:
    older = make_baseline([discrepancy("info")])
    assert [one.severity for one in make_baseline([discrepancy("error")], older.discrepancies).discrepancies] == [
        "error"
    ]
