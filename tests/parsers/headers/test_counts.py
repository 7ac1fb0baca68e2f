"""Whether a layout can use up the pieces on the lines of a header."""

from __future__ import annotations

from auditreport.parsers.headers.counts import widths
from auditreport.parsers.headers.heights import Layout

WRAPPED = Layout(((1,), (0, 2)))
GROUPED = Layout(((1,),), ((0,),), Layout(((2,),)))


def test_the_pieces_of_wrapped_titles_are_as_many_above_as_below() -> None:
    assert widths((2, 3, 2), WRAPPED) == {5}
    assert widths((2, 3, 1), WRAPPED) == frozenset()


def test_each_group_has_two_sub_titles_at_least() -> None:
    assert widths((2, 4, 4), GROUPED) == {8}
    assert widths((2, 4, 3), GROUPED) == frozenset()


def test_kinds_of_titles_may_share_a_line() -> None:
    assert widths((2, 1, 3), Layout(((1,), (0, 2)), ((0,),), Layout(((2,),)))) == {4}
