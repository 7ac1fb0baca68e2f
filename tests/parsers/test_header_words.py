"""The words of a header line → titles."""

from __future__ import annotations

import pytest

from auditreport.parsers.header_words import cells_of


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("구 분 계 일 반 직 관리운영직", ["구분", "계", "일반직", "관리운영직"]),
        ("구 분 계 한 약 사 비 고", ["구분", "계", "한약사", "비고"]),
        ("비 고", ["비고"]),
    ],
)
def test_spaced_letters_are_cut_into_titles(line: str, titles: list[str]) -> None:
    assert cells_of(line.split()) == titles
