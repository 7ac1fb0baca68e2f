"""Titles misread in one stroke."""

from __future__ import annotations

from auditreport.parsers.formats.ocr.titles import mend


def test_title_with_one_stroke_misread_is_mended() -> None:
    assert mend("쿠분", [55.0, 96.0]) == "구분"
    assert mend("6금", [95.0, 60.0]) == "6급"


def test_syllable_that_is_sure_is_left_alone() -> None:
    assert mend("구미", [96.0, 97.0]) == "구미"


def test_known_title_and_other_words_are_left_alone() -> None:
    assert mend("정원", [20.0, 20.0]) == "정원"
    assert mend("순찰차량", [40.0, 40.0, 40.0, 40.0]) == "순찰차량"
