"""A seed → a whole report as text, and a count → a folder of them: for what needs many reports, no two alike.

They are in the manner of real ones of a few pages: a cover, staff by grade, a budget whose rows add up, and programmes
with results, plans and needs. Districts, departments, years, numbers of rows and programmes, and all figures vary by
seed; as in real folders, a tenth is much longer or shorter than the rest. The same seed gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from auditreport.vocab.entities import entities

# Long before any run, so that no file is too young to be told by its times.
WRITTEN = 1_700_000_000
_DEPARTMENTS = (
    *("감사담당관", "주민자치과", "교통행정과", "환경정책과", "복지정책과"),
    *("회계과", "도시계획과", "문화체육과", "보건행정과", "재난안전과"),
)
_GRADES = ("4급", "5급", "6급", "7급", "8급", "9급")
_LINES = (
    *("행정운영경비", "기본경비", "주민참여", "시설관리", "홍보사업", "역량강화"),
    *("안전점검", "민원처리", "공동체지원", "위탁운영", "보조금", "평가관리"),
)
_PROGRAMMES = (
    *("청렴도 향상 대책 추진", "현장 중심 감사 실시", "주민자치회 운영 활성화", "공영주차장 확충", "대기질 개선 사업"),
    *(
        "취약계층 생활 안정 지원",
        "계약심사 내실 운영",
        "생활 체육 시설 정비",
        "어르신 건강 돌봄",
        "재난 예방 점검 강화",
    ),
)
_WORK = ("교육 실시", "점검 완료", "상담 운영", "간담회 개최", "민원 처리", "시설 정비", "현장 방문", "심사 완료")
_UNITS = ("회", "건", "명", "개소")


def make_report(seed: int) -> str:
    """A report."""
    rng = Random(seed)
    district = rng.choice(_districts())
    department, year = rng.choice(_DEPARTMENTS), rng.randint(2005, 2025)
    size = rng.choice((1, 2, 2, 3, 3, 3, 3, 4, 4, 10))
    parts = [
        f"{year}년도 주요업무 보고\n{district} {department}\n제{rng.randint(100, 350)}회 {district}의회 정례회\n",
        "Ⅰ. 일반현황\n",
        *_staff(rng, year),
        *_budget(rng, year, 2 + size),
        "Ⅱ. 추진실적\n",
        *(line for number in range(1, size + 1) for line in _programme(rng, number, year)),
        "Ⅲ. 추진계획\n",
        *(line for number in range(1, size + 1) for line in _plan(rng, number, year + 1)),
    ]
    return "\n".join(parts)


def make_page(seed: int) -> str:
    """One page of a report: staff by grade, and two results."""
    rng = Random(seed)
    year = rng.randint(2005, 2025)
    works = (f"○ {work} : {rng.randint(2, 900)}{rng.choice(_UNITS)}" for work in rng.sample(_WORK, 2))
    head = f"{year}년도 주요업무 보고\n{rng.choice(_districts())} {rng.choice(_DEPARTMENTS)}\n\nⅠ. 일반현황\n"
    return "\n".join(
        [head, *_staff(rng, year), "Ⅱ. 추진실적\n", "1. 청렴도 향상 대책 추진", *works, f"문서 {seed}", ""]
    )


@cache
def _districts() -> list[str]:
    return [one.ko for one in entities().values() if one.level == "district" and one.until is None]


def _staff(rng: Random, year: int) -> Iterator[str]:
    quota = [1, *(rng.randint(1, 12) for _ in _GRADES[1:])]
    head = [max(number + rng.randint(-1, 1), 0) for number in quota]
    gap = [have - want for have, want in zip(head, quota, strict=True)]
    yield f"□ 인력현황 ({year}. 10. 31. 기준, 단위 : 명)"
    rows = [("구분", "계", *_GRADES)]
    for name, row in (("정원", quota), ("현원", head), ("과부족", gap)):
        rows.append((name, str(sum(row)), *map(str, row)))
    yield from _table(rows)


def _budget(rng: Random, year: int, count: int) -> Iterator[str]:
    names = rng.sample(_LINES, min(count, len(_LINES)))
    amounts = [rng.randint(2_000, 900_000) for _ in names]
    spent = [int(amount * rng.uniform(0.3, 0.98)) for amount in amounts]
    yield f"□ 예산현황 ({year}. 10. 31. 기준, 단위 : 천원)"
    rows: list[tuple[str, ...]] = [("구분", "예산액", "집행액", "잔액", "집행률(%)")]
    total = ("계", sum(amounts), sum(spent))
    for name, amount, done in (total, *zip(names, amounts, spent, strict=True)):
        rows.append((name, f"{amount:,}", f"{done:,}", f"{amount - done:,}", f"{100 * done / amount:.1f}"))
    yield from _table(rows)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|{'---|' * len(row)}"
    yield ""


def _programme(rng: Random, number: int, year: int) -> Iterator[str]:
    yield f"{number}. {rng.choice(_PROGRAMMES)}"
    yield f"□ 사업개요\n  ○ 기    간 : {year}. 1. ~ 12.\n  ○ 사 업 비 : {rng.randint(5, 900)}백만원"
    yield "□ 추진실적"
    for work in rng.sample(_WORK, rng.randint(2, 5)):
        done, unit = rng.randint(2, 900), rng.choice(_UNITS)
        yield f"  ○ {work} : {done}{unit} ({year}. {rng.randint(1, 10)}월)"
        if rng.random() < 0.5:
            part = rng.randint(1, done - 1)
            yield f"    - 관내 {part}{unit}, 관외 {done - part}{unit}"
    yield ""


def _plan(rng: Random, number: int, year: int) -> Iterator[str]:
    yield f"{number}. {rng.choice(_PROGRAMMES)}"
    yield "□ 추진계획"
    for work in rng.sample(_WORK, rng.randint(1, 3)):
        yield f"  ○ {work} : {rng.randint(2, 500)}{rng.choice(_UNITS)}"
    state, city = rng.randint(1, 400), rng.randint(1, 400)
    yield f"□ 소요예산 : {state + city}백만원 (국비 {state}백만원, 시비 {city}백만원)\n"


def write_corpus(folder: Path, count: int, first: int = 0, make: Callable[[int], str] = make_report) -> Path:
    """A folder of reports, a hundred in each folder below it; those that are there are left alone."""
    for seed in range(first, first + count):
        path = folder / f"{seed // 100:04}" / f"{seed:06}.txt"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(make(seed), encoding="utf-8")
            os.utime(path, (WRITTEN, WRITTEN))
    return folder
