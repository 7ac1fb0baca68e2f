"""What structured files consist of."""

from __future__ import annotations

from auditreport.parsers.formats.flow import Box, Grid, Para
from auditreport.parsers.formats.flow.pieces import grids, own_text


def test_tables_come_with_those_inside_and_around_them_in_reading_order() -> None:
    inner, above, below = Grid([], "inner"), Grid([], "above"), Grid([], "below")
    outer = Grid([Box(0, 0, 1, 1, [Para("가", ""), inner])], "outer", [above], [below])
    assert [grid.path for grid in grids([Para("나", ""), outer])] == ["above", "outer", "inner", "below"]


def test_text_of_a_cell_is_without_that_of_tables_in_it() -> None:
    assert [para.text for para in own_text([Para("가", ""), Grid([], "t"), Para("나", "")])] == ["가", "나"]


def test_half_of_a_character_is_shown_as_damage() -> None:
    assert Para("가\ud800나", "").text == "가\ufffd나"
