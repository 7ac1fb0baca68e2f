"""Bullets of results → metrics under the labels of the bullets above them."""

from __future__ import annotations

import pytest

from auditreport.parsers.report import read_report
from tests.reading import document, facts

HEAD = "2024년도 주요업무보고\n감사담당관\nⅡ. 2024년 추진실적\n1. 자체감사\n□ 추진실적\n"


def metrics(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Item, part, value and unit."""
    return [(f.item, f.dims.get("of"), f.value, f.unit) for f in facts(HEAD + text) if f.kind == "metric"]


def test_a_bullet_below_another_hangs_under_its_label() -> None:
    assert metrics("○ 종합감사 실시\n- 감사횟수 : 3회\n- 지적사항 : 33건\n○ 교육 : 4회\n") == [
        ("종합감사 실시 > 감사횟수", None, "3", "회"),
        ("종합감사 실시 > 지적사항", None, "33", "건"),
        ("교육", None, "4", "회"),
    ]


def test_a_breakdown_in_the_bullet_below_is_read_with_units_of_its_own() -> None:
    assert metrics("○ 지적사항 : 33건\n- 징계·불문경고 6건, 훈계·주의 27건\n") == [
        ("지적사항", None, "33", "건"),
        ("지적사항 > 징계·불문경고", None, "6", "건"),
        ("지적사항 > 훈계·주의", None, "27", "건"),
    ]


def test_a_breakdown_without_units_in_the_bullet_below_inherits_that_of_the_whole() -> None:
    assert metrics("○ 지적사항 : 33건\n- 예산 1, 지출 15, 계약 17\n")[1:] == [
        ("지적사항", "예산", "1", "건"),
        ("지적사항", "지출", "15", "건"),
        ("지적사항", "계약", "17", "건"),
    ]


def test_money_in_running_text_is_in_won() -> None:
    assert metrics("○ 예산절감 : 5백만원\n○ 사업비 : 3조 5,682억원\n") == [
        ("예산절감", None, "5000000", "KRW"),
        ("사업비", None, "3568200000000", "KRW"),
    ]


def test_a_source_of_funds_in_brackets_is_told_by_its_full_name() -> None:
    assert metrics("○ 사업비 : 30백만원(시 10, 구 20)\n") == [
        ("사업비", None, "30000000", "KRW"),
        ("사업비", "시비", "10000000", "KRW"),
        ("사업비", "구비", "20000000", "KRW"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [("총 30건", "총"), ("약 30건", "약"), ("30건 이상", "이상"), ("30여건", "여"), ("30건 등", "등")],
)
def test_words_that_qualify_a_figure_are_kept(text: str, words: str) -> None:
    [fact] = facts(f"{HEAD}○ 점검 : {text}\n")
    assert fact.dims == {"qualifier": words}
    assert (fact.value, fact.item) == ("30", "점검")


def test_the_year_of_a_figure_is_that_of_its_words_its_bullet_or_its_part() -> None:
    found = facts(
        HEAD + "○ 점검 30건\n○ 2022년 자체감사 실시 : 3회\n- 지적 4건\n○ 청렴도 : (’23년)43.7% → (’24년)51.2%\n"
    )
    assert [(f.value, f.period.year) for f in found] == [
        ("30", 2024),
        ("3", 2022),
        ("4", 2022),
        ("43.7", 2023),
        ("51.2", 2024),
    ]


def test_a_marked_row_of_figures_without_labels_is_no_metric() -> None:
    assert metrics("12건 30건 45건 60건\n") == []


def test_private_use_marks_and_lost_marks_do_not_hide_figures() -> None:
    wide = "골목 안전을 위한 보안등 교체와 노후 관로 정비를 구역별로 나누어 추진하고 확인함"
    found = metrics(f"○ {wide}\n\uf0a0 점검 3회\n우수기관 2개소\n○ {wide}\n")
    assert [(value, unit) for _, _, value, unit in found] == [("3", "회"), ("2", "개소")]
    assert [(item or "").split(" > ")[-1] for item, *_ in found] == ["점검", "우수기관"]


def test_figures_in_formulas_are_read_without_their_escapes() -> None:
    text = "# II. 2024년 추진실적\n\n## 1 자체감사\n\n## 추진실적\n\n- 처리율 : $95.3\\%$\n- 감사 3회\n"
    assert [(f.item, f.value, f.unit, f.raw) for f in facts(text)] == [
        ("처리율", "95.3", "%", "95.3"),
        ("감사", "3", "회", "3"),
    ]


def test_a_number_that_is_left_out_is_an_issue() -> None:
    report = read_report(document(HEAD + "○ 결의대회 실시 : 3. 26\n○ 교육 : 3회\n"))
    assert [issue.code for issue in report.issues if issue.code == "number-unread"] == ["number-unread"]


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("수료자(’23) : 52명", [("수료자", "52", 2023)]),
        ("수료자(2022년) : 52명", [("수료자", "52", 2022)]),
        ("민원 처리(’23. 10월 말) : 31건", [("민원 처리", "31", 2023)]),
        ("방문객(’22 → ’23) : 700명 → 800명", [("방문객", "700", 2022), ("방문객", "800", 2023)]),
        # One figure for several years is of none of them; nor is it known which of three are of which.
        ("1단계(2010～2022): 840억원", [("1단계", "84000000000", None)]),
        ("수료자(3회) : 52명", [("수료자", "52", 2024)]),
    ],
)
def test_years_in_a_bracket_behind_a_label_are_those_of_its_figures(line: str, figures: list[object]) -> None:
    found = facts(f"{HEAD}○ {line}\n")
    assert [(f.item, f.value, f.period.year) for f in found if f.unit in ("명", "건", "KRW")] == figures


def test_bullets_below_a_label_with_a_year_are_of_that_year() -> None:
    found = facts(f"{HEAD}○ 수료자(’22) : 52명\n- 온라인 : 30명\n○ 교육 : 4회\n")
    assert [(f.item, f.period.year) for f in found] == [("수료자", 2022), ("수료자 > 온라인", 2022), ("교육", 2024)]
