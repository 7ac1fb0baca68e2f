"""Header of a table that lost its columns → the columns it names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.parsers.header_words import cells_of, is_stub, is_total
from auditreport.parsers.titles import read_titles


def paths(lines: list[str], *rows: list[int]) -> list[list[str]] | None:
    """The arrangements of columns, levels joined by ` > `."""
    found = read_titles([line.split() for line in lines], [[Decimal(n) for n in row] for row in rows])
    if found is None:
        return None
    return [[" > ".join(path) for path in columns] for columns in found.arrangements]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("구 분 계 일 반 직 관리운영직", ["구분", "계", "일반직", "관리운영직"]),
        ("구 분 예 산 액 집 행 액", ["구분", "예산액", "집행액"]),
        ("구 분 예산액 전년도 예산액 증(△)감", ["구분", "예산액", "전년도 예산액", "증(△)감"]),
        ("구 분 예산액(A) 집행액(B)", ["구분", "예산액(A)", "집행액(B)"]),
        ("종류 수종 및 수량 금액", ["종류", "수종 및 수량", "금액"]),
        ("구 분 집행률 (%)", ["구분", "집행률(%)"]),
    ],
)
def test_letter_spaced_titles_are_put_together_with_the_vocabulary(line: str, cells: list[str]) -> None:
    assert cells_of(line.split()) == cells


def test_titles_of_the_first_column_and_of_totals_are_known_spaced_or_not() -> None:
    assert is_stub("구 분")
    assert is_stub("구분(단위)")
    assert not is_stub("예산액")
    assert is_total("합 계")
    assert not is_total("계약")


def test_one_line_names_its_columns() -> None:
    assert paths(["구 분 예산액 집행액 집행률"], [500, 400, 80]) == [["예산액", "집행액", "집행률"]]


def test_a_header_over_two_lines_puts_the_dates_under_what_was_spent() -> None:
    lines = ["구 분 예산액 집 행 액 예상잔액", "(유보액) 10.31기준 12.31까지"]
    assert paths(lines, [900, 610, 850, 50]) == [
        ["예산액", "집행액 > 10.31기준", "집행액 > 12.31까지", "예상잔액(유보액)"]
    ]


def test_grades_that_begin_again_begin_under_the_next_group() -> None:
    lines = ["구 분 계 일반직 관리운영직", "6급 7급 6급 7급"]
    assert paths(lines, [10, 1, 2, 3, 4]) == [
        ["계", "일반직 > 6급", "일반직 > 7급", "관리운영직 > 6급", "관리운영직 > 7급"]
    ]


def test_sums_refute_arrangements_of_groups_and_single_titles() -> None:
    lines = ["국가하천", "구 분 지방하천 소하천", "소계 가람강 나루강"]
    found = paths(lines, [30, 10, 20, 7, 9], [12, 8, 4, 1, 2])
    assert found == [["국가하천 > 소계", "국가하천 > 가람강", "국가하천 > 나루강", "지방하천", "소하천"]]


def test_titles_of_two_syllables_in_a_row_are_parted_where_the_count_tells() -> None:
    assert paths(["구 분 버 스 철 도 택 시"], [1, 2, 3]) == [["버스", "철도", "택시"]]


def test_words_that_no_vocabulary_knows_are_joined_where_just_one_way_fits() -> None:
    assert paths(["구 분 합계 돌봄 꾸러미"], [9, 9]) == [["합계", "돌봄 꾸러미"]]


def test_a_header_with_too_few_titles_names_nothing() -> None:
    assert paths(["구 분 예산액"], [500, 400, 80]) is None
    assert paths(["구 분"], [500]) is None


def test_a_wrapped_title_may_stand_anywhere_behind_the_total() -> None:
    found = paths(["돌봄", "구 분 계 쉼터 도서관", "센터"], [6, 1, 2, 3])
    assert found == [
        ["계", "돌봄센터", "쉼터", "도서관"],
        ["계", "쉼터", "돌봄센터", "도서관"],
        ["계", "쉼터", "도서관", "돌봄센터"],
    ]


def test_titles_of_two_lines_and_one_keep_their_orders() -> None:
    lines = ["중독관리 정신건강", "계 재활시설 요양시설", "통합센터 복지센터"]
    found = paths(lines, [41, 18, 3, 3, 17])
    assert found is not None
    assert ["계", "재활시설", "요양시설", "중독관리통합센터", "정신건강복지센터"] in found
    assert all(columns[0] == "계" for columns in found)


def test_titles_of_three_lines_stand_among_those_of_one_and_two() -> None:
    lines = ["등산문화", "치유의 산림", "구 분 계 수목원 생태숲 탐방지원", "숲 욕장", "센 터"]
    found = paths(lines, [17, 2, 1, 4, 9, 1], [6, 1, 1, 1, 2, 1])
    assert found is not None
    assert ["계", "수목원", "치유의숲", "산림욕장", "생태숲", "등산문화탐방지원센터"] in found
    assert all(columns[0] == "계" for columns in found)


def test_years_order_groups_and_titles_between_their_lines() -> None:
    lines = ["‘23년 이전 ‘24년", "구 분 총사업비 ‘25년 ‘26년 이후", "예산 집행 예산 집행"]
    found = paths(lines, [1500, 300, 300, 300, 300, 300, 600])
    assert found is not None
    assert len(found) == 3
    assert found[0] == [
        "총사업비",
        "‘23년 이전 > 예산",
        "‘23년 이전 > 집행",
        "‘24년 > 예산",
        "‘24년 > 집행",
        "‘25년",
        "‘26년 이후",
    ]


def test_groups_share_lines_with_wrapped_titles() -> None:
    lines = ["숙박업 위생용품 건물위생", "계 미용업 세탁업", "일반 생활 제조업 등 관리업"]
    found = paths(lines, [19, 13, 1, 2, 1, 1, 1])
    assert found is not None
    assert ["계", "미용업", "숙박업 > 일반", "숙박업 > 생활", "세탁업", "위생용품제조업 등", "건물위생관리업"] in found


def test_wrapped_sub_titles_stand_around_those_of_one_line() -> None:
    lines = ["접객업 제조업", "계", "일반 유흥 식품 첨가물,", "제과", "음식 주점 제조 포장지"]
    found = paths(lines, [15, 1, 2, 3, 4, 5])
    assert found is not None
    truth = [
        "계",
        "접객업 > 일반음식",
        "접객업 > 제과",
        "접객업 > 유흥주점",
        "제조업 > 식품제조",
        "제조업 > 첨가물,포장지",
    ]
    assert truth in found


def test_groups_stand_below_groups() -> None:
    lines = ["국가접종 임시접종", "계* 성 인", "어린이 코로나19 엠폭스", "폐렴구균 독감"]
    found = paths(lines, [21, 8, 12, 16, 12, 1])
    assert found is not None
    truth = ["국가접종 > 어린이", "국가접종 > 성인 > 폐렴구균", "국가접종 > 성인 > 독감"]
    assert ["계", *truth, "임시접종 > 코로나19", "임시접종 > 엠폭스"] in found


def test_spaced_titles_run_together_are_parted_by_the_line_around_them() -> None:
    lines = [
        "2025년도 조성계획",
        "2024년도말 2025년도말 비 고",
        "기 금 명",
        "현 재 액 예 상 액 (융자금)",
        "수 입 지 출 증 감",
    ]
    found = paths(lines, [596, 1131, 1677, -546, 50, 0])
    assert found is not None
    plan = [f"2025년도 조성계획 > {title}" for title in ("수입", "지출", "증감")]
    assert ["2024년도말현재액", *plan, "2025년도말예상액", "비고(융자금)"] in found


def test_a_year_with_a_remark_stands_beside_its_year() -> None:
    lines = ["구 분 2024년", "계 2023년 2024년 2025년", "(이월사업)"]
    found = paths(lines, [58, 17, 15, 3, 8])
    assert found is not None
    assert sorted(found) == [
        ["계", "2023년", "2024년", "2024년(이월사업)", "2025년"],
        ["계", "2023년", "2024년(이월사업)", "2024년", "2025년"],
    ]


def test_words_behind_the_figures_are_no_column() -> None:
    found = read_titles([["구분", "예산", "집행"]], [[Decimal(9), Decimal(8), None], [Decimal(9), Decimal(7)]])
    assert found is not None
    assert found.arrangements == ((("예산",), ("집행",)),)


def test_lines_of_figures_are_no_header() -> None:
    assert paths(["구 분 예산액 집행액", "국 비 1,580 1,180"], [790, 790]) is None


def test_a_title_of_words_at_the_right_end_needs_no_figure() -> None:
    assert paths(["구 분 계 6급 비 고"], [5, 5]) == [["계", "6급", "비고"]]
    assert paths(["구 분 시설용량 처리량 비 고"], [9, 8], [5, 4, 2]) == [["시설용량", "처리량", "비고"]]
    assert paths(["구 분 정 원 현 원 비 고", "소계 6급 소계 6급"], [4, 4, 3, 3]) == [
        ["정원 > 소계", "정원 > 6급", "현원 > 소계", "현원 > 6급", "비고"]
    ]


def test_titles_without_sub_titles_may_stand_on_or_above_the_row_of_groups() -> None:
    truth = ["계", "일반직 > 5급", "일반직 > 6급", "청원경찰"]
    level = paths(["구 분 계 일반직 청원경찰", "5급 6급"], [9, 3, 4, 2])
    above = paths(["구 분 계 청원경찰", "일반직", "5급 6급"], [9, 3, 4, 2])
    assert level is not None
    assert truth in level
    assert above is not None
    assert truth in above


def test_more_columns_than_figures_stay_possible() -> None:
    found = paths(["의 료 인", "구 분 계 사유림", "소계 의사 간호사"], [9, 9, 4, 5])
    assert found is not None
    assert ["계", "의료인 > 소계", "의료인 > 의사", "의료인 > 간호사", "사유림"] in found


def test_lines_run_together_are_parted_where_titles_repeat() -> None:
    found = paths(["구 분 계 계획 실적 과정 인원 과정 인원"], [6, 1, 2, 3, 4])
    assert found == [["계", "계획 > 과정", "계획 > 인원", "실적 > 과정", "실적 > 인원"]]


def test_a_header_whose_first_column_stands_amid_its_words_names_nothing() -> None:
    assert paths(["증감률 단위사업명 예산액 전년도 예산액 증△감 (%)"], [9, 8, 1, 12]) is None


def test_words_of_a_group_may_be_spaced() -> None:
    found = paths(["재정상 조치 신분상", "구 분 계", "계 회수 추징 계 주의"], [9, 6, 4, 2, 3, 3])
    assert found is not None
    assert sorted(found) == [
        ["계", "재정상 > 계", "재정상 > 회수", "재정상 > 추징", "조치 신분상 > 계", "조치 신분상 > 주의"],
        ["계", "재정상 조치 > 계", "재정상 조치 > 회수", "재정상 조치 > 추징", "신분상 > 계", "신분상 > 주의"],
    ]


def test_groups_of_two_unknown_words_each_are_among_the_readings() -> None:
    found = paths(
        ["개별 조치 공동 조치", "구분 계 사유림", "계 훈계 주의 계 시정 개선"], [50, 5, 20, 12, 8, 25, 15, 10]
    )
    groups = [
        "개별 조치 > 계",
        "개별 조치 > 훈계",
        "개별 조치 > 주의",
        "공동 조치 > 계",
        "공동 조치 > 시정",
        "공동 조치 > 개선",
    ]
    assert found is not None
    assert ["계", "사유림", *groups] in found


def test_lines_run_together_are_read_with_every_pair_of_words_apart() -> None:
    found = paths(["구분 2015년 2014년 예산액 집행 잔액 예산현액 집행 예상잔액"], [9, 5, 4, 8, 6, 2])
    years = [
        "2015년 > 예산액",
        "2015년 > 집행",
        "2015년 > 잔액",
        "2014년 > 예산현액",
        "2014년 > 집행",
        "2014년 > 예상잔액",
    ]
    assert found is not None
    assert years in found


def test_sub_titles_under_the_total_as_under_all_others_are_read() -> None:
    found = paths(["구분 계 2023년 2024년", "횟수 인원 횟수 인원 횟수 인원"], [30, 50, 10, 20, 20, 30])
    titles = ["계 > 횟수", "계 > 인원", "2023년 > 횟수", "2023년 > 인원", "2024년 > 횟수", "2024년 > 인원"]
    assert found == [titles]


def test_a_total_has_nothing_under_it_where_others_have_not() -> None:
    found = paths(["구분 합계 2026년 2027년", "예산 집행"], [30, 10, 8, 20])
    assert found is not None
    assert not any(titles[0] == "합계 > 예산" for titles in found)


def test_two_known_titles_are_not_taken_for_one_because_of_their_number() -> None:
    found = paths(["구 분 계 5급 6급 7급 별 정 직 임 기 제"], [28, 3, 8, 8, 9], [2, 1])
    assert found is not None
    assert ["계", "5급", "6급", "7급", "별정직", "임기제"] in found


def test_a_torn_bracket_in_a_line_leaves_nothing_named() -> None:
    assert paths(["구분 2014년 2013년 집행률 예산 집행액 예산 집행액 (%)"], [10, 9, 16, 13, 85]) is None


def test_a_header_without_a_known_title_or_caption_names_nothing() -> None:
    words, row = [["쾌적한", "교육환경", "조성", "운영"]], [[Decimal(9), Decimal(7), Decimal(2)]]
    assert read_titles(words, row, is_whole=False) is None


def test_a_line_above_the_first_known_title_may_be_of_the_header_or_not() -> None:
    lines = [line.split() for line in ("가람", "구분 계 운영직", "4급 5급")]
    found = read_titles(lines, [[Decimal(n) for n in (9, 4, 5)]], is_whole=False)
    assert found is not None
    assert (("계",), ("운영직", "4급"), ("운영직", "5급")) in found.arrangements
    assert (("계",), ("가람", "4급"), ("가람", "5급"), ("운영직",)) in found.arrangements
