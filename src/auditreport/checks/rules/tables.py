"""AR21x: all other tables of figures (현황표, 실적표)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditreport.checks.claims import Claim, formula
from auditreport.checks.rules.choosing import choose
from auditreport.checks.subject import Subject

_KINDS = ("table", "organisation", "metric")


def column_totals(subject: Subject) -> Iterator[Claim]:
    """표의 세로 합계 / Column totals of tables.

    ko: 표의 각 열에서 항목을 더하면 계·소계·합계 행이 되어야 합니다. 묶음의 소계는 그 묶음의 항목만 더합니다.

    en: In each column of a table the entries add up to the rows of totals; a subtotal covers its group only.
    """
    return choose(subject, "AR211", "column", kinds=_KINDS)


def row_totals(subject: Subject) -> Iterator[Claim]:
    """표의 가로 합계 / Row totals of tables.

    ko: 표의 각 행에서 항목을 더하면 계·소계·합계 열이 되어야 합니다.

    en: In each row of a table the entries add up to the columns of totals.
    """
    return choose(subject, "AR212", "row", "open", kinds=_KINDS)


def related_columns(subject: Subject) -> Iterator[Claim]:
    """줄마다 성립하는 열 사이의 합과 차 / Columns that add up line after line.

    ko: 절감액 = 심사금액 − 심사결과액처럼 거의 모든 줄에서 성립하는 열 사이의 관계가 한 줄에서만 맞지 않으면
    알립니다.

    en: Columns such as 절감액 = 심사금액 − 심사결과액, which no title relates: where a relation holds in all lines
    but one, that line is flagged.
    """
    for claim in choose(subject, "AR213", "relation", strength="likely"):
        yield _in_order(claim)


def _in_order(claim: Claim) -> Claim:
    """심사금액 − 심사결과액 = 절감액 where they stand in that order, instead of 심사결과액 + 절감액 = 심사금액."""
    if claim.relation != "sum" or len(claim.operands) != 3:
        return claim
    first, last, whole = claim.operands
    places = [(operand.at.row or 0, operand.at.column or 0) for operand in (whole, first, last)]
    if places != sorted(places):
        return claim
    return replace(
        claim,
        relation="difference",
        operands=(whole, first, last),
        expected=whole.interval.minus(first.interval),
        off=-claim.off,
        formula=formula("difference", (whole, first, last), closes=claim.closes),
    )


def related_rates(subject: Subject) -> Iterator[Claim]:
    """줄마다 성립하는 비율 / Rates that hold line after line.

    ko: 절감률, 달성률처럼 다른 두 열의 비율로 거의 모든 줄에서 성립하는 열이 한 줄에서만 맞지 않으면 알립니다.

    en: A column of rates (절감률, 달성률) that is the ratio of two others in all lines but one: that line is
    flagged.
    """
    return choose(subject, "AR214", "relation", strength="likely", relation="rate")
