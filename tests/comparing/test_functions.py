"""What departments, programmes and lines of budgets do; and when that is left open."""

from __future__ import annotations

import pytest

from auditreport.comparing.functions import budget_line_function, department_function, programme_function
from auditreport.comparing.profiles import department_profile
from auditreport.schemas.material import Setting
from tests.comparing.materials import (
    make_department,
    make_fact,
    make_line,
    make_material,
    make_meta,
    make_row,
    read_departments,
)


def right(part: str) -> tuple[int, int, int]:
    """Of the departments that have one function: how many, and how many got it; and how many got another one."""
    found = [(row.get("function"), department_function(make_row(row))) for row in read_departments(part)]
    return (
        sum(truth is not None for truth, _ in found),
        sum(truth is not None and truth == told for truth, told in found),
        sum(told is not None and truth != told for truth, told in found),
    )


def test_departments_by_which_the_rules_were_made_have_their_functions() -> None:
    assert right("tuning") == (25, 25, 0)


def test_departments_held_out_have_their_functions_but_for_a_few() -> None:
    with_one, told, wrong = right("held_out")
    assert (with_one, told >= 58, wrong <= 1) == (62, True, True)


def test_weights_of_a_profile_sum_to_one_and_name_their_evidence() -> None:
    profile = department_profile(make_department("금천구", "감사과", [["감사팀", "일상감사"], ["인권팀", "인권교육"]]))
    assert sum(profile.weights.values()) == pytest.approx(1)
    assert [(piece.source, piece.text) for piece in profile.pieces] == [
        ("team", "감사팀"),
        ("duty", "일상감사"),
        ("team", "인권팀"),
        ("duty", "인권교육"),
        ("name", "감사과"),
    ]
    assert profile.weights["audit"] > profile.weights["human_rights"]


def test_what_results_and_plan_repeat_counts_once() -> None:
    profile = department_profile(make_department("금천구", "감사과", programmes=["청렴도 향상", "청렴도 향상"]))
    assert [piece.text for piece in profile.pieces if piece.source == "programme"] == ["청렴도 향상"]


def test_duties_below_the_chart_are_read_where_teams_have_none() -> None:
    profile = department_profile(
        make_department("금천구", "감사과", [["감사팀"]], duties=["감사팀", "자체감사 실시\n- 일상감사"])
    )
    assert [piece.text for piece in profile.pieces if piece.source == "duty"] == ["자체감사 실시", "일상감사"]


def test_lines_of_the_budget_tell_the_function_but_for_those_of_every_department() -> None:
    meta = make_meta(department="감사과")
    facts = [
        make_fact("1", kind="budget", item=item, meta=meta) for item in ("인권정책 운영", "정책사업비", "감사과 > 계")
    ]
    profile = department_profile(make_material(*((fact, Setting()) for fact in facts), meta=meta))
    assert [piece.text for piece in profile.pieces if piece.source == "budget"] == ["인권정책 운영"]


def test_audit_with_what_is_attached_to_it_is_audit() -> None:
    teams = [["감사팀", "자체감사", "재산등록"], ["민원팀", "고충민원"], ["순찰팀", "환경순찰"], ["인권팀", "인권교육"]]
    assert department_function(make_department("금천구", "소통담당관", teams)) == "audit"


def test_complaints_and_patrols_without_audit_are_no_audit() -> None:
    teams = [["민원팀", "고충민원", "갈등조정", "직소민원"], ["현장팀", "생활불편 신고"], ["순찰팀", "환경순찰"]]
    assert department_function(make_department("금천구", "현장민원과", teams)) == "complaints"


def test_part_that_is_most_of_the_whole_is_named_instead() -> None:
    teams = [["청렴팀", "부패방지 시책", "공직자 재산등록"], ["윤리팀", "공직윤리", "공익신고"]]
    assert department_function(make_department("금천구", "청렴담당관", teams)) == "integrity"


def test_parts_of_one_function_side_by_side_are_the_whole() -> None:
    teams = [["도로팀", "도로 포장", "도로 굴착"], ["하천팀", "하천 정비", "수문 점검"]]
    assert department_function(make_department("해남군", "건설과", teams)) == "construction"


def test_work_that_is_split_has_no_function() -> None:
    teams = [["감사팀", "자체감사", "일상감사"], ["기업팀", "투자유치", "기업지원"], ["법무팀", "소송", "자치법규"]]
    assert department_function(make_department("창녕군", "혁신실", teams)) is None


def test_name_alone_is_too_thin() -> None:
    assert department_function(make_department("금천구", "감사담당관")) is None
    assert department_function(make_department("금천구", "회계과", [["경리팀", "결산"]])) is None


def test_press_article_has_no_function() -> None:
    assert department_function(make_material(meta=make_meta(department=None, doc_kind="press_article"))) is None


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("구정 청렴도 향상", "integrity"),
        ("효율적인 예산 집행을 위한 계약심사", "contract_review"),
        ("감사의 내실화 및 공직기강 확립", "audit"),
        ("기본과 원칙에 따른 신뢰받는 감사 행정과 청렴문화", "audit"),
        ("핀테크 창업기업 육성", "economy"),
        ("행복이 가득한 우리 동네", None),
        ("도로 정비와 인권 보호", None),
    ],
)
def test_title_tells_what_a_programme_is_for(title: str, function: str | None) -> None:
    assert programme_function(title) == function


def test_lines_tell_what_the_title_does_not() -> None:
    lines = [make_line(text) for text in ("고충민원 접수", "민원조정위원회 운영", "갈등조정 협의", "인권교육")]
    assert programme_function("고객중심 행정", lines) == "complaints"
    assert programme_function("고객중심 행정", lines[:2]) is None


def test_lines_settle_which_of_two_functions_of_a_title_is_meant() -> None:
    lines = [make_line(f"원가심사 {count}건") for count in range(3)]
    assert programme_function("재정집행을 위한 원가심사", lines) == "contract_review"
    assert programme_function("재정집행을 위한 원가심사") is None


def test_team_tells_what_neither_title_nor_lines_do() -> None:
    assert programme_function("현장 행정 혁신", team="순찰팀") == "patrol"
    assert programme_function("현장 행정 혁신", team="기획팀") is None


@pytest.mark.parametrize(
    ("item", "function"),
    [
        ("기본경비(기획예산과)", "overhead"),
        ("내부거래지출", "overhead"),
        ("예비비", "overhead"),
        ("행정운영경비 > 인력운영비", "overhead"),
        ("계약심사제 운영", "contract_review"),
        ("투명한 감사행정", "audit"),
        ("청렴하고 투명한 감사행정", "audit"),
        ("계", None),
    ],
)
def test_line_of_a_budget_has_its_function(item: str, function: str | None) -> None:
    assert budget_line_function(item) == function


def test_lines_about_something_else_leave_a_programme_open() -> None:
    lines = [make_line(f"결핵 검진 {count}명") for count in range(3)]
    assert programme_function("저출생 대응 서비스") == "population"
    assert programme_function("저출생 대응 서비스", lines) is None


def test_lines_about_what_goes_with_it_leave_the_title_its_function() -> None:
    lines = [make_line(f"자체감사 {count}회") for count in range(3)]
    assert programme_function("구정 청렴도 향상", lines) == "integrity"
    assert programme_function("고충민원 관리", lines) == "complaints"


def test_hint_tells_where_it_is_known_what_the_department_does() -> None:
    department = department_profile(make_department("금천구", "감사과", [["감사팀", "고충민원 처리", "일상감사"]]))
    assert programme_function("민원처리 및 관리") is None
    assert programme_function("민원처리 및 관리", department=department) == "complaints"
    assert budget_line_function("민원처리 및 관리", department) == "complaints"
    assert budget_line_function("도시숲 보행", department) == "parks"
    assert budget_line_function("보행 지원", department) is None


def test_name_of_the_department_tells_nothing_about_a_line_of_its_budget() -> None:
    department = department_profile(make_department("금천구", "감사과", [["인권팀", "인권교육"]]))
    assert budget_line_function("감사과 > 정책사업비", department) is None
    assert budget_line_function("감사과 > 인권정책", department) == "human_rights"
