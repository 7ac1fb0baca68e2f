"""A comparison made by hand from figures of real reports, with something of every kind in it."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from auditreport.schemas.comparison import (
    Caution,
    ComparedCell,
    ComparedInput,
    Comparison,
    DepartmentAt,
    Edge,
    FactPlace,
    Growth,
    OtherPhase,
    Peer,
    ProgrammeAt,
    Restatement,
    Undecided,
)
from auditreport.schemas.failure import Failure
from auditreport.schemas.indicator import Indicator, Wording

Y2015, Y2023, G2023 = "reports/ydp_2015.txt", "reports/ydp_2023.txt", "reports/geumcheon_2023.pdf"
HOSTILE = "</script><img src=x onerror=alert(1)> \u202egnp.exe {{7*7}}"
HOSTILE_LINK = '=HYPERLINK("javascript:alert(1)")'


LATER = {"note": "printed a year later", "note_ko": "다음 해 보고서의 전년도 란"}
UNLIKE = Wording(ko="당초예산과 최종예산", en="Original and final budgets")


def _indicator(key: str, ko: str, en: str, unit: str, **other: Any) -> Indicator:
    definition = Wording(ko=f"{ko}의 정의", en=f"What {en.lower()} is")
    return Indicator(id=key, ko=ko, en=en, unit=unit, definition=definition, concept=key, **other)


INDICATORS = {
    one.id: one
    for one in (
        _indicator("staffing.quota", "정원", "Quota", "명"),
        _indicator("staffing.headcount", "현원", "Headcount", "명"),
        _indicator("budget.amount", "예산액", "Budget", "KRW", not_comparable=UNLIKE),
        _indicator("budget.executed", "집행액", "Spent", "KRW"),
        _indicator("budget.execution_rate", "집행률", "Execution rate", "%", direction="higher"),
        _indicator("budget.per_head", "정원 1인당 예산", "Budget per post", "KRW/명"),
        _indicator("contract_review.cases", "계약심사 건수", "Contract reviews", "건"),
        _indicator("contract_review.savings_rate", "계약심사 절감률", "Savings rate", "%", direction="higher"),
        _indicator("required_budget", "소요예산", "Required budget", "KRW"),
    )
}
YDP, GEUMCHEON = ("영등포구", "11560", "감사담당관"), ("금천구", "11545", "민원감사담당관")


class Maker:
    """Collects cells and the places of their facts."""

    def __init__(self) -> None:
        self.cells: list[ComparedCell] = []
        self.sources: list[FactPlace] = []

    def source(self, raw: str, path: str, line: int | None, before: str = "", after: str = "", **other: Any) -> str:
        fact = f"f{len(self.sources) + 1:02d}"
        fields = {"page": None, "label": "예산 > 계", "status": "stated", "confirmed": True}
        fields |= {"fact": fact, "raw": raw, "path": path, "line": line, "before": before, "after": after}
        self.sources.append(FactPlace(**{**fields, **other}))
        return fact

    def cell(
        self, who: tuple[str, str, str], year: int, indicator: str, value: str, unit: str, *facts: str, **other: Any
    ) -> ComparedCell:
        fields: dict[str, Any] = {
            "district": who[0],
            "district_code": who[1],
            "department": who[2],
            "function": "audit",
            "year": year,
            "indicator": indicator,
            "value": value,
            "unit": unit,
            "facts": facts,
            "as_of": None,
            "phase": None,
            "status": "stated",
            "confirmed": True,
            "decimals": 0,
            "path": next((one.path for one in self.sources if one.fact in facts), Y2015),
        }
        cell = ComparedCell(**{**fields, **other})
        self.cells.append(cell)
        return cell


def budgets(make: Maker) -> None:
    """Budget and execution: 영등포구 2015 and 2023 in thousands, 금천구 2022 and 2023 in millions."""
    then = ("계 ", " 223,512 275,884 11,610\n투명한 감사행정 79,321 55,669 74,341 4,980")
    b15 = make.source("287,494", Y2015, 80, *then, status="inferred")
    e15 = make.source("223,512", Y2015, 80, "계 287,494 ", " 275,884 11,610", status="inferred")
    x15 = make.source("275,884", Y2015, 80, "계 287,494 223,512 ", " 11,610", status="inferred")
    b23 = make.source("325,778", Y2023, 53, "계\t", "\t215,040\t66")
    e23 = make.source("215,040", Y2023, 53, "계\t325,778\t", "\t66")
    r23 = make.source("66", Y2023, 53, "계\t325,778\t215,040\t", "", label="예산현황 > 집행률")
    make.cell(YDP, 2015, "budget.amount", "287494000", "KRW", b15, decimals=-3, status="inferred", phase="revised")
    make.cell(YDP, 2023, "budget.amount", "325778000", "KRW", b23, decimals=-3, phase="revised")
    to_date = {"decimals": -3, "phase": "executed_to_date"}
    make.cell(YDP, 2015, "budget.executed", "223512000", "KRW", e15, as_of="2015-10-31", status="inferred", **to_date)
    make.cell(
        YDP, 2015, "budget.executed", "275884000", "KRW", x15,
        as_of="2015-12-31", decimals=-3, phase="forecast", status="inferred",
    )  # fmt: skip
    make.cell(YDP, 2023, "budget.executed", "215040000", "KRW", e23, as_of="2023-10-31", **to_date)
    make.cell(
        YDP, 2015, "budget.execution_rate", "77.74492685064731785706831029", "%", b15, e15,
        as_of="2015-10-31", status="computed", phase="executed_to_date", decimals=None, low="77.74", high="77.75",
    )  # fmt: skip
    make.cell(YDP, 2023, "budget.execution_rate", "66", "%", r23, as_of="2023-10-31", phase="executed_to_date")
    g23 = make.source("255", G2023, None, "합계\t", "\t185\t70\t37.84", page=4)
    g22 = make.source("185", G2023, None, "합계\t255\t", "\t70\t37.84", page=4)
    millions: dict[str, Any] = {"decimals": -6, "phase": "original_budget"}
    make.cell(GEUMCHEON, 2023, "budget.amount", "255000000", "KRW", g23, **millions)
    make.cell(
        GEUMCHEON,
        2022,
        "budget.amount",
        "185000000",
        "KRW",
        g22,
        note="printed a year later",
        note_ko="다음 해 보고서의 전년도 란",
        **millions,
    )


def staff(make: Maker) -> None:
    """Quota and headcount; budget by quota is computed."""
    q15 = make.source("28", Y2015, 66, "현 원 ", " 9 16 - - 2", label="현원 > 계", status="inferred")
    q23 = make.source("23", Y2023, 41, "정 원\t", "\t-\t1\t7", label="정원 > 계")
    h23 = make.source("24", Y2023, 42, "현 원\t", "\t-\t1\t9", label="현원 > 계")
    g23 = make.source("22(24)", G2023, None, "합 계\t", "\t1(2)", page=5, label="정원(현원)", bbox=(72, 100, 120, 112))
    make.cell(YDP, 2015, "staffing.headcount", "28", "명", q15, status="inferred")
    make.cell(YDP, 2023, "staffing.quota", "23", "명", q23)
    make.cell(YDP, 2023, "staffing.headcount", "24", "명", h23)
    make.cell(GEUMCHEON, 2023, "staffing.quota", "22", "명", g23, as_of="2023-01-31")
    make.cell(GEUMCHEON, 2023, "staffing.headcount", "24", "명", g23, as_of="2023-01-31")
    computed = {"status": "computed", "decimals": None, "phase": "revised"}
    make.cell(YDP, 2023, "budget.per_head", "14164260.86956521739130434783", "KRW/명", "f04", q23, **computed)


def reviews(make: Maker) -> None:
    """Contract reviews of programmes, and what programmes need."""
    c15 = make.source("511", Y2015, 308, "계 ", " 40,090 39,038 ▲1,052 2.6", label="계약심사 실적 > 건수")
    s15 = make.source("2.6", Y2015, 308, "계 511 40,090 39,038 ▲1,052 ", "", label="계약심사 실적 > 절감율")
    c23 = make.source("893", Y2023, 95, "각종 공사, 용역 및 물품 제조·구매분야 계약심사 추진: ", "건", confirmed=False)
    c22 = make.source("710", G2023, None, "2022\t", "\t45,371\t44,296\t1,074\t2.37", page=17, label="원가심사 실적")
    s22 = make.source("2.37", G2023, None, "2022\t710\t45,371\t44,296\t1,074\t", "", page=17)
    make.cell(YDP, 2015, "contract_review.cases", "511", "건", c15, programme="계약심사제 운영")
    make.cell(YDP, 2023, "contract_review.cases", "893", "건", c23, programme="신뢰받는 감사 행정", confirmed=False)
    make.cell(GEUMCHEON, 2022, "contract_review.cases", "710", "건", c22, programme="효율적인 재정집행을 위한 원가심사")
    make.cell(YDP, 2015, "contract_review.savings_rate", "2.6", "%", s15, programme="계약심사제 운영", decimals=1)
    make.cell(GEUMCHEON, 2022, "contract_review.savings_rate", "2.37", "%", s22, programme="원가심사", decimals=2)
    for programme, value in (("청렴도 향상", "4320000"), (HOSTILE, "17560000"), (HOSTILE_LINK, "5250000")):
        need = make.source(f"{int(value) // 1000:,}", Y2023, 380, "소요예산: ", "천원", label=programme)
        make.cell(YDP, 2024, "required_budget", value, "KRW", need, programme=programme, decimals=-3, phase="planned")


def programmes() -> Maker:
    """Figures of single programmes: one that was renamed, one that was split."""
    make = Maker()
    for year, programme, value in (
        (2015, "현장중심의 생활순찰 운영", "21130000"),
        (2023, "주민맞춤형 현장중심의 순찰", "22914000"),
        (2015, "감사의 내실화 및 공직기강 확립", "20263000"),
        (2023, "신뢰받는 감사 행정", "138260000"),
    ):
        make.cell(YDP, year, "budget.amount", value, "KRW", "f01", programme=programme, decimals=-3)
    return make


def at(year: int, programme: str, part: Any = "results", who: tuple[str, str, str] = YDP) -> ProgrammeAt:
    return ProgrammeAt(district=who[0], department=who[2], year=year, part=part, programme=programme)


def edge(event: Any, before: ProgrammeAt | None, to: ProgrammeAt | None, score: float, *evidence: str) -> Edge:
    return Edge(before=before, to=to, event=event, score=score, evidence=evidence)


def lineage() -> tuple[Edge, ...]:
    """Continued and renamed over eight years, split, new, ended, and one that is not decided."""
    review15, review16 = at(2015, "계약심사제 운영"), at(2016, "계약심사제 운영", "plan")
    patrol15, patrol23 = at(2015, "현장중심의 생활순찰 운영"), at(2023, "주민맞춤형 현장중심의 순찰")
    audit15 = at(2015, "감사의 내실화 및 공직기강 확립")
    return (
        edge("continued", review15, review16, 0.99, "제목이 같음"),
        edge("renamed", patrol15, patrol23, 0.86, "제목 낱말 2개가 같음", "순찰팀"),
        edge("split", audit15, at(2023, "신뢰받는 감사 행정"), 0.8, "감사팀"),
        edge("split", audit15, at(2023, "공직자 비위예방 및 투명한 재산신고"), 0.78, "공직기강"),
        edge("new", None, at(2024, "적극행정 활성화", "new_plan"), 0.9, "신규로 표시됨"),
        edge("ended", at(2015, "해피기동반 운영"), None, 0.7, "조직 폐지"),
        edge("unknown", at(2015, "인권도시 구현"), None, 0.5, "사람중심 인권 구현 (2023): 0.50", HOSTILE),
    )


def comparison(**other: Any) -> Comparison:
    """All of it; `other` replaces fields."""
    make = Maker()
    budgets(make)
    staff(make)
    reviews(make)
    two = make.source("435", Y2015, 332, "계약심사 비대상 사업 조사: ", "건", label=HOSTILE, confirmed=False)
    again = make.source("184", "reports/geumcheon_2022.hwp", None, "2022년 합계 ", " 백만원", label="예산 > 합계")
    fields: dict[str, Any] = {
        "cells": tuple(make.cells),
        "programme_cells": tuple(programmes().cells),
        "lineage": lineage(),
        "peers": (
            Peer(
                a=DepartmentAt(district="영등포구", department="감사담당관"),
                b=DepartmentAt(district="금천구", department="민원감사담당관"),
                score=0.81,
                evidence=("감사팀, 조사팀이 함께 있음", "계약심사, 고충민원 업무"),
            ),
        ),
        "restatements": (restatement("f01", "f01", "287494000", "287494000"), restatement(again, "f08")),
        "other_phases": (
            OtherPhase(
                **{**restatement("f02", "f03").model_dump(exclude={"same"}), "label": "집행액", "year": 2015},
                phase_then="executed_to_date",
                phase_now="forecast",
            ),
        ),
        "growth": (
            Growth(
                indicator="budget.amount", district="영등포구", department="감사담당관",
                from_year=2015, to_year=2023, change="38284000", rate="13.3164518216",
                low="13.316080", high="13.316823", facts=("f01", "f04"),
            ),
        ),
        "undecided": (
            Undecided(
                indicators=("contract_review.cases", "required_budget"), facts=(two,), path=Y2015,
                reason="Several indicators fit.", reason_ko="여러 지표에 맞습니다.",
            ),
        ),
        "cautions": (
            caution("different-phase", "Do not compare phases.", "단계가 다릅니다.", indicator="budget.amount"),
            caution("other-teams", f"Other teams. {HOSTILE}", f"팀 구성이 다릅니다. {HOSTILE}", paths=(Y2023, G2023)),
        ),
        "inputs": inputs(),
        "sources": tuple(make.sources),
    }  # fmt: skip
    return Comparison(**{**fields, **other})


def caution(code: str, en: str, ko: str, **other: Any) -> Caution:
    return Caution(**{"code": code, "indicator": None, "text": en, "text_ko": ko, **other})


def restatement(then: str, now: str, value_then: str = "184000000", value_now: str = "185000000") -> Restatement:
    return Restatement(
        fact_then=then,
        fact_now=now,
        value_then=value_then,
        value_now=value_now,
        same=value_then == value_now,
        unit="KRW",
        label="예산액",
        year=2022,
        date_then="2022-02",
        date_now="2023-02",
        path_then="reports/geumcheon_2022.hwp",
        path_now=G2023,
    )


def inputs() -> tuple[ComparedInput, ...]:
    read = [
        (Y2015, "2015년 주요업무 보고", YDP, 2015, "2015-11-20"),
        (Y2023, "2023년 주요업무 보고", YDP, 2023, "2023-11-20"),
        (G2023, "2023. 주요업무계획", GEUMCHEON, 2022, "2023-02"),
    ]
    found = [
        ComparedInput(
            path=path,
            sha256="0" * 64,
            title=title,
            district=who[0],
            district_code=who[1],
            department=who[2],
            function="audit",
            year=year,
            date=date,
        )
        for path, title, who, year, date in read
    ]
    failure = Failure(name="none.txt", reason="there is no such file", next_step="check the path")
    return (*found, ComparedInput(path="none.txt", sha256=None, failure=failure))


def console(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False, emoji=False, markup=False)
