"""What opens a line: marks, numbers, heading signs."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.blocks.lines import read_lines
from auditreport.parsers.formats.blocks.openings import counts_on, opening, symbol_letters
from auditreport.schemas import Text
from tests.reading import text_of


@pytest.mark.parametrize(
    ("line", "kind", "mark", "body"),
    [
        ("Ⅰ. 일반현황", "roman", "Ⅰ", "일반현황"),
        ("Ⅱ2024년 추진실적", "roman", "Ⅱ", "2024년 추진실적"),
        ("III. 추진계획", "roman", "III", "추진계획"),
        ("1. 조직 및 인력", "number", "1", "조직 및 인력"),
        ("2) 예산현황", "number", "2", "예산현황"),
        ("1-2 예산현황", "number", "1-2", "예산현황"),
        ("❶ 감사 강화", "filled", "❶", "감사 강화"),
        ("③ 계약심사", "circled", "③", "계약심사"),
        ("□ 추진실적", "bullet", "□", "추진실적"),
        ("○점검 12회", "bullet", "○", "점검 12회"),
        ("ㅇ 점검 12회", "bullet", "ㅇ", "점검 12회"),
        ("- 현장점검 3건", "bullet", "-", "현장점검 3건"),
        ("-현장점검", "bullet", "-", "현장점검"),
        ("· 서류점검 4건", "bullet", "·", "서류점검 4건"),
        ("※ 전년 대비", "bullet", "※", "전년 대비"),
        ("* 전년 대비", "bullet", "*", "전년 대비"),
        ("\uf06f 추진실적", "bullet", "\uf06f", "추진실적"),
        ("- ○ 점검 12회", "bullet", "○", "점검 12회"),
        ("점검 12회", "none", "", "점검 12회"),
    ],
)
def test_a_line_opens_with_its_mark_or_number(line: str, kind: str, mark: str, body: str) -> None:
    found = opening(text_of(line), frozenset())
    assert (found.kind, found.mark, found.body.value) == (kind, mark, body)


@pytest.mark.parametrize(
    "line", ["12.31까지 집행", "3,240건 처리", "2024년 예산", "-18,040 감소", "3~4월 점검", "30% 절감"]
)
def test_a_date_or_figure_in_front_opens_nothing(line: str) -> None:
    assert opening(text_of(line), frozenset()).kind == "none"


def test_markdown_signs_are_counted_and_leave_the_heading() -> None:
    found = opening(text_of("## 2 예산현황"), frozenset())
    assert (found.kind, found.mark, found.sharps, found.body.value) == ("number", "2", 2, "예산현황")


def test_the_body_knows_its_place_in_the_source() -> None:
    assert opening(text_of("□ 추진실적", 50), frozenset()).body.span(0, 4) == (52, 56)


def test_a_letter_of_a_symbol_font_is_a_mark_where_it_opens_two_lines() -> None:
    lines = read_lines("w 감사 3회\nw 점검 4회\nm 교육 1회\n")
    letters = symbol_letters(lines)
    assert letters == {"w"}
    assert opening(lines[0].text, letters).mark == "w"
    assert opening(lines[2].text, letters).kind == "none"


@pytest.mark.parametrize(
    ("mark", "text", "expected"),
    [
        ("②", "요구 사항 ① 설명 부족(34.8%),", True),
        ("③", "요구 사항 ① 설명 부족(34.8%),", False),
        ("①", "요구 사항", False),
        ("②", "① 설명 부족 ② 의미 이해", False),
    ],
)
def test_a_number_goes_on_with_an_enumeration_inside_of_a_text(mark: str, text: str, expected: bool) -> None:
    assert counts_on(mark, [Text(text, ((0, 0, 1),))]) is expected
