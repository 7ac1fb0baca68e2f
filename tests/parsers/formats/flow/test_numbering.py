"""Paragraph heads that are stored as shapes."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.flow.numbering import Heads, Level, roman, spelled


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        (3, "DIGIT", "3"),
        (1, "CIRCLED_DIGIT", "①"),
        (21, "CIRCLED_DIGIT", "21"),
        (9, "ROMAN_CAPITAL", "IX"),
        (4, "ROMAN_SMALL", "iv"),
        (2, "LATIN_CAPITAL", "B"),
        (1, "HANGUL_SYLLABLE", "가"),
        (4, "HANGUL_SYLLABLE", "라"),
        (14, "HANGUL_SYLLABLE", "하"),
        (15, "HANGUL_SYLLABLE", "15"),
        (2, "CIRCLED_HANGUL_SYLLABLE", "㉯"),
        (1, "HANGUL_JAMO", "ㄱ"),
        (5, "IDEOGRAPH", "5"),
    ],
)
def test_number_is_spelled_as_its_format_says(number: int, kind: str, expected: str) -> None:
    assert spelled(number, kind) == expected


def test_roman_numbers_end_at_thirty_nine() -> None:
    assert (roman(39), roman(40)) == ("XXXIX", "40")


def test_deeper_numbers_begin_anew_under_each_number_above() -> None:
    heads = Heads({"1": (Level("^1."), Level("^1-^2", start=1))})
    levels = [0, 1, 1, 0, 1]
    assert [heads.number("1", level) for level in levels] == ["1.", "1-1", "1-2", "2.", "2-1"]


def test_numbers_begin_where_the_file_says() -> None:
    heads = Heads({"1": (Level("(^1)", "HANGUL_SYLLABLE", 3),)})
    assert [heads.number("1", 0), heads.number("1", 0)] == ["(다)", "(라)"]


def test_unknown_shapes_give_no_head() -> None:
    heads = Heads({"1": (Level("^1."),)}, {"1": "\x00"})
    assert (heads.number("2", 0), heads.number("1", 7), heads.bullet("1"), heads.bullet("9")) == ("", "", "", "")
