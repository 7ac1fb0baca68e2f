"""Cover and body → who reports to whom, on which years."""

from __future__ import annotations

import pytest

from auditreport.schemas import Meta
from tests.reading import report

WIDE = "○ 골목 안전을 위한 보안등 교체와 노후 관로 정비를 구역별로 나누어 추진하고 확인함\n"
BODY = f"""Ⅰ. 일반현황
1. 조 직 : 3개팀
Ⅱ. 2024년 추진실적
1. 자체감사
□ 추진실적
○ 감사 3회
{WIDE * 4}Ⅲ. 2025년 추진계획
1. 자체감사
□ 추진계획
○ 감사 4회
{WIDE * 4}"""


def meta(text: str) -> Meta:
    return report(text).meta


def test_a_cover_names_council_session_department_district_and_years() -> None:
    found = meta(
        "제251회 노원구의회 제2차 정례회\n2024년도 주요업무보고\n2024. 11. 25. ~ 12. 20.\n"
        "서울특별시 노원구\n감 사 담 당 관\n" + BODY
    )
    assert found.district == "노원구"
    assert found.council == "노원구의회"
    assert (found.session_number, found.session_name) == (251, "제251회 노원구의회 제2차 정례회")
    assert (found.session_start, found.session_end) == ("2024-11-25", "2024-12-20")
    assert found.department == "감사담당관"
    assert (found.report_year, found.plan_year) == (2024, 2025)
    assert found.doc_kind == "work_report"
    assert found.title == "2024년도 주요업무보고"


def test_what_the_cover_lost_is_deduced_from_the_body_and_marked_so() -> None:
    found = meta(BODY.replace("감사 3회", "노원구 감사 3회, 노원구 교육 2회"))
    assert (found.report_year, found.plan_year, found.district) == (2024, 2025, "노원구")
    assert {"report_year", "district"} <= set(found.deduced)


def test_a_plan_has_the_year_that_it_plans_for() -> None:
    found = meta(
        "2025년 주요업무계획\n전주시\n복지정책과\nⅠ. 일반현황\n1. 조 직 : 3개팀\nⅡ. 업무계획\n1. 위기가구 발굴\n"
        f"□ 추진계획\n○ 발굴 4회\n{WIDE * 4}"
    )
    assert (found.doc_kind, found.plan_year) == ("work_plan", 2025)
    assert (found.district, found.department) == ("전주시", "복지정책과")


def test_a_letter_spaced_department_is_joined_and_loses_the_name_of_its_district() -> None:
    assert meta("2024년도 주요업무보고\n전 주 시 복 지 정 책 과\n" + BODY).department == "복지정책과"
    assert meta("2024년도 주요업무보고\n전주시복지정책과\n" + BODY).department == "복지정책과"


def test_a_text_that_tells_nothing_has_no_meta_data() -> None:
    found = meta("○ 점검 3회\n")
    assert (found.district, found.department, found.council, found.session_number) == (None, None, None, None)


def test_an_article_has_its_date_headline_and_district() -> None:
    found = meta(
        "노원구, 골목 정비 계획 보고회 열어\n등록 2024.03.01 10:12\n"
        + "노원구는 보고회를 열고 올해 골목 30개소를 고친다고 어제 밝혔다.\n" * 3
        + "저작권자 © 가람일보\n"
    )
    assert (found.doc_kind, found.published, found.report_year) == ("press_article", "2024-03-01", 2024)
    assert found.title == "노원구, 골목 정비 계획 보고회 열어"
    assert found.district == "노원구"


@pytest.mark.parametrize(
    ("cover", "district"),
    [
        ("수원시의회\n회계과\n", "수원시"),
        ("청주시의회\n상당구 건설과\n", "청주시 상당구"),
        ("창녕군\n기획감사담당관\n", "창녕군"),
        ("대구광역시\n환경수자원국\n", "대구광역시"),
        ("인천광역시 미추홀구\n감사담당관\n", "미추홀구"),
        ("여주시\n감사담당관\n", "여주시"),
        ("고양시의회\n덕양구 건설과\n", "고양시 덕양구"),
        ("수원시장안구\n건설과\n", "수원시 장안구"),
    ],
)
def test_cities_wards_counties_and_provinces_are_known_by_their_names(cover: str, district: str) -> None:
    assert meta("2024년도 주요업무보고\n" + cover + BODY).district == district


@pytest.mark.parametrize(
    "words",
    [
        "예산 편성, 예산 집행",
        "역량 강화 교육",
        "목표 달성 점검",
        "진도 관리",
        "청렴 연수 실시",
        "통합재정수지, 관리재정수지",
    ],
)
def test_words_that_are_stems_of_names_too_name_no_district(words: str) -> None:
    assert meta(BODY.replace("감사 3회", f"{words} 3회")).district is None


def test_a_body_that_names_several_districts_side_by_side_is_that_of_their_province() -> None:
    assert meta(BODY.replace("감사 3회", "강서구 3회, 기장군 4회, 강서구 2회")).district == "부산광역시"


@pytest.mark.parametrize(
    ("year", "province"), [(2015, "전라북도"), (2023, "전라북도"), (2024, "전북특별자치도"), (2025, "전북특별자치도")]
)
def test_the_short_name_of_a_province_stands_for_the_name_it_had_in_the_year(year: int, province: str) -> None:
    body = BODY.replace("2024", str(year)).replace("2025", str(year + 1))
    assert meta(body.replace("감사 3회", "전북 감사 3회, 전북 교육 2회")).district == province


@pytest.mark.parametrize(("year", "province"), [(2022, "경상북도"), (2024, None)])
def test_districts_side_by_side_are_those_of_the_province_they_were_part_of(year: int, province: str | None) -> None:
    body = BODY.replace("2024", str(year)).replace("2025", str(year + 1))
    found = meta(body.replace("감사 3회", "군위군 3회, 의성군 4회")).district
    assert found == province or (province is None and found != "경상북도")


def test_the_stem_of_a_district_that_was_not_yet_names_none() -> None:
    body = BODY.replace("감사 3회", "미추홀 감사 3회, 미추홀 교육 2회")
    assert meta(body).district == "미추홀구"
    assert meta(body.replace("2024", "2015").replace("2025", "2016")).district is None


def test_the_year_of_a_results_section_is_not_that_of_the_plan_that_holds_it() -> None:
    text = (
        "2025년 주요업무계획\n복지정책과\nⅠ. 업무계획\n1. 위기가구 발굴\n□ 2024년 추진실적\n○ 발굴 3회\n"
        f"□ 추진계획\n○ 발굴 4회\n{WIDE * 4}"
    )
    assert (meta(text).report_year, meta(text).plan_year) == (2025, 2025)
