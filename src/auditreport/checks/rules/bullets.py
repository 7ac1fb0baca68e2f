"""AR30x: figures in bullets and running text (추진실적), and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.checks.claims import Claim
from auditreport.checks.rules.choosing import choose
from auditreport.checks.subject import Subject


def brackets(subject: Subject) -> Iterator[Claim]:
    """괄호 안 내역의 합 / Breakdowns in brackets.

    ko: `고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)`처럼 괄호 안에 나누어 적은 수의 합이 앞의 수여야
    합니다. 일부만 적었거나 중복 집계일 수 있으므로 오류로 단정하지 않습니다.

    en: Parts in brackets, as in `1,522건(오프라인 496, 온라인 1,026)`, add up to the figure before them. They may
    be some of the parts only, or count some twice, so that this is never an error.
    """
    return choose(subject, "AR301", "bracket", strength="likely")


def lines(subject: Subject) -> Iterator[Claim]:
    """한 줄에 나열된 수의 합 / Figures of one line.

    ko: `발생 1,699건 / 조치 1,532건 / 미조치 167건`처럼 한 줄의 첫 수가 나머지의 합인 경우입니다.

    en: A line whose first figure is the sum of the others, as in `발생 1,699건 / 조치 1,532건 / 미조치 167건`.
    """
    return choose(subject, "AR302", "line", strength="weak")


def line_rates(subject: Subject) -> Iterator[Claim]:
    """한 줄에 적힌 비율 / Rates in a line.

    ko: `조치 1,532건(처리율 90.2%)`처럼 한 줄에 적힌 비율이 그 줄의 두 수로 계산되는 경우입니다.

    en: A rate that two figures of its own line give, as in `조치 1,532건(처리율 90.2%)`.
    """
    return choose(subject, "AR303", "line", strength="weak", relation="rate")


def bullets_below(subject: Subject) -> Iterator[Claim]:
    """하위 항목의 합 / Bullets below a figure.

    ko: 상위 항목의 수가 바로 아래 항목들에 적힌 수의 합인 경우입니다.

    en: A figure that is the sum of those in the bullets below it.
    """
    return choose(subject, "AR304", "below", strength="weak")
