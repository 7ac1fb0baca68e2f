"""A claim that does not hold → an innocent explanation that makes it hold, if there is one (무해한 설명)."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from auditreport.checks.claims import Claim, formula
from auditreport.checks.habits import Habits


def excuse(claim: Claim, habits: Habits) -> Claim:
    """The claim, holding where the report's own way to round explains it, else with what may explain it."""
    if claim.closes:
        return claim
    if claim.relation == "rate" and _is_cut(claim):
        if habits.may_cut():
            return replace(claim, closes=True, formula=formula(claim.relation, claim.operands, closes=True))
        return claim.excused("cut-off")
    if claim.relation == "rate" and abs(claim.off) <= 2 * Decimal(1).scaleb(-claim.result.fact.decimals):
        return claim.excused("rounding")
    if claim.relation == "difference" and claim.result.value and claim.off == 2 * claim.result.value:
        return claim.excused("sign")
    return claim


def _is_cut(claim: Claim) -> bool:
    """Whether a printed rate is what the figures give, cut off or rounded up."""
    part, whole, rate = claim.operands
    if not whole.value:
        return False
    unit = Decimal(1).scaleb(-rate.fact.decimals)
    given = part.value * 100 / whole.value
    return rate.value in (given.quantize(unit, ROUND_FLOOR), given.quantize(unit, ROUND_CEILING))
