"""What a line or a title is by its words alone."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.blocks.captions import names_years


@pytest.mark.parametrize("title", ["2023", "’24년", "25년", "2026~2027", "’26~’27년", "2025년~2027년"])
def test_year_and_span_of_years_are_titles_of_years(title: str) -> None:
    assert names_years(title)


@pytest.mark.parametrize("title", ["24", "2,025", "20250", "2023년 예산", "1단계", "구분"])
def test_figure_and_other_words_are_none(title: str) -> None:
    assert not names_years(title)
