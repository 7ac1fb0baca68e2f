"""Counts and what is listed behind them, in front of them, below them and in the lines behind them."""

from __future__ import annotations

import pytest

from auditreport.checks.rules.listed import bare, read_names, split_names
from tests.checks.making import claims, told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("등록의무부서(3개) : 감사담당관, 재무과, 세무과", [("3 (감사담당관, 재무과, 세무과) = 3",)]),
        ("등록의무부서 3개 : 감사담당관, 재무과, 세무과", [("3 (감사담당관, 재무과, 세무과) = 3",)]),
        ("등록의무부서(3개소)： 감사담당관, 재무과, 세무과", [("3 (감사담당관, 재무과, 세무과) = 3",)]),
        # The name that may be two, and the two that it may be.
        ("등록의무부서(2개): 감사담당관, 재무과 및 세무과", [("2 (감사담당관, 재무과 및 세무과) = 2",)]),
        ("등록의무부서(3개): 감사담당관, 재무과 및 세무과", [("2 (감사담당관, 재무과 및 세무과) = 3",)]),
        ("등록의무부서(4개): 감사담당관, 재무과 및 세무과", [("2 (감사담당관, 재무과 및 세무과) ≠ 4", "subset")]),
        ("등록의무부서(3개): 감사담당관, 재무과·세무과", [("2 (감사담당관, 재무과·세무과) = 3",)]),
        # Not of what stands in brackets.
        ("등록의무부서(3개): 감사담당관, 재무과(세입·세출)", [("2 (감사담당관, 재무과(세입·세출)) ≠ 3", "subset")]),
        ("교육 운영(3회): 감사(상, 하반기), 재무, 회계", [("3 (감사(상, 하반기), 재무, 회계) = 3",)]),
        ("교육 운영(3회): 감사[상, 하반기], 재무, 회계", [("3 (감사[상, 하반기], 재무, 회계) = 3",)]),
        ("등록의무부서(3개): 감사담당관, 재무과", [("2 (감사담당관, 재무과) ≠ 3", "subset")]),
        ("등록의무부서(99개): 감사담당관, 재무과", [("2 (감사담당관, 재무과) ≠ 99", "subset")]),
        ("교육 운영(3회): 감사, 재무, 기타과", [("3 (감사, 재무, 기타과) = 3",)]),
        # Counts in brackets are parts.
        ("교육 운영(3회): 감사(1), 재무, 회계", [("3 (감사(1), 재무, 회계) = 3",)]),
        ("교육 운영(3회): 감사(1), 재무(2), 회계", []),
        ("현장점검(6개소) : 공사장(4개소), 하천(2개소)", []),
        ("현장점검(1,204개소) : 공사장(1,202개소), 하천(2개소)", []),
        ("선정 기업(5개사) : 제조업(3개사), 도매업(2개사)", []),
        ("현장점검(6개소) : 공사장(4명), 하천(2명)", [("2 (공사장(4명), 하천(2명)) ≠ 6", "subset")]),
        # One name, one thing, and more than are ever written out.
        ("등록의무부서(3개): 감사담당관", []),
        ("등록의무부서(1개): 감사담당관, 재무과", []),
        ("등록의무부서(100개): 감사담당관, 재무과", []),
        # What is measured, money, and what happens every year.
        ("교육 운영(3시간): 감사, 재무", []),
        ("교육 운영(3천원): 감사, 재무", []),
        ("교육 운영(연 3회): 감사, 재무", []),
        ("교육 운영(총 3회): 감사, 재무", [("2 (감사, 재무) ≠ 3", "subset")]),
        # No list, or one that is left open.
        ("등록의무부서(3개)는 아래와 같음 : 감사담당관, 재무과, 세무과", []),
        ("교육 운영(3회): 감사 2, 재무 1", []),
        ("교육 운영(3회): 감사, 재무…", []),
        ("교육 운영(3회): 감사, 재무, 기타", []),
        ("교육 운영(2회): 12, 13", []),
        (f"교육 운영(2회): {'가' * 46}, 재무", []),
        (f"교육 운영(2회): {'가' * 45}, 재무", [(f"2 ({'가' * 20}…, 재무) = 2",)]),
    ],
)
def test_names_behind_a_count(text: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR305", f"○ {text}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[과정] 감사, 재무 ▸2과정", [("2 (감사, 재무) = 2", "met")]),
        ("[과정] 감사, 재무 ▸ 2과정", [("2 (감사, 재무) = 2", "met")]),
        ("감사, 재무 ⇒ 2과정 운영", [("2 (감사, 재무) = 2", "met")]),
        ("[과정] 감사, 재무, 회계 ▸2과정", []),
        ("감사, 재무 - 2과정 운영", []),
        ("감사 3명, 재무 ⇒ 2과정 운영", []),
        ("교육·복지 2개 분야", [("2 (교육, 복지) = 2", "met")]),
        ("신규 교육ㆍ복지ㆍ문화 3개 분야", [("3 (교육, 복지, 문화) = 3", "met")]),
        ("교육·복지 2개", []),
        ("교육·복지 3개 분야", []),
        ("교육·복지·3 3개 분야", []),
        ("교육 2개 분야", []),
        ("▲감사 ▲재무 2대 과제", [("2 (감사, 재무) = 2",)]),
        ("▲감사 ▲재무 3대 과제", [("2 (감사, 재무) ≠ 3", "subset")]),
        ("▲감사 ▲재무 5대 과제", [("2 (감사, 재무) ≠ 5", "subset")]),
        # 12 is no slip of 2; what else is marked may be no list.
        ("▲감사 ▲재무 12대 과제", []),
        ("▲감사 2대 과제", []),
        ("▲감사 ■재무 2대 과제", []),
        ("▲감사1 ▲재무 3대 과제", []),
    ],
)
def test_names_in_front_of_a_count(text: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR305", f"○ {text}") == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("지원 3개 센터", "- 창업센터 : 운영", "- 기술센터(북구) 운영", "- (해외 센터) 운영"),
            [("3 (창업센터, 기술센터, 해외 센터) = 3",)],
        ),
        (("지원 2개 센터", "- 창업센터 : 운영", "- 기술 지원 : 운영"), [("2 (창업센터, 기술 지원) = 2",)]),
        (("지원 3개 센터", "- 창업센터 : 운영", "- 기술 지원 : 운영", "- 해외 지원 : 운영"), []),
        (
            ("지원 4개 센터", "- 창업센터 : 운영", "- 기술센터 : 운영", "- 해외 지원 : 운영"),
            [("3 (창업센터, 기술센터, 해외 지원) ≠ 4", "subset")],
        ),
        (("지원 3개 센터", "- 창업센터 : 운영", "- 기술센터 : 운영"), [("2 (창업센터, 기술센터) ≠ 3", "subset")]),
        (("지원 2개 센터", "- 창업센터 : 운영"), []),
        (("지원 2개 센터 등", "- 창업센터 : 운영", "- 기술센터 : 운영"), []),
        (("지원 2개 센터, 상담소 등", "- 창업센터 : 운영", "- 기술센터 : 운영"), [("2 (창업센터, 기술센터) = 2",)]),
    ],
)
def test_items_below_that_end_as_what_is_counted(lines: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR305", "○ " + "\n".join(lines)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("추진: 3건", "- 종합: 복지국", "- 재무: 경비, 여비"), [("3 (복지국, 경비, 여비) = 3", "met")]),
        (("추진(3건)", "- 종합: 복지국", "- 재무: 경비, 여비"), [("3 (복지국, 경비, 여비) = 3", "met")]),
        (
            ("추진: 4건", "- 종합: 복지국", "- 재무: 경비, 여비", "- 특정: 채용"),
            [("4 (복지국, 경비, 여비, 채용) = 4", "met")],
        ),
        (("추진: 4건", "- 종합: 복지국", "- 재무: 경비, 여비"), []),
        (("3건 추진", "- 종합: 복지국", "- 재무: 경비, 여비"), []),
        (("추진: 3건", "- 종합: 복지국", "- 재무: 경비, 여비 등"), []),
        (("추진: 3건", "- 재무: 경비, 여비, 수당"), []),
        (("추진: 2건", "- 종합: 복지국", "- 재무 경비"), []),
    ],
)
def test_lists_in_the_items_below(lines: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR305", "○ 자체감사 " + "\n".join(lines)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("3개 목표", "환경 조성, 기반 조성", "인권 문화"), [("3 (환경 조성, 기반 조성, 인권 문화) = 3", "met")]),
        (("2개 목표, 3개 분야", "환경 조성, 기반 조성"), [("2 (환경 조성, 기반 조성) = 2", "met")]),
        (("3개 목표", "환경 조성, 기반 조성", "인권 문화 등"), []),
        (("3개 목표", "환경 조성, 기반 조성", "인권 문화 12"), []),
        # A count of its own behind the line of counts.
        (("목표 2개 분야", "및 3개 과제", "환경 조성, 기반 조성"), []),
    ],
)
def test_names_in_the_lines_behind_the_line_of_counts(lines: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR305", "○ 인권 계획\n- 주요내용 : " + "\n".join(lines)) == found


def test_a_count_of_what_is_listed_is_likely_and_tells_how_many_it_may_be() -> None:
    [claim] = claims("AR305", "□ 추진실적\n○ 등록의무부서(4개): 감사담당관, 재무과 및 세무과\n")
    assert (claim.rule, claim.strength, claim.off, claim.expected) == ("AR305", "likely", 2, (2, 3))
    [claim] = claims("AR305", "□ 추진실적\n○ ▲감사 ▲재무 3대 과제\n")
    assert (claim.rule, claim.strength, claim.off, claim.expected) == ("AR305", "likely", 1, (2, 2))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가, 나(다, 라), 마", ["가", "나(다, 라)", "마"]),
        ("가「나, 다」, 라", ["가「나, 다」", "라"]),
        ("가), 나", ["가)", "나"]),
        ("가(나(다, 라), 마), 바", ["가(나(다, 라), 마)", "바"]),
        ("가, , 나,", ["가", "나"]),
        ("", []),
    ],
)
def test_commas_outside_of_brackets_part_names(text: str, found: list[str]) -> None:
    assert split_names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가, 나", (["가", "나"], 2)),
        ("가·나, 다 및 라, 마 과 바", (["가·나", "다 및 라", "마 과 바"], 6)),
        ("가(나·다 및 라), 마", (["가(나·다 및 라)", "마"], 2)),
        ("가, 나 등", None),
        ("가, 나 등급", (["가", "나 등급"], 2)),
        ("가, 나...", None),
        ("가(외), 나", None),
        ("가: 나, 다", None),
        ("가, 2", None),
        ("가, 나(2)", (["가", "나(2)"], 2)),
        ("가(1), 나(2)", None),
        ("", None),
    ],
)
def test_names_of_a_list(text: str, found: tuple[list[str], int] | None) -> None:
    assert read_names(text) == found


@pytest.mark.parametrize(
    ("name", "found"), [("의정팀(2명)", "의정팀"), ("가(나)다(라)", "가다"), ("가(나(다))", "가(나)"), ("가", "가")]
)
def test_a_bare_name_is_one_without_its_brackets(name: str, found: str) -> None:
    assert bare(name) == found
