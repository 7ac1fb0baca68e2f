"""One report → its equations, each with its class, and its discrepancies, one for each cause."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from auditreport.arithmetic import Operand
from auditreport.checks import wording
from auditreport.checks.claims import Claim, formula
from auditreport.checks.fingerprints import fingerprint
from auditreport.checks.habits import Habits, infer
from auditreport.checks.innocent import excuse
from auditreport.checks.printed import is_printed
from auditreport.checks.registry import RULES
from auditreport.checks.subject import Subject
from auditreport.checks.tracing import Cause, Suspicion, trace
from auditreport.checks.weighing import Context, weigh
from auditreport.schemas import discrepancy as published
from auditreport.schemas.discrepancy import Bounds, CheckedInput, Class, Discrepancy, PlacedFigure, Suspect

_CONFIRMING = frozenset(("equal", "count", "cover", "sum"))
# Digits that are hardly met by chance.
_LONG = 3
_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one report.

    Attributes:
        input: what was checked of it.
        equations: the relations that it claims, and how far they hold.
        discrepancies: where it contradicts itself, the gravest first.
    """

    input: CheckedInput
    equations: tuple[published.Equation, ...]
    discrepancies: tuple[Discrepancy, ...]


def check(subject: Subject, path: str, codes: Collection[str] | None = None) -> Checked:
    """Recompute what a report claims.

    Args:
        subject: the report.
        path: the input, as the user named it.
        codes: codes of the rules to apply; all if `None`.
    """
    claims = _distinct(claim for rule in RULES if codes is None or rule.code in codes for claim in rule.find(subject))
    habits = infer(claims)
    claims = [excuse(_strict(claim, habits), habits, subject.document.text) for claim in claims]
    broken = [claim for claim in claims if not claim.closes]
    held = [claim for claim in claims if claim.closes]
    causes = trace(broken, held, habits.strictly)
    context = Context.of(subject, claims, causes)
    weighed = [(cause, *weigh(cause, context)) for cause in causes]
    writer = _Writer(path, subject.document.source.sha256, subject.document.text)
    found = [writer.discrepancy(cause, severity, excuses) for cause, severity, excuses in weighed if severity]
    shown = [writer.equation(claim, _class(claim)) for claim in held]
    for one in found:
        shown += (one.equation, *one.related)
    shown.sort(key=lambda equation: (equation.lines or equation.pages, equation.rule, equation.id))
    confirmed = {fact.id for fact in subject.facts if fact.reading.confirmed}
    confirmed.update(
        operand.fact.id
        for claim in held
        for operand in claim.operands
        if claim.relation != "order" and not is_printed(operand)
    )
    return Checked(
        input=CheckedInput(
            path=path,
            sha256=subject.document.source.sha256,
            status="checked" if shown else "nothing_checked",
            facts=len(subject.facts),
            equations=len(shown),
            confirmed=len(confirmed),
            rounding=habits.rounding,
            issues=subject.issues,
        ),
        equations=tuple(shown),
        discrepancies=tuple(sorted(_numbered(found), key=_gravest_first)),
    )


def confirming(subject: Subject) -> set[int]:
    """The numbers of the facts that stand in a closed claim of the text (같은 수치, 열거된 것의 수, 사업 예산의 합).

    Of what arithmetic finds, `arithmetic.confirm` tells what is proved; a sum of short figures is so where words or
    layout announce it, as many names as a count says where they are announced as what is counted. A bound proves
    nothing, nor does a figure off a scan that another place repeats: both may be misread alike. A short figure that two
    lines of text repeat may be of two things; one that a table bears out is not.
    """
    claims = (claim for rule in RULES for claim in rule.find(subject))
    return {
        operand.index
        for claim in claims
        if claim.closes and claim.relation in _CONFIRMING and not _is_chance(claim)
        for operand in claim.operands
        if not is_printed(operand) and operand.fact.status != "ambiguous" and operand.fact.reading.method != "ocr"
    }


def _is_chance(claim: Claim) -> bool:
    if claim.relation in ("count", "sum"):
        return not claim.is_announced
    in_text = all(operand.at.row is None for operand in claim.operands)
    return claim.relation == "equal" and in_text and claim.result.digits < _LONG


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Each relation between the same figures once, as the first rule found it."""
    out: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        *others, result = (operand.index for operand in claim.operands)
        out.setdefault((claim.relation, frozenset(others), result, claim.formula if not others else ""), claim)
    return list(out.values())


def _strict(claim: Claim, habits: Habits) -> Claim:
    """A claim that closes by rounding only, where the report does not round so, does not close."""
    if not claim.closes or claim.is_exact or habits.may_round(claim):
        return claim
    text = formula(claim.relation, claim.operands, closes=False)
    return replace(claim, closes=False, formula=text).excused("rounding")


def _class(claim: Claim) -> Class:
    if not claim.closes:
        return "inconsistent"
    if not claim.off:
        return "exact"
    unit = Decimal(1).scaleb(-claim.result.fact.decimals)
    return "accumulated" if claim.relation == "sum" and abs(claim.off) > unit else "rounding"


def _gravest_first(one: Discrepancy) -> tuple[object, ...]:
    return _SEVERITIES.index(one.severity), one.lines or one.pages, one.rule, one.fingerprint


def _numbered(found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Fingerprints that differ, where several causes look alike."""
    seen: Counter[str] = Counter()
    out = []
    for one in found:
        seen[one.fingerprint] += 1
        number = seen[one.fingerprint]
        mark = f"{one.fingerprint}-{number}" if number > 1 else one.fingerprint
        out.append(one.model_copy(update={"fingerprint": mark}))
    return out


@dataclass(frozen=True, slots=True)
class _Writer:
    """Claims of one input, as they are published."""

    path: str
    sha256: str
    text: str

    def equation(self, claim: Claim, verdict: Class) -> published.Equation:
        facts = [operand.fact for operand in claim.operands]
        return published.Equation(
            id=self._id(claim),
            rule=claim.rule,
            formula=claim.formula,
            facts=tuple(operand.fact.id for operand in claim.operands if not is_printed(operand)),
            class_=verdict,
            announced=claim.is_announced,
            slack=_slack(claim) if verdict in ("rounding", "accumulated") else None,
            expected=Bounds(low=wording.bare(claim.expected.low), high=wording.bare(claim.expected.high)),
            stated=facts[-1].value,
            path=self.path,
            lines=tuple(sorted({fact.source.line for fact in facts if fact.source.line is not None})),
            pages=tuple(sorted({fact.source.page for fact in facts if fact.source.page is not None})),
        )

    def _id(self, claim: Claim) -> str:
        named = ":".join(operand.fact.id or str(operand.index) for operand in claim.operands)
        return hashlib.sha256(f"{self.sha256}:{claim.rule}:{claim.relation}:{named}".encode()).hexdigest()[:16]

    def discrepancy(self, cause: Cause, severity: published.Severity, excuses: Sequence[str]) -> Discrepancy:
        claims = sorted(cause.claims, key=_telling)
        verdict: Class = "ambiguous" if "open" in excuses or "ocr" in excuses else "inconsistent"
        equation, *related = [self.equation(claim, verdict) for claim in claims]
        main = claims[0]
        names = dict.fromkeys((*excuses, *(name for claim in claims for name in claim.excuses)))
        return Discrepancy(
            rule=main.rule,
            severity=severity,
            message=wording.message(main),
            path=self.path,
            lines=equation.lines,
            pages=equation.pages,
            facts=tuple(one.operand.fact.id for one in cause.suspicions if not is_printed(one.operand)),
            difference=wording.bare(main.off),
            unit=main.result.fact.unit,
            fingerprint=fingerprint(main),
            equation=equation,
            figures=tuple(PlacedFigure(**self._placed(operand)) for operand in main.operands),
            suspects=tuple(map(self._suspect, cause.suspicions)),
            excuses=tuple(map(wording.excuse, names)),
            related=tuple(related),
        )

    def _suspect(self, one: Suspicion) -> Suspect:
        instead = one.instead
        return Suspect(
            **self._placed(one.operand),
            instead=wording.bare(instead) if instead is not None else None,
            instead_printed=wording.in_print(one.operand, instead) if instead is not None else None,
        )

    def _placed(self, operand: Operand) -> dict[str, Any]:
        fact = operand.fact
        source = fact.source
        return {
            "fact": fact.id,
            "raw": fact.raw,
            "label": wording.label(operand),
            "concept": fact.concept,
            "year": fact.period.year,
            "line": source.line,
            "column": self._column(source.start) if source.line is not None else None,
            "page": source.page,
            "place": source.path,
        }

    def _column(self, offset: int) -> int:
        """1-based column of an offset in its line, in UTF-16 code units, as editors and SARIF count them."""
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


def _telling(claim: Claim) -> tuple[object, ...]:
    """The claim that says most about a cause first: the surest, the shortest, the first in the report."""
    strength = ("firm", "likely", "weak").index(claim.strength)
    return strength, claim.relation == "rate", len(claim.operands), claim.result.fact.source.start


def _slack(claim: Claim) -> float:
    """1 in the middle of the values that the other figures allow, 0 at their edge."""
    result = claim.result.interval
    half = (claim.expected.high - claim.expected.low + result.high - result.low) / 2
    middle = (claim.expected.high + claim.expected.low) / 2
    return round(max(0.0, 1 - float(abs(claim.result.value - middle) / half)), 3) if half else 0.0
