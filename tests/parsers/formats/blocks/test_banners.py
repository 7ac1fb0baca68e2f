"""Rows that draw a heading."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.blocks.banners import is_banner


@pytest.mark.parametrize(
    "cells",
    [
        ["2", "현안 과제"],
        ["Ⅲ", "주요업무 추진계획"],
        ["3-1", "15분 도시 조성"],
        ["현안2", "문화패스 운영"],
        ["붙임", "과제별 추진일정"],
        ["[참고 1]", "세부 통계", "(단위: 억원)"],
    ],
)
def test_number_or_name_of_an_annex_in_front_of_a_title_is_a_heading(cells: list[str]) -> None:
    assert is_banner(cells)


@pytest.mark.parametrize("cells", [["비전", "안전한 도시"], ["2"], ["1", "2", "3", "4"], ["참고로", "현황"]])
def test_other_cells_are_no_heading(cells: list[str]) -> None:
    assert not is_banner(cells)
