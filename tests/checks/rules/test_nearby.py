"""Totals of running text whose parts stand in the next line, in the table behind, or as bare counts."""

from __future__ import annotations

import pytest

from tests.checks.making import claims, told

MONEY = "- 가 용역 254,670천원, 나 용역 282,368천원"
SUM = "254,670 + 282,368 = 537,038"


@pytest.mark.parametrize(
    ("line", "behind", "found"),
    [
        # Long figures of one unit.
        ("의뢰건 : 537,038천원", MONEY, [(SUM,)]),
        ("의뢰건 : 37,038천원", "- 가 용역 4,670천원, 나 용역 32,368천원", [("4,670 + 32,368 = 37,038",)]),
        ("의뢰건 : 537,138천원", MONEY, [("254,670 + 282,368 ≠ 537,138",)]),
        ("의뢰건 : 537,038천원", "- 가 용역 254,670천원, 나 용역 282,368명", []),
        ("의뢰건 : 138천원", "- 가 용역 70천원, 나 용역 68천원", []),
        ("의뢰건 : 537,038천원\n\n## 다른 제목", MONEY, []),
        # Their count, right in front of the whole.
        ("의뢰건 : 2건, 537,038천원", MONEY, [(SUM,), ("2 (가 용역, 나 용역) = 2",)]),
        ("의뢰건 : 3건, 537,038천원", MONEY, [(SUM,), ("2 (가 용역, 나 용역) ≠ 3", "subset")]),
        ("의뢰건 : 2건, 537,138천원", MONEY, [("254,670 + 282,368 ≠ 537,138",)]),
        ("의뢰건 : 12%, 537,038천원", MONEY, [(SUM,)]),
        ("의뢰건 : 5건, 직원 7명, 537,038천원", MONEY, [(SUM,)]),
        # The first figures of all labels, and the second ones.
        (
            "의뢰건 : 537,038천원, 절감액 18,636천원",
            "- 가 용역 254,670천원(14,204천원), 나 용역 282,368천원(4,432천원)",
            [(SUM,), ("14,204 + 4,432 ≠ 537,038",), ("254,670 + 282,368 ≠ 18,636",), ("14,204 + 4,432 = 18,636",)],
        ),
        ("의뢰건 : 537,038천원", "- 가 용역 254,670천원(14,204천원), 나 용역 282,368천원", []),
        # Short figures whose labels have a word of two letters in common.
        ("용역 의뢰 : 18건", "- 가 용역 15건, 나 용역 3건", [("15 + 3 = 18", "met")]),
        ("용역 의뢰 : 18건", "- 가 용역 15명, 나 용역 3명", [("15 + 3 = 18", "met")]),
        ("세부사업 78개", "- 정상사업추진 75건, 부진사업 3건", [("75 + 3 = 78", "met")]),
        ("용역 의뢰 : 19건", "- 가 용역 15건, 나 용역 3건", []),
        ("용역 의뢰 : 18건", "- 가 용역 15건, 나 과업 3건", []),
        ("의뢰 : 18건", "- 가 용역 15건, 나 용역 3건", []),
        ("용역 의뢰 : 8건", "- 가 용역 5건, 나 용역 3건", []),
        ("용역 의뢰 : 18건", "- 가 용역 15건, 나 용역 3건, 다 용역 0건", []),
        ("용역 의뢰 : 18건", "- 가 용역 15건, 나 용역 3명", []),
        # One label only; rates; counts of money or of rates.
        ("용역 의뢰 : 18건", "- 용역 15건, 용역 3건", []),
        ("용역 의뢰 : 138%", "- 가 용역 70%, 나 용역 68%", []),
        ("용역 의뢰 : 138건", "- 가 용역 70%, 나 용역 68%", []),
        ("용역 의뢰 : 138건", "- 가 용역 70천원, 나 용역 68천원", []),
        ("용역 의뢰 : 138천원", "- 가 용역 70건, 나 용역 68건", []),
    ],
)
def test_parts_in_the_next_line(line: str, behind: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR311", f"○ {line}\n{behind}") == found


AREAS = ("지상3층, 연면적 7,310㎡", "지상4층, 연면적 4,806㎡", "전기실 연면적 500㎡")
AREA = "7,310 + 4,806 + 500 = 12,616"


@pytest.mark.parametrize(
    ("line", "rows", "found"),
    [
        ("건물 연면적 12,616㎡", AREAS, [(AREA,)]),
        ("건물 연면적 12,916㎡", AREAS, [("7,310 + 4,806 + 500 ≠ 12,916",)]),
        ("부지 28,400㎡, 건물 연면적 12,616㎡", AREAS, [(AREA,)]),
        ("건물 면적 12,616㎡", AREAS, []),
        ("건물 연면적 12,616평", AREAS, []),
        ("건물 연면적 616㎡", ("지상3층, 연면적 310㎡", "지상4층, 연면적 306㎡"), []),
        ("건물 연면적 12,616㎡", (AREAS[0], "지상4층, 연면적 4,806㎡, 연면적 500㎡"), []),
        ("건물 연면적 12,616㎡\n- 가\n- 나", AREAS, [(AREA,)]),
        ("건물 연면적 12,616㎡\n- 가\n- 나\n- 다", AREAS, []),
        ("건물 연면적 12,616㎡\n\n## 제목", AREAS, []),
        ("건물 연면적 12,616㎡\n\n## 제목\n- 가", AREAS, []),
    ],
)
def test_parts_in_the_table_behind(line: str, rows: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    table = "\n".join(f"| {i}동 | {row} |" for i, row in enumerate(rows))
    text = f"○ 시설규모 : {line}\n\n| 구 분 | 세 부 내 역 |\n| --- | --- |\n{table}"
    assert told("AR311", text) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("대상(총 39종) : 예산(1), 지출(15), 계약(23)", [("1 + 15 + 23 = 39",)]),
        ("대상(총 38종) : 예산(1), 지출(15), 계약(23)", [("1 + 15 + 23 ≠ 38", "subset")]),
        ("대상 39종 : 예산(1), 지출 (15), 계약( 23 )", [("1 + 15 + 23 = 39",)]),
        ("대상(총 16종) : 예산(1), 지출(15)", []),
        ("대상(총 39종) 예산(1), 지출(15), 계약(23)", []),
        ("대상(총 39종) : 예산(1), 지출(15), 계약(23), 물품 3", []),
        ("대상(총 39종), 12명 : 예산(1), 지출(15), 계약(23)", []),
        ("예산(1), 지출(15), 계약(23) : 대상 39종", []),
    ],
)
def test_bare_counts_behind_a_figure(line: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR312", f"○ {line}") == found


def test_what_stands_together_is_claimed_weakly_what_is_counted_likely() -> None:
    parts, count = claims("AR311", f"□ 추진실적\n○ 의뢰건 : 2건, 537,038천원\n{MONEY}\n")
    assert (parts.rule, parts.strength, count.rule, count.strength) == ("AR311", "weak", "AR311", "likely")
    [bare] = claims("AR312", "□ 추진실적\n○ 대상(총 39종) : 예산(1), 지출(15), 계약(23)\n")
    assert (bare.rule, bare.strength, bare.relation) == ("AR312", "likely", "sum")
    assert [(one.fact.raw, one.fact.item, one.fact.unit) for one in bare.operands] == [
        ("1", "예산", "종"),
        ("15", "지출", "종"),
        ("23", "계약", "종"),
        ("39", "대상", "종"),
    ]
