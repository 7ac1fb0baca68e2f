"""AR1xx: staffing tables (인력 현황) and the organisation."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.checks.claims import Claim
from auditreport.checks.rules.choosing import choose
from auditreport.checks.subject import Subject

_KINDS = ("staffing",)


def row_totals(subject: Subject) -> Iterator[Claim]:
    """인력표의 가로 합계 / Row totals of staffing tables.

    ko: 정원, 현원, 과부족의 각 행에서 직급별·직렬별·부서별 인원을 더하면 계가 되어야 합니다. 칸의 위치가 확정되지
    않은 행도 계가 맞으면 확인된 것으로 봅니다.

    en: In each row of a staffing table (정원, 현원, 과부족) the posts by grade, class or division add up to its
    total. A row whose columns are not certain counts as well where its total closes.
    """
    return choose(subject, "AR101", "row", "open", kinds=_KINDS)


def column_totals(subject: Subject) -> Iterator[Claim]:
    """인력표의 세로 합계 / Column totals of staffing tables.

    ko: 부서나 직렬이 행으로 놓인 인력표에서 각 열의 인원을 더하면 계 행이 되어야 합니다.

    en: Where divisions or classes are the rows of a staffing table, each column adds up to the row of totals.
    """
    return choose(subject, "AR102", "column", kinds=_KINDS)


def gaps(subject: Subject) -> Iterator[Claim]:
    """과부족은 현원에서 정원을 뺀 값 / The gap is the headcount less the quota.

    ko: 과부족은 현원 − 정원입니다. 부호를 반대로 적는 표는 모든 칸이 그러하면 관행으로 봅니다.

    en: The gap (과부족) is the headcount (현원) less the quota (정원). A table that prints the opposite sign
    throughout follows a habit of its own and is not flagged.
    """
    return choose(subject, "AR103", "measure", "open", relation="difference", concept="staffing.gap")
