"""Cells as a file states them, laid out as rows."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.flow import Box, Grid, Para
from auditreport.parsers.formats.flow.square import Square, TooLargeError, square


def grid(*cells: tuple[int, int, int, int, str]) -> Grid:
    return Grid([Box(r, c, rs, cs, [Para(text, "")]) for r, c, rs, cs, text in cells], "table 1")


def laid(found: Square) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(slot.box.content[0].text, slot.column, slot.row_span, slot.column_span) for slot in row]  # type: ignore[union-attr]
        for row in found.rows
    ]


def test_spans_are_kept() -> None:
    found = square(grid((0, 0, 2, 1, "구분"), (0, 1, 1, 2, "예산"), (1, 1, 1, 1, "국비"), (1, 2, 1, 1, "구비")))
    assert laid(found) == [[("구분", 0, 2, 1), ("예산", 1, 1, 2)], [("국비", 1, 1, 1), ("구비", 2, 1, 1)]]


def test_columns_that_only_divide_neighbours_are_left_out() -> None:
    found = square(grid((0, 0, 1, 3, "구분"), (0, 3, 1, 2, "계"), (1, 0, 1, 3, "정원"), (1, 3, 1, 2, "22")))
    assert found.columns == 2
    assert laid(found)[1] == [("정원", 0, 1, 1), ("22", 1, 1, 1)]


def test_rows_and_columns_without_text_are_left_out() -> None:
    found = square(grid((0, 0, 1, 1, "가"), (0, 1, 1, 1, " "), (0, 2, 1, 1, "1"), (1, 0, 1, 3, ""), (2, 0, 1, 1, "나")))
    assert laid(found) == [[("가", 0, 1, 1), ("1", 1, 1, 1)], [("나", 0, 1, 1)]]


def test_title_above_and_note_below_are_no_rows() -> None:
    found = square(
        grid(
            (0, 0, 1, 2, "예산현황"),
            (1, 1, 1, 1, "(단위 : 천원)"),
            (2, 0, 1, 1, "구분"),
            (2, 1, 1, 1, "금액"),
            (3, 0, 1, 1, "계"),
            (3, 1, 1, 1, "10"),
            (4, 0, 1, 2, "※ 추경 포함"),
        )
    )
    assert [box.content[0].text for box in found.above] == ["예산현황", "(단위 : 천원)"]  # type: ignore[union-attr]
    assert [box.content[0].text for box in found.below] == ["※ 추경 포함"]  # type: ignore[union-attr]
    assert len(found.rows) == 2


def test_spans_end_where_the_table_ends() -> None:
    found = square(grid((0, 0, 60_000, 60_000, "가"), (0, 1, 1, 1, "나"), (1, 0, 1, 1, "다")))
    assert found.overlaps == 2
    assert laid(found) == [[("가", 0, 2, 2), ("나", 1, 1, 1)], [("다", 0, 1, 1)]]


@pytest.mark.parametrize("place", [(0, 60_000), (60_000, 900)])
def test_addresses_beyond_any_table_are_refused(place: tuple[int, int]) -> None:
    with pytest.raises(TooLargeError):
        square(grid((0, 0, 1, 1, "가"), (*place, 1, 1, "나")))
