"""Organisation: counts of teams and offices, teams and their duties."""

from __future__ import annotations

import pytest

from tests.reading import facts, report

HEAD = "2024년도 주요업무보고\n감사담당관\nⅠ. 일반현황\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("1. 조 직 : 3개팀", [("organisation.teams", "3", "팀", "3")]),
        ("1. 조 직 : (7)개팀", [("organisation.teams", "7", "팀", "7")]),
        ("1. 조 직 : 1실 3팀", [("organisation.offices", "1", "실", "1"), ("organisation.teams", "3", "팀", "3")]),
        (
            "1. 조 직 : 4과 2사업소 20팀",
            [
                ("organisation.offices", "4", "과", "4"),
                ("organisation.offices", "2", "사업소", "2"),
                ("organisation.teams", "20", "팀", "20"),
            ],
        ),
    ],
)
def test_stated_counts_of_teams_and_offices_are_facts(line: str, found: list[tuple[str, ...]]) -> None:
    assert [(f.concept, f.value, f.unit, f.raw) for f in facts(f"{HEAD}{line}\n")] == found


def test_letter_spaced_names_of_teams_in_one_line_are_parted() -> None:
    text = HEAD + "1. 조 직\n○ 감 사 팀 조 사 팀 민원관리팀\n2. 예산현황\n"
    assert [team.name for team in report(text).teams] == ["감사팀", "조사팀", "민원관리팀"]


def test_a_table_of_teams_names_their_duties() -> None:
    text = (
        HEAD + "1. 조 직\n팀명\t담당업무\n감사팀\t<ul><li>○ 자체감사</li><li>○ 외부감사</li></ul>\n민원팀\t고충처리\n"
    )
    assert [(team.name, team.duties) for team in report(text).teams] == [
        ("감사팀", ("자체감사", "외부감사")),
        ("민원팀", ("고충처리",)),
    ]


def test_a_chart_with_teams_as_columns_names_them_too() -> None:
    text = HEAD + "1. 조 직\n감사팀\t조사팀\t민원팀\n- 자체감사\t- 비위조사\t- 고충처리\n"
    assert [(team.name, team.duties) for team in report(text).teams] == [
        ("감사팀", ("자체감사",)),
        ("조사팀", ("비위조사",)),
        ("민원팀", ("고충처리",)),
    ]


def test_an_organisation_chart_in_pieces_states_no_other_figures() -> None:
    text = HEAD + "1. 조 직 ▷ 2과 9팀\n환 경 국\n환경정책과 자 원 순 환 과\n(5팀, 24명) (4팀, 22명)\n2. 예산현황\n"
    assert [(f.kind, f.value, f.unit) for f in facts(text)] == [
        ("organisation", "2", "과"),
        ("organisation", "9", "팀"),
    ]
