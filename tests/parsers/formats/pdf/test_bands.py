"""Lines between two rules, and the rows that they are."""

from __future__ import annotations

from auditreport.parsers.formats.pdf.bands import BandRow, band_rows
from auditreport.parsers.formats.pdf.chunks import cut
from auditreport.parsers.formats.pdf.rows import read_rows
from tests.parsers.formats.pdf.test_rows import glyphs

# Three columns: labels, a text, figures.
XS = [0.0, 100.0, 200.0, 300.0]


def rows_of(*lines: tuple[float, dict[int, str]], top: float, bottom: float) -> list[BandRow]:
    """The rows of a band; a line is its place from above and what stands in its columns."""
    read = read_rows([glyph for at, cells in lines for x, text in cells.items() for glyph in glyphs(text, x, at)])
    return band_rows([cut(row, i, 0, 300) for i, row in enumerate(read)], XS, top, bottom)


def texts(rows: list[BandRow]) -> list[list[str]]:
    """The words of each row, line by line."""
    return [[" ".join(chunk.text for chunk in line) for line in row.lines] for row in rows]


def test_lines_without_a_second_figure_are_one_row() -> None:
    rows = rows_of((100, {10: "청렴 교육", 110: "전 직원", 220: "12"}), (114, {10: "강화"}), top=95, bottom=130)
    assert texts(rows) == [["청렴 교육 전 직원 12", "강화"]]
    assert (rows[0].top, rows[0].bottom) == (95, 130)


def test_figures_of_one_column_make_rows_and_a_line_between_belongs_to_the_nearest() -> None:
    rows = rows_of(
        (100, {10: "청렴 교육", 110: "전 직원", 220: "12"}),
        (112, {110: "신규 포함"}),
        (140, {10: "감사", 110: "부서", 220: "7"}),
        top=95,
        bottom=200,
    )
    assert texts(rows) == [["청렴 교육 전 직원 12", "신규 포함"], ["감사 부서 7"]]
    assert rows[0].bottom == rows[1].top == (122 + 140) / 2
    assert (rows[0].top, rows[1].bottom) == (95, 200)


def test_label_between_two_rows_that_have_none_stands_beside_both() -> None:
    rows = rows_of(
        (100, {110: "전 직원", 220: "12"}),
        (120, {10: "교육"}),
        (140, {110: "신규", 220: "7"}),
        top=95,
        bottom=180,
    )
    assert texts(rows) == [["전 직원 12"], ["신규 7"]]
    assert [row.spans for row in rows] == [{0: 2}, {}]


def test_label_of_a_row_on_two_lines_around_it_is_no_label_of_two_rows() -> None:
    rows = rows_of(
        (90, {10: "청렴"}),
        (100, {110: "전 직원", 220: "12"}),
        (110, {10: "교육"}),
        (140, {110: "신규", 220: "7"}),
        top=80,
        bottom=200,
    )
    assert texts(rows) == [["전 직원 12", "청렴", "교육"], ["신규 7"]]
    assert [row.spans for row in rows] == [{}, {}]


def test_rows_whose_cells_stand_at_half_their_height_end_where_the_next_begins() -> None:
    rows = rows_of(
        (105, {10: "교육", 110: "전 직원", 220: "12"}),
        (125, {10: "감사", 110: "부서", 220: "7"}),
        top=100,
        bottom=140,
    )
    assert [(row.top, row.bottom) for row in rows] == [(100, 120), (120, 140)]


def test_label_in_the_middle_of_even_rows_spans_them() -> None:
    rows = rows_of(
        (105, {110: "전 직원", 220: "12"}),
        (115, {10: "교육"}),
        (125, {110: "신규", 220: "7"}),
        top=100,
        bottom=140,
    )
    assert texts(rows) == [["전 직원 12"], ["신규 7"]]
    assert rows[0].spans == {0: 2}


def test_remark_in_brackets_below_a_figure_opens_no_row() -> None:
    rows = rows_of((100, {10: "교육", 220: "12"}), (114, {220: "(7)"}), top=95, bottom=130)
    assert texts(rows) == [["교육 12", "(7)"]]


def test_lines_that_fill_all_columns_are_rows_unless_they_are_items_of_lists() -> None:
    named = rows_of((100, {110: "가 동", 210: "도로과"}), (120, {110: "나 동", 210: "하천과"}), top=95, bottom=160)
    assert texts(named) == [["가 동 도로과"], ["나 동 하천과"]]
    listed = rows_of((100, {110: "○ 도로", 210: "○ 정비"}), (120, {110: "○ 하천", 210: "○ 점검"}), top=95, bottom=160)
    assert len(listed) == 1
