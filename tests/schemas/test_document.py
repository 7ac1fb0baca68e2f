"""Text: readable text that knows where the source has each of its characters."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from auditreport.parsers.formats.blocks import fold
from auditreport.schemas import Text
from tests.reading import text_of

SIGNS = st.sampled_from("가나힣ㅇ○1２,△▲ \xa0\u3000\u200bａＺ％（ᄒ（")
SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12)


def test_span_counts_from_where_the_source_has_the_text() -> None:
    assert text_of("예산현황", 100).span(1, 3) == (101, 103)


def test_span_of_a_composed_syllable_covers_all_its_jamo() -> None:
    text = Text("가각1", ((0, 0, 2), (1, 2, 3), (2, 5, 1)))
    assert text.span(0, 1) == (0, 2)
    assert text.span(1, 2) == (2, 5)
    assert text.span(1, 3) == (2, 6)
    assert text.span(2, 3) == (5, 6)


def test_slice_keeps_the_places_of_the_source() -> None:
    text = Text("가각1", ((0, 0, 2), (1, 2, 3), (2, 5, 1)))
    assert text.slice(1, 3) == Text("각1", ((0, 2, 3), (1, 5, 1)))
    assert text.slice(1, 3).span(1, 2) == (5, 6)


def test_slice_of_nothing_is_empty_and_still_stands_somewhere() -> None:
    assert text_of("집행액", 7).slice(2, 2) == Text("", ((0, 9, 1),))


def test_strip_drops_white_space_at_both_ends_and_keeps_the_places() -> None:
    stripped = text_of("  정원 88  ", 20).strip()
    assert stripped.value == "정원 88"
    assert stripped.span(3, 5) == (25, 27)


def test_strip_of_white_space_alone_is_empty() -> None:
    assert text_of("   ", 3).strip().value == ""


def test_strip_returns_the_text_itself_where_nothing_is_to_be_dropped() -> None:
    text = text_of("정원")
    assert text.strip() is text


def test_join_maps_each_part_to_its_own_place_and_the_glue_behind_the_part_before_it() -> None:
    joined = Text.join([text_of("주민", 10), text_of("설명회", 30)])
    assert joined.value == "주민 설명회"
    assert joined.span(0, 2) == (10, 12)
    assert joined.span(2, 3) == (12, 12)
    assert joined.span(3, 6) == (30, 33)
    assert joined.span(0, 6) == (10, 33)


def test_join_without_glue_and_join_of_nothing() -> None:
    assert Text.join([text_of("가", 1), text_of("나", 5)], "").span(1, 2) == (5, 6)
    assert Text.join([]).value == ""


def test_equal_texts_have_equal_places_too() -> None:
    assert text_of("정원", 1) == text_of("정원", 1)
    assert hash(text_of("정원", 1)) == hash(text_of("정원", 1))
    assert text_of("정원", 1) != text_of("정원", 2)
    assert text_of("정원", 1) != "정원"


@given(st.lists(st.text(SIGNS, min_size=1, max_size=8), min_size=1, max_size=5), st.data())
def test_a_slice_of_joined_parts_stands_where_the_whole_has_it(parts: list[str], data: st.DataObject) -> None:
    texts, at = [], 0
    for part in parts:
        texts.append(text_of(part, at))
        at += len(part) + 3
    whole = Text.join(texts)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    piece = whole.slice(start, end)
    assert piece.value == whole.value[start:end]
    for i in range(len(piece)):
        assert piece.span(i, i + 1) == whole.span(start + i, start + i + 1)


@given(SYLLABLES, st.integers(0, 50))
def test_hangul_in_jamo_reads_composed_and_each_syllable_maps_to_its_jamo(word: str, offset: int) -> None:
    source = unicodedata.normalize("NFD", word)
    text = fold(source, offset)
    assert text.value == word
    for i, char in enumerate(word):
        start, end = text.span(i, i + 1)
        assert unicodedata.normalize("NFC", source[start - offset : end - offset]) == char


@given(st.text(SIGNS, max_size=20))
def test_each_folded_character_maps_to_a_character_of_the_source_that_reads_the_same(raw: str) -> None:
    text = fold(raw, 0)
    ends = 0
    for i, char in enumerate(text.value):
        start, end = text.span(i, i + 1)
        assert ends <= start < end <= len(raw)
        assert fold(raw[start:end], 0).value == char
        ends = end
