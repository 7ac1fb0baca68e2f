"""AR4xx: needs (소요예산) by year and by source of funds."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.checks.claims import Claim
from auditreport.checks.rules.choosing import choose
from auditreport.checks.subject import Subject

_KINDS = ("required_budget",)


def row_totals(subject: Subject) -> Iterator[Claim]:
    """연차별 소요예산의 합계 / Needs by year.

    ko: 연차별 소요예산을 더하면 합계가 되어야 합니다.

    en: The needs of each year add up to the total of all years.
    """
    return choose(subject, "AR401", "row", "open", kinds=_KINDS)


def column_totals(subject: Subject) -> Iterator[Claim]:
    """재원별 소요예산의 합계 / Needs by source of funds.

    ko: 국비, 시비, 구비 등 재원별 소요예산을 더하면 계가 되어야 합니다.

    en: The needs by source of funds (국비, 시비, 구비) add up to the total.
    """
    return choose(subject, "AR402", "column", kinds=_KINDS)
