"""The contents list: as many programmes as follow, on pages that ascend and bear the numbers that it prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditreport.checks.rules.contents import contents
from auditreport.checks.subject import Subject
from auditreport.schemas import Block, Furniture
from tests.checks.making import claims, subject

LIST = """# 2015년도 주요업무보고

목 차

Ⅰ. 일반현황 ··· 1
Ⅱ. 주요업무 추진실적 ··· 4
 1. 감사의 내실화 ··· 4
 2. 구정 청렴도 향상 ··· 5
Ⅲ. 주요업무 추진계획 ··· 6
 1. 청렴 교육 ··· 6

- 4 -

## Ⅱ. 주요업무 추진실적

### 1. 감사의 내실화
□ 추진실적
○ 자체감사 실시

- 5 -

### 2. 구정 청렴도 향상
□ 추진실적
○ 청렴교육 실시

## Ⅲ. 주요업무 추진계획

- 6 -

### 1. 청렴 교육
□ 추진계획
○ 청렴교육 실시
"""
COUNTS = ["2 (감사의내실화, 구정청렴도향상) = 2", "1 (청렴교육) = 1"]
ORDER = ["1 ≤ 4", "4 ≤ 5", "5 ≤ 6"]


def told(text: str) -> list[str]:
    return [claim.formula for claim in claims("AR310", text)]


def test_counts_pages_and_levels_agree() -> None:
    assert told(LIST) == [*COUNTS, *ORDER, "4 = 4", "6 = 6"]
    announced = [claim.formula for claim in claims("AR310", LIST) if claim.is_announced]
    assert announced == ORDER
    assert {claim.rule for claim in claims("AR310", LIST)} == {"AR310"}


def test_a_number_of_the_list_stands_in_its_line_under_its_title() -> None:
    made = claims("AR310", LIST)
    placed = [
        [(one.fact.raw, one.fact.item, one.fact.source.line, one.fact.value) for one in claim.operands]
        for claim in made
    ]
    assert placed[0] == [("2", "감사의 내실화", 7, "2")]
    assert placed[1] == [("1", "청렴 교육", 10, "1")]
    # The smaller is the part, and stands last.
    assert placed[2] == [("4", "주요업무 추진실적", 6, "4"), ("1", "일반현황", 5, "1")]
    assert placed[5] == [("4", "주요업무 추진실적", 6, "4"), ("4", "감사의 내실화", 7, "4")]
    assert placed[6] == [("6", "주요업무 추진계획", 9, "6"), ("6", "청렴 교육", 10, "6")]


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ("향상 ··· 5", "향상 ··· 4", [*COUNTS, "1 ≤ 4", "4 ≤ 6", "4 = 4", "4 = 4", "6 = 6"]),
        ("향상 ··· 5", "향상 ··· 3", [*COUNTS, "1 ≤ 4", "3 ≤ 6", "4 = 4", "6 = 6"]),
        ("### 2. 구정 청렴도 향상", "### 2. 다른 사업", [COUNTS[1]]),
        ("## Ⅲ. 주요업무 추진계획\n", "### 3. 부패 방지\n\n○ 점검\n\n## Ⅲ. 주요업무 추진계획\n", [COUNTS[1]]),
    ],
)
def test_only_what_agrees_is_told(was: str, becomes: str, found: list[str]) -> None:
    rest = [*ORDER, "4 = 4", "6 = 6"]
    made = told(LIST.replace(was, becomes))
    assert made == (found if len(found) > 2 else [*found, *rest])


def printed(report: Subject) -> list[tuple[str, int]]:
    """The pages that a heading and the contents list both state, with the line of the page number."""
    made = [claim for claim in contents(report) if not claim.is_announced and len(claim.operands) == 2]
    return [
        (claim.formula, claim.operands[1].fact.source.line or 0)
        for claim in made
        if (claim.operands[1].fact.source.line or 0) > 11
    ]


HEAD = LIST.replace("### 1. 감사의 내실화\n□ 추진실적\n", "- 4 -\n\n### 1. 감사의 내실화\n\n").replace(
    "추진실적\n 1", "추진실적 ··· 4\n 1"
)


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("- 4 -", [("4 = 4", 16)]),
        ("– 4 –", [("4 = 4", 16)]),
        ("- 7 -", []),
        ("- ４ -", []),
        ("- 4 -\n\n점검 결과", []),
    ],
)
def test_the_number_in_front_of_a_heading_is_that_of_the_list(number: str, found: list[tuple[str, int]]) -> None:
    assert printed(subject(HEAD.replace("실적\n\n- 4 -", f"실적\n\n{number}"))) == found


def on_pages(report: Subject, *starts: int) -> Subject:
    """The report with its blocks from each of some lines on standing on pages 1, 2 …"""

    def moved(block: Block) -> Block:
        page = sum(at <= (block.anchor.line or 0) for at in starts)
        return block.model_copy(update={"anchor": block.anchor.model_copy(update={"page": page})})

    blocks = tuple(map(moved, report.document.blocks))
    return replace(report, document=report.document.model_copy(update={"blocks": blocks}))


def test_the_number_at_the_foot_of_the_page_of_a_heading_is_that_of_the_list() -> None:
    text = LIST.replace("- 4 -\n\n", "").replace("○ 자체감사 실시\n\n- 5 -", "○ 자체감사 실시\n\n- 4 -")
    report = subject(text)
    foot = next(block.anchor.line for block in report.document.blocks if isinstance(block, Furniture))
    assert printed(report) == []
    assert printed(on_pages(report, 1, 12, foot + 1)) == [("4 = 4", foot), ("6 = 6", 26)]
    assert printed(on_pages(report, 1, 12, foot)) == [("6 = 6", 26)]
    [claim] = [one for one in contents(on_pages(report, 1, 12, foot + 1)) if one.operands[-1].fact.source.line == foot]
    assert [(one.fact.item, one.fact.source.page) for one in claim.operands] == [
        ("감사의 내실화", None),
        ("감사의 내실화", 2),
    ]
