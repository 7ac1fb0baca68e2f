"""Figures that the relations of running text bear out; what chance may meet as well bears out nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditreport.checks import confirming
from tests.checks.making import subject

STAFF = """Ⅰ 기본 현황
□ 인 력: 정원 44, 현원 46명
구 분 계 창업과 금융과
정 원 44 23 22
현 원 46 24 21
"""


def confirmed(text: str, **fields: object) -> list[str]:
    """The figures that are borne out, as printed; `fields` replace those of all facts."""
    report = subject(text)
    report = replace(report, facts=[fact.model_copy(update=fields) for fact in report.facts])
    return [report.facts[i].raw for i in sorted(confirming(report))]


def twice(first: str, second: str) -> str:
    """A report whose results and plan state a figure under one name."""
    line = "○ 시민참여 확대\n- 주민참여 교육 수료자 : "
    return f"□ 추진실적\n{line}{first}\n□ 추진계획\n{line}{second}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Parts that words or layout announce, some of them no facts.
        ("○ 우수봉사자 표창 : 62명 - 구청장상 40명, 구의장상 22명", ["62", "40", "22"]),
        ("○ 친수시설 정비(8개소) : 물놀이장 3, 산책로 5", ["8", "3", "5"]),
        ("○ 우수봉사자 표창 : 62명 - 구청장상 20명, 구의장상 22명", []),
        # Parts that only add up.
        ("○ 상반기 추진현황\n- 주요내용 : 78개 세부사업\n- 추진현황 : 정상사업추진 75건, 부진사업 3건", []),
        # Names behind a colon, and between dots.
        ("○ 등록의무부서(4개) : 감사담당관, 재무과, 세무과, 부과과", ["4"]),
        ("○ 공약사업 : 교육·복지·사람중심 3개 분야", []),
        # The line below states the same.
        ("○ 찾아가는 복지 현장행정 실시 : 152회\n- 복지관련 민원, 사회복지기관 방문 : 152회", ["152", "152"]),
        ("○ 찾아가는 복지 현장행정 실시 : 52회\n- 복지관련 민원, 사회복지기관 방문 : 52회", []),
        # Bounds and spans.
        ("○ 지역리그 170~180% 지역투자", []),
        ("○ 특구 지위 연장 유지(3년, ’25.～’27.)", []),
    ],
)
def test_relations_of_the_text_bear_out_what_is_announced_or_long(text: str, found: list[str]) -> None:
    assert confirmed(f"□ 추진실적\n{text}\n") == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("1,284명", "1,284명", ["1,284", "1,284"]),
        ("284명", "284명", ["284", "284"]),
        ("84명", "84명", []),
        ("280명", "280명", []),
        ("1,284명", "1,264명", []),
    ],
)
def test_a_figure_of_the_text_that_is_stated_twice_has_to_be_long(first: str, second: str, found: list[str]) -> None:
    assert confirmed(twice(first, second)) == found


def test_a_short_figure_of_the_text_is_borne_out_by_a_table() -> None:
    assert confirmed(STAFF) == ["44", "46", "44", "46"]


def test_figures_off_a_scan_and_those_of_open_columns_bear_out_nothing() -> None:
    text = twice("1,284명", "1,284명")
    reading = subject(text).facts[0].reading
    assert confirmed(text, reading=reading.model_copy(update={"method": "cell"})) == ["1,284", "1,284"]
    assert confirmed(text, reading=reading.model_copy(update={"method": "ocr"})) == []
    assert confirmed(text, status="ambiguous") == []
