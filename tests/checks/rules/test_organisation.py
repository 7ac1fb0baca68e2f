"""The organisation in counts, names and boxes."""

from __future__ import annotations

import pytest

from tests.checks.making import claims

HEAD = "# 2023년도 주요업무보고\n\n## Ⅰ. 일반현황\n\n### 1. 조 직\n\n"
THREE = "3 (감사팀, 조사팀, 민원관리팀)"


def told(code: str, *lines: str) -> list[tuple[str, ...]]:
    made = claims(code, HEAD + "\n".join(lines) + "\n")
    assert {claim.rule for claim in made} <= {code}
    return [(claim.formula, *([] if claim.is_announced else ["met"]), *claim.excuses) for claim in made]


@pytest.mark.parametrize(
    ("count", "chart", "found"),
    [
        (3, ("감 사 팀 조 사 팀 민원관리팀",), [(f"{THREE} = 3",)]),
        (3, ("감 사 팀 조 사 팀", "민원관리팀"), [(f"{THREE} = 3",)]),
        (4, ("감 사 팀 조 사 팀 민원관리팀",), [(f"{THREE} ≠ 4", "subset")]),
        (2, ("감사팀(3) 조사팀 (7)",), [("2 (감사팀, 조사팀) = 2",)]),
        (4, ("감사팀(3) 조사팀 (7)",), [("2 (감사팀, 조사팀) ≠ 4", "subset")]),
        # Several lines; other words beside the names; one name; what only begins so.
        (4, ("감 사 팀 조 사 팀", "민원관리팀"), []),
        (4, ("감 사 팀 조 사 팀 민원관리팀 담당관",), []),
        (4, ("감사팀",), []),
        (4, ("감사팀장 조사팀장",), []),
        # Behind a heading is no chart.
        (3, ("감사팀 조사팀", "", "## 2. 직 무", "민원관리팀"), [("2 (감사팀, 조사팀) ≠ 3", "subset")]),
    ],
)
def test_boxes_of_a_chart(count: int, chart: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR105", f"감 사 담 당 관 - ({count})개팀", *chart) == found


@pytest.mark.parametrize(
    ("chart", "found"),
    [
        (
            ("교육과 전문과", "행정팀 청사팀 전문팀"),
            [("2 (교육과, 전문과) = 2",), ("3 (행정팀, 청사팀, 전문팀) = 3",)],
        ),
        (
            ("교육과 전문과", "행정팀 청사팀"),
            [("2 (교육과, 전문과) = 2",), ("2 (행정팀, 청사팀) ≠ 3", "subset")],
        ),
        (
            ("교육과 전문과 총무과", "행정팀 청사팀 전문팀"),
            [("3 (교육과, 전문과, 총무과) ≠ 2", "subset"), ("3 (행정팀, 청사팀, 전문팀) = 3",)],
        ),
    ],
)
def test_each_unit_is_counted_by_itself(chart: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR105", "조 직 : 2과 3팀", *chart) == found


def table(title: str, *names: str) -> tuple[str, ...]:
    rows = (f"| {name} | {i}번 업무 |" for i, name in enumerate(names))
    return ("", f"| 팀 명 | {title} |", "| --- | --- |", *rows)


@pytest.mark.parametrize(
    ("count", "title", "names", "found"),
    [
        (2, "주 요 업 무", ("자치팀", "봉사팀"), [("2 (자치팀, 봉사팀) = 2",), ("2 (자치팀, 봉사팀) = 2", "met")]),
        (5, "주 요 업 무", ("자치팀", "봉사팀"), [("2 (자치팀, 봉사팀) ≠ 5", "subset")]),
        (5, "주 요 업 무", ("자치팀", "봉사계"), []),
        (5, "주 요 업 무", ("자치팀",), []),
        (2, "담당업무", ("자치  기획", "마을 봉사"), [("2 (자치 기획, 마을 봉사) = 2", "met")]),
        (2, "비고", ("자치 기획", "마을 봉사"), []),
        (3, "담당업무", ("자치 기획", "마을 봉사"), []),
    ],
)
def test_names_of_a_table_of_duties(
    count: int, title: str, names: tuple[str, ...], found: list[tuple[str, ...]]
) -> None:
    assert told("AR105", f"주민자치과 - {count}개팀", *table(title, *names)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("2과 4팀", "교육과 전문과", "(18명) (12명)", "행정팀 청사팀 전문팀 역량팀", "(11) (7) (7) (5)"),
            ["11 + 7 = 18", "7 + 5 = 12"],
        ),
        (("2과 3팀", "교육과(18명) 전문과(7명)", "행정팀(11) 청사팀(7) 전문팀(7)"), ["11 + 7 = 18"]),
        (("2과 3팀", "교육과(11명) 전문과(14명)", "행정팀(11) 청사팀(7) 전문팀(7)"), ["7 + 7 = 14"]),
        # More or fewer boxes than are counted; sums that fall to no division; one division.
        (("2과 3팀", "교육과(18명) 전문과(7명)", "행정팀(11) 청사팀(7) 전문팀(7) 기타팀(3)"), []),
        (("2과 3팀", "교육과(18명) 전문과(7명)", "행정팀(11) 청사팀(7)"), []),
        (("2과 3팀", "교육과(18명) 전문과(8명)", "행정팀(11) 청사팀(7) 전문팀(7)"), []),
        (("2과 3팀", "교육과(11명) 전문과(7명)", "행정팀(11) 청사팀(7) 전문팀(7)"), []),
        (("1과 2팀", "교육과(18명)", "행정팀(11) 청사팀(7)"), []),
        (("3팀", "교육과(18명) 전문과(7명)", "행정팀(11)"), []),
    ],
)
def test_headcounts_of_teams_make_up_those_of_their_divisions(lines: tuple[str, ...], found: list[str]) -> None:
    assert told("AR106", f"조 직 : {lines[0]}", *lines[1:]) == [(formula, "met") for formula in found]


def test_headcounts_stand_in_their_boxes() -> None:
    made = claims("AR106", HEAD + "조 직 : 2과 3팀\n교육과(18명) 전문과(7명)\n행정팀(11) 청사팀(7) 전문팀(7)\n")
    assert [(one.fact.raw, one.fact.unit, one.fact.source.line) for one in made[0].operands] == [
        ("11", "명", 9),
        ("7", "명", 9),
        ("18", "명", 8),
    ]
    assert (made[0].strength, made[0].relation) == ("likely", "sum")
