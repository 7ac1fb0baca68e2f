"""One report → equations with their classes and discrepancies with their figures."""

from __future__ import annotations

import pytest

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
