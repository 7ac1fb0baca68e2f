"""Marks of one document → depths."""

from __future__ import annotations

from auditreport.parsers.formats.blocks.nesting import Nesting


def depths(*marks: str, indents: tuple[int, ...] = ()) -> list[int]:
    nesting = Nesting()
    return [nesting.depth(mark, indents[i] if indents else 0) for i, mark in enumerate(marks)]


def test_square_circle_dash_and_dot_nest_in_this_order() -> None:
    assert depths("□", "○", "-", "·", "○", "□") == [0, 1, 2, 3, 1, 0]


def test_a_mark_that_is_open_closes_what_stands_below_it() -> None:
    assert depths("○", "-", "-", "○", "-") == [0, 1, 1, 0, 1]


def test_a_document_that_begins_with_dashes_has_them_outermost() -> None:
    assert depths("-", "·", "-") == [0, 1, 0]


def test_a_note_stands_below_what_it_explains() -> None:
    assert depths("○", "※", "○") == [0, 1, 0]


def test_dashes_of_markdown_nest_by_their_indent() -> None:
    assert depths("-", "-", "-", "-", indents=(0, 2, 4, 0)) == [0, 1, 2, 0]


def test_numbers_in_circles_continue_the_list_that_expects_them() -> None:
    assert depths("①", "-", "②", "-", "③") == [0, 1, 0, 1, 0]


def test_a_second_list_in_circles_begins_below_the_bullet_above_it() -> None:
    assert depths("□", "①", "○", "②", "□", "①") == [0, 1, 2, 1, 0, 1]


def test_a_heading_closes_all_levels() -> None:
    nesting = Nesting()
    assert [nesting.depth("□", 0), nesting.depth("○", 0)] == [0, 1]
    nesting.reset()
    assert nesting.depth("○", 0) == 0


def test_a_lost_mark_stands_below_the_circle_above_it() -> None:
    assert depths("○", "", "○") == [0, 1, 0]
