"""What the meaning of titles and the sums of rows tell of the order of columns."""

from __future__ import annotations

from decimal import Decimal

from auditreport.parsers.headers.evidence import weigh
from auditreport.parsers.headers.judging import Columns


def columns(text: str) -> Columns:
    return tuple(tuple(path.split(">")) for path in text.split())


def test_groups_that_begin_with_their_totals_are_likelier() -> None:
    right = columns("재정>계 재정>추징 신분>계 신분>주의")
    wrong = columns("재정>계 재정>추징 조치>가 조치>나 신분>계 신분>주의")
    assert weigh([wrong, right], []) == [right, wrong]


def test_groups_with_the_same_sub_titles_are_likelier() -> None:
    right = columns("계획>과정 계획>인원 실적>과정 실적>인원")
    wrong = columns("계획>과정 실적>인원 실적>과정 실적>인원(명)")
    assert weigh([wrong, right], []) == [right, wrong]


def test_grades_under_a_job_class_within_a_group_tell_nothing_of_the_group() -> None:
    inner, outer = columns("일반직>소계 일반직>6급 공무직"), columns("명예직>일반직>소계 명예직>일반직>6급 공무직")
    assert set(weigh([inner, outer], [])) == {inner, outer}


def test_grades_stand_under_a_job_class() -> None:
    right, wrong = columns("일반직>6급 일반직>7급 명예직"), columns("일반직 명예직>6급 명예직>7급")
    assert weigh([wrong, right], []) == [right]


def test_a_subtotal_is_the_sum_of_its_group() -> None:
    right, wrong = columns("하천>소계 하천>가람 하천>나루 못"), columns("못 하천>소계 하천>가람 하천>나루")
    assert weigh([wrong, right], [[Decimal(n) for n in (30, 10, 20, 7)]]) == [right]


def test_evidence_against_all_is_no_evidence() -> None:
    only = columns("증감률>가 증감률>나")
    assert weigh([only], [[Decimal(1), Decimal(2)]]) == [only]


def test_a_total_in_front_is_likelier() -> None:
    last, first = columns("국비 총사업비"), columns("총사업비 국비")
    assert weigh([last, first], []) == [first, last]
