"""HWPX files, read in this process."""

from __future__ import annotations

import re

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.hwpx import read
from auditreport.parsers.places import Places
from auditreport.pipeline import read_bytes
from auditreport.schemas import Bullet, Furniture, Heading, Table
from tests.parsers.formats.hwpx.samples import changed, report, written

SECTION = "Contents/section0.xml"
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
EXTERNAL = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'


def after_prolog(extra: bytes, body: bytes) -> bytes:
    return re.sub(rb"^(<\?xml[^>]*\?>)?", lambda found: found.group() + extra, body, count=1)


def test_blocks_come_in_reading_order_with_their_merged_cells() -> None:
    found = read(written(report), "a.hwpx")
    heading, bullet, table = found.blocks
    assert isinstance(heading, Heading)
    assert isinstance(bullet, Bullet)
    assert isinstance(table, Table)
    assert (heading.text.value, bullet.text.value) == ("일반현황", "인력현황 (2024.10.31.기준)")
    rows = [[cell.text.value for cell in row.cells] for row in (*table.header, *table.rows)]
    assert rows == [
        ["구분", "계", "일반직", ""],
        ["", "", "5급", "6급"],
        ["정원", "22", "2", "20"],
        ["현원", "21", "2", "△1"],
    ]
    assert len(table.header) == 2
    assert [(cell.row_span, cell.column_span) for cell in table.header[0].cells[:3]] == [(2, 1), (2, 1), (1, 2)]
    assert (found.source.reader, found.source.media_type) == ("hwpx", "application/hwp+zip")


def test_figure_leads_back_to_its_cell() -> None:
    found = read(written(report), "a.hwpx")
    at = found.text.index("△1")
    path = Places(found).anchor(at, at + 2).path
    assert path is not None
    assert re.fullmatch(r"section 1, paragraph \d+, table 1, row 4, column 4", path)


def test_facts_of_a_table_carry_their_path() -> None:
    facts = read_bytes(written(report), "a.hwpx").facts
    assert [
        (fact.concept, fact.dims.get("grade"), fact.value) for fact in facts if fact.dims.get("grade") == "6급"
    ] == [
        ("staffing.quota", "6급", "20"),
        ("staffing.headcount", "6급", "-1"),
    ]
    assert all(fact.source.path is not None and "row" in fact.source.path for fact in facts)


def test_marks_that_are_stored_as_shapes_stand_before_their_text() -> None:
    def fill(document: object) -> None:
        for text in ("첫째 항목", "둘째 항목"):
            document.add_paragraph(text)  # type: ignore[attr-defined]
        document.set_list_format(paragraph_indexes=[1, 2], kind="bullet", bullet_char="○")  # type: ignore[attr-defined]

    blocks = read(written(fill), "a.hwpx").blocks
    assert [(b.mark, b.text.value) for b in blocks if isinstance(b, Bullet)] == [("○", "첫째 항목"), ("○", "둘째 항목")]


def test_numbers_of_lists_run_on() -> None:
    def fill(document: object) -> None:
        for text in ("인력", "예산"):
            document.add_paragraph(text)  # type: ignore[attr-defined]
        document.set_list_format(paragraph_indexes=[1, 2], kind="number")  # type: ignore[attr-defined]

    text = read(written(fill), "a.hwpx").text
    assert text.split("\n")[:2] == ["1. 인력", "2. 예산"]


def test_running_head_is_furniture() -> None:
    def fill(document: object) -> None:
        document.set_header_text("감사담당관")  # type: ignore[attr-defined]
        document.add_paragraph("Ⅰ. 일반현황")  # type: ignore[attr-defined]

    found = read(written(fill), "a.hwpx")
    [head] = [block for block in found.blocks if isinstance(block, Furniture)]
    assert found.text[head.anchor.start : head.anchor.end] == "감사담당관"


@pytest.mark.parametrize("attack", [BOMB, EXTERNAL])
def test_document_type_definitions_are_refused(attack: bytes) -> None:
    data = changed(written(report), SECTION, lambda body: after_prolog(attack, body))
    with pytest.raises(UnreadableInput, match="built to harm its reader"):
        read(data, "a.hwpx")


def test_archive_that_unpacks_without_end_is_refused() -> None:
    data = changed(written(report), SECTION, lambda body: body + b" " * (300 << 20))
    with pytest.raises(UnreadableInput, match="unpacks to more than 256 MiB"):
        read(data, "a.hwpx")


def test_spans_without_end_are_clamped() -> None:
    data = changed(written(report), SECTION, lambda body: re.sub(rb'(row|col)Span="1"', rb'\1Span="999999999"', body))
    found = read(data, "a.hwpx")
    assert "table-overlap" in {issue.code for issue in found.issues}
    assert "△1" in found.text


def test_addresses_without_end_cost_the_grid_and_not_the_text() -> None:
    data = changed(written(report), SECTION, lambda body: body.replace(b'rowAddr="3"', b'rowAddr="999999999"'))
    found = read(data, "a.hwpx")
    assert [issue.code for issue in found.issues] == ["table-too-large"]
    assert "△1" in found.text


def test_tables_nested_without_end_are_refused() -> None:
    def nest(body: bytes) -> bytes:
        opening = b"<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList>" * 5_000
        closing = b"</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>" * 5_000
        return body.replace(b"</hs:sec>", opening + closing + b"</hs:sec>")

    with pytest.raises(UnreadableInput):
        read(changed(written(report), SECTION, nest), "a.hwpx")


@pytest.mark.parametrize("size", [200, 2_000, 5_000])
def test_file_that_was_cut_off_is_damaged(size: int) -> None:
    with pytest.raises(UnreadableInput, match="the HWPX file is damaged"):
        read(written(report)[:size], "a.hwpx")


def test_contained_reader_gives_the_same_document() -> None:
    data = written(report)
    assert read_document(data, "a.hwpx") == read(data, "a.hwpx")
