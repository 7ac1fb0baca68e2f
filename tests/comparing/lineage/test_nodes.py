"""Outlines of a report → programmes with what tells them apart."""

from __future__ import annotations

from decimal import Decimal

from auditreport.comparing.lineage.nodes import fold
from auditreport.comparing.lineage.stages import When, departments
from tests.comparing.lineage.reports import LIGHTS, ROADS, TREES, make_report


def test_titles_are_one_but_for_years_marks_spaces_and_signs() -> None:
    assert fold("2016년 전자기록물 이관 - 신규사업") == fold("전자기록물이관") == "전자기록물이관"
    assert fold("청렴 교육 확대") == "청렴교육확대"
    assert fold("3단계 공사") != fold("2단계 공사")


def test_lines_of_a_contents_list_are_no_lines_of_a_programme() -> None:
    report = make_report(2015, {"도로 유지보수": [*ROADS[:1], "② 가로수 관리 ........ 5"], "가로수 관리": TREES})
    ((stage,),) = departments([report])
    assert stage.nodes[0].lines == ("포트홀 보수 : 120건",)


def test_parts_are_nodes_of_their_own_and_their_programme_holds_all_lines() -> None:
    report = make_report(2015, {"도로 관리/보수": ROADS[:1], "도로 관리/조명": LIGHTS[:1]})
    ((stage,),) = departments([report])
    (whole,) = stage.nodes
    assert [part.title for part in whole.parts] == ["보수", "조명"]
    assert whole.lines == ("보수", "포트홀 보수 : 120건", "조명", "보안등 신설")


def test_budget_line_with_the_amount_of_one_programme_alone_is_its_second_name() -> None:
    report = make_report(
        2015,
        {"밝은 거리": LIGHTS, "도로 유지보수": ROADS, "가로수 관리": TREES},
        amounts={"밝은 거리": 4_320_000, "도로 유지보수": 9_000_000, "가로수 관리": 9_000_000},
        budget={"보안등 정비": 4_320_000, "도로와 나무": 9_000_000},
    )
    ((stage,),) = departments([report])
    assert [node.names for node in stage.nodes] == [("밝은 거리", "보안등 정비"), ("도로 유지보수",), ("가로수 관리",)]
    assert stage.nodes[0].amounts == {Decimal(4_320_000)}


def test_stages_are_results_then_the_plan_behind_them() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS}, {"도로 유지보수": ROADS})
    (stages,) = departments([report])
    assert [stage.when for stage in stages] == [When(2015, True), When(2016, False)]


def test_stage_of_two_reports_is_the_fuller_with_what_is_like_none_of_its_own() -> None:
    one = make_report(2015, {"도로 유지보수": ROADS, "가로등 관리": LIGHTS})
    other = make_report(2015, {"튼튼한 도로 유지보수": ROADS, "체납 정리": ["번호판 영치"]})
    ((stage,),) = departments([one, other])
    assert {node.title for node in stage.nodes} == {"도로 유지보수", "가로등 관리", "체납 정리"}


def test_report_without_department_takes_no_part() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS}, department=None)
    later = make_report(2016, {"도로 유지보수": ROADS}, department=None)
    assert [len(stages) for stages in departments([report, later])] == [1, 1]
