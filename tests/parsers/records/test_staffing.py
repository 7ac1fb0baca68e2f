"""Staffing: tables of 정원, 현원 and 과부족, cells that pair them, lines that state them."""

from __future__ import annotations

from tests.reading import facts, report

HEAD = "2024년도 주요업무보고\n감사담당관\nⅠ. 일반현황\n1. 인 력\n"


def staffing(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Concept, dimensions and value of the staffing facts."""
    return [
        (fact.concept.removeprefix("staffing."), fact.dims, fact.value)
        for fact in facts(HEAD + text)
        if fact.kind == "staffing"
    ]


def test_grades_stand_under_their_job_class_and_a_total_has_neither() -> None:
    text = "구 분 계 일반직 관리운영직\n6급 7급 6급 7급\n정 원 10 1 2 3 4\n현 원 9 1 2 3 3\n"
    assert staffing(text)[:5] == [
        ("quota", {}, "10"),
        ("quota", {"job_class": "일반직", "grade": "6급"}, "1"),
        ("quota", {"job_class": "일반직", "grade": "7급"}, "2"),
        ("quota", {"job_class": "관리운영직", "grade": "6급"}, "3"),
        ("quota", {"job_class": "관리운영직", "grade": "7급"}, "4"),
    ]


def test_row_with_a_label_that_no_list_holds_is_an_issue() -> None:
    text = "| 구분 | 계 | 5급 |\n|---|---|---|\n| 법정정원 | 9 | 9 |\n| 현원 | 8 | 8 |\n| 비고 | | |\n"
    [issue] = [issue for issue in report(HEAD + text).issues if issue.code == "row-unknown"]
    assert issue.anchor is not None
    assert issue.anchor.line == 7


def test_all_figures_count_persons_and_know_their_reference_date() -> None:
    found = facts(HEAD + "(2024. 10. 31. 기준, 단위 : 명)\n구 분 계 5급 6급\n정 원 22 2 20\n현 원 21 2 19\n")
    assert {(f.unit, f.period.as_of, f.period.year) for f in found} == {("명", "2024-10-31", 2024)}
    assert [f.item for f in found] == ["정원"] * 3 + ["현원"] * 3


def test_a_gap_under_a_triangle_is_negative_and_a_dash_is_zero() -> None:
    text = "구 분 계 5급 6급\n정 원 22 2 20\n현 원 21 2 19\n과부족 △1 - △1\n"
    assert staffing(text)[6:] == [
        ("gap", {}, "-1"),
        ("gap", {"grade": "5급"}, "0"),
        ("gap", {"grade": "6급"}, "-1"),
    ]


def test_gaps_that_lost_their_empty_cells_stand_where_quota_and_headcount_differ() -> None:
    text = "구 분 계 4급 5급 6급\n정 원 22 1 6 15\n현 원 20 1 5 14\n과부족 △2 △1 △1\n"
    assert staffing(text)[8:] == [
        ("gap", {}, "-2"),
        ("gap", {"grade": "5급"}, "-1"),
        ("gap", {"grade": "6급"}, "-1"),
    ]


def test_a_cell_that_pairs_quota_and_headcount_is_two_facts_with_the_whole_cell_as_raw() -> None:
    text = "정원(현원)\n구분\t계\t5급\t6급\n감사담당관\t22(24)\t2(2)\t20(22)\n"
    found = [f for f in facts(HEAD + text) if f.kind == "staffing"]
    assert [(f.concept, f.value, f.raw) for f in found[:2]] == [
        ("staffing.quota", "22", "22(24)"),
        ("staffing.headcount", "24", "22(24)"),
    ]
    assert len({f.id for f in found}) == 6


def test_a_caption_that_names_headcount_first_turns_the_pair() -> None:
    text = "현원(정원)\n구분\t계\t5급\n감사담당관\t24(22)\t2(3)\n"
    assert staffing(text)[:2] == [("headcount", {}, "24"), ("quota", {}, "22")]


def test_sub_organisations_as_columns_are_a_dimension_of_their_own() -> None:
    text = "구 분 계 환경정책과 기후대기과\n정 원 45 25 20\n현 원 43 24 19\n"
    assert staffing(text)[:3] == [
        ("quota", {}, "45"),
        ("quota", {"unit": "환경정책과"}, "25"),
        ("quota", {"unit": "기후대기과"}, "20"),
    ]


def test_staffing_stated_in_one_line_is_read() -> None:
    assert staffing("○ 정원 76 / 현원 75\n") == [("quota", {}, "76"), ("headcount", {}, "75")]
    assert staffing("○ 정원 22명[현원 24명]\n") == [("quota", {}, "22"), ("headcount", {}, "24")]


def test_staffing_behind_the_heading_of_its_section_is_read() -> None:
    text = "Ⅰ. 일반현황\n□ 인 력 : 정원 26명, 현원 27명\n□ 예산현황\n"
    assert [(f.concept, f.value) for f in facts(text)] == [("staffing.quota", "26"), ("staffing.headcount", "27")]


def test_header_cells_interleaved_over_lines_are_put_in_order() -> None:
    text = "(단위 : 명)\n직 급\n계 4급 5급 6급 비 고\n구 분\n정 원 22 1 6 15\n현 원 20 1 5 14\n"
    assert staffing(text)[:4] == [
        ("quota", {}, "22"),
        ("quota", {"grade": "4급"}, "1"),
        ("quota", {"grade": "5급"}, "6"),
        ("quota", {"grade": "6급"}, "15"),
    ]


def test_a_note_beside_the_rows_that_pairs_quota_and_headcount_is_read_for_its_job_class() -> None:
    text = "구 분 계 5급 6급 비 고\n정 원 22 2 20\n임기제\n현 원 21 2 19 (정원/현원)\n5/5\n과부족 △1 - △1\n"
    assert [row for row in staffing(text) if row[1].get("job_class")] == [
        ("quota", {"job_class": "임기제"}, "5"),
        ("headcount", {"job_class": "임기제"}, "5"),
    ]


def test_staffing_whose_names_stand_in_brackets_behind_it_is_read() -> None:
    assert staffing("○ 91명 / 100명 (정원 / 현원)\n") == [("quota", {}, "91"), ("headcount", {}, "100")]


def test_quota_and_headcount_as_columns_have_sub_organisations_as_rows() -> None:
    text = "(단위 : 명)\n부서명\t정원\t현원\t과부족\n환경정책과\t25\t24\t△1\n기후대기과\t20\t19\t△1\n"
    assert staffing(text)[:3] == [
        ("quota", {"unit": "환경정책과"}, "25"),
        ("headcount", {"unit": "환경정책과"}, "24"),
        ("gap", {"unit": "환경정책과"}, "-1"),
    ]


def test_cells_that_pair_two_numbers_under_grades_are_quota_and_headcount() -> None:
    assert staffing("부서명\t계\t5급\t6급\n감사담당관\t22/24\t2/2\t20/22\n")[:4] == [
        ("quota", {}, "22"),
        ("headcount", {}, "24"),
        ("quota", {"grade": "5급"}, "2"),
        ("headcount", {"grade": "5급"}, "2"),
    ]
