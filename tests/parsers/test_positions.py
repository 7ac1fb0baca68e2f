"""Figures know the block of text or the cell of a table that they stand in."""

from __future__ import annotations

from auditreport.schemas import Figure, Position
from tests.reading import report

_TEXT = """감사담당관 주요업무보고

Ⅱ. 주요업무 추진실적

1. 청렴도 향상

□ 추진실적
 ○ 구민감사관 : 31명(전문 13, 일반 18)

| 구분 | 계 | 공사 |
|---|---|---|
| 건수 | 5 | 3 |
"""


def figures(text: str) -> list[Figure]:
    return [f for p in report(text).programmes for section in p.sections for f in section.figures]


def test_figures_of_one_bullet_share_its_block() -> None:
    found = [figure.position for figure in figures(_TEXT) if figure.kind == "metric"]
    assert len(found) == 3
    assert set(found) == {Position(_TEXT.index(" ○"))}


def test_figures_of_a_table_know_row_column_and_the_labels_around_them() -> None:
    found = [figure.position for figure in figures(_TEXT) if figure.kind == "table"]
    start = _TEXT.index("| 구분")
    assert found == [
        Position(start, 0, 0, 1, ("건수",), ("계",)),
        Position(start, 0, 0, 2, ("건수",), ("공사",)),
    ]


def test_position_is_not_published() -> None:
    [first, *_] = figures(_TEXT)
    assert first.position is not None
    assert "position" not in first.model_dump()
    assert "position" not in Figure.model_json_schema(mode="serialization")["properties"]
