"""A contradiction → which of its figures a slip of the pen explains."""

from __future__ import annotations

import pytest

from tests.checks.making import checked


def suspects(text: str) -> dict[str, list[str]]:
    """The printed figures that each discrepancy may be due to, by its formula."""
    found = checked(f"2024년도 주요업무보고\n\n□ 추진실적\n{text}").discrepancies
    return {one.equation.formula: [suspect.raw for suspect in one.suspects] for one in found}


def test_saving_and_total_that_both_fail_point_at_the_figure_they_share():
    table = """ ○ 계약심사 현황 (단위 : 백만원)

| 구분 | 설계금액 | 계약금액 | 절감액 |
|---|---|---|---|
| 계 | 738 | 697 | 31 |
| 도로 | 312 | 302 | 10 |
| 하천 | 221 | 212 | 9 |
| 공원 | 195 | 183 | 12 |
"""
    assert suspects(table) == {"312 + 221 + 195 ≠ 738": ["738"]}


@pytest.mark.parametrize(
    ("parts", "total", "named"),
    [
        # 500 less a thousand would be negative, which none of them is.
        (("7,310", "5,806", "500"), "12,616", ["7,310", "5,806", "12,616"]),
        # Two figures of one digit are the same by chance; of three digits, hardly.
        (("8", "8", "9"), "24", ["8", "8", "9", "24"]),
        (("388", "388", "389"), "1,164", ["389"]),
    ],
)
def test_slip_has_to_be_possible_and_is_told_by_long_figures_only(parts, total, named):
    table = " ○ 시설 현황 (단위 : ㎡)\n\n| 구분 | 면적 |\n|---|---|\n"
    rows = zip(("계", "가 동", "나 동", "다 동"), (total, *parts), strict=True)
    text = table + "".join(f"| {label} | {value} |\n" for label, value in rows)
    assert sorted(suspects(text)[" + ".join(parts) + f" ≠ {total}"]) == sorted(named)
