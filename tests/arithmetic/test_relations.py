"""Columns of a table that no title relates → the relations that hold line after line."""

from __future__ import annotations

from tests.checks.making import checked

HEAD = "2023년도 주요업무보고\n\n□ 추진실적\n ○ 계약심사 현황 (단위 : 백만원)\n\n"


def formulas(saved: str, *rows: str) -> list[str]:
    """The differences that are found in a table whose last title is `saved`."""
    table = "\n".join(f"| {row} |" for row in (f"구분 | 심사금액 | 결과금액 | {saved}", "---|---|---|---", *rows))
    return [one.formula for one in checked(f"{HEAD}{table}\n").equations if one.rule == "AR213"]


SMALL = ("도로 | 312 | 302 | 10", "하천 | 221 | 212 | 9", "공원 | 195 | 183 | 12")


def test_few_digits_show_a_relation_that_the_title_tells_but_no_other():
    assert formulas("절감액", *SMALL) == ["312 − 302 = 10", "221 − 212 = 9", "195 − 183 = 12"]
    assert formulas("비고액", *SMALL) == []


ROUNDED = ("2022 | 45,371 | 44,296 | 1,074", "2021 | 52,716 | 51,892 | 823", "2020 | 52,633 | 52,050 | 582")


def test_line_of_totals_may_be_off_by_what_the_other_lines_round_away():
    wrong = ("2022 | 45,351 | 44,296 | 1,074", *ROUNDED[1:])
    assert formulas("절감액", "계 | 150,720 | 148,238 | 2,479", *wrong) == [
        "150,720 − 148,238 ≠ 2,479",
        "45,351 − 44,296 ≠ 1,074",
        "52,716 − 51,892 = 823",
        "52,633 − 52,050 = 582",
    ]


def test_line_of_totals_that_is_off_by_more_counts_as_any_other():
    wrong = ("2022 | 45,351 | 44,296 | 1,074", *ROUNDED[1:])
    assert formulas("절감액", "계 | 150,720 | 148,238 | 2,478", *wrong) == []
