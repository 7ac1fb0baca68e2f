"""A report that was read, and a line or fact of it → why its figures say what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditreport.pipeline import Read, explain, read_bytes, read_path, select
from auditreport.schemas.explanation import Explanation
from tests.reading import LOST_STAFFING

REPORTS = sorted((Path(__file__).resolve().parent.parent / "fixtures" / "reports").glob("*/source.txt"))
DAMAGED = """Ⅰ. 일반현황
1. 시설현황
(단위 : 개소)
구 분 계 정비 보수 점검
합 계 731 412 96 223
도 로 402 257 53 98
하 천 329 161 43 125
"""


def read(text: str) -> Read:
    return read_bytes(text.encode(), "report.txt")


def explained(text: str, target: str) -> list[Explanation]:
    found = read(text)
    return explain(found, select(found.facts, target))


def test_a_line_names_its_figures_in_their_order() -> None:
    assert [fact.raw for fact in select(read(LOST_STAFFING).facts, "8")] == ["24", "6", "9", "5", "3", "1"]


def test_an_id_or_its_beginning_names_one_figure() -> None:
    facts = read(LOST_STAFFING).facts
    assert select(facts, facts[3].id) == [facts[3]]
    assert select(facts, facts[3].id[:8]) == [facts[3]]
    assert select(facts, facts[3].id[:3]) == []


def test_a_line_without_figures_names_none() -> None:
    assert select(read(LOST_STAFFING).facts, "1") == []


def test_the_place_is_the_line_of_the_source_and_the_offset_in_it() -> None:
    for one in explained(LOST_STAFFING, "8"):
        assert one.text == "정 원 24 6 9 5 3 1"
        assert one.text[one.at : one.at + len(one.fact.raw)] == one.fact.raw


def test_the_search_for_a_lost_column_is_told_with_what_closes_and_what_ranks() -> None:
    search = explained(LOST_STAFFING, "8")[1].search
    assert search is not None
    assert (search.figures, len(search.columns)) == (("24", "6", "9", "5", "3", "1"), 9)
    assert (search.by_order, search.by_sums, search.by_rules) == (84, 56, 1)
    assert search.closed[1] == "과부족 = 현원 − 정원"
    assert [rule.code for rule in search.rules] == ["one-head", "team-heads", "working-grades", "head-in-office"]


def test_values_are_proved_although_their_columns_are_open() -> None:
    one = explained(LOST_STAFFING, "8")[1]
    assert one.fact.status == "ambiguous"
    assert one.fact.reading.confirmed
    proofs = {proof.rule: proof for proof in one.proofs}
    assert [operand.raw for operand in proofs["AR101"].operands] == ["6", "9", "5", "3", "1", "24"]
    assert [(proof.is_exact, proof.announced) for proof in one.proofs] == [(True, True)] * len(proofs)
    assert proofs["AR103"].operands[1].raw == "6"


def test_a_table_that_does_not_close_comes_with_the_change_that_would_close_it() -> None:
    one = explained(DAMAGED, "6")[1]
    assert [(change.kind, change.label, change.was, change.becomes, change.mended) for change in one.changes] == [
        ("digit", "도로", ("257",), ("251",), 2)
    ]
    assert one.fact.value == "257"


def test_a_table_that_does_not_close_is_an_issue() -> None:
    assert "sums-open" in {issue.code for issue in read(DAMAGED).report.issues}
    assert "sums-open" not in {issue.code for issue in read(DAMAGED.replace("257", "251")).report.issues}


def test_a_figure_in_running_text_has_neither_search_nor_changes() -> None:
    text = "Ⅱ. 추진실적\n1. 민원 처리\n□ 추진실적\n❍ 고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)\n"
    [whole, *_] = explained(text, "4")
    assert (whole.search, whole.changes) == (None, ())
    assert [(proof.rule, proof.formula) for proof in whole.proofs] == [("AR301", "496 + 1,026 = 1,522")]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_every_figure_that_is_confirmed_has_an_equation_that_is_shown(path: Path) -> None:
    found = read_path(path)
    explanations = explain(found, found.facts)
    assert len(explanations) == len(found.facts) > 0
    assert [one.fact.raw for one in explanations if one.fact.reading.confirmed and not one.proofs] == []
