"""Short Python data → reports with programmes in two parts, for tests of their lineage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditreport.comparing.lineage import trace_lineage
from auditreport.schemas.comparison import Edge
from auditreport.schemas.material import Material, Outline
from auditreport.schemas.report import Team
from tests.comparing.materials import make_fact, make_line, make_meta

Programmes = Mapping[str, Sequence[str]]

ROADS = ["포트홀 보수 : 120건", "보도블록 교체", "아스콘 덧씌우기 3개 노선", "차선 도색", "측구 정비", "도로 침하 탐사"]
TREES = ["가로수 가지치기", "수목보호판 설치", "고사목 제거 : 14주", "은행열매 채취", "병해충 방제", "보호수 외과수술"]
LIGHTS = ["보안등 신설", "가로등 LED 개량", "누전 점검", "분전함 정비", "골목 조도 개선", "고장신고 처리"]
TAXES = ["번호판 영치", "예금 압류", "공매 의뢰", "가택수색", "체납안내문 발송", "결손처분"]


def make_report(
    year: int,
    results: Programmes | None = None,
    plan: Programmes | None = None,
    *,
    teams: Mapping[str, str] | None = None,
    amounts: Mapping[str, int] | None = None,
    budget: Mapping[str, int] | None = None,
    **meta: Any,
) -> Material:
    """Results of a year and the plan of the next: titles with their lines; `title/part` for a part of a programme."""
    who = make_meta(report_year=year, plan_year=year + 1, **meta)
    outlines: list[Outline] = []
    for part, programmes in (("results", results or {}), ("plan", plan or {})):
        for name, lines in programmes.items():
            title, _, own = name.partition("/")
            outlines.append(
                Outline(
                    part=part,
                    title=title,
                    subprogramme=own or None,
                    teams=(teams[title],) if teams and title in teams else (),
                    year=year if part == "results" else year + 1,
                    order=len(outlines),
                    lines=tuple(make_line(line, role=part) for line in lines),
                )
            )
    facts = [
        make_fact(str(value), meta=who, kind="programme_budget", concept="budget.amount", programme=title, year=year)
        for title, value in (amounts or {}).items()
    ] + [
        make_fact(str(value), meta=who, kind="budget", part="overview", concept="budget.amount", item=item, year=year)
        for item, value in (budget or {}).items()
    ]
    return Material(
        path=f"{year}.txt",
        sha256=f"{who.district} {who.department} {year} {sorted(results or {})} {sorted(plan or {})}",
        text="",
        meta=who,
        teams=tuple(Team(name=name) for name in dict.fromkeys((teams or {}).values())),
        outlines=tuple(outlines),
        facts=tuple(facts),
    )


def told(edges: Sequence[Edge]) -> set[tuple[str | None, str | None, str]]:
    """Titles of both ends, of the part where there is one, and the event."""
    return {
        (
            edge.before and (edge.before.subprogramme or edge.before.programme),
            edge.to and (edge.to.subprogramme or edge.to.programme),
            edge.event,
        )
        for edge in edges
    }


def trace(*reports: Material) -> set[tuple[str | None, str | None, str]]:
    """What is told of these reports."""
    return told(trace_lineage(reports))
