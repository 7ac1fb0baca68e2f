"""Organisation charts and diagrams of boxes: every word comes out, box after box, and nothing is a table by mistake."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.pdf import read
from auditreport.parsers.formats.pdf.boxes import box_rows, find_bands
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.rules import Rule, Ruling
from auditreport.schemas import Block, Furniture, Table
from tests.parsers.formats.pdf.samples import HEIGHT, WIDTH, Page, advance, write


def box(page: Page, x: float, y: float, width: float, height: float, *lines: str, corner: float = 0) -> Page:
    """A box with centred lines, its corners open by `corner` as round ones are."""
    page.rule(x + corner, y, x + width - corner, y).rule(x + corner, y + height, x + width - corner, y + height)
    page.rule(x, y + corner, x, y + height - corner).rule(x + width, y + corner, x + width, y + height - corner)
    step = height / (len(lines) + 1)
    for i, line in enumerate(lines, 1):
        page.text(x + (width - advance(line, 9)) / 2, y + i * step - 4.5, line, 9)
    return page


def blocks(page: Page) -> tuple[Block, ...]:
    return read(write(page), "report.pdf").blocks


def lines_of(page: Page) -> list[str]:
    return [line for line in read(write(page), "report.pdf").text.splitlines() if line]


def test_boxes_of_an_organisation_chart_come_out_one_by_one() -> None:
    page = box(Page(), 220, 100, 150, 24, "감사담당관").rule(295, 124, 295, 140).rule(100, 140, 490, 140)
    for i, (team, count) in enumerate([("청렴감사팀", "(5)"), ("조사팀", "(4)"), ("기술감사팀", "(6)")]):
        x = 60 + 165 * i
        box(page.rule(x + 40, 140, x + 40, 150), x, 150, 80, 48, team, count)
    assert lines_of(page) == ["감사담당관", "청렴감사팀 (5)", "조사팀 (4)", "기술감사팀 (6)"]
    assert not any(isinstance(block, Table) for block in blocks(page))


def test_words_set_upright_in_boxes_are_words() -> None:
    page = Page()
    for i, word in enumerate(["총무과", "급수부", "시설부"]):
        box(page, 60 + 60 * i, 100, 40, 110, *word, "(3팀)")
    assert lines_of(page) == ["총무과 (3팀)", "급수부 (3팀)", "시설부 (3팀)"]


@pytest.mark.parametrize("corner", [0, 8])
def test_boxes_in_rows_and_columns_below_titles_are_a_table(corner: float) -> None:
    page = Page().text(100, 80, "[ 과제 ]").text(260, 80, "< 2024년 >").text(440, 80, "< 2025년 >")
    rows = [("기업 육성", "기업 832개", "기업 900개"), ("공원 조성", "공원 7개소", "공원 9개소")]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            box(page, 60 + 180 * c, 100 + 50 * r, 130, 40, cell, "(누적)", corner=corner)
        page.text(390, 115 + 50 * r, "⇨")
    found = blocks(page)
    [table] = [block for block in found if isinstance(block, Table)]
    assert [cell.text.value for cell in table.header[0].cells] == ["[ 과제 ]", "< 2024년 >", "< 2025년 >"]
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        [f"{cell} (누적)" for cell in row] for row in rows
    ]
    assert [block.reason for block in found if isinstance(block, Furniture)] == ["arrow", "arrow"]


def test_boxes_in_rows_without_titles_are_no_table() -> None:
    page = Page()
    for r in range(2):
        for c in range(3):
            box(page, 60 + 180 * c, 100 + 50 * r, 130, 40, f"과제 {r}{c}")
    assert not any(isinstance(block, Table) for block in blocks(page))
    assert lines_of(page) == ["과제 00", "과제 01", "과제 02", "과제 10", "과제 11", "과제 12"]


def test_gradient_behind_boxes_draws_no_rules() -> None:
    page = Page()
    for c in range(3):
        for strip in range(40):
            y = 100 + strip
            page.operators.append(f"{0.5 + strip / 100} g {20 + 180 * c} {HEIGHT - y - 1} 210 1 re f 0 g")
        box(page, 60 + 180 * c, 100, 130, 40, f"과제 {c}", "추진", corner=8)
    assert lines_of(page) == ["과제 0", "추진", "과제 1", "추진", "과제 2", "추진"]


def test_cells_that_touch_are_no_boxes() -> None:
    across = [Rule(at, low, low + 100) for at in (100, 120) for low in (60, 160)]
    down = [Rule(at, 100, 120) for at in (60, 160, 260)]
    assert find_bands(Ruling(across, down, []), WIDTH, HEIGHT) == []


def test_box_around_others_holds_no_text_of_its_own() -> None:
    def sides(x0: float, top: float, x1: float, bottom: float) -> tuple[list[Rule], list[Rule]]:
        return [Rule(top, x0, x1), Rule(bottom, x0, x1)], [Rule(x0, top, bottom), Rule(x1, top, bottom)]

    inner = [(70.0, 100.0, 160.0, 140.0), (170.0, 100.0, 260.0, 140.0), (270.0, 100.0, 390.0, 140.0)]
    drawn = [sides(60, 90, 400, 200), *(sides(*one) for one in inner)]
    ruling = Ruling([r for across, _ in drawn for r in across], [r for _, down in drawn for r in down], [])
    [band] = find_bands(ruling, WIDTH, HEIGHT)
    assert band.boxes == inner


def test_label_beside_one_box_is_read_line_by_line() -> None:
    page = box(box(Page(), 60, 100, 100, 40, "생산"), 180, 100, 200, 40, "수질관리")
    assert lines_of(page) == ["생산 수질관리"]


def test_syllables_side_by_side_are_not_taken_for_upright_ones() -> None:
    def glyph(text: str, x: float, top: float) -> Glyph:
        return Glyph(text, x, top, x + 9, top + 9, 9, "F")

    rows = box_rows([glyph("원", 60, 60), glyph("장", 100, 60), glyph("과", 60, 80)])
    assert [row.text for row in rows] == ["원 장", "과"]


def test_line_of_a_box_does_not_continue_the_one_before_the_box() -> None:
    page = Page().text(60, 60, "□ 교통약자 콜택시 통합을 통한 이용 편익 증진과 운영의 활성화를 위한 방안", 12)
    for c, name in enumerate(["장애인 콜택시", "임산부 콜택시", "교통약자 콜택시"]):
        box(page, 60 + 180 * c, 100, 130, 40, name)
    assert [block.text.value for block in blocks(page)] == [
        "교통약자 콜택시 통합을 통한 이용 편익 증진과 운영의 활성화를 위한 방안",
        "장애인 콜택시",
        "임산부 콜택시",
        "교통약자 콜택시",
    ]


def test_tall_boxes_with_lines_side_by_side_are_columns_whose_lines_stay_whole() -> None:
    page = Page()
    before, after = ["144칸", "8개소", "6개 구", "47.4%"], ["200칸", "9개소", "9개 구", "50%"]
    for i, name in enumerate(["전동차 교체", "신호체계", "견인 확대", "음향신호기"]):
        page.text(60, 117.5 + 22 * i, name, 9)
    box(page, 200, 100, 100, 110, *before)
    box(page, 340, 100, 100, 110, *after)
    box(page, 460, 100, 80, 110, "상반기", "하반기", "상반기", "연중")
    assert lines_of(page)[2] == "견인 확대 6개 구 9개 구 상반기"


def test_boxes_that_begin_with_a_year_are_columns_of_a_table() -> None:
    page = Page()
    for c, (year, what, amount) in enumerate(
        [("2023년", "구축", "200"), ("2024년", "운영", "300"), ("2025년", "확대", "90")]
    ):
        box(page, 60 + 160 * c, 100, 140, 60, year, what, f"{amount}백만원")
    [table] = [block for block in blocks(page) if isinstance(block, Table)]
    assert [cell.text.value for cell in table.header[0].cells] == ["2023년", "2024년", "2025년"]
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["구축 200백만원", "운영 300백만원", "확대 90백만원"]
    ]
