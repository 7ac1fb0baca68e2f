"""How digits are changed, and whether the checks should see it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from auditreport.schemas import Fact
from auditreport.schemas.fact import Entity, FactSource, Period, Reading
from bench.mutated.changes import changes, is_plain
from bench.mutated.holding import holds, relation, span
from bench.mutated.outcomes import Outcome, read_subject, try_change

REPORT = Path(__file__).parent.parent / "fixtures" / "reports" / "11740_gangdong_2024_autonomy" / "source.txt"


def fact(raw: str, value: str, decimals: int = 0, unit: str = "KRW") -> Fact:
    return Fact(
        id=raw,
        kind="budget",
        part="overview",
        concept="budget.amount",
        period=Period(),
        entity=Entity(),
        value=value,
        unit=unit,
        decimals=decimals,
        raw=raw,
        source=FactSource(start=10, end=10 + len(raw)),
        status="stated",
        reading=Reading(method="text", confirmed=False),
    )


def test_each_digit_becomes_every_other_but_no_leading_zero() -> None:
    made = list(changes([fact("△1,204", "-1204000", -3)]))
    assert len(made) == 8 + 9 + 9 + 9
    assert {(one.raw, one.value) for one in made} >= {
        ("△9,204", Decimal(-9204000)),
        ("△1,004", Decimal(-1004000)),
        ("△1,200", Decimal(-1200000)),
    }


def test_lone_digit_and_digit_before_the_point_may_become_zero() -> None:
    assert {one.raw for one in changes([fact("7", "7")])} == set("012345689")
    assert "0.5" in {one.raw for one in changes([fact("1.5", "1.5", 1, "%")])}


def test_figure_in_words_is_not_changed() -> None:
    compound = fact("1억 200만", "102000000", -6)
    assert not is_plain(compound)
    assert list(changes([compound])) == []


def outcomes_of(text: str, raw: str) -> list[Outcome]:
    subject = read_subject("report", text.encode())
    return [try_change(subject, change) for change in subject.changes() if change.fact.raw == raw]


def test_change_of_a_plan_breaks_nothing_that_is_announced() -> None:
    text = """# 2023년도 주요업무보고

## Ⅱ. 2023년 주요업무 추진실적

○ 주민총회 개최 : 18개동, 주민 참여

## Ⅲ. 2024년 주요업무 추진계획

○ 주민총회 개최 : 18개동, 6 ~ 7월
"""
    found = outcomes_of(text, "18")
    assert found
    assert [one.is_announced for one in found] == [False] * len(found)
    assert not any(one.new for one in found)


def test_change_of_a_breakdown_breaks_what_is_announced_and_is_found() -> None:
    found = outcomes_of("□ 추진실적\n○ 구민 감사관 감사 참여 : 31명(전문13, 일반18)\n", "18")
    assert {(one.is_announced, bool(one.new)) for one in found} == {(True, True)}
    # A part that is greater than its whole is no figure of the report any more, but still stands in the equation.
    assert "98" in {one.change.raw for one in found}


@pytest.mark.parametrize(
    ("formula", "name"),
    [
        ("1 + 2 = 3", "sum"),
        ("3 − 2 = 1", "difference"),
        ("1 ÷ 2 = 50%", "rate"),
        ("3 ≥ 2", "order"),
        ("5 = 5", "equal"),
    ],
)
def test_signs_of_a_formula_tell_the_relation(formula: str, name: str) -> None:
    assert relation(formula) == name


@pytest.mark.parametrize(
    ("formula", "figures", "is_so"),
    [
        ("5 + 2 = 7", [("5", 0), ("2", 0), ("8", 0)], False),
        ("5 + 2 = 7", [("5000", -3), ("2000", -3), ("8000", -3)], True),
        ("5 + 2 = 7", [("5000", -3), ("2000", -3), ("9000", -3)], False),
        ("5 + 2 = 4 + 3", [("5", 0), ("2", 0), ("4", 0), ("3", 0)], True),
        ("5 + 2 = 4 + 3", [("5", 0), ("2", 0), ("4", 0), ("4", 0)], False),
        ("5 − 2 = 3", [("5", 0), ("2", 0), ("3", 0)], True),
        ("5 = 5", [("5", 0), ("5", 0)], True),
        ("3 (a, b, c) = 3", [("3", 0)], False),
    ],
)
def test_formula_holds_where_values_that_print_so_satisfy_it(
    formula: str, figures: list[tuple[str, int]], is_so: bool
) -> None:
    assert holds(formula, [span(fact(raw, raw, decimals), Decimal(raw)) for raw, decimals in figures]) is is_so


@pytest.mark.parametrize(("whole", "rates"), [("3001", {"46"}), ("3000", {"46", "47"}), ("2999", {"47"})])
def test_rate_holds_where_it_prints_so(whole: str, rates: set[str]) -> None:
    def stated(rate: str) -> bool:
        figures = [fact("1395", "1395"), fact(whole, whole), fact(rate, rate, 0, "%")]
        return holds("1 ÷ 2 = 50%", [span(one, Decimal(one.value)) for one in figures])

    assert {rate for rate in ("45", "46", "47", "48") if stated(rate)} == rates


def test_wrong_digit_is_found_and_traced() -> None:
    subject = read_subject("gangdong", REPORT.read_bytes())
    change = next(one for one in subject.changes() if one.fact.concept == "budget.amount" and subject.broken(one))
    outcome = try_change(subject, change)
    assert outcome.new
    assert outcome.is_traced
    assert outcome.elsewhere == 0


def test_unit_converted_holds_to_a_unit_of_what_it_gives() -> None:
    area, given = fact("10,293", "10293", unit="㎡"), fact("3,114", "3114", unit="평")
    formula = "10,293㎡ ÷ 3.3058 = 3,114"
    assert holds(formula, [span(area, Decimal(10293)), span(given, Decimal(3114))])
    assert not holds(formula, [span(area, Decimal(10393)), span(given, Decimal(3114))])


def test_difference_of_numbers_that_are_no_figures_is_not_told() -> None:
    assert not holds("33 − 25 = 8", [span(fact("33", "33"), Decimal(33)), span(fact("8", "8"), Decimal(8))])


def possible(text: str, raw: str, becomes: str) -> int:
    subject = read_subject("report", text.encode())
    [change] = [one for one in subject.changes() if (one.fact.raw, one.raw) == (raw, becomes)]
    return subject.possible(change)


def test_figures_that_could_as_well_be_wrong_are_counted() -> None:
    text = "2024년도 주요업무보고\n\n□ 추진실적\n ○ 상담 : 912건(전화 {}, 방문 {}, 인터넷 {})\n"
    # Each of the four may be one more or one less.
    assert possible(text.format(485, 286, 141), "286", "287") == 4
    # Neither 200 nor 100 can lose 40 by another digit, but 512 and the total may be others.
    assert possible(text.format(200, 100, 612), "612", "652") == 2
