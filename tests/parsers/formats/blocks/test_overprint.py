"""Headings printed several times over themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.parsers.formats.blocks.overprint import repair
from tests.reading import text_of


def test_a_shadowed_heading_is_read_once_where_the_clean_one_stands() -> None:
    shadow = "1111....일일일일반반반반현현현현황황황황"
    found = repair(text_of(shadow + " 1. 일 반 현 황"))
    assert found is not None
    assert found.value == "1. 일 반 현 황"
    assert found.span(0, 1) == (len(shadow) + 1, len(shadow) + 2)


def test_a_shadow_of_another_heading_is_no_overprint() -> None:
    assert repair(text_of("일일일일일일반반반반반반현현현현현현황황황황황황 2. 예 산 현 황")) is None


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("ⅡⅡ.. 22002255년년 주주요요 업업무무계계획획", "Ⅱ. 2025년 주요 업무계획"),
        ("주주요요 성성과과", "주요 성과"),
        ("주주주요요요 성성성과과과", "주요 성과"),
    ],
)
def test_a_heading_with_every_glyph_repeated_keeps_one_of_each(line: str, heading: str) -> None:
    found = repair(text_of(line))
    assert found is not None
    assert found.value == heading


def test_a_doubled_contents_entry_keeps_its_leaders_and_its_page() -> None:
    found = repair(text_of("ⅡⅡ.. 주주요요 성성과과 ······················ 44"))
    assert found is not None
    assert found.value.startswith("Ⅱ. 주요 성과")
    assert found.value.endswith("4")
    assert not found.value.endswith("44")


@pytest.mark.parametrize(
    "line",
    [
        "예산액 2,200 1,100 3,300",
        "점점 나아지는 도시",
        "1122건 처리",
        "22(22) 33(33)",
        "정원 88명 현원 77명",
        "하하호호 축제 11회",
    ],
)
def test_real_repeated_glyphs_are_never_touched(line: str) -> None:
    assert repair(text_of(line)) is None


GLYPHS = st.permutations("주요업무계획성과감사행정2025Ⅱ".replace("2", "", 1))


@given(GLYPHS, st.integers(2, 4), st.integers(2, 3))
def test_a_heading_of_doubled_glyphs_reads_back_with_the_place_of_each(
    glyphs: list[str], size: int, times: int
) -> None:
    words = ["".join(glyphs[i : i + size]) for i in range(0, len(glyphs), size)]
    line = " ".join("".join(char * times for char in word) for word in words)
    found = repair(text_of(line))
    assert found is not None
    assert found.value == " ".join(words)
    for i, char in enumerate(found.value):
        start, end = found.span(i, i + 1)
        assert line[start:end] == char
