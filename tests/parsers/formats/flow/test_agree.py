"""Two readings of one file."""

from __future__ import annotations

from auditreport.parsers.formats.flow import Box, Grid, Para
from auditreport.parsers.formats.flow.agree import disagreements
from auditreport.parsers.formats.flow.pieces import Piece


def table(*texts: str) -> Grid:
    return Grid([Box(0, i, 1, 1, [Para(text, "")]) for i, text in enumerate(texts)], "section 1, paragraph 2, table 1")


def test_white_space_and_private_signs_make_no_difference() -> None:
    assert disagreements([table("정 원", "22")], [table("정원\ue000", " 22")], "the other") == []


def test_figure_that_two_readers_read_differently_is_an_issue_with_its_place() -> None:
    [issue] = disagreements([table("정원", "22")], [table("정원", "2")], "the other")
    assert issue.code == "readers-disagree"
    assert issue.detail == "row 1, column 2"
    assert issue.anchor is not None
    assert issue.anchor.path == "section 1, paragraph 2, table 1"


def test_other_spans_are_an_issue() -> None:
    wide: list[Piece] = [Grid([Box(0, 0, 1, 2, [Para("계", "")])], "t")]
    assert len(disagreements(wide, [Grid([Box(0, 0, 1, 1, [Para("계", "")])], "t")], "the other")) == 1


def test_another_number_of_tables_is_one_issue() -> None:
    [issue] = disagreements([table("1"), table("2")], [table("1")], "the other")
    assert issue.detail == "2 and 1"


def test_nested_tables_are_compared_too() -> None:
    def outer(inner: str) -> Grid:
        return Grid([Box(0, 0, 1, 1, [table(inner)])], "outer")

    [issue] = disagreements([outer("1")], [outer("2")], "the other")
    assert issue.anchor is not None
    assert issue.anchor.path == "section 1, paragraph 2, table 1"
