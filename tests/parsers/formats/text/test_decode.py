"""Bytes → text: encodings, line ends, rubbish."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.text.decode import decode

TEXT = "□ 인 력 : 정원 88명\n△18,040천원\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "euc-kr"])
def test_the_encoding_is_told_by_content(encoding: str) -> None:
    plain = "□ 인 력 : 정원 88명\n"
    assert decode(plain.encode(encoding), "x.txt") == (plain, "utf-8" if encoding == "utf-8" else "cp949")


def test_syllables_that_only_cp949_has_are_read() -> None:
    assert decode("똠방각하 펲시\n".encode("cp949"), "x.txt") == ("똠방각하 펲시\n", "cp949")


def test_a_byte_order_mark_stays_the_first_character_so_that_offsets_count_it() -> None:
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "x.txt") == ("\ufeff" + TEXT, "utf-8")


@pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf_16_is_read_by_its_mark(bom: bytes, encoding: str) -> None:
    assert decode(bom + TEXT.encode(encoding), "x.txt") == ("\ufeff" + TEXT, "utf-16")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_kind_become_one_character(end: str) -> None:
    assert decode(TEXT.replace("\n", end).encode(), "x.txt")[0] == TEXT


def test_a_few_damaged_bytes_do_not_make_a_report_unreadable() -> None:
    data = (TEXT * 60).encode("utf-8")
    text, encoding = decode(data[: len(data) // 2] + b"\xff" + data[len(data) // 2 :], "x.txt")
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(range(128, 256)) * 20, "the bytes are no text in UTF-8, UTF-16 or CP949"),
        (b"\x00\x01\x02\x03 report" * 20, "the file holds binary data, not text"),
    ],
)
def test_rubbish_is_refused_with_its_name_and_reason(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as caught:
        decode(data, "계획.txt")
    assert "계획.txt" in str(caught.value)


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from("□○△ 0,\n"), min_size=1))
def test_every_report_in_utf_8_or_cp949_reads_back(text: str) -> None:
    assert decode(text.encode("utf-8"), "x.txt") == (text, "utf-8")
    read, encoding = decode(text.encode("cp949"), "x.txt")
    assert read == text or encoding == "utf-8"
