"""PDF files written for the test, read in this process."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.pdf import read
from auditreport.parsers.formats.pdf.content import read_content
from auditreport.parsers.places import Places
from auditreport.pipeline import read_bytes
from auditreport.schemas import Bullet, Document, Furniture, Heading, Paragraph, Table
from tests.parsers.formats.pdf.samples import Page, write

BUDGET = [
    ["구분", "예산액", "집행액", "집행률(%)"],
    ["계", "1,000", "900", "90"],
    ["기본경비", "300", "△20", "-"],
    ["순찰 운영", "700", "920", "100"],
]
WIDTHS = [150.0, 100.0, 100.0, 100.0]


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[cell.text.value for cell in row.cells] for row in (*block.header, *block.rows)]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def budget_page(rules: str = "open") -> Page:
    page = Page().text(60, 60, "1. 예산현황", 14).text(430, 85, "(단위 : 천원)")
    return page.table(60, 100, WIDTHS, BUDGET, rules=rules).text(270, 800, "- 1 -")


@pytest.mark.parametrize("rules", ["ruled", "open", "across", "head"])
def test_table_is_read_whole_whichever_rules_are_drawn(rules: str) -> None:
    document = read(write(budget_page(rules)), "report.pdf")
    assert tables(document) == [BUDGET]


@pytest.mark.parametrize(("rules", "layout"), [("ruled", "lattice"), ("open", "rules"), ("across", "rules")])
def test_layout_says_which_sides_are_ruled(rules: str, layout: str) -> None:
    [table] = [b for b in read(write(budget_page(rules)), "report.pdf").blocks if isinstance(b, Table)]
    assert (table.layout, len(table.header)) == (layout, 1)


def test_blocks_follow_the_page_from_the_top() -> None:
    blocks = read(write(budget_page()), "report.pdf").blocks
    assert [type(block) for block in blocks] == [Heading, Paragraph, Table, Furniture]


def test_every_character_maps_to_its_page_and_box() -> None:
    document = read(write(Page().text(60, 60, "표지"), budget_page()), "report.pdf")
    start = document.text.index("△20")
    anchor = Places(document).anchor(start, start + 3)
    assert anchor.page == 2
    assert anchor.bbox == (351.0, 140.0, 369.0, 149.0)


def test_figures_of_a_page_carry_page_and_box() -> None:
    facts = read_bytes(write(budget_page()), "report.pdf").facts
    [saved] = [fact for fact in facts if fact.raw == "△20"]
    assert (saved.value, saved.source.page, saved.source.bbox) == ("-20000", 1, (351.0, 140.0, 369.0, 149.0))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_read_upright_and_its_boxes_map_back(turn: int) -> None:
    document = read(write(Page(turn, *_drawn(budget_page()))), "report.pdf")
    assert tables(document) == [BUDGET]
    start = document.text.index("△20")
    box = Places(document).anchor(start, start + 3).bbox
    upright = (351.0, 140.0, 369.0, 149.0)
    turned = {
        90: (842 - upright[3], upright[0], 842 - upright[1], upright[2]),
        180: (595 - upright[2], 842 - upright[3], 595 - upright[0], 842 - upright[1]),
        270: (upright[1], 595 - upright[2], upright[3], 595 - upright[0]),
    }
    assert box == pytest.approx(turned[turn])


def _drawn(page: Page) -> tuple[list[str], set[str]]:
    return page.operators, page.characters


def test_table_goes_on_over_a_page_break_and_repeats_its_titles_once() -> None:
    first = [BUDGET[0], *([f"사업{i}", str(i), "1", "2"] for i in range(3))]
    second = [BUDGET[0], *([f"사업{i}", str(i), "1", "2"] for i in range(3, 6))]
    pages = [
        Page().table(60, 700, WIDTHS, first, rules="open").text(270, 800, "- 1 -"),
        Page().table(60, 60, WIDTHS, second, rules="open").text(270, 800, "- 2 -"),
    ]
    document = read(write(*pages), "report.pdf")
    assert tables(document) == [[*first, *second[1:]]]
    assert [block.reason for block in document.blocks if isinstance(block, Furniture)] == ["page number"] * 2


def test_table_below_a_heading_on_the_next_page_is_one_of_its_own() -> None:
    pages = [
        Page().table(60, 700, WIDTHS, BUDGET),
        Page().text(60, 40, "2. 다른 예산").table(60, 60, WIDTHS, BUDGET),
    ]
    assert tables(read(write(*pages), "report.pdf")) == [BUDGET, BUDGET]


def test_running_head_is_furniture_and_the_same_words_elsewhere_are_not() -> None:
    pages = [Page().text(60, 30, "감사담당관 주요업무").text(60, 300, f"{i}. 사업") for i in range(1, 5)]
    pages[0].text(60, 400, "감사담당관 주요업무")
    blocks = read(write(*pages), "report.pdf").blocks
    assert [block.reason for block in blocks if isinstance(block, Furniture)] == ["running head"] * 4
    kept = [str(block.text) for block in blocks if isinstance(block, Paragraph | Bullet)]
    assert sum("감사담당관 주요업무" in text for text in kept) == 1


def test_every_line_of_the_text_is_in_a_block() -> None:
    document = read(write(budget_page(), Page().text(60, 60, "□ 향후계획").text(70, 80, "○ 점검 3회")), "r.pdf")
    covered = {i for block in document.blocks for i in range(block.anchor.start, block.anchor.end)}
    assert not [i for i, char in enumerate(document.text) if not char.isspace() and i not in covered]


def test_text_in_a_box_is_no_table() -> None:
    page = Page().rule(60, 60, 500, 60).rule(60, 90, 500, 90).rule(60, 60, 60, 90).rule(500, 60, 500, 90)
    document = read(write(page.text(70, 70, "순찰로 안전한 도시를 만든다")), "report.pdf")
    assert [type(block) for block in document.blocks] == [Paragraph]


def test_organisation_chart_is_no_lattice() -> None:
    page = Page()
    for x, y, name in ((250, 60, "국장"), (100, 140, "감사과"), (250, 140, "순찰과"), (400, 140, "민원과")):
        page.table(x, y, [90], [[name]], height=24)
        page.rule(x + 45, 112, x + 45, 140)
    page.rule(295, 84, 295, 112).rule(145, 112, 445, 112)
    document = read(write(page), "report.pdf")
    assert not [b for b in document.blocks if isinstance(b, Table) and b.layout in ("lattice", "rules")]


def test_table_inside_of_a_cell_comes_as_a_table_with_its_caption() -> None:
    outer = [["연번", "사업내용", "비고"], ["1", "", "완료"]]
    page = Page().table(60, 60, [40, 400, 60], outer, height=150)
    page.text(110, 215, "가. 추진 경과와 예산").text(400, 232, "(단위: 백만원)")
    page.table(110, 250, [130, 130, 130], [["구분", "예산", "집행"], ["계", "10", "9"]])
    document = read(write(page), "report.pdf")
    around, inner = (block for block in document.blocks if isinstance(block, Table))
    assert around.rows[0].cells[1].text.value == "가. 추진 경과와 예산"
    assert inner.caption is not None
    assert inner.caption.value == "(단위: 백만원)"
    assert tables(document)[1] == [["구분", "예산", "집행"], ["계", "10", "9"]]


def test_page_without_text_under_a_picture_is_an_issue_that_says_what_to_do() -> None:
    picture = Page()
    picture.operators.append(
        "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x41 EI Q"  # one grey point over the whole page
    )
    document = read(write(picture, Page().text(60, 60, "1. 현황이 글자로 있는 쪽")), "report.pdf")
    [issue] = document.issues
    assert (issue.code, issue.anchor and issue.anchor.page) == ("scanned-page", 1)
    assert "1. 현황이 글자로 있는 쪽" in document.text


def test_file_of_pictures_alone_is_still_a_document() -> None:
    picture = Page()
    picture.operators.append("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x41 EI Q")
    document = read(write(picture, picture), "scan.pdf")
    assert [issue.anchor and issue.anchor.page for issue in document.issues] == [1, 2]
    assert document.blocks == ()


def test_content_keeps_the_order_of_printing() -> None:
    import io

    import pdfplumber

    with pdfplumber.open(io.BytesIO(write(Page().text(60, 90, "나").text(60, 60, "가")))) as pdf:
        assert [char.get_text() for char, _ in read_content(pdf.pages[0]).chars] == ["나", "가"]
