"""Before-and-after tables that lost their cells."""

from __future__ import annotations

from tests.reading import blocks, tables

TABLE = """□ 달라지는 제도
[주요과제] <2024년> <2025년>
돌봄수당 지원 월 20만원 ➠ 월 30만원
방문진료 대상 (65세 이상) 300명 ➠ (65세 이상) 450명
□ 향후계획
"""


def test_an_arrow_parts_before_from_after_and_the_first_figure_ends_the_label() -> None:
    [table] = tables(TABLE)
    assert table.layout == "flattened"
    assert [cell.text.value for cell in table.header[0].cells] == ["주요과제", "2024년", "2025년"]
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["돌봄수당 지원", "월 20만원", "월 30만원"],
        ["방문진료 대상", "(65세 이상) 300명", "(65세 이상) 450명"],
    ]
    assert [row.line for row in table.rows] == [3, 4]


def test_the_table_ends_at_the_next_mark() -> None:
    assert blocks(TABLE) == [
        ("bullet", "달라지는 제도"),
        ("table", "flattened"),
        ("bullet", "향후계획"),
    ]


def test_two_values_side_by_side_continue_the_row_above() -> None:
    [table] = tables("[주요과제] <2024년> <2025년>\n쉼터 운영 4개소 ➠ 6개소\n(구청 2, 공원 2) (구청 3, 공원 3)\n")
    assert [cell.text.value for cell in table.rows[1].cells] == ["", "(구청 2, 공원 2)", "(구청 3, 공원 3)"]


def test_a_header_without_an_arrow_below_it_is_running_text() -> None:
    assert tables("[주요과제] <2024년> <2025년>\n지난 해와 같음\n") == []


def test_a_label_ends_where_both_values_begin_alike_else_at_its_last_word() -> None:
    [table] = tables(
        "[주요과제] <2024년> <2025년>\n상담 시간 평일 낮 ➠ 평일 낮과 밤\n접수 방법 방문 ➠ 누리집\n방문 상담 방문 접수\n"
        "가까운 동에서\n"
    )
    assert [[cell.text.value for cell in row.cells] for row in table.rows] == [
        ["상담 시간", "평일 낮", "평일 낮과 밤"],
        ["접수 방법", "방문", "누리집"],
        ["", "방문 상담", "방문 접수"],
        ["", "가까운 동에서", ""],
    ]
