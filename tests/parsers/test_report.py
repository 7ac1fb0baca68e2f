"""Document → report: programmes with their sections and figures, teams, contents, issues."""

from __future__ import annotations

from tests.reading import facts, report, values

REPORT = """제47회 가람구의회 제2차 정례회
2024년도 주요업무보고
감사담당관
목 차
Ⅰ. 일반현황 ········ 1
Ⅱ. 2024년 추진실적 ········ 3
Ⅰ. 일반현황
1. 조 직
○ 3개팀
○ 감사팀 조사팀 민원팀
2. 예산현황
(단위 : 천원)
구 분 예산액 집행액 집행률
계 500 400 80
여비 300 270 90
Ⅱ. 2024년 추진실적
1. 찾아가는 자체감사 (감사팀)
□ 추진실적
○ 종합감사 : 3회
- 지적사항 33건
· 예산(1), 지출(15), 계약(17)
"""


def test_programmes_hold_their_sections_in_the_order_of_the_document() -> None:
    found = report(REPORT)
    assert [(p.part, p.title, [s.role for s in p.sections]) for p in found.programmes] == [
        ("overview", None, ["organisation", "budget"]),
        ("results", "찾아가는 자체감사", ["results"]),
    ]
    assert [s.bullets for p in found.programmes for s in p.sections] == [2, 0, 3]


def test_contents_and_teams_are_told() -> None:
    found = report(REPORT)
    assert [(entry.title, entry.page) for entry in found.contents] == [("일반현황", 1), ("2024년 추진실적", 3)]
    assert [team.name for team in found.teams] == ["감사팀", "조사팀", "민원팀"]


def test_figures_of_every_kind_come_in_the_order_of_the_document() -> None:
    assert [(fact.kind, fact.concept, fact.value) for fact in facts(REPORT)] == [
        ("organisation", "organisation.teams", "3"),
        ("budget", "budget.amount", "500000"),
        ("budget", "budget.executed", "400000"),
        ("budget", "budget.execution_rate", "80"),
        ("budget", "budget.amount", "300000"),
        ("budget", "budget.executed", "270000"),
        ("budget", "budget.execution_rate", "90"),
        ("metric", "metric", "3"),
        ("metric", "metric", "33"),
        ("metric", "metric", "1"),
        ("metric", "metric", "15"),
        ("metric", "metric", "17"),
    ]


def test_a_part_of_a_whole_in_the_bullet_below_inherits_unit_and_label_path() -> None:
    found = [fact for fact in facts(REPORT) if fact.dims.get("of") == "지출"]
    assert [(fact.item, fact.value, fact.unit) for fact in found] == [("종합감사 > 지적사항", "15", "건")]


def test_a_table_that_lost_its_columns_is_an_issue_and_its_figures_are_ambiguous() -> None:
    text = "Ⅱ. 2024년 추진실적\n1. 자체감사\n□ 추진실적\n구 분 도로 하천 공원\n점검 5 4 1\n보수 3 2\n"
    found = report(text)
    assert [(issue.code, issue.severity, issue.anchor and issue.anchor.line) for issue in found.issues] == [
        ("columns-lost", "warning", 4)
    ]
    open_places = [fact for fact in facts(text) if fact.status == "ambiguous"]
    assert [(fact.value, fact.candidates) for fact in open_places] == [
        ("3", ({"column": "도로"}, {"column": "하천"})),
        ("2", ({"column": "공원"}, {"column": "하천"})),
    ]
    assert [fact.dims for fact in open_places] == [{}, {}]


def test_notes_and_totals_beside_a_table_do_not_become_rows() -> None:
    text = (
        "Ⅰ. 일반현황\n1. 시설현황\n(단위 : 개소)\n구 분 계 상설 임시\n계 12 9 3\n쉼터 5 3 2\n공원 7 6 1\n"
        "* 쉼터 2개소는 여름에만 운영\n"
    )
    assert values(facts(text), kind="table") == [
        (label, value, "개소")
        for label, *row in (("계", "12", "9", "3"), ("쉼터", "5", "3", "2"), ("공원", "7", "6", "1"))
        for value in row
    ]


def test_a_caption_behind_its_table_gives_the_unit() -> None:
    text = "Ⅰ. 일반현황\n1. 예산현황\n구 분 예산액 집행액\n계 500 400\n여비 500 400\n(단위 : 백만원)\n"
    assert [fact.value for fact in facts(text)] == ["500000000", "400000000", "500000000", "400000000"]


def test_a_text_that_is_no_report_says_nothing_and_does_not_fail() -> None:
    found = report("오늘은 맑음\n")
    assert found.programmes == ()
    assert (found.meta.district, found.meta.report_year) == (None, None)
