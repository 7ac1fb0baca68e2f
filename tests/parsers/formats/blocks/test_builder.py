"""Lines of page dumps, PDF text and Markdown → blocks."""

from __future__ import annotations

import pytest

from auditreport.schemas import Heading
from tests.reading import blocks, bullets, document, out_of_order, tables, unaccounted


def test_a_heading_of_a_part_and_of_a_programme_keep_level_and_number() -> None:
    found = document("Ⅱ. 2024년 추진실적\n1. 찾아가는 자체감사 (감사팀)\n").blocks
    assert all(isinstance(block, Heading) for block in found)
    assert [(b.level, b.number, b.text.value) for b in found if isinstance(b, Heading)] == [
        (1, "Ⅱ", "2024년 추진실적"),
        (2, "1", "찾아가는 자체감사 (감사팀)"),
    ]


def test_an_overprinted_heading_is_read_once() -> None:
    assert blocks("ⅡⅡ.. 22002244년년 주주요요 성성과과\n") == [("heading", "2024년 주요 성과")]


@pytest.mark.parametrize("mark", ["- 9 -", "– 12 –", "-  3  -"])
def test_a_page_mark_is_furniture(mark: str) -> None:
    assert blocks(f"□ 추진실적\n{mark}\n○ 점검 3회\n") == [
        ("bullet", "추진실적"),
        ("furniture", "page number"),
        ("bullet", "점검 3회"),
    ]


def test_a_rule_of_dashes_and_stray_marks_are_furniture() -> None:
    assert blocks("○ 점검 3회\n-----\nㅇㅇ\n◦\n○ 교육 1회\n") == [
        ("bullet", "점검 3회"),
        ("furniture", "rule"),
        ("furniture", "stray marks"),
        ("furniture", "stray marks"),
        ("bullet", "교육 1회"),
    ]


def test_a_wrapped_bullet_of_a_page_dump_is_one_text_over_a_blank_line_between_all_lines() -> None:
    text = "\n\n".join(
        [
            "□ 추진실적",
            "○ 골목 안전을 위한 보안등 교체와 노후 관로 정비를 함께 추진하여 주민이 느끼는",
            "불편을 줄임",
            "○ 보안등 교체 : 120개소",
            "○ 노후 관로 정비를 구역별로 나누어 추진하고 공사 뒤의 도로 복구도 함께 점검함",
        ]
    )
    assert bullets(text)[1] == (
        "○",
        1,
        "골목 안전을 위한 보안등 교체와 노후 관로 정비를 함께 추진하여 주민이 느끼는 불편을 줄임",
    )
    assert len(bullets(text)) == 4


def test_figures_of_a_wrapped_bullet_keep_their_places() -> None:
    text = "○ 하천변 산책로 보수와 쉼터 조성, 안내판 정비를 위한 현장 확인과 (\n120개소) 점검\n"
    [bullet] = [b for b in document(text).blocks if hasattr(b, "mark")]
    value = bullet.text.value  # type: ignore[union-attr]
    at = value.index("120")
    assert bullet.text.span(at, at + 3) == (text.index("120"), text.index("120") + 3)  # type: ignore[union-attr]


def test_a_bracket_left_open_is_continued_by_the_next_line() -> None:
    assert bullets("○ 점검 12회(구청 5,\n동 7)\n○ 교육 3회\n") == [
        ("○", 0, "점검 12회(구청 5, 동 7)"),
        ("○", 0, "교육 3회"),
    ]


def test_a_line_that_lost_its_mark_is_a_bullet_below_the_one_above_it() -> None:
    wide = "골목 안전을 위한 보안등 교체와 노후 관로 정비를 구역별로 나누어 추진하고 확인함"
    assert bullets(f"○ 점검 3회\n우수기관 2개소\n○ {wide}\n") == [
        ("○", 0, "점검 3회"),
        ("", 1, "우수기관 2개소"),
        ("○", 0, wide),
    ]


def test_private_use_marks_that_open_sections_stand_above_the_circles() -> None:
    text = "\uf06f 추진실적\n○ 점검 3회\n\uf06f 향후계획\n○ 점검 4회\n"
    assert bullets(text) == [
        ("\uf06f", 0, "추진실적"),
        ("○", 1, "점검 3회"),
        ("\uf06f", 0, "향후계획"),
        ("○", 1, "점검 4회"),
    ]


def test_letters_of_a_symbol_font_are_marks() -> None:
    assert bullets("□ 추진실적\nw 감사 3회\nw 점검 4회\n") == [
        ("□", 0, "추진실적"),
        ("w", 1, "감사 3회"),
        ("w", 1, "점검 4회"),
    ]


def test_markdown_dashes_nest_by_their_indent() -> None:
    text = "## 1 점검 강화\n\n- 점검 3회\n  - 구청 1회\n  - 동 2회\n- 교육 1회\n"
    assert bullets(text) == [("-", 0, "점검 3회"), ("-", 1, "구청 1회"), ("-", 1, "동 2회"), ("-", 0, "교육 1회")]


def test_a_contents_line_with_leaders_is_no_bullet_and_no_wrapped_text() -> None:
    assert blocks("1. 자체감사 강화 ·········· 5\n2. 민원 처리 ‥‥‥‥‥ 12\n") == [
        ("paragraph", "1. 자체감사 강화 ·········· 5"),
        ("paragraph", "2. 민원 처리 ‥‥‥‥‥ 12"),
    ]


def test_a_known_section_title_alone_on_a_line_is_a_heading() -> None:
    assert blocks("사업개요\n○ 기간 : 연중\n추 진 실 적\n○ 점검 3회\n") == [
        ("heading", "사업개요"),
        ("bullet", "기간 : 연중"),
        ("heading", "추 진 실 적"),
        ("bullet", "점검 3회"),
    ]


def test_a_title_between_bars_is_a_heading() -> None:
    assert blocks("❘ 민생 안정 ❘\n○ 점검 3회\n")[0] == ("heading", "민생 안정")


def test_a_table_between_bullets_does_not_join_them() -> None:
    text = "○ 점검 결과\n구 분 지적 회수\n계 12 4\n구청 12 4\n○ 교육 1회\n"
    assert [kind for kind, _ in blocks(text)] == ["bullet", "table", "bullet"]
    assert len(tables(text)) == 1


def test_numbers_in_a_sentence_of_two_lines_are_no_heading() -> None:
    text = "○ 현장에서 답을 찾고 주민과 함께 만들어 가는 골목 정비 사업을 모두 합하여\n2024년에 3개소 추진\n"
    assert [kind for kind, _ in blocks(text)] == ["bullet"]


@pytest.mark.parametrize("line", ["****", "<b></b>", "** **", "\\"])
def test_a_line_of_signs_that_reading_drops_still_lies_in_a_block(line: str) -> None:
    read_as = document(f"○ 점검 3회\n{line}\n○ 교육 1회\n")
    assert unaccounted(read_as) == []
    assert out_of_order(read_as) == []
    assert len(read_as.blocks) == 3


def test_a_short_title_behind_a_dotted_number_is_a_heading_and_a_count_behind_a_bare_one_is_none() -> None:
    assert blocks("1. 골목 정비\n○ 교체 30개소\n")[0] == ("heading", "골목 정비")
    assert blocks("3 개소 신설\n○ 교체 30개소\n")[0][0] == "paragraph"


def test_mark_that_slipped_below_its_title_is_given_back_to_it() -> None:
    text = "○ 상담 창구 운영 12개소\n주민 상담 기반 강화\n\uf06e\n○ 방문 상담 340건\n"
    marks = [(b.mark, b.text.value) for b in document(text).blocks if b.kind == "bullet"]
    assert marks[1] == ("\uf06e", "주민 상담 기반 강화")
