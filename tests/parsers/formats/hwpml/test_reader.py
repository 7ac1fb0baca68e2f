"""HWPML files."""

from __future__ import annotations

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.hwpml import read
from auditreport.parsers.places import Places
from auditreport.schemas import Bullet, Document, Furniture, Heading, Table

PAGE = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>{doctype}<HWPML Version="2.91"><HEAD><MAPPINGTABLE>
<BULLETLIST><BULLET Char="○" Id="1"/></BULLETLIST>
<NUMBERINGLIST><NUMBERING Id="1" Start="0"><PARAHEAD Level="1" NumFormat="HangulSyllable" Start="1">^1.</PARAHEAD>
</NUMBERING></NUMBERINGLIST>
<PARASHAPELIST><PARASHAPE HeadingType="None" Id="0"/><PARASHAPE Heading="1" HeadingType="Bullet" Id="1" Level="0"/>
<PARASHAPE Heading="1" HeadingType="Number" Id="2" Level="0"/></PARASHAPELIST></MAPPINGTABLE></HEAD>
<BODY><SECTION Id="0">{body}</SECTION></BODY></HWPML>"""


def paragraph(text: str, shape: int = 0) -> str:
    return f'<P ParaShape="{shape}"><TEXT CharShape="0"><CHAR>{text}</CHAR></TEXT></P>'


def cell(row: int, column: int, text: str, row_span: int = 1, column_span: int = 1) -> str:
    place = f'RowAddr="{row}" ColAddr="{column}" RowSpan="{row_span}" ColSpan="{column_span}"'
    return f"<CELL {place}><PARALIST>{paragraph(text)}</PARALIST></CELL>"


TABLE = (
    '<P><TEXT><TABLE RowCount="3" ColCount="3"><SHAPEOBJECT><CAPTION Side="Top"><PARALIST>'
    + paragraph("(단위 : 명)")
    + "</PARALIST></CAPTION></SHAPEOBJECT><ROW>"
    + cell(0, 0, "구분", row_span=2)
    + cell(0, 1, "일반직", column_span=2)
    + "</ROW><ROW>"
    + cell(1, 1, "5급")
    + cell(1, 2, "6급")
    + "</ROW><ROW>"
    + cell(2, 0, "정원")
    + cell(2, 1, "2")
    + cell(2, 2, "20")
    + "</ROW></TABLE></TEXT></P>"
)


def document(body: str, doctype: str = "") -> Document:
    return read(PAGE.format(doctype=doctype, body=body).encode(), "a.hml")


def test_paragraphs_and_merged_cells_come_in_reading_order() -> None:
    found = document(paragraph("Ⅰ. 일반현황") + TABLE)
    heading, _, table = found.blocks
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert [[c.text.value for c in row.cells] for row in (*table.header, *table.rows)] == [
        ["구분", "일반직", ""],
        ["", "5급", "6급"],
        ["정원", "2", "20"],
    ]
    at = found.text.index("20")
    assert Places(found).anchor(at, at + 2).path == "section 1, paragraph 2, table 1, row 3, column 3"


def test_marks_and_numbers_that_are_shapes_stand_before_their_text() -> None:
    found = document(paragraph("첫째", 1) + paragraph("둘째", 2) + paragraph("셋째", 2))
    assert found.text.split("\n")[:3] == ["○ 첫째", "가. 둘째", "나. 셋째"]
    assert isinstance(found.blocks[0], Bullet)


def test_breaks_and_tabs_of_a_line_are_kept() -> None:
    assert document(paragraph("첫째<LINEBREAK/>둘째<TAB/>셋째")).text == "첫째\n둘째\t셋째\n"


def test_running_head_is_furniture() -> None:
    head = f"<P><TEXT><HEADER><PARALIST>{paragraph('감사담당관')}</PARALIST></HEADER><CHAR/></TEXT></P>"
    assert [type(block) for block in document(head + paragraph("Ⅰ. 일반현황")).blocks] == [Furniture, Heading]


def test_document_type_definition_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="built to harm its reader"):
        document(paragraph("&a;"), '<!DOCTYPE HWPML [<!ENTITY a SYSTEM "file:///etc/hostname">]>')


def test_cut_off_file_is_damaged() -> None:
    with pytest.raises(UnreadableInput, match="the HWPML file is damaged"):
        read(PAGE.format(doctype="", body=TABLE).encode()[:-40], "a.hml")


def test_content_tells_the_format() -> None:
    found = read_document(PAGE.format(doctype="", body=paragraph("□ 정원 22명")).encode(), "a.txt")
    assert found.source.reader == "hwpml"
