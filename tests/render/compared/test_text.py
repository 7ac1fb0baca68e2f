from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from rich.cells import cell_len

from auditreport.render.compared.text import By, compare_text
from auditreport.render.messages import translator
from auditreport.schemas.comparison import Comparison
from tests.render.compared.making import INDICATORS, comparison, console

VIEWS: list[By] = ["year", "district", "programme"]


def shown(by: By = "year", *, lang: str = "en", width: int = 100, found: Comparison | None = None, **other: Any) -> str:
    made = found or comparison(**other)
    return compare_text(made, INDICATORS, console(width), by=by, translate=translator(lang), lang=lang)


def line(text: str, *words: str) -> list[str]:
    """The words of the first line that holds all of some."""
    return next(one for one in text.splitlines() if all(word in one for word in words)).split()


def test_by_year_shows_a_table_for_each_department_with_a_column_for_each_year() -> None:
    text = shown()
    assert line(text, "2015", "2023", "2024") == ["2015", "2023", "2024"]
    assert line(text, "Budget · revised")[-3:] == ["287,494~", "325,778", "–"]
    assert line(text, "Budget · original")[-4:] == ["185,000", "[2][3]", "255,000", "[2]"]
    assert line(text, "Spent · to date 10-31")[-3:] == ["223,512~", "215,040", "–"]


def test_by_district_shows_a_table_for_each_year_with_a_column_for_each_department() -> None:
    text = shown("district")
    assert line(text, "영등포구", "금천구") == ["영등포구", "금천구"]
    of_2023 = text[text.index("2023 ━") : text.index("2024 ━")]
    assert line(of_2023, "Quota")[-3:] == ["23", "22", "[1]"]
    assert line(text, "0.81")[1:5] == ["영등포구", "감사담당관", "–", "금천구"]


def test_by_programme_shows_what_became_of_programmes_and_their_figures() -> None:
    text = shown("programme", width=120)
    assert line(text, "현장중심의 생활순찰 운영")[-3:] == ["2015→2023", "renamed", "0.86"]
    assert line(text, "split 0.78")[-3:] == ["2015→2023", "split", "0.78"]
    assert "?  영등포구 감사담당관 인권도시 구현 (2015 Results): 사람중심 인권 구현 (2023): 0.50" in text
    assert "Budget · revised" not in text
    assert line(text, "주민맞춤형 현장중심의 순찰 · Budget")[-3:] == ["21,130", "[1]", "22,914"]
    assert line(text, "감사의 내실화 및 공직기강 확립 · Budget")[-2:] == ["20,263", "–"]
    assert line(text, "신뢰받는 감사 행정 · Budget")[-2:] == ["–", "138,260"]
    assert "[1]  of the programme 현장중심의 생활순찰 운영" in text
    assert line(text, "Contract reviews")[-4:] == ["[1]", "893*", "[2]", "–"]


def test_figures_carry_marks_that_are_explained() -> None:
    text = shown()
    assert line(text, "Execution rate")[-3:] == ["77.7%=", "66%", "–"]
    assert "=  computed from other figures, not printed; some are rounded here" in text
    assert "~  from a table whose layout was lost" in text
    assert "*  no other figure of the report confirms it" in text


def test_remarks_stand_below_the_table() -> None:
    text = shown()
    assert "[2]  printed in units of million won" in text
    assert "[3]  printed a year later" in text


def test_changes_restatements_cautions_and_undecided_figures_are_told() -> None:
    text = shown()
    assert line(text, "2015→2023")[-5:] == ["2015→2023", "+38,284", "thousand", "won", "+13.3%"]
    assert line(text, "changed ")[:8] == ["changed", "184,000", "thousand", "won", "→", "185,000", "thousand", "won"]
    assert "!  Do not compare phases." in text
    assert "?  Contract reviews / Required budget: 435" in text
    assert "Several indicators fit." in text
    assert "none.txt               It could not be read: there is no such file; check the path." in text


def test_korean_is_spoken() -> None:
    text = shown(lang="ko")
    assert line(text, "예산액 · 변경·추경 · 천원")[-3:] == ["287,494~", "325,778", "–"]
    assert "[3]  다음 해 보고서의 전년도 란" in text
    assert "!  단계가 다릅니다." in text
    assert "여러 지표에 맞습니다." in text


@pytest.mark.parametrize("by", VIEWS)
@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_no_line_is_wider_than_the_terminal(by: By, width: int, lang: str) -> None:
    assert max(cell_len(one) for one in shown(by, lang=lang, width=width).splitlines()) <= width


def test_figures_are_never_cut_on_a_narrow_terminal() -> None:
    text = shown(width=60)
    for figure in ("287,494~", "325,778", "223,512~", "215,040", "275,884~", "14,164=", "17,560"):
        assert figure in text


@pytest.mark.parametrize("by", VIEWS)
def test_words_of_reports_cannot_steer_the_terminal(by: By) -> None:
    text = shown(by)
    assert [char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf")] == []


def test_an_empty_comparison_says_so_in_its_last_line() -> None:
    empty = Comparison(cells=(), lineage=(), peers=(), restatements=())
    assert "reports: 0 · figures: 0" in shown(found=empty)
