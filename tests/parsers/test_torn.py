"""Numerals whose digits are parted as in no number."""

from __future__ import annotations

from tests.reading import report

HEAD = "2024년도 주요업무보고\n감사담당관\nⅡ. 2024년 추진실적\n1. 자체감사\n□ 추진실적\n"


def torn(text: str) -> list[str]:
    source = HEAD + text
    anchors = [issue.anchor for issue in report(source).issues if issue.code == "numeral-torn"]
    return [source[anchor.start : anchor.end] for anchor in anchors if anchor is not None]


def test_a_torn_numeral_in_a_line_is_an_issue() -> None:
    assert torn("○ 표제어 1.0,000개 구축, 점검 1,000회\n") == ["1.0,000"]


def test_a_torn_numeral_in_a_cell_is_an_issue() -> None:
    assert torn("구분\t2023년\t2024년\n점검\t12,3456\t1,200\n") == ["12,3456"]


def test_years_in_a_row_are_no_torn_numeral() -> None:
    assert torn("○ 2022,2023,2024년 점검 300회\n") == []
