"""One report → equations with their classes and discrepancies with their figures."""

from __future__ import annotations

import hashlib
import re

import pytest

from auditreport.pipeline.check import check_read
from auditreport.pipeline.one import read_bytes
from tests.checks.making import budget, checked, found

ROWS = (
    ("계", "1,000", "700", "300"),
    ("감사", "600", "400", "200"),
    ("민원", "300", "200", "100"),
    ("기본경비", "100", "100", "-"),
)


def test_report_that_agrees_with_itself_has_equations_and_no_discrepancy():
    one = checked(budget(*ROWS))
    assert (one.input.status, one.input.facts, one.input.equations, one.input.confirmed) == ("checked", 12, 11, 12)
    assert {equation.class_ for equation in one.equations} == {"exact"}
    assert one.discrepancies == ()


def test_equation_names_its_figures_and_lines_with_the_stated_result_last():
    by_formula = {equation.formula: equation for equation in checked(budget(*ROWS)).equations}
    total = by_formula["600 + 300 + 100 = 1,000"]
    assert (total.stated, total.expected.low, total.expected.high) == ("1000000", "998500", "1001500")
    assert (total.rule, len(total.lines)) == ("AR201", 4)
    assert by_formula["1,000 − 700 = 300"].rule == "AR203"


@pytest.mark.parametrize(
    ("row", "was", "becomes", "raw", "instead"),
    [
        (1, "600", "700", "700", "600000"),
        (0, "1,000", "1,100", "1,100", "1000000"),
        (1, "200", "210", "210", "200000"),
    ],
)
def test_changed_figure_is_the_one_suspect_of_one_discrepancy(row, was, becomes, raw, instead):
    rows = list(ROWS)
    rows[row] = tuple(becomes if cell == was else cell for cell in rows[row])
    [one] = checked(budget(*rows)).discrepancies
    assert one.severity == "error"
    assert [(suspect.raw, suspect.instead) for suspect in one.suspects] == [(raw, instead)]
    assert len(one.related) == 1
    assert one.facts == tuple(suspect.fact for suspect in one.suspects)


def test_two_changed_figures_are_two_discrepancies():
    rows = (ROWS[0], ("감사", "700", "400", "200"), ROWS[2], ("기본경비", "100", "100", "9"))
    assert [suspect.raw for one in checked(budget(*rows)).discrepancies for suspect in one.suspects] == ["700", "9"]


def test_report_without_anything_to_check_says_so():
    one = checked("2024년도 주요업무보고\n\n□ 추진실적\n ○ 민원 처리 : 15건\n")
    assert (one.input.status, one.input.equations) == ("nothing_checked", 0)


def test_swapped_digits_are_found_before_other_suspects():
    rows = (("계", "3,520", "-", "3,520"), ("국비", "2,782", "-", "2,728"), ("시비", "792", "-", "792"))
    [one] = checked(budget(*rows)).discrepancies
    assert [(suspect.raw, suspect.instead) for suspect in one.suspects] == [("2,782", "2728000")]


def test_breakdown_in_brackets_that_misses_by_a_digit_is_a_warning():
    assert found("□ 추진실적\n ○ 고충민원 처리 : 1,532건(오프라인 496, 온라인 1,026)\n") == [("warning", "AR301", "10")]


def test_breakdown_in_brackets_that_holds_is_none():
    assert found("□ 추진실적\n ○ 고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)\n") == []


def test_some_of_the_parts_only_are_worth_a_look_at_most():
    one = checked("□ 추진실적\n ○ 고충민원 처리 : 1,522건(오프라인 96, 온라인 26)\n").discrepancies
    assert [(each.severity, [excuse.en for excuse in each.excuses]) for each in one] == [
        ("info", ["Only some of the parts may be listed."])
    ]


def test_message_is_a_sentence_in_both_languages():
    rows = (("계", "1,100", "700", "300"), *ROWS[1:])
    [one] = checked(budget(*rows)).discrepancies
    assert one.message.en == (
        "계: the report states 300천원, but the figures beside it give 400천원 (difference -100천원). 1,100 − 700 ≠ 300"
    )
    assert one.message.ko == "계: 보고서에는 300천원이지만 계산하면 400천원입니다 (차이 -100천원). 1,100 − 700 ≠ 300"


def test_rates_are_not_summed():
    head = ("구분", "예산액", "집행액", "집행률(%)")
    rows = (("계", "1,000", "700", "70"), ("감사", "600", "400", "67"), ("민원", "400", "300", "75"))
    assert found(budget(*rows, head=head)) == []


def test_rate_that_its_figures_do_not_give_is_found():
    head = ("구분", "예산액", "집행액", "집행률(%)")
    rows = (
        ("계", "1,000", "700", "70"),
        ("감사", "600", "400", "87"),
        ("민원", "300", "225", "75"),
        ("기타", "100", "75", "75"),
    )
    [one] = checked(budget(*rows, head=head)).discrepancies
    assert (one.severity, one.rule, one.suspects[0].raw) == ("error", "AR205", "87")
    assert one.equation.formula == "400 ÷ 600 ≠ 87%"


def test_part_in_words_leaves_its_total_open():
    rows = (("계", "500", "-"), ("국비", "300", "진행중"), ("시비", "200", "200"))
    assert "error" not in {severity for severity, *_ in found(budget(*rows, head=("구분", "예산액", "집행액")))}


def test_an_equation_that_closes_by_rounding_says_how_near_to_the_edge():
    rows = [(f"사업{i}", f"{313 + 7 * i}", f"{101 + 3 * i}", f"{212 + 4 * i + i % 2}") for i in range(6)]
    found = {one.formula: (one.class_, one.slack) for one in checked(budget(*rows)).equations}
    # 216,000 ± 1,000 of what 320 − 104 gives, ± 500 of 217: 1,000 of 1,500 are used.
    assert found["320 − 104 = 217"] == ("rounding", 0.333)
    assert found["313 − 101 = 212"] == ("exact", None)


def test_a_total_of_rounded_rows_is_told_from_one_rounding():
    rows = (("계", "1,425", "783"), *((name, amount, spent) for name, amount, spent in ROUNDED))
    by_formula = {
        one.formula: (one.class_, one.slack)
        for one in checked(budget(*rows, head=("구분", "예산액", "집행액"))).equations
        if one.rule == "AR201"
    }
    # 1,427 and 782 are what the rows give.
    assert by_formula == {
        "272 + 302 + 251 + 322 + 280 = 1,425": ("accumulated", 0.333),
        "185 + 161 + 135 + 135 + 166 = 783": ("rounding", 0.667),
    }


ROUNDED = (
    ("청사 관리", "272", "185"),
    ("민원 안내", "302", "161"),
    ("기본 경비", "251", "135"),
    ("감사 운영", "322", "135"),
    ("조사 운영", "280", "166"),
)


def test_a_sum_that_only_rounding_closes_fails_where_all_others_are_added_up_as_printed():
    rows = [(f"사업{i}", f"{313 + 7 * i}", f"{101 + 3 * i}", f"{212 + 4 * i}") for i in range(24)]
    total = [str(sum(int(row[at]) for row in rows)) for at in (1, 2, 3)]
    rows[5] = (*rows[5][:3], "233")
    one = checked(budget(("계", *total), *rows))
    [flag] = one.discrepancies
    assert (flag.equation.formula, flag.equation.class_, flag.equation.slack) == (
        "348 − 116 ≠ 233",
        "inconsistent",
        None,
    )
    assert [equation.formula for equation in flag.related] == [
        f"{' + '.join(row[3] for row in rows)} ≠ {total[2]}",
    ]
    assert {equation.class_ for equation in one.equations} == {"exact", "inconsistent"}


TEXT = """# 2024년도 주요업무보고

□ 추진실적
○ 😀 고충민원 처리 : 1,532건(오프라인 496, 온라인 1,026)
○ 정비 사업비 : 287억원(공사 144, 용역 443)
○ 구민 감사관 감사 참여 : 31명(전문 13, 일반 78)
○ 등록의무부서(5개) : 감사담당관, 재무과, 세무과, 부과과, 환경과, 위생과
"""


def test_a_discrepancy_says_what_does_not_hold_and_where():
    one, *others = checked(TEXT).discrepancies
    assert (one.severity, one.rule, one.path, one.lines, one.pages) == ("warning", "AR301", "report.txt", (4,), ())
    assert (one.difference, one.unit, one.excuses, one.related) == ("10", "건", (), ())
    assert one.message.en == (
        "😀 고충민원 처리: the report states 1,532건, but the parts add up to 1,522건 (difference 10건)."
        " 496 + 1,026 ≠ 1,532"
    )
    # An astral character counts as two, as editors have it.
    assert [(each.raw, each.label, each.concept, each.year, each.line, each.column) for each in one.figures] == [
        ("496", "😀 고충민원 처리 · 오프라인", "metric", 2024, 4, 28),
        ("1,026", "😀 고충민원 처리 · 온라인", "metric", 2024, 4, 37),
        ("1,532", "😀 고충민원 처리", "metric", 2024, 4, 16),
    ]
    assert [each.fact for each in one.figures] == list(one.equation.facts)
    assert {(each.page, each.place) for each in one.figures} == {(None, None)}
    assert [(each.raw, each.instead, each.instead_printed) for each in one.suspects] == [
        ("1,026", "1036", "1,036건"),
        ("1,532", "1522", "1,522건"),
    ]
    assert one.facts == one.equation.facts[1:]
    assert [each.lines for each in others] == [(5,), (6,), (7,)]


def test_a_number_that_is_no_fact_is_told_in_the_unit_of_its_whole():
    one = checked(TEXT).discrepancies[1]
    assert (one.severity, one.difference, one.unit) == ("info", "-30000000000", "KRW")
    assert [(each.fact != "", each.raw, each.instead, each.instead_printed) for each in one.suspects] == [
        (False, "443", "14300000000", "143억원"),
        (True, "287", "58700000000", "587억원"),
    ]
    assert [(each.raw, each.label, each.concept, each.line, each.column) for each in one.figures] == [
        ("144", "정비 사업비 · 공사", "metric", 5, 21),
        ("443", "정비 사업비", "printed", 5, 29),
        ("287", "정비 사업비", "metric", 5, 12),
    ]
    # Facts only.
    assert one.equation.facts == (one.figures[0].fact, one.figures[2].fact)
    assert one.facts == (one.figures[2].fact,)
    assert (one.equation.expected.low, one.equation.expected.high) == ("58600000000", "58800000000")
    assert one.equation.stated == "28700000000"


def test_the_gravest_discrepancy_stands_first_then_the_first_of_the_report():
    text = TEXT.replace("- ", "").replace("○ 구민", "○ 고충민원 접수 : 2,732건(오프라인 496, 온라인 2,226)\n○ 구민")
    assert [(one.severity, one.lines) for one in checked(text).discrepancies] == [
        ("warning", (4,)),
        ("warning", (6,)),
        ("info", (5,)),
        ("info", (7,)),
        ("info", (8,)),
    ]


def test_equations_stand_in_the_order_of_their_lines_and_then_of_the_rules():
    one = checked(budget(*ROWS))
    order = [(equation.lines, equation.rule, equation.id) for equation in one.equations]
    assert order == sorted(order)
    assert [equation.rule for equation in one.equations] == [
        *("AR203", "AR308"),
        *["AR201"] * 3,
        *("AR203", "AR308", "AR203", "AR308", "AR203", "AR308"),
    ]


def test_an_equation_has_an_id_of_its_own_that_its_report_and_figures_give():
    ids = [equation.id for equation in checked(budget(*ROWS)).equations]
    assert len(set(ids)) == len(ids)
    assert {len(one) for one in ids} == {16}
    assert ids == [equation.id for equation in checked(budget(*ROWS)).equations]
    other = [equation.id for equation in checked(budget(*ROWS) + "\n").equations]
    assert not set(ids) & set(other)
    # Two lists of names for one count differ by nothing but their figures.
    text = "□ 추진실적\n○ 특정감사(3회) : 집행, 복무, 예산\n○ 종합감사(3회) : 본청, 동, 사업소\n"
    assert len({equation.id for equation in checked(text).equations}) == 2


def test_all_is_told_of_the_path_and_bytes_of_its_input():
    text = TEXT.encode()
    one = checked(TEXT)
    assert (one.input.path, one.input.sha256) == ("report.txt", hashlib.sha256(text).hexdigest())
    assert {equation.path for equation in one.equations} == {"report.txt"}
    assert (one.input.rounding, one.input.failure) == ("unknown", None)
    assert [(issue.code, issue.anchor.line) for issue in one.input.issues] == [
        ("number-unread", 5),
        ("number-unread", 6),
    ]


def test_figures_that_only_a_bound_relates_are_not_confirmed():
    one = checked("□ 추진실적\n○ 지역리그 70~80% 지역투자\n")
    assert (one.input.facts, one.input.equations, one.input.confirmed) == (2, 1, 0)


def test_numbers_that_are_no_facts_are_not_counted_as_confirmed():
    one = checked("□ 추진실적\n○ 특구 지위 연장 유지(3년, ’25.～’27.)\n")
    assert (one.input.facts, one.input.equations, one.input.confirmed) == (0, 1, 0)


def test_only_the_rules_that_are_asked_for_are_applied():
    read = read_bytes(budget(*ROWS).encode(), "report.txt")
    some = check_read(read, "a.txt", {"AR203", "AR501"})
    assert [equation.rule for equation in some.equations] == ["AR203"] * 4
    assert check_read(read, "a.txt", set()).equations == ()
    assert {equation.rule for equation in check_read(read, "a.txt").equations} == {"AR201", "AR203", "AR308"}


def test_a_relation_that_two_rules_find_is_told_once():
    one = checked("□ 추진실적\n○ 고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)\n")
    assert [(equation.rule, equation.formula) for equation in one.equations] == [("AR301", "496 + 1,026 = 1,522")]


def test_what_several_claims_of_a_cause_say_is_told_by_the_surest_and_shortest():
    rows = (ROWS[0], ("감사", "700", "400", "200"), *ROWS[2:])
    [one] = checked(budget(*rows)).discrepancies
    assert one.equation.formula == "700 − 400 ≠ 200"
    assert [equation.formula for equation in one.related] == ["700 + 300 + 100 ≠ 1,000"]
    assert (one.difference, one.unit, one.lines) == ("-100000", "KRW", one.equation.lines)


def test_a_rate_that_fails_with_a_difference_hangs_under_it():
    head = ("구분", "예산액", "집행액", "잔액", "집행률(%)")
    rows = (
        ("청사 관리", "2,716", "1,954", "862", "68.3"),
        ("민원 안내", "1,015", "610", "405", "60.1"),
        ("기본 경비", "500", "350", "150", "70.0"),
        ("감사 운영", "1,250", "1,000", "250", "80.0"),
    )
    [one] = checked(budget(*rows, head=head)).discrepancies
    assert one.equation.formula == "2,716 − 1,954 ≠ 862"
    assert [equation.formula for equation in one.related] == ["1,954 ÷ 2,716 ≠ 68.3%"]
    assert [(each.raw, each.instead) for each in one.suspects] == [("1,954", "1854000")]


def test_causes_that_look_alike_are_numbered_from_the_second_on():
    line = " ○ 고충민원 처리 : 1,532건(오프라인 496, 온라인 1,026)\n"
    first, second, third = sorted(one.fingerprint for one in checked("□ 추진실적\n" + line * 3).discrepancies)
    assert re.fullmatch("[0-9a-f]{16}", first)
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_equations_of_numbers_that_are_no_facts_have_ids_of_their_own():
    text = "□ 추진실적\n○ 특구 지위 유지(3년, ’25.～’27.)\n○ 공모 사업 시행(3년, ’25.～’27.)\n"
    first, second = checked(text).equations
    assert (first.facts, second.facts) == ((), ())
    assert first.id != second.id


def test_a_contradiction_between_figures_of_open_columns_is_ambiguous():
    rows = "정 원 27 1 6 12 8\n현 원 25 1 6 10 8\n과부족 △2 - - △3 -\n"
    [one] = checked(f"□ 인력현황\n\n구 분 계 5급 6급 7급 8급 9급\n{rows}").discrepancies
    assert (one.severity, one.equation.class_, one.equation.formula) == ("info", "ambiguous", "10 − 12 ≠ △3")


def test_rates_of_execution_and_of_change_are_told_apart():
    head = ("구분", "예산액", "전년도예산액", "증감", "증감률(%)", "집행액", "집행률(%)")
    rows = (
        ("청사 관리", "277,168", "295,208", "△18,040", "△6.1", "185,400", "66.9"),
        ("민원 안내", "4,510", "3,000", "1,510", "50.3", "3,100", "68.7"),
    )
    rates = [(one.rule, one.formula) for one in checked(budget(*rows, head=head)).equations if "÷" in one.formula]
    assert sorted(rates) == [
        ("AR205", "185,400 ÷ 277,168 = 66.9%"),
        ("AR205", "3,100 ÷ 4,510 = 68.7%"),
        ("AR206", "1,510 ÷ 3,000 = 50.3%"),
        ("AR206", "△18,040 ÷ 295,208 = △6.1%"),
    ]
