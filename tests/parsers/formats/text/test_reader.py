"""One reader for all dialects of text."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.text import read
from auditreport.pipeline import read_bytes
from tests.reading import out_of_order, unaccounted

REPORT = """가람구 감사담당관
Ⅰ. 일반현황
1. 인 력
(단위 : 명)
구 분 계 5급 6급
정 원 22 2 20
현 원 21 2 19
Ⅱ. 2024년 추진실적
1. 자체감사 강화
□ 추진실적
○ 종합감사 : 3회, 지적 1,204건
"""


def facts_of(data: bytes) -> list[tuple[str, str, str]]:
    found = read_bytes(data, "x.txt")
    for fact in found.facts:
        assert found.document.text[fact.source.start : fact.source.end] == fact.raw
    return [(fact.kind, fact.value, fact.unit) for fact in found.facts]


def test_the_source_is_described() -> None:
    data = REPORT.encode()
    source = read(data, "계획.txt").source
    assert (source.name, source.size, source.encoding) == ("계획.txt", len(data), "utf-8")
    assert (source.media_type, source.reader) == ("text/plain", "text")
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        REPORT.encode("cp949"),
        codecs.BOM_UTF8 + REPORT.encode(),
        REPORT.replace("\n", "\r\n").encode(),
        REPORT.replace("\n", "\r\n").encode("cp949"),
        unicodedata.normalize("NFD", REPORT).encode(),
        REPORT.replace("1,204", "１，２０４").replace("22", "２２").encode(),
        REPORT.replace(" ", "\xa0").encode(),
        REPORT.replace("감사", "감\u200b사").replace("1,204", "\u200b1,204\u200b").encode(),
        codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"),
    ],
    ids=["cp949", "bom", "crlf", "cp949 crlf", "nfd", "full width", "nbsp", "zero width", "utf-16"],
)
def test_encodings_line_ends_and_odd_characters_do_not_change_the_figures_nor_their_text(data: bytes) -> None:
    assert facts_of(data) == facts_of(REPORT.encode())
    assert ("metric", "1204", "건") in facts_of(data)


def test_zero_width_signs_around_a_numeral_stay_out_of_raw() -> None:
    found = read_bytes(REPORT.replace("1,204", "\u200b1,204\u200b").encode(), "x.txt")
    assert "1,204" in [fact.raw for fact in found.facts]


@pytest.mark.parametrize("data", [b"", b"  \n\n\t", b"\x00" * 50])
def test_nothing_to_read_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_document(data, "x.txt")


# Pieces of lines, one a line, so that marks, tables, captions and figures of all dialects meet in every way.
WORDS = """
Ⅰ. /Ⅱ.2024년 /1. /1-2. /① /❶/□ /○ /ㅇ/- /· /※ /* /w /\uf06f /# /## /**/<b>/<ul><li>/---/|/\t/|---|/  /\xa0/\u200b/\ufeff
구 분/계 /합계/예산액 /집 행 액 /정 원 /현 원/과부족 /일반현황/추진실적/소요예산/예산현황/목 차/사업개요
(단위 : 천원)/단위:/(10.31.기준)/12.31까지/’23년/2,393건’23년/제3회 /정원(현원)/1,204/△18,040/22(24)/ : /:/,/(/)/[/]
5백만원/3조 5,682억/12.5%/30만원~200만원/(전문13, 일반18)/-1,699건/「/」/ ➠ /▲/~/·······5/- 9 -/〃/감사 /점검
하였다./감사팀/담당관 /구비 100%/시비 /회 /명 /개동/ᄀ/ᅡ/ᆨ/\ufffd/\u2028/등록 2024.03.01
[주요과제] <2024년> <2025년>/일일일일일일반반반반반반/주주요요 성성과과
"""
PIECES = st.sampled_from([piece for line in WORDS.strip("\n").split("\n") for piece in line.split("/")])
LINES = st.lists(st.lists(PIECES, max_size=7).map("".join), max_size=25).map("\n".join)


@given(LINES)
def test_any_text_is_read_and_all_its_lines_lie_in_blocks(text: str) -> None:
    if not text.replace("\ufeff", "").strip():
        return
    found = read_bytes(text.encode(), "x.txt")
    assert unaccounted(found.document) == []
    assert out_of_order(found.document) == []
    for fact in found.facts:
        assert found.document.text[fact.source.start : fact.source.end] == fact.raw
    assert len({fact.id for fact in found.facts}) == len(found.facts)


@given(st.text(max_size=80))
def test_any_unicode_is_read_or_refused_in_words(text: str) -> None:
    try:
        found = read(text.encode(errors="surrogatepass"), "x.txt")
    except UnreadableInput:
        return
    assert unaccounted(found) == []


@given(st.binary(max_size=120))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    try:
        found = read_bytes(data, "x.txt")
    except UnreadableInput:
        return
    assert unaccounted(found.document) == []
