"""Nothing is lost: every line in one block, every figure in its place, for all reports that are there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from auditreport.pipeline import Read, read_path
from auditreport.schemas import Unparsed
from tests.reading import is_visible, out_of_order, unaccounted

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = sorted((ROOT / "tests" / "fixtures" / "reports").glob("*/source.txt"))
REAL = [path for name in ("seeds", "text") for path in sorted((ROOT.parent / "shared" / name).glob("*.txt"))]


def name_of(path: Path) -> str:
    return path.parent.name if path.name == "source.txt" else f"{path.parent.name} {path.stem[:24]}"


@cache
def read(path: Path) -> Read:
    return read_path(path)


reports = pytest.mark.parametrize("path", [*FIXTURES, *REAL], ids=name_of)


@reports
def test_every_line_lies_in_exactly_one_block(path: Path) -> None:
    assert unaccounted(read(path).document) == []


@reports
def test_blocks_ascend_and_do_not_overlap(path: Path) -> None:
    assert out_of_order(read(path).document) == []


@reports
def test_less_than_one_line_in_two_hundred_is_unparsed(path: Path) -> None:
    document = read(path).document
    lines = sum(any(is_visible(char) for char in line) for line in document.text.split("\n"))
    unparsed = sum(
        document.text.count("\n", block.anchor.start, block.anchor.end) + 1
        for block in document.blocks
        if isinstance(block, Unparsed)
    )
    assert lines > 20
    assert unparsed * 200 < lines


@reports
def test_the_text_at_the_place_of_a_fact_is_its_raw_on_the_line_that_it_names(path: Path) -> None:
    found = read(path)
    text = found.document.text
    assert found.facts
    for fact in found.facts:
        assert text[fact.source.start : fact.source.end] == fact.raw
        assert fact.source.line == text.count("\n", 0, fact.source.start) + 1


@reports
def test_ids_are_unique_and_facts_stand_in_the_order_of_the_document(path: Path) -> None:
    found = read(path).facts
    assert len({fact.id for fact in found}) == len(found)
    assert [fact.source.start for fact in found] == sorted(fact.source.start for fact in found)


@reports
def test_an_ambiguous_cell_has_several_candidates_and_a_certain_one_has_none(path: Path) -> None:
    for fact in read(path).facts:
        if fact.reading.method != "text":
            assert (fact.status == "ambiguous") == (len(fact.candidates) > 1), fact.raw
        assert fact.status == "ambiguous" or not fact.candidates


def test_offsets_count_in_the_text_as_every_text_reader_decodes_it() -> None:
    for path in FIXTURES:
        found = read(path)
        encoding = found.document.source.encoding
        assert encoding is not None
        assert found.document.text == path.read_text(encoding=encoding)


def test_real_reports_are_here(shared: Path) -> None:
    """Skipped, saying so, where the folder of real documents is absent: the tests above then read fixtures alone."""
    assert len(REAL) == len(list((shared / "seeds").glob("*.txt"))) + len(list((shared / "text").glob("*.txt")))
    assert REAL
