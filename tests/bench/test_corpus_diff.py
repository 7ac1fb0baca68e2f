"""What a change does to the figures of a document."""

from __future__ import annotations

from typing import Any

from bench.corpus_diff import compare


def fact(key: str, value: str = "1") -> dict[str, Any]:
    return {"id": key, "value": value}


def test_figures_are_gained_lost_and_altered_by_their_place() -> None:
    found = compare([fact("a"), fact("b"), fact("c")], [fact("b", "2"), fact("c"), fact("d")])
    assert found.gained == [fact("d")]
    assert found.lost == [fact("a")]
    assert found.altered == [(fact("b"), fact("b", "2"))]
    assert not found.is_none


def test_document_that_is_read_as_before_is_not_shown() -> None:
    assert compare([fact("a")], [fact("a")]).is_none
    assert compare("x.hwp: locked", "x.hwp: locked").is_none


def test_document_that_is_no_longer_read_is_shown_with_the_reason() -> None:
    found = compare([fact("a")], "x.hwp: locked")
    assert found.reason == "read → x.hwp: locked"
    assert not found.is_none
