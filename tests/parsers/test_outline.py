"""Blocks → parts, programmes and sections."""

from __future__ import annotations

import pytest

from auditreport.parsers.outline import read_outline
from tests.reading import document


def scopes(text: str) -> list[tuple[str, str | None, str | None]]:
    """Part, programme and role (or heading, where the role is unknown) of each scope."""
    return [(s.part, s.programme, s.role or s.heading) for s in read_outline(document(text)).scopes]


def issues(text: str) -> list[tuple[str, int | None]]:
    return [(issue.code, issue.anchor.line if issue.anchor else None) for issue in read_outline(document(text)).issues]


REPORT = """가람구 감사담당관
Ⅰ. 일반현황
1. 조 직 : 3개팀
○ 감사팀, 조사팀, 민원팀
2. 예산현황
○ 예산 500백만원
Ⅱ. 2024년 추진실적
1. 찾아가는 자체감사 (감사팀)
□ 사업개요
○ 기간 : 연중
□ 추진실적
○ 종합감사 3회
2. 고충민원 처리 민원팀
□ 추진실적
○ 처리 30건
Ⅲ. 2025년 추진계획
1. 찾아가는 자체감사 (감사팀)
□ 추진계획
○ 종합감사 4회
□ 소요예산 : 47,258천원
"""


def test_parts_programmes_and_sections_nest_as_they_stand() -> None:
    assert scopes(REPORT) == [
        ("overview", None, "organisation"),
        ("overview", None, "budget"),
        ("results", "찾아가는 자체감사", "outline"),
        ("results", "찾아가는 자체감사", "results"),
        ("results", "고충민원 처리", "results"),
        ("plan", "찾아가는 자체감사", "plan"),
        ("plan", "찾아가는 자체감사", "needs"),
    ]
    assert issues(REPORT) == []


def test_the_cover_stands_before_the_first_part() -> None:
    outline = read_outline(document(REPORT))
    assert len(outline.cover) == 1
    assert not outline.article


def test_a_programme_keeps_its_number_team_and_the_year_of_its_part() -> None:
    outline = read_outline(document(REPORT))
    found = next(s for s in outline.scopes if s.programme == "고충민원 처리")
    assert (found.number, found.teams, found.year) == ("2", ("민원팀",), 2024)


def test_a_team_on_the_line_below_a_programme_is_its_team() -> None:
    text = "# II. 업무계획\n\n## 1 위기가구 발굴\n\n희망복지팀\n\n## □ 사업개요\n\n- 기간 : 연중\n"
    [scope] = read_outline(document(text)).scopes
    assert (scope.programme, scope.teams, scope.role) == ("위기가구 발굴", ("희망복지팀",), "outline")


def test_a_stray_heading_sign_before_a_team_opens_no_programme() -> None:
    text = "# II. 업무계획\n\n## 1 위기가구 발굴\n\n## 희망복지팀\n\n## □ 사업개요\n\n- 기간 : 연중\n"
    [scope] = read_outline(document(text)).scopes
    assert (scope.programme, scope.teams) == ("위기가구 발굴", ("희망복지팀",))


def test_a_number_on_a_line_of_its_own_belongs_to_the_title_below_it() -> None:
    text = "# II. 2024년 추진실적\n\n## 1\n\n## 골목 보안등 교체\n\n### 추진실적\n\n- 교체 30개소\n"
    [scope] = read_outline(document(text)).scopes
    assert (scope.number, scope.programme) == ("1", "골목 보안등 교체")


COVER_LIST = """목 차
Ⅰ. 일반현황 ········ 1
Ⅱ. 2024년 추진실적 ········ 3
1. 골목 보안등 교체 ········ 3
2. 하천 산책로 보수 ········ 5
Ⅰ. 일반현황
1. 조 직 : 3개팀
Ⅱ. 2024년 추진실적
□ 사업개요
○ 기간 : 연중
□ 추진실적
○ 교체 30개소
□ 예산현황
○ 20백만원
□ 사업개요
○ 기간 : 3월부터
□ 추진실적
○ 보수 4개소
"""


def test_bodies_that_lost_their_headings_are_matched_to_the_contents_list_in_order() -> None:
    assert scopes(COVER_LIST) == [
        ("overview", None, "organisation"),
        ("results", "골목 보안등 교체", "outline"),
        ("results", "골목 보안등 교체", "results"),
        ("results", "골목 보안등 교체", "budget"),
        ("results", "하천 산책로 보수", "outline"),
        ("results", "하천 산책로 보수", "results"),
    ]


def test_a_heading_that_was_lost_is_marked_and_told_as_an_issue_where_its_body_begins() -> None:
    outline = read_outline(document(COVER_LIST))
    assert issues(COVER_LIST) == [("heading-lost", 9), ("heading-lost", 15)]
    assert [s.page for s in outline.scopes if s.deduced] == [3, 3, 3, 5, 5]


def test_a_contents_list_below_the_heading_of_its_part_tells_the_lost_headings_too() -> None:
    head, body = COVER_LIST.split("Ⅰ. 일반현황\n")
    entries = "1. 골목 보안등 교체 ········ 3\n2. 하천 산책로 보수 ········ 5\n"
    part = "Ⅱ. 2024년 추진실적\n"
    text = head.replace(entries, "") + "Ⅰ. 일반현황\n" + body.replace(part, part + entries)
    assert scopes(text) == scopes(COVER_LIST)
    assert [code for code, _ in issues(text)] == ["heading-lost", "heading-lost"]


def test_a_plan_that_holds_results_sections_stays_a_plan() -> None:
    text = "Ⅰ. 2025년 업무계획\n1. 골목 보안등 교체\n□ 2024년 추진실적\n○ 교체 30개소\n□ 추진계획\n○ 교체 40개소\n"
    outline = read_outline(document(text))
    assert [(s.part, s.role, s.year) for s in outline.scopes] == [("plan", "results", 2024), ("plan", "plan", 2025)]


def test_new_and_key_projects_are_a_part_of_their_own() -> None:
    text = "Ⅳ. 신규·중점사업\n1. 골목 보안등 교체\n□ 추진계획\n○ 교체 40개소\n"
    assert scopes(text) == [("new_plan", "골목 보안등 교체", "plan")]


def test_a_report_without_cover_contents_or_parts_is_read_by_what_stands_in_it() -> None:
    text = "□ 조 직 : 3개팀\n○ 감사팀, 조사팀\n□ 인 력\n○ 정원 20명\n"
    assert scopes(text) == [("overview", None, "organisation"), ("overview", None, "staffing")]


def test_a_part_whose_heading_is_missing_is_deduced_with_an_issue() -> None:
    text = "Ⅰ. 일반현황\n1. 조 직 : 3개팀\n2. 골목 보안등 교체\n□ 추진계획\n○ 교체 40개소\n□ 소요예산 : 20백만원\n"
    assert scopes(text)[1:] == [("plan", "골목 보안등 교체", "plan"), ("plan", "골목 보안등 교체", "needs")]
    assert [code for code, _ in issues(text)] == ["part-deduced"]


def test_numbers_that_start_again_behind_the_results_begin_the_plan() -> None:
    text = (
        "Ⅱ. 2024년 추진실적\n1. 골목 보안등 교체\n□ 추진실적\n○ 교체 30개소\n2. 하천 보수\n□ 추진실적\n○ 보수 4개소\n"
        "1. 골목 보안등 교체\n□ 추진계획\n○ 교체 40개소\n□ 소요예산 : 20백만원\n"
    )
    assert [(part, role) for part, _, role in scopes(text)] == [
        ("results", "results"),
        ("results", "results"),
        ("plan", "plan"),
        ("plan", "needs"),
    ]
    assert issues(text) == [("part-deduced", 8)]


def test_a_heading_that_no_vocabulary_knows_opens_a_section_of_its_own() -> None:
    text = "Ⅱ. 2024년 추진실적\n1. 골목 보안등 교체\n□ 골목대장 선발\n○ 선발 30명\n□ 추진실적\n○ 교체 30개소\n"
    outline = read_outline(document(text))
    assert [(s.heading, s.role) for s in outline.scopes] == [("골목대장 선발", None), ("추진실적", "results")]


def test_squares_are_programmes_of_results_without_numbers() -> None:
    text = (
        "Ⅱ. 2024년 주요 성과\n□ 시민이 느끼는 대기질 개선\nㅇ 저감장치 36개소\n"
        "□ 탄소중립 기반 마련\nㅇ 협의체 6개 분과\n"
    )
    assert [(part, programme) for part, programme, _ in scopes(text)] == [
        ("results", "시민이 느끼는 대기질 개선"),
        ("results", "탄소중립 기반 마련"),
    ]


def test_an_overprinted_part_heading_opens_its_part() -> None:
    text = "ⅡⅡ.. 22002244년년 추추진진실실적적\n1. 골목 보안등 교체\n□ 추진실적\n○ 교체 30개소\n"
    assert scopes(text) == [("results", "골목 보안등 교체", "results")]


def test_a_web_page_is_one_article() -> None:
    page = (
        "가람구, 골목 정비 계획 보고회 열어\n등록 2024.03.01 10:12\n"
        + "가람구는 보고회를 열고 올해 골목 30개소를 고친다고 어제 밝혔다.\n" * 3
        + "저작권자 © 가람일보\n"
    )
    outline = read_outline(document(page))
    assert outline.article
    assert [s.part for s in outline.scopes] == ["article"]


@pytest.mark.parametrize("level", ["#", "##", "###", "####"])
def test_a_section_heading_is_known_at_any_level(level: str) -> None:
    text = f"# II. 2024년 추진실적\n\n## 1 골목 보안등 교체\n\n{level} 추진실적\n\n- 교체 30개소\n"
    assert scopes(text) == [("results", "골목 보안등 교체", "results")]


def test_a_team_at_the_end_of_a_heading_and_a_lost_mark_below_it_stay_out_of_the_title() -> None:
    text = "Ⅱ. 2024년 추진실적\n\n 1 찾아가는 자체감사 감사팀\nㅇㅇ\n\n추진실적\n\n○ 감사 3회\n"
    [scope] = read_outline(document(text)).scopes
    assert (scope.number, scope.programme, scope.teams, scope.role) == (
        "1",
        "찾아가는 자체감사",
        ("감사팀",),
        "results",
    )


def test_dots_of_all_kinds_in_a_heading_match_those_of_the_contents_list() -> None:
    text = COVER_LIST.replace("골목 보안등 교체", "골목ㆍ도로 보안등 교체").replace(
        "□ 사업개요\n○ 기간 : 연중", "1. 골목‧도로 보안등 교체\n□ 사업개요\n○ 기간 : 연중"
    )
    outline = read_outline(document(text))
    found = next(s for s in outline.scopes if s.part == "results")
    assert (found.programme, found.deduced, found.page) == ("골목‧도로 보안등 교체", False, 3)


def test_a_square_that_no_vocabulary_knows_opens_the_overview_of_a_report_without_parts() -> None:
    text = "□ 우리 부서의 모습\n○ 4개 팀\n○ 정원 20명\n"
    assert scopes(text) == [("overview", None, "우리 부서의 모습")]


def test_a_square_with_a_long_sentence_is_text_and_no_heading() -> None:
    sentence = "골목 안전을 위한 보안등 교체와 노후 관로 정비를 구역별로 나누어 추진하여 불편을 줄이고자 함"
    text = f"Ⅱ. 2024년 추진실적\n1. 골목 보안등 교체\n□ 추진실적\n□ {sentence} {sentence}\n○ 교체 30개소\n"
    assert scopes(text) == [("results", "골목 보안등 교체", "results")]


def test_parts_are_known_by_their_names_where_no_numbers_are_printed() -> None:
    text = "# 일반현황\n\n## 조직\n\n- 3개팀\n\n# 2024년 추진실적\n\n## 1 자체감사\n\n### 추진실적\n\n- 감사 3회\n"
    assert [(part, role) for part, _, role in scopes(text)] == [("overview", "organisation"), ("results", "results")]


def test_a_bracketed_heading_inside_a_section_is_text_of_it() -> None:
    text = "# II. 2024년 추진실적\n\n## 1 자체감사\n\n### 추진실적\n\n- 감사 3회\n\n### 〈하반기〉\n\n- 감사 4회\n"
    assert scopes(text) == [("results", "자체감사", "results")]


def test_a_short_line_before_sections_that_begin_anew_names_a_part_of_the_programme() -> None:
    text = (
        "Ⅱ. 2024년 추진실적\n1. 골목 정비\n보안등 교체\n□ 사업개요\n○ 기간 : 연중\n□ 추진실적\n○ 교체 30개소\n"
        "□ 예산현황\n○ 20백만원\n"
    )
    assert {s.subprogramme for s in read_outline(document(text)).scopes} == {"보안등 교체"}


def test_filled_numbers_above_the_bullets_are_programmes() -> None:
    text = "Ⅱ. 2024년 추진실적\n❶ 골목 보안등 교체\n○ 교체 30개소\n❷ 하천 산책로 보수\n○ 보수 4개소\n"
    outline = read_outline(document(text))
    assert [(s.number, s.programme) for s in outline.scopes] == [
        ("❶", "골목 보안등 교체"),
        ("❷", "하천 산책로 보수"),
    ]


def test_a_section_title_that_could_name_a_part_does_not_where_it_comes_again() -> None:
    text = (
        "# 2024년 추진실적\n\n## 1 자체감사\n\n### 사업개요\n\n- 연중\n\n### 추진실적\n\n- 감사 3회\n\n"
        "## 2 민원 처리 강화\n\n### 사업개요\n\n- 연중\n\n### 추진실적\n\n- 처리 30건\n"
    )
    assert scopes(text) == [
        ("results", "자체감사", "outline"),
        ("results", "자체감사", "results"),
        ("results", "민원 처리 강화", "outline"),
        ("results", "민원 처리 강화", "results"),
    ]


def test_tables_of_a_page_without_parts_are_read_under_their_headings() -> None:
    text = "# 우리 시 사람들\n\n| 구분 | 계 | 남성 | 여성 |\n|---|---|---|---|\n| 현원 | 9 | 4 | 5 |\n"
    found = read_outline(document(text))
    read = [(scope.part, scope.heading, len(scope.blocks)) for scope in found.scopes]
    assert read == [("overview", "우리 시 사람들", 1)]
    assert [issue.code for issue in found.issues] == ["part-deduced"]


def test_a_part_of_a_year_before_that_of_another_part_looks_back() -> None:
    text = (
        "2022년 업무계획\n목 차\nⅠ. 2021년 평가 ···· 1\nⅡ. 2022년 정책방향 ···· 4\n"
        "Ⅰ. 2021년 평가\n○ 점검 30회\nⅡ. 2022년 정책방향\n○ 점검 40회\n"
    )
    assert [part for part, _, _ in scopes(text)] == ["results", "plan"]
