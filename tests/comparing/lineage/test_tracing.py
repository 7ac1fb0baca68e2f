"""Reports of one department → what became of its programmes."""

from __future__ import annotations

from auditreport.comparing.lineage import trace_lineage
from tests.comparing.lineage.reports import LIGHTS, ROADS, TAXES, TREES, make_report, told, trace


def test_same_title_is_continued_whatever_its_year_marks_and_spaces() -> None:
    report = make_report(2015, {"2015년 도로 유지보수": ROADS}, {"도로유지보수 (계속)": ROADS[1:]})
    assert trace(report) == {("2015년 도로 유지보수", "도로유지보수 (계속)", "continued")}


def test_title_with_adornments_in_front_is_renamed() -> None:
    report = make_report(
        2015,
        {"도로 유지보수": ROADS, "가로수 관리": TREES},
        {"사람중심, 행복한 삶을 위한 도로 보수 강화": ROADS[1:], "가로수 관리": TREES},
    )
    assert trace(report) == {
        ("도로 유지보수", "사람중심, 행복한 삶을 위한 도로 보수 강화", "renamed"),
        ("가로수 관리", "가로수 관리", "continued"),
    }


def test_wholly_new_title_is_found_by_the_lines() -> None:
    report = make_report(
        2015,
        {"포장도로 정비": ROADS, "가로수 관리": TREES, "체납 정리": TAXES},
        {"걷고 싶은 거리": [*ROADS[:5], "주민설명회"], "가로수 관리": TREES, "체납 정리": TAXES},
    )
    assert ("포장도로 정비", "걷고 싶은 거리", "renamed") in trace(report)


def test_two_that_went_into_one_are_merged() -> None:
    report = make_report(
        2015,
        {"도로 유지보수": ROADS, "가로등 관리": LIGHTS, "체납 정리": TAXES},
        {"도로 유지보수 및 가로등 관리": [*ROADS[:4], *LIGHTS[:4]], "체납 정리": TAXES},
    )
    assert {edge for edge in trace(report) if edge[2] == "merged"} == {
        ("도로 유지보수", "도로 유지보수 및 가로등 관리", "merged"),
        ("가로등 관리", "도로 유지보수 및 가로등 관리", "merged"),
    }


def test_two_that_came_out_of_one_are_split() -> None:
    report = make_report(
        2015,
        {"도로 유지보수 및 가로등 관리": [*ROADS[:5], *LIGHTS[:5]], "체납 정리": TAXES},
        {"도로 유지보수": ROADS, "가로등 관리": LIGHTS, "체납 정리": TAXES},
    )
    assert {edge for edge in trace(report) if edge[2] == "split"} == {
        ("도로 유지보수 및 가로등 관리", "도로 유지보수", "split"),
        ("도로 유지보수 및 가로등 관리", "가로등 관리", "split"),
    }


def test_line_that_names_a_lost_programme_and_says_its_line_tells_a_merger() -> None:
    report = make_report(
        2015,
        {
            "자체감사 운영": ["종합감사 실시", "특정감사 실시", "일상감사 운영", "재무감사 실시", "수감부서 자율점검"],
            "계약심사제 운영": ["각종 공사, 용역 및 물품 제조·구매 원가의 적정성 심사", "심사 사례집 발간", "표준품셈"],
            "체납 정리": TAXES,
        },
        {
            "자체감사 운영": [
                "종합감사 실시",
                "특정감사 실시",
                "일상감사 운영",
                "재무감사 실시",
                "공사, 용역 및 물품 제조·구매 분야 계약심사 추진 : 893건",
            ],
            "체납 정리": TAXES,
        },
    )
    assert trace(report) == {
        ("자체감사 운영", "자체감사 운영", "continued"),
        ("계약심사제 운영", "자체감사 운영", "merged"),
        ("체납 정리", "체납 정리", "continued"),
    }


def test_other_team_is_moved_while_its_old_team_is_there() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS, "가로수 관리": TREES}, teams={"도로 유지보수": "도로팀"})
    later = make_report(
        2016,
        {"도로 유지보수": ROADS, "가로수 관리": TREES},
        teams={"도로 유지보수": "보행팀", "가로수 관리": "도로팀"},
    )
    assert ("도로 유지보수", "도로 유지보수", "moved_team") in trace(report, later)


def test_team_that_only_has_a_new_name_has_not_moved_anything() -> None:
    one = make_report(2015, {"도로 유지보수": ROADS}, teams={"도로 유지보수": "도로팀"})
    other = make_report(2016, {"도로 유지보수": ROADS}, teams={"도로 유지보수": "도로1팀"})
    assert trace(one, other) == {("도로 유지보수", "도로 유지보수", "continued")}


def test_nothing_near_is_ended_and_new() -> None:
    long = [*LIGHTS, "태양광 보안등", "경관조명 설치"]
    report = make_report(2015, {"가로수 관리": TREES, "체납 정리": TAXES}, {"체납 정리": TAXES, "보안등 설치": long})
    assert trace(report) == {
        ("가로수 관리", None, "ended"),
        (None, "보안등 설치", "new"),
        ("체납 정리", "체납 정리", "continued"),
    }


def test_little_said_tells_neither_an_end_nor_a_beginning() -> None:
    report = make_report(2015, {"가로수 관리": TREES[:2], "체납 정리": TAXES}, {"체납 정리": TAXES})
    edge = next(edge for edge in trace_lineage([report]) if edge.event == "unknown")
    assert edge.evidence == ("its report says too little of it to tell",)
    assert edge.evidence_ko == ("보고서에 적힌 내용이 적어 판단할 수 없음",)


def test_two_equal_candidates_leave_it_unknown_and_are_named() -> None:
    report = make_report(
        2015,
        {"도로 유지보수": ROADS, "체납 정리": TAXES},
        {"도로 보수 추진": ROADS, "도로 보수 강화": ROADS, "체납 정리": TAXES},
    )
    edge = next(edge for edge in trace_lineage([report]) if edge.before and edge.before.programme == "도로 유지보수")
    assert (edge.event, edge.to) == ("unknown", None)
    assert {line.split(",")[0] for line in edge.evidence} == {
        "candidate: 도로 보수 강화 (2016 plan)",
        "candidate: 도로 보수 추진 (2016 plan)",
    }


def test_generic_words_team_and_amount_alone_make_no_edge() -> None:
    report = make_report(
        2015,
        {"쾌적하고 안전한 가로수 관리 강화": TREES},
        {"쾌적하고 안전한 체납 정리 강화": TAXES},
        teams={"쾌적하고 안전한 가로수 관리 강화": "1팀", "쾌적하고 안전한 체납 정리 강화": "1팀"},
        amounts={"쾌적하고 안전한 가로수 관리 강화": 12_345_000, "쾌적하고 안전한 체납 정리 강화": 12_345_000},
    )
    assert all(edge.before is None or edge.to is None for edge in trace_lineage([report]))


def test_line_of_a_later_budget_with_its_name_keeps_it_from_having_ended() -> None:
    one = make_report(2015, {"가로수 관리": TREES, "체납 정리": TAXES})
    other = make_report(2016, {"체납 정리": TAXES}, budget={"가로수 관리": 5_250_000, "체납 정리": 8_000_000})
    edge = next(edge for edge in trace_lineage([one, other]) if edge.to is None)
    assert (edge.event, edge.evidence) == ("unknown", ("a later budget has a line of this name: 가로수 관리",))


def test_budget_line_of_the_same_amount_is_a_second_title() -> None:
    old = make_report(2015, {"보안등 정비": LIGHTS[:1], "체납 정리": TAXES})
    new = make_report(
        2016,
        {"밝은 거리": LIGHTS[:1], "체납 정리": TAXES},
        amounts={"밝은 거리": 4_320_000},
        budget={"보안등 정비": 4_320_000, "기본경비": 9_000_000},
    )
    assert ("보안등 정비", "밝은 거리", "renamed") in trace(old, new)


def test_programme_that_a_plan_left_out_is_linked_past_it() -> None:
    first = make_report(2015, {"도로 유지보수": ROADS, "체납 정리": TAXES}, {"체납 정리": TAXES})
    second = make_report(2016, {"도로 유지보수": ROADS, "체납 정리": TAXES})
    assert ("도로 유지보수", "도로 유지보수", "continued") in trace(first, second)


def test_stages_stand_in_order_of_time_whatever_the_order_of_the_reports() -> None:
    first = make_report(2015, {"도로 유지보수": ROADS}, {"도로 유지보수": ROADS})
    second = make_report(2023, {"도로 유지보수": ROADS}, {"도로 유지보수": ROADS})
    ends = [
        (edge.before.year, edge.before.part, edge.to.year, edge.to.part)
        for edge in trace_lineage([second, first])
        if edge.before and edge.to
    ]
    assert ends == [
        (2015, "results", 2016, "plan"),
        (2016, "plan", 2023, "results"),
        (2023, "results", 2024, "plan"),
    ]


def test_two_reports_about_one_stage_make_no_edges_of_their_own() -> None:
    one = make_report(2015, {"도로 유지보수": ROADS, "체납 정리": TAXES}, {"도로 유지보수": ROADS, "체납 정리": TAXES})
    again = make_report(2015, {"튼튼한 도로 유지보수": ROADS})
    assert trace(one, again) == {
        ("도로 유지보수", "도로 유지보수", "continued"),
        ("체납 정리", "체납 정리", "continued"),
    }


def test_other_departments_and_districts_are_not_linked() -> None:
    one = make_report(2015, {"도로 유지보수": ROADS})
    other = make_report(2016, {"도로 유지보수": ROADS}, department="도로과")
    third = make_report(2017, {"도로 유지보수": ROADS}, district="금천구")
    assert trace(one, other, third) == set()


def test_reports_of_one_department_may_be_told_by_the_caller() -> None:
    one = make_report(2015, {"도로 유지보수": ROADS})
    other = make_report(2016, {"도로 유지보수": ROADS}, department="도로과")
    assert told(trace_lineage([one, other], same_department=lambda a, b: True)) == {
        ("도로 유지보수", "도로 유지보수", "continued")
    }


def test_parts_of_linked_programmes_have_edges_of_their_own() -> None:
    report = make_report(
        2015,
        {"도로 관리/도로 유지보수": ROADS, "도로 관리/가로등 정비": LIGHTS},
        {"안전한 도로 관리/도로 보수": ROADS, "안전한 도로 관리/가로등 정비": LIGHTS},
    )
    assert trace(report) == {
        ("도로 관리", "안전한 도로 관리", "renamed"),
        ("도로 유지보수", "도로 보수", "renamed"),
        ("가로등 정비", "가로등 정비", "continued"),
    }


def test_evidence_names_words_that_tell_and_says_it_in_both_languages() -> None:
    report = make_report(
        2015,
        {"도로 유지보수": ROADS, "체납 정리": TAXES},
        {"튼튼한 도로 유지보수": ROADS[:2], "체납 정리": TAXES},
        teams={"도로 유지보수": "도로팀", "튼튼한 도로 유지보수": "도로팀"},
    )
    edge = next(edge for edge in trace_lineage([report]) if edge.event == "renamed")
    assert edge.evidence[0] == "titles share: 도로, 유지보수"
    assert edge.evidence[-1] == "same team: 도로팀"
    assert edge.evidence_ko[-1] == "같은 팀: 도로팀"
