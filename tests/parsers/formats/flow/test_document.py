"""Pieces of a structured file as a document."""

from __future__ import annotations

from auditreport.parsers.formats.flow import Box, Grid, Para, Piece, assemble
from auditreport.parsers.places import Places
from auditreport.schemas import Bullet, Document, Furniture, Heading, Paragraph, Table


def document(*pieces: Piece) -> Document:
    return assemble(pieces, b"bytes", "a.hwpx", media_type="application/hwp+zip", reader="hwpx")


def table(*rows: tuple[str, ...], path: str = "section 1, paragraph 3, table 1") -> Grid:
    return Grid(
        [Box(r, c, 1, 1, [Para(text, "cell")]) for r, row in enumerate(rows) for c, text in enumerate(row)], path
    )


def cells(block: Table) -> list[list[str]]:
    return [[cell.text.value for cell in row.cells] for row in (*block.header, *block.rows)]


def test_paragraphs_become_blocks_that_lead_back_to_their_place() -> None:
    found = document(Para("Ⅰ. 일반현황", "section 1, paragraph 1"), Para("□ 정원 22명", "section 1, paragraph 2"))
    heading, bullet = found.blocks
    assert isinstance(heading, Heading)
    assert (heading.number, heading.text.value) == ("Ⅰ", "일반현황")
    assert isinstance(bullet, Bullet)
    assert (bullet.mark, bullet.text.value) == ("□", "정원 22명")
    start, end = bullet.text.span(3, 5)
    assert found.text[start:end] == "22"
    assert Places(found).anchor(start, end).path == "section 1, paragraph 2"


def test_cells_lead_back_to_their_row_and_column() -> None:
    found = document(table(("구분", "계", "5급"), ("정원", "22", "2"), ("현원", "21", "△1")))
    [block] = found.blocks
    assert isinstance(block, Table)
    assert len(block.header) == 1
    start, end = block.rows[1].cells[2].text.span(0, 2)
    assert found.text[start:end] == "△1"
    assert Places(found).anchor(start, end).path == "section 1, paragraph 3, table 1, row 3, column 3"


def test_merged_cells_stand_once_and_leave_empty_cells_where_they_reach() -> None:
    grid = Grid(
        [
            Box(0, 0, 2, 1, [Para("구분", "")]),
            Box(0, 1, 1, 2, [Para("예산액", "")]),
            Box(1, 1, 1, 1, [Para("국비", "")]),
            Box(1, 2, 1, 1, [Para("구비", "")]),
            Box(2, 0, 1, 1, [Para("계", "")]),
            Box(2, 1, 1, 1, [Para("1,000", "")]),
            Box(2, 2, 1, 1, [Para("-", "")]),
        ],
        "table 1",
    )
    [block] = document(grid).blocks
    assert isinstance(block, Table)
    assert cells(block) == [["구분", "예산액", ""], ["", "국비", "구비"], ["계", "1,000", "-"]]
    assert len(block.header) == 2
    assert block.header[0].cells[1].column_span == 2
    assert block.header[0].cells[0].row_span == 2


def test_lines_of_a_cell_are_parted_by_line_feeds() -> None:
    grid = table(("구분", "내용"), ("가", "-"))
    grid.boxes[3].content = [Para("첫째 줄", ""), Para("둘째 줄\n셋째 줄", "")]
    [block] = document(grid).blocks
    assert isinstance(block, Table)
    assert cells(block)[1] == ["가", "첫째 줄\n둘째 줄\n셋째 줄"]


def test_word_broken_to_fit_a_narrow_cell_is_one_word() -> None:
    grid = table(("구분", "계"), ("소속", "1"))
    grid.boxes[2].content = [Para("산업", ""), Para("안전\n본부", "")]
    found = document(grid)
    [block] = found.blocks
    assert isinstance(block, Table)
    assert cells(block)[1] == ["산업안전본부", "1"]
    start, end = block.rows[0].cells[0].text.span(4, 6)
    assert found.text[start:end] == "본부"


def test_box_around_a_heading_gives_a_line() -> None:
    found = document(table(("Ⅱ. 추진실적",)), table(("3", "2022년 예산 현황")))
    assert [type(block) for block in found.blocks] == [Heading, Heading]


def test_banner_with_a_number_gives_a_numbered_heading() -> None:
    [block] = document(table(("2", "한계"))).blocks
    assert isinstance(block, Heading)
    assert (block.number, block.level, block.text.value) == ("2", 2, "한계")


def test_table_inside_of_a_cell_comes_as_a_table_of_its_own() -> None:
    outer = table(("과제", "내용"), ("가", "나"))
    outer.boxes[3].content.append(table(("구분", "계"), ("건수", "3"), path="inner"))
    first, second = document(outer).blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert cells(first) == [["과제", "내용"], ["가", "나"]]
    assert cells(second) == [["구분", "계"], ["건수", "3"]]
    assert second.anchor.path == "inner"


def test_furniture_stays_in_its_place() -> None:
    found = document(Para("첫째", "a"), Para("머리말", "b", "running head"), Para("둘째", "c"))
    assert [type(block) for block in found.blocks] == [Paragraph, Furniture, Paragraph]


def test_table_of_absurd_size_is_an_issue_and_its_text_is_kept() -> None:
    found = document(Grid([Box(0, 0, 1, 1, [Para("가", "")]), Box(60_000, 9, 1, 1, [Para("나", "")])], "table 1"))
    assert [issue.code for issue in found.issues] == ["table-too-large"]
    assert found.text.split() == ["가", "나"]


def test_every_line_is_in_a_block() -> None:
    found = document(Para("가\n\n나", "p"), table(("구분", "계"), ("다", "1")), Para("라", "q"))
    covered = {i for block in found.blocks for i in range(block.anchor.start, block.anchor.end)}
    assert all(i in covered for i, char in enumerate(found.text) if not char.isspace())


def test_name_of_an_annex_beside_its_title_draws_a_heading() -> None:
    [heading] = document(table(("붙임", "과제별 추진일정"))).blocks
    assert isinstance(heading, Heading)
    assert heading.text.value == "붙임 과제별 추진일정"


def test_number_beside_a_title_that_begins_with_a_figure_is_the_number_of_the_heading() -> None:
    [heading] = document(table(("2", "15분 도시 조성"))).blocks
    assert isinstance(heading, Heading)
    assert (heading.number, heading.text.value) == ("2", "15분 도시 조성")
