"""A claim that does not hold → an innocent explanation that makes it hold, if there is one (무해한 설명)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from auditreport import vocab
from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim, formula
from auditreport.checks.cutting import is_cut
from auditreport.checks.habits import Habits

# How far behind a figure, or in front of it, a word may stand that qualifies it.
_BEHIND = 7
_BEFORE = 4


def excuse(claim: Claim, habits: Habits, text: str) -> Claim:
    """The claim, holding where the report's own way to round explains it, else with what may explain it.

    Args:
        claim: the claim.
        habits: how the report rounds.
        text: the text in which the figures stand.
    """
    if claim.closes:
        return claim
    if claim.strength != "firm":
        if any(_is_bound(operand, text) for operand in claim.operands):
            return claim.excused("bound")
        if claim.off > 0 and len(claim.operands) > 1 and _names_some(claim.operands[:-1], text):
            return claim.excused("subset")
    if _may_round(claim) and is_cut(claim):
        if habits.rounding == "cut_off" or (claim.relation == "rate" and habits.may_cut()):
            return replace(claim, closes=True, formula=formula(claim.relation, claim.operands, closes=True))
        if claim.relation == "rate" or habits.may_cut():
            return claim.excused("cut-off")
    if claim.relation == "rate" and abs(claim.off) <= 2 * Decimal(1).scaleb(-claim.result.fact.decimals):
        return claim.excused("rounding")
    if claim.relation == "difference" and claim.result.value and claim.off == 2 * claim.result.value:
        return claim.excused("sign")
    return claim


def _is_bound(operand: Operand, text: str) -> bool:
    """Whether a figure is the least or the most of something: 월 5회 이상, 최대 3회."""
    words, source = vocab.checks(), operand.fact.source
    behind = re.split(r"[,;/)(\d]", text[source.end : source.end + _BEHIND])[0]
    before = text[max(source.start - _BEFORE, 0) : source.start]
    return any(word in behind for word in words.bounds) or any(word in before for word in words.most)


def _names_some(parts: Sequence[Operand], text: str) -> bool:
    """Whether a list says that it names only some of the parts: (구청 34, 동 18 등)."""
    end = max((part.fact.source.end for part in parts), default=0)
    behind = re.split(r"[)\]\n]", text[end : end + _BEHIND])[0]
    return any(word in behind for word in vocab.checks().some)


def _may_round(claim: Claim) -> bool:
    return any(operand.half for operand in claim.operands)
