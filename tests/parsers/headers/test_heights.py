"""At which heights the titles of a header may have been printed."""

from __future__ import annotations

from auditreport.parsers.headers.heights import Layout, layouts


def test_one_line_holds_titles_of_one_line() -> None:
    assert layouts(1) == (Layout(((0,),)),)


def test_titles_of_two_lines_stand_around_those_of_one() -> None:
    assert Layout(((1,), (0, 2))) in layouts(3)
    assert Layout(((0,), (1, 2))) not in layouts(3)


def test_titles_of_three_lines_share_the_middle_line_with_those_of_one() -> None:
    assert Layout(((2,), (1, 3), (0, 2, 4))) in layouts(5)


def test_titles_without_sub_titles_stand_between_groups_and_sub_titles() -> None:
    assert Layout(((1,),), ((0,),), Layout(((2,),))) in layouts(3)
    assert Layout(((0,),), ((1,),), Layout(((2,),))) not in layouts(3)


def test_a_group_may_share_its_line_with_the_first_piece_of_a_wrapped_title() -> None:
    assert Layout(((1,), (0, 2)), ((0,),), Layout(((2,),))) in layouts(3)
    assert Layout(((2,), (1, 3)), ((0,),), Layout(((4,),))) in layouts(5)


def test_groups_may_stand_below_groups() -> None:
    assert Layout(((1,),), ((0,),), Layout(((2,),), ((1,),), Layout(((3,),)))) in layouts(4)


def test_the_plainest_layouts_come_first() -> None:
    kinds = [layout.kinds for layout in layouts(5)]
    assert kinds == sorted(kinds)
