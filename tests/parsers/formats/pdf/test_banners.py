"""Headings drawn as a number in a box with the title beside it."""

from __future__ import annotations

from auditreport.parsers.formats.pdf import read
from auditreport.parsers.formats.pdf.banners import read_banners
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.lattice import Frame, Slot
from auditreport.schemas import Bullet, Document, Heading, Table
from tests.parsers.formats.pdf.samples import Page, write


def document(*pages: Page) -> Document:
    return read(write(*pages), "report.pdf")


def headings(found: Document) -> list[tuple[str | None, str, int]]:
    return [(block.number, block.text.value, block.level) for block in found.blocks if isinstance(block, Heading)]


def test_number_and_title_in_a_frame_are_a_heading_even_where_the_title_begins_like_a_counter() -> None:
    page = Page().text(60, 60, "○ 점자 번역서 발간(3건)을 비롯한 사업 추진 현황과 그 결과 보고")
    page.table(60, 90, [30, 400], [["2", "한계"]]).table(60, 150, [30, 400], [["3", "정책 환경"]])
    found = document(page)
    assert headings(found) == [("2", "한계", 2), ("3", "정책 환경", 2)]
    assert [block.text.value for block in found.blocks if isinstance(block, Bullet)] == [
        "점자 번역서 발간(3건)을 비롯한 사업 추진 현황과 그 결과 보고"
    ]


def test_number_and_title_in_two_boxes_are_a_heading() -> None:
    page = Page().table(60, 100, [30], [["2"]]).table(100, 100, [380], [["15분 도시 조성"]])
    assert headings(document(page)) == [("2", "15분 도시 조성", 2)]


def test_sign_beside_the_title_stands_behind_it() -> None:
    page = Page().table(60, 100, [30], [["5"]], height=30).table(100, 100, [380], [[""]], height=30)
    page.text(110, 112, "조직진단 용역", 12).text(440, 103, "신규", 8)
    assert headings(document(page)) == [("5", "조직진단 용역 신규", 2)]


def test_name_of_an_annex_and_its_title_are_a_heading() -> None:
    page = Page().table(60, 100, [60, 380], [["붙임", "과제별 추진일정"]])
    assert headings(document(page)) == [(None, "붙임 과제별 추진일정", 4)]


def test_row_of_a_table_with_a_figure_is_no_heading() -> None:
    frame = Frame([60, 90, 390, 470], [100, 118], [Slot(0, 0), Slot(0, 1), Slot(0, 2)], "lattice")
    glyphs = [
        Glyph(char, x + 9 * i, 104, x + 9 * i + 9, 113, 9, "F")
        for x, text in ((70, "3"), (100, "순찰강화"), (400, "1200"))
        for i, char in enumerate(text)
    ]
    assert read_banners([frame], glyphs) == ([], glyphs)


def test_table_of_numbered_rows_stays_a_table() -> None:
    page = Page().table(60, 100, [40, 300], [["연번", "사업명"], ["1", "순찰 강화"]])
    found = document(page)
    assert headings(found) == []
    assert sum(isinstance(block, Table) for block in found.blocks) == 1
