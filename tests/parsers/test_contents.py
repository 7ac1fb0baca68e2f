"""Contents lists → their entries."""

from __future__ import annotations

import pytest

from auditreport.parsers.contents import find_contents
from tests.reading import document


def entries(text: str) -> list[tuple[int, str | None, str, int | None]]:
    """Level, number, title, page."""
    found = find_contents(document(text).blocks)
    return [(entry.level, entry.number, entry.title, entry.page) for _, entry in found.entries]


def test_leaders_part_the_title_from_its_page() -> None:
    text = "목 차\nⅠ. 일반현황 ············ 3\n1. 자체감사 강화 ‥‥‥‥‥ 5\n2. 민원 처리 ····· 12\n"
    assert entries(text) == [
        (1, "Ⅰ", "일반현황", 3),
        (2, "1", "자체감사 강화", 5),
        (2, "2", "민원 처리", 12),
    ]


def test_entries_without_leaders_count_below_the_title_of_the_list() -> None:
    text = "보고순서\nⅠ. 기본현황 1\nⅡ. 2024년 추진실적 4\n"
    assert entries(text) == [(1, "Ⅰ", "기본현황", 1), (1, "Ⅱ", "2024년 추진실적", 4)]


def test_latin_letters_stand_for_roman_numbers() -> None:
    assert entries("목차\nI. 일반현황 ..... 1\nII. 업무계획 ..... 3\n") == [
        (1, "I", "일반현황", 1),
        (1, "II", "업무계획", 3),
    ]


def test_a_doubled_entry_is_read_once() -> None:
    assert entries("목 차\nⅡⅡ.. 주주요요 성성과과 ······················ 44\n") == [(1, "Ⅱ", "주요 성과", 4)]


def test_a_table_with_a_column_of_pages_is_a_contents_list() -> None:
    text = "연번\t주요사업\t구분\t쪽\n1\t위기가구 발굴 지원\t계속\t5\n2\t이웃 돕기 확산\t신규\t12\n"
    assert entries(text) == [(2, "1", "위기가구 발굴 지원", 5), (2, "2", "이웃 돕기 확산", 12)]


@pytest.mark.parametrize(
    "text", ["○ 점검 12\n○ 교육 3\n", "구분\t예산액\n계\t500\n", "1. 자체감사 강화\n2. 민원 처리\n"]
)
def test_other_lines_and_tables_are_no_contents(text: str) -> None:
    assert entries(text) == []


def test_the_blocks_of_a_list_are_told_with_its_title() -> None:
    found = find_contents(document("목 차\n1. 감사 강화 ······ 5\nⅠ. 일반현황\n").blocks)
    assert found.blocks == {0, 1}


def test_titles_of_the_columns_of_a_list_open_it_too() -> None:
    assert entries("연번 사 업 명 쪽\n1 자체감사 강화 5\n2 민원 처리 12\n") == [
        (2, "1", "자체감사 강화", 5),
        (2, "2", "민원 처리", 12),
    ]


def test_a_bracketed_title_inside_a_list_belongs_to_it() -> None:
    text = "# 목 차\n\n1. 자체감사 강화 ····· 5\n\n# 〈민원 분야〉\n\n2. 민원 처리 ····· 12\n"
    assert [title for _, _, title, _ in entries(text)] == ["자체감사 강화", "민원 처리"]
    assert find_contents(document(text).blocks).blocks == {0, 1, 2, 3}
