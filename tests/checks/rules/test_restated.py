"""One figure in two places: what makes two mentions one figure, and which difference between them is told."""

from __future__ import annotations

import pytest

from tests.checks.making import claims, told


def twice(first: str, second: str, above: str = "시민참여 확대") -> str:
    """A line under one item of results and plan."""
    return f"○ {above}\n- {first}\n□ 추진계획\n○ {above}\n- {second}"


@pytest.mark.parametrize(
    ("first", "second", "above", "found"),
    [
        # One label: announced where it is long enough to name the figure.
        ("주민참여 교육 수료자 : 84명", "주민참여 교육 수료자 : 84명", "확대", [("84 = 84",)]),
        ("교육수료 : 84명", "교육수료 : 84명", "확대", [("84 = 84",)]),
        ("수료자 : 84명", "수료자 : 84명", "확대", [("84 = 84", "met")]),
        ("수료자 : 2명", "수료자 : 2명", "확대", [("2 = 2", "met")]),
        ("수료자 : 1명", "수료자 : 1명", "확대", []),
        ("주민참여 교육 수료자 : 84명", "주민참여 교육 수료자 : 84건", "확대", []),
        # Three digits: a common word, or a common label above of four letters.
        ("교육 이수한 수료자 : 284명", "수료자 모두 : 284명", "확대", [("284 = 284", "met")]),
        ("교육 이수한 수료자 : 284명", "졸업생 모두 : 284명", "확대", []),
        ("교육 이수한 수료자 : 284명", "졸업생 모두 : 284명", "확대하기", [("284 = 284", "met")]),
        ("교육 이수한 수료자 : 284명", "졸업생 모두 : 284명", "더확대", []),
        # Two digits: both.
        ("교육 이수한 수료자 : 84명", "수료자 모두 : 84명", "시민참여 확대", [("84 = 84", "met")]),
        ("교육 이수한 수료자 : 84명", "졸업생 모두 : 84명", "시민참여 확대", []),
        ("교육 이수한 수료자 : 84명", "수료자 모두 : 84명", "확대", []),
        # One digit, zeros at its end not counted: the same first word under a common label.
        ("수료자 이수 : 8명", "수료자 모두 : 8명", "시민참여 확대", [("8 = 8", "met")]),
        ("수료자 이수 : 800명", "모두 수료자 : 800명", "시민참여 확대", []),
        ("교육 이수한 수료자 : 8명", "수료자 모두 : 8명", "시민참여 확대", []),
        ("수료자 이수 : 8명", "수료자 모두 : 8명", "확대", []),
        # Numbers in labels tell figures apart.
        ("2단계 수료자 : 284명", "3단계 수료자 : 284명", "시민참여 확대", []),
        ("2단계 수료자 : 284명", "2단계 이수한 수료자 : 284명", "확대", [("284 = 284", "met")]),
        # Two words behind the figure say what it is, too.
        ("참여 시민 284명 지원 완료", "선정된 284명 모두 지원", "확대", [("284 = 284", "met")]),
        ("참여 시민 284명 지원 완료 발표", "선정된 284명 모두 발표", "확대", []),
        ("참여 시민 284명, 지원 완료", "선정된 284명 모두 지원", "확대", []),
        ("참여 시민 284백만원 지원", "선정된 284백만원 모두 지원", "확대", [("284 = 284", "met")]),
        ("참여 시민 284백만원 교육", "선정된 284백만원 지원", "확대", []),
        ("참여 시민 284명 교육", "선정된 284명 지원", "확대", []),
    ],
)
def test_labels_and_digits_say_whether_two_mentions_are_one_figure(
    first: str, second: str, above: str, found: list[tuple[str, ...]]
) -> None:
    assert told("AR306", twice(first, second, above)) == found


def test_two_figures_of_one_line_do_not_bear_each_other_out() -> None:
    assert told("AR306", "○ 교육 수료자 : 284명, 교육 284명") == []


def test_the_last_mention_is_the_one_that_is_compared() -> None:
    line = "- 주민참여 교육 수료자 : 284명\n"
    text = f"□ 추진실적\n○ 가 사업\n{line}○ 나 사업\n{line}□ 추진계획\n○ 다 사업\n{line}"
    lines = [[operand.fact.source.line for operand in claim.operands] for claim in claims("AR306", text)]
    assert lines == [[3, 5], [5, 8]]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("주민참여 교육 수료자 : 1,284명", "주민참여 교육 수료자 : 1,264명", [("1,284 ≠ 1,264", "date")]),
        ("교육수료 : 1,284명", "교육수료 : 1,264명", [("1,284 ≠ 1,264", "date")]),
        ("수료자 : 1,284명", "수료자 : 1,264명", []),
        ("주민참여 교육 수료자 : 1,284명", "주민참여 교육 수료자 : 1,396명", []),
        ("주민참여 교육 수료자 : 1명", "주민참여 교육 수료자 : 2명", [("1 ≠ 2", "date")]),
        ("주민참여 교육 수료자 : 0명", "주민참여 교육 수료자 : 2명", [("0 ≠ 2", "date")]),
        ("주민참여 교육 수료자 : 1,284명", "주민참여 교육 수료자 : 1,264건", []),
        ("주민참여 교육 수료자 : 1,284명", "주민자치 교육 수료자 : 1,264명", []),
        ("주민참여 교육 수료자 : 1,284명", "주민참여 교육 수료자 : 총 1,264명", []),
    ],
)
def test_two_figures_of_one_name_that_a_slip_parts_are_told(
    first: str, second: str, found: list[tuple[str, ...]]
) -> None:
    assert told("AR306", twice(first, second)) == found


def test_three_figures_of_one_name_or_two_of_one_line_are_no_slip() -> None:
    line = "주민참여 교육 수료자 : {}명"
    assert told("AR306", f"○ {line.format(1284)}, {line.format(1264)}") == []
    assert told("AR306", twice(line.format(1284), line.format(1264)) + f"\n○ 확대\n- {line.format(1394)}") == [
        ("1284 ≠ 1264", "date")
    ]
    assert told("AR306", twice(line.format(1284), line.format(1264)) + f"\n- {line.format(1294)}") == [
        ("1264 ≠ 1294", "date")
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("- 수료자 : 52명", "- 수료자 : 78명"), [("52 ≠ 78", "date")]),
        (("- 수료자 : 52명", "- 수료자 : 52명"), [("52 = 52", "met")]),
        (("- 수료자 : 52명", "- 수료자 : 78건"), []),
        (("- 수료자 : 52명", "- 참여자 : 78명"), []),
        (("- 수료자 : 52명", "- 수료자 : 78명", "- 수료자 : 79명"), []),
        (("- 수료자 : 52명, 교육 12회", "- 수료자 : 78명"), []),
        (("- 수료자 : 52명", "○ 교육", "- 수료자 : 78명"), []),
        (("- ’23년 수료자 : 52명", "- ’24년 수료자 : 78명"), []),
        (("- 수료자 : 약 52명", "- 수료자 : 78명"), []),
    ],
)
def test_figures_of_one_name_under_one_item_are_the_same(lines: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR306", "\n".join(("○ 교육", *lines))) == found


def test_figures_of_items_that_hang_under_nothing_may_differ() -> None:
    assert told("AR306", "○ 수료자 : 52명\n○ 수료자 : 78명") == []


GOALS = "○ 인권 계획\n- 주요내용 : {}\n○ 상반기 분석\n- 주요내용 : {}"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("4개 목표, 14개 분야, 78개 사업", "4개 목표, 15개 분야, 78개 사업", ["4 = 4", "78 = 78", "14 ≠ 15"]),
        ("4개 목표, 14개 분야, 78개 사업", "4개 목표, 15개 분야, 79개 사업", ["4 = 4"]),
        ("4개 목표, 14개 분야", "4개 목표, 15개 분야", ["4 = 4"]),
        ("4개 목표, 14개 분야, 78개 사업", "4개 목표, 15명 분야, 78개 사업", ["4 = 4", "78 = 78"]),
        ("4개 목표, 14개 분야, 78개 사업", "4개 목표, 15개 분야, 78개 사업, 3개 과제", ["4 = 4", "78 = 78"]),
        ("4개 목표, 14개 분야, 78개 사업, 3개 과제", "4개 목표, 15개 분야, 78개 사업", ["4 = 4", "78 = 78"]),
        ("목표 4개, 분야 14개, 사업 78개", "목표 4개, 분야 15개, 사업 78개", ["4 = 4", "78 = 78", "14 ≠ 15"]),
        ("목표 4개, 분야 14개, 사업 78개", "목표 4개, 과제 15개, 사업 78개", ["4 = 4", "78 = 78"]),
        ("목표 4개, 분야 14개, 사업 78개", "목표 4개, 사업 78개, 분야 15개", ["4 = 4", "78 = 78"]),
    ],
)
def test_the_one_figure_is_told_in_which_two_lines_differ(first: str, second: str, found: list[str]) -> None:
    expected = [(formula, "met") if "=" in formula else (formula, "date") for formula in found]
    assert told("AR306", GOALS.format(first, second)) == expected


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("52회", "- 복지 방문 : 52회"), [("52 = 52", "met")]),
        (("10회", "- 복지 방문 : 10회"), [("10 = 10", "met")]),
        (("9회", "- 복지 방문 : 9회"), []),
        (("52회", "- 복지 방문 : 51회"), []),
        (("52회", "- 복지 방문 : 52건"), []),
        (("52회", "- 복지 방문 : 52회", "- 민원 상담 : 12명"), [("52 = 52", "met")]),
        (("52회", "- 복지 방문 : 52회", "- 민원 상담 : 12회"), []),
        (("52회, 직원 40명", "- 복지 방문 : 52회"), []),
    ],
)
def test_the_only_figure_of_its_unit_below_a_figure_is_the_same(
    lines: tuple[str, ...], found: list[tuple[str, ...]]
) -> None:
    assert told("AR306", "○ 찾아가는 현장행정 실시 : " + "\n".join(lines)) == found


@pytest.mark.parametrize(
    ("line", "title", "found"),
    [
        ("참여 시민 : 1,284명", "모집한 시민 1,284명이 함께", [("1,284 = 1,284", "met")]),
        ("참여 시민 : 1,284명", "시민 1,284명", [("1,284 = 1,284", "met")]),
        ("참여 시민 : 1,284명", "1,284명 시민", [("1,284 = 1,284", "met")]),
        ("참여 시민 : 1,284명", "모집 1,284명이 함께", []),
        ("참여 시민 : 1,284명", "시민 11,284명이 함께", []),
        ("참여 시민 : 1,284명", "시민 0.1,284명이 함께", []),
        ("참여 시민 : 1,284명", "시민 1,284건을 함께", []),
        ("참여 시민 : 284명", "모집한 시민 284명이 함께", []),
        ("참여 시민 : 2,000명", "모집한 시민 2,000명이 함께", []),
    ],
)
def test_a_long_figure_that_a_title_of_a_table_repeats_is_borne_out(
    line: str, title: str, found: list[tuple[str, ...]]
) -> None:
    table = f"| 구분 | {title} |\n| --- | --- |\n| 현황 | 가 |\n| 비고 | 없음 |"
    assert told("AR306", f"○ {line}\n\n{table}") == found


def test_a_figure_of_a_title_has_its_place_and_words() -> None:
    table = "| 구분 | 모집한  시민 1,284명이 함께 |\n| --- | --- |\n| 현황 | 가 |\n| 비고 | 없음 |"
    text = f"□ 추진실적\n○ 참여 시민 : 1,284명\n\n{table}\n"
    [claim] = claims("AR306", text)
    fact = claim.operands[0].fact
    start = text.index("1,284", text.index("모집한"))
    assert (fact.source.start, fact.source.end, fact.source.line) == (start, start + 5, 4)
    assert (fact.value, fact.raw, fact.unit, fact.decimals) == ("1284", "1,284", "명", 0)
    assert (fact.item, fact.concept, fact.id) == ("모집한 시민", "printed", "")
    assert (claim.rule, claim.operands[1].fact.item, claim.operands[0].index) == ("AR306", "참여 시민", -start - 1)


STAFF = "Ⅰ 기본 현황\n□ 인 력: {}\n구 분 계 창업과 금융과\n정 원 44 23 21\n현 원 46 24 22\n"


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("정원 44, 현원 46명", ["44 = 44", "46 = 46"]),
        ("정원 44명", ["44 = 44"]),
        ("정원 43, 현원 46명", ["44 ≠ 43", "46 = 46"]),
    ],
)
def test_staff_of_the_text_is_the_total_of_the_table_behind_it(stated: str, found: list[str]) -> None:
    text = STAFF.format(stated)
    assert [claim.formula for claim in claims("AR104", text)] == found
    # Another table behind that one is another matter.
    assert [claim.formula for claim in claims("AR104", text + text.partition("\n")[2].partition("\n")[2])] == found


def test_staff_of_the_text_behind_the_table_is_no_claim() -> None:
    head, line, *table = STAFF.format("정원 43, 현원 46명").splitlines()
    assert claims("AR104", "\n".join((head, "□ 인 력", *table, line, ""))) == []


BUDGET = """Ⅰ 기본 현황
□ 예 산: {}
(단위 : 천원)
구 분 계 창업과 금융과
세 입 8,946,770 7,829,054 1,117,716
세 출 46,383,141 36,247,265 10,135,876
"""


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("세입 89억원, 세출 463억원", ["8,946,770 = 89", "46,383,141 = 463"]),
        ("세입 89억원, 세출 464억원", ["8,946,770 = 89", "46,383,141 = 464"]),
        ("세입 463억원, 세출 89억원", ["8,946,770 ≠ 463", "46,383,141 ≠ 89"]),
        ("세출 46,383백만원", ["46,383,141 = 46,383"]),
    ],
)
def test_a_budget_of_the_text_is_the_total_of_its_side(stated: str, found: list[str]) -> None:
    assert [claim.formula for claim in claims("AR208", BUDGET.format(stated))] == found
