"""Lines folded for reading: odd spaces, full width, jamo, zero width, tags; and the places of their characters."""

from __future__ import annotations

import unicodedata

import pytest

from auditreport.parsers.formats.blocks.lines import fold, read_lines, width


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("１２，３４５천원", "12,345천원"),
        ("예산액\xa0500", "예산액 500"),
        ("예산액\u3000500", "예산액 500"),
        ("정\u2009원", "정 원"),
        ("집\u200b행\ufeff액\u2060", "집행액"),
        ("９５．３％", "95.3%"),
        ("（단위：천원）", "(단위:천원)"),
        ("단속 실적\xad3건", "단속 실적-3건"),
        ("30만원∼200만원", "30만원~200만원"),
        ("｢조례｣", "「조례」"),
    ],
)
def test_signs_of_other_widths_and_kinds_read_as_plain_ones(raw: str, read: str) -> None:
    assert fold(raw, 0).value == read


@pytest.mark.parametrize("raw", ["**합계**", "<b>합계</b>", "<span class='x'>합계</span>"])
def test_tags_and_bold_signs_are_left_out(raw: str) -> None:
    assert fold(raw, 0).value == "합계"


def test_escaped_signs_lose_the_backslash_only() -> None:
    assert fold("3\\~5월", 0).value == "3~5월"


def test_offsets_behind_zero_width_signs_and_tags_count_in_the_source() -> None:
    raw = "\u200b**정\u200b원** 88명"
    text = fold(raw, 40)
    at = text.value.index("88")
    assert text.value == "정원 88명"
    assert text.span(at, at + 2) == (40 + raw.index("88"), 40 + raw.index("88") + 2)


def test_offsets_behind_jamo_count_in_the_source() -> None:
    raw = unicodedata.normalize("NFD", "집행액") + " 79,321"
    text = fold(raw, 0)
    assert text.value == "집행액 79,321"
    assert text.span(4, 10) == (len(raw) - 6, len(raw))


def test_lines_know_number_offset_indent_and_the_blank_lines_before_them() -> None:
    first, second = read_lines("정원\n\n \n  - 현원 3\n")
    assert (first.number, first.start, first.end, first.indent, first.gap) == (1, 0, 2, 0, 0)
    assert (second.number, second.start, second.end, second.indent, second.gap) == (4, 6, 14, 2, 2)
    assert second.value == "- 현원 3"


def test_lines_of_odd_spaces_alone_are_blank() -> None:
    assert read_lines("\xa0\n\u3000\u3000\n\u200b\n\t\n") == []


def test_width_counts_hangul_twice() -> None:
    assert width("예산 12") == 7


def test_two_stars_in_front_of_a_space_are_a_mark_and_no_bold_type() -> None:
    [first, second] = read_lines("** 10지점: 고양시\n국가* 증가, **학습자** 증가** 등")
    assert (first.value, second.value) == ("** 10지점: 고양시", "국가* 증가, 학습자 증가 등")


def test_vowel_printed_for_a_middle_dot_reads_as_the_dot() -> None:
    [line] = read_lines("수어\u119e점자")
    assert line.value == "수어\u318d점자"
