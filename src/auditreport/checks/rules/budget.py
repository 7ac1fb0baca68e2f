"""AR2xx: budget tables (예산 현황)."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.checks.claims import Claim
from auditreport.checks.rules.choosing import choose
from auditreport.checks.subject import Subject

_KINDS = ("budget", "programme_budget")


def column_totals(subject: Subject) -> Iterator[Claim]:
    """예산표의 세로 합계 / Column totals of budget tables.

    ko: 예산표의 각 열에서 사업별 금액을 더하면 계·소계·합계 행이 되어야 합니다.

    en: In each column of a budget table the lines add up to the rows of totals and subtotals (계, 소계, 합계).
    """
    return choose(subject, "AR201", "column", kinds=_KINDS)


def row_totals(subject: Subject) -> Iterator[Claim]:
    """예산표의 가로 합계 / Row totals of budget tables.

    ko: 예산표의 각 행에서 재원별·부서별 금액을 더하면 계가 되어야 합니다.

    en: In each row of a budget table the amounts by source of funds or by division add up to the total.
    """
    return choose(subject, "AR202", "row", "open", kinds=_KINDS)


def balances(subject: Subject) -> Iterator[Claim]:
    """잔액은 예산액에서 집행액을 뺀 값 / The balance is the budget less what is spent.

    ko: 예상잔액(유보액)은 예산액 − 연말까지 집행액이며, 그런 열이 없으면 예산액 − 집행액입니다.

    en: The balance (잔액) is the budget less what will be spent by the end of the year, or less what has been spent
    where no forecast is printed.
    """
    return choose(subject, "AR203", "measure", relation="difference", concept="budget.balance")


def changes(subject: Subject) -> Iterator[Claim]:
    """증감은 올해에서 전년을 뺀 값 / The change is this year's budget less last year's.

    ko: 증(△)감은 예산액 − 전년도 예산액입니다.

    en: The change (증감) is the budget less that of the year before (전년도 예산액).
    """
    return choose(subject, "AR204", "measure", relation="difference", concept="budget.change")


def execution_rates(subject: Subject) -> Iterator[Claim]:
    """집행률은 예산액에 대한 집행액의 비율 / The execution rate is what is spent of the budget.

    ko: 집행률(%)은 집행액 ÷ 예산액이며, 인쇄된 자릿수에서 반올림이나 절사로 설명되지 않으면 불일치입니다.

    en: The execution rate (집행률) is the sum spent divided by the budget, as far as both are printed; rounding and
    cutting off are allowed for.
    """
    return choose(subject, "AR205", "measure", kinds=_KINDS, concept="budget.execution_rate", relation="rate")


def change_rates(subject: Subject) -> Iterator[Claim]:
    """증감률은 전년 예산에 대한 증감의 비율 / The rate of change is the change of last year's budget.

    ko: 증감률(%)은 증감 ÷ 전년도 예산액입니다.

    en: The rate of change (증감률) is the change divided by the budget of the year before.
    """
    return choose(subject, "AR206", "measure", kinds=_KINDS, concept="budget.change_rate", relation="rate")


def fund_splits(subject: Subject) -> Iterator[Claim]:
    """재원별 금액의 합 / Sources of funds make up the amount.

    ko: `22,914 (시 9,300, 구비 13,614)`처럼 재원을 나누어 적으면 그 합이 앞의 금액이어야 합니다.

    en: Where an amount is split by its sources, as in `22,914 (시 9,300, 구비 13,614)`, they add up to it.
    """
    return choose(subject, "AR207", "fund", strength="likely")
