"""Running text as items under items, each with its figures."""

from __future__ import annotations

from auditreport.checks.running import Item
from tests.checks.making import subject

TEXT = """# 2024년도 주요업무보고

□ 추진실적
○ 점검 12회
- 상반기 7회
- 하반기 점검,
5회, 개선 3건
○ 교육

※ 교육 현황 (단위 : 명)

| 구분 | 인원 |
| --- | --- |
| 직원 | 40 |

- 과정 2개

## 향후 계획

- 점검 9회
"""


def found() -> list[Item]:
    return subject(TEXT).items


def test_items_hang_under_those_that_are_less_deep_up_to_a_heading() -> None:
    assert [(item.depth, item.text, item.above.text if item.above else None) for item in found()] == [
        (-1, "2024년도 주요업무보고", None),
        (0, "추진실적", None),
        (1, "점검 12회", "추진실적"),
        (2, "상반기 7회", "점검 12회"),
        (2, "하반기 점검, 5회, 개선 3건", "점검 12회"),
        (1, "교육", "추진실적"),
        (2, "교육 현황 (단위 : 명)", "교육"),
        (99, "", "교육 현황 (단위 : 명)"),
        (2, "과정 2개", "교육"),
        (-1, "향후 계획", None),
        (0, "점검 9회", None),
    ]


def test_an_item_knows_what_hangs_under_it_and_what_follows() -> None:
    items = found()
    assert [child.text for child in items[2].below] == ["상반기 7회", "하반기 점검, 5회, 개선 3건"]
    assert items[6].below == [items[7]]
    assert items[9].below == []
    assert [item.following for item in items] == [*items[1:], None]


def test_an_item_has_its_figures_and_where_they_stand_in_its_text() -> None:
    item = found()[4]
    assert [operand.fact.raw for operand in item.operands] == ["5", "3"]
    assert item.spans == [(8, 9), (15, 16)]
    table = found()[7]
    assert ([operand.fact.raw for operand in table.operands], table.spans) == (["40"], [(0, 0)])


def test_an_item_knows_its_lines() -> None:
    item = found()[4]
    assert item.breaks == (8,)
    assert item.lines(0) == ["하반기 점검,", "5회, 개선 3건"]
    assert item.lines(4) == ["점검,", "5회, 개선 3건"]
    assert item.lines(8) == ["5회, 개선 3건"]
    start = TEXT.index("5회")
    assert (item.offset(8), found()[7].offset(0)) == ((start, start + 1), (0, 0))
