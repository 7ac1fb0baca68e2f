"""Paths inside of a structured file."""

from __future__ import annotations

from auditreport.parsers.formats.flow.place import Place


def test_tables_are_counted_where_they_stand() -> None:
    place = Place("section 1, paragraph 4")
    assert [place.table(), place.table()] == ["section 1, paragraph 4, table 1", "section 1, paragraph 4, table 2"]
    assert Place("").table() == "table 1"
