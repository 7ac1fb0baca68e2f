"""A cause → how grave it is: an error, a warning, worth a look, or nothing that the report claims (경중).

A false alarm is worse than a miss. What a title or a total word claims counts most where the same relation holds in
other lines; a relation that often fails in a table is none, or we misread the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from auditreport.checks.claims import Claim
from auditreport.checks.subject import Subject
from auditreport.checks.tracing import Cause
from auditreport.schemas.discrepancy import Severity

_RANK: dict[Severity | None, int] = {None: 0, "info": 1, "warning": 2, "error": 3}
_OF_PARTS = frozenset(("sum", "cover"))
# For so many lines of a relation that hold one more may fail than the first.
_LINES_FOR_ONE = 2
# So many lines show that a relation that no title tells is none by chance.
_LINES_TO_TELL = 3
# A total this long is seldom met within a slip of the pen by chance.
_LONG = 3
_VERY_LONG = 4
# What is off by less than this part of the total is no list of some of the parts.
_CLOSE = 10


@dataclass(slots=True)
class Context:
    """How often relations hold in the families and tables of a report.

    Attributes:
        held, failed: claims of each family.
        firm: firm claims that hold, of each table.
        causes: causes for which firm claims fail, of each table.
    """

    subject: Subject
    held: Counter[Hashable] = field(default_factory=Counter)
    failed: Counter[Hashable] = field(default_factory=Counter)
    firm: Counter[tuple[int, int]] = field(default_factory=Counter)
    causes: Counter[tuple[int, int]] = field(default_factory=Counter)

    @classmethod
    def of(cls, subject: Subject, claims: Iterable[Claim], causes: Iterable[Cause]) -> Context:
        """Count the claims of a report, and the causes for which some of them fail."""
        context = cls(subject)
        for claim in claims:
            if claim.family is not None:
                (context.held if claim.closes else context.failed)[claim.family] += 1
            if claim.strength == "firm" and claim.closes:
                context.firm[claim.table] += 1
        for cause in causes:
            context.causes.update({claim.table for claim in cause.claims if claim.strength == "firm"})
        return context


def weigh(cause: Cause, context: Context) -> tuple[Severity | None, tuple[str, ...]]:
    """The severity of a cause, `None` where the report claims nothing, and the excuses that lowered it."""
    families = {id(claim) if claim.family is None else claim.family for claim in cause.claims}
    is_near = any(one.is_near for one in cause.suspicions)
    weighed = [_one(claim, context, agreed=len(families) > 1, is_near=is_near) for claim in cause.claims]
    severity, excuses = max(weighed, key=lambda one: _RANK[one[0]])
    doubts = {excuse for claim in cause.claims for excuse in _doubts(claim, context)}
    if doubts and severity is not None:
        severity = "info"
    return severity, tuple(sorted(doubts)) + excuses


def _one(claim: Claim, context: Context, *, agreed: bool, is_near: bool) -> tuple[Severity | None, tuple[str, ...]]:
    held, failed = context.held[claim.family], context.failed[claim.family]
    if claim.family is not None and failed > 1 + held // _LINES_FOR_ONE:
        return None, ("frequent",)
    if claim.strength == "firm" and context.causes[claim.table] > 1 + context.firm[claim.table] // _LINES_FOR_ONE:
        return None, ("frequent",)
    if "bound" in claim.excuses:
        return None, claim.excuses
    if claim.excuses:
        return ("info" if claim.strength != "weak" else None), claim.excuses
    match claim.strength:
        case "firm":
            if held >= 2 or (agreed and held):
                return "error", ()
            if held or agreed or claim.family is None:
                return "warning", ()
            return _alone(claim, is_near=is_near)
        case "likely":
            if held >= _LINES_TO_TELL or (agreed and is_near):
                return "warning", ()
            return _announced(claim, is_near=is_near)
        case "weak":
            return ("info", ("alone",)) if is_near and _may_be_claimed(claim) else (None, ())


def _alone(claim: Claim, *, is_near: bool) -> tuple[Severity | None, tuple[str, ...]]:
    """A total, or a relation of titles, that no other line bears out."""
    if _length(claim) >= _LONG and (is_near or _is_close(claim)):
        return "warning", ()
    return ("info", ("alone",)) if is_near or _is_close(claim) else (None, ())


def _announced(claim: Claim, *, is_near: bool) -> tuple[Severity | None, tuple[str, ...]]:
    """Parts in brackets, by source of funds, or the like: they may be some only; no relation but a sum has parts."""
    if is_near and (_is_close(claim) or _length(claim) >= _VERY_LONG):
        return "warning", ()
    if claim.relation not in _OF_PARTS:
        return "info", ()
    if _exceeds(claim):
        return "warning", ("multiple",)
    return "info", ("subset" if claim.off > 0 else "multiple",)


def _exceeds(claim: Claim) -> bool:
    """Whether counted parts, none of them larger than the whole, are more than it: 29개(신설 8, 폐선 8, 조정 21)."""
    *parts, whole = claim.operands
    counted = not any(operand.half or operand.is_rate for operand in claim.operands) and whole.fact.unit != "KRW"
    return counted and claim.off < 0 and len(parts) > 2 and all(0 < part.value < whole.value for part in parts)


def _may_be_claimed(claim: Claim) -> bool:
    """Whether figures that stand together may well be meant as a sum: close to it, or with long figures."""
    *parts, whole = claim.operands
    is_sum = claim.relation == "rate" or not any(operand.is_rate for operand in claim.operands)
    return (
        is_sum and whole.value not in {part.value for part in parts} and (_is_close(claim) or _length(claim) >= _LONG)
    )


def _length(claim: Claim) -> int:
    return max(operand.digits for operand in claim.operands)


def _is_close(claim: Claim) -> bool:
    return abs(claim.off) * _CLOSE <= abs(claim.result.value)


def _doubts(claim: Claim, context: Context) -> Iterable[str]:
    if any(operand.fact.status == "ambiguous" for operand in claim.operands):
        yield "open"
    if any(operand.fact.reading.method == "ocr" for operand in claim.operands):
        yield "ocr"
    if any(operand.at.block in context.subject.doubtful for operand in claim.operands):
        yield "doubt"
