"""One file through all steps: what its equations confirm is marked in its facts."""

from __future__ import annotations

from tests.reading import facts

_STAFFING = """감사담당관 주요업무보고

Ⅰ. 일반현황

□ 인력현황 (단위 : 명)

| 구분 | 계 | 5급 | 6급 | 7급 |
|---|---|---|---|---|
| 정원 | 9 | 1 | 3 | 5 |
| 현원 | {total} | 1 | 4 | 5 |
| 과부족 | {gap} | - | 1 | - |
"""

_RESULTS = """감사담당관 주요업무보고

Ⅱ. 주요업무 추진실적

1. 청렴도 향상

□ 추진실적
 ○ 구민감사관 : 31명(전문 13, 일반 18)
 ○ 점검 : 7회
"""


def confirmed(text: str) -> list[str]:
    return [fact.raw for fact in facts(text) if fact.reading.confirmed]


def test_staffing_table_that_adds_up_is_confirmed_whole() -> None:
    found = facts(_STAFFING.format(total=10, gap=1))
    assert [fact.reading.confirmed for fact in found] == [True] * 12


def test_total_that_contradicts_its_row_and_its_column_stays_open() -> None:
    found = facts(_STAFFING.format(total=12, gap=1))
    assert [fact.value for fact in found if not fact.reading.confirmed] == ["12"]


def test_breakdown_in_a_bullet_is_confirmed() -> None:
    assert confirmed(_RESULTS) == ["31", "13", "18"]
