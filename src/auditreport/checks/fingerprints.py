"""A claim → a fingerprint that stays the same where only the layout of the report changes (지문)."""

from __future__ import annotations

import hashlib
import re

from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim
from auditreport.vocab import squash

_NOT_WORDS = re.compile(r"[\W_]+")


def fingerprint(claim: Claim) -> str:
    """16 hexadecimal digits out of who reports, the rule, and what its figures measure and say; no place is in it."""
    fact = claim.result.fact
    who = (fact.entity.district or "", fact.entity.department or "")
    named = sorted(_named(operand) for operand in claim.operands[:-1])
    text = "|".join((*who, claim.rule, *named, "=", _named(claim.result)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _named(operand: Operand) -> str:
    fact = operand.fact
    year = fact.period.year or ""
    words = [fact.programme or "", fact.item or "", *(f"{name}={fact.dims[name]}" for name in sorted(fact.dims))]
    labels = "/".join(_NOT_WORDS.sub("", squash(word)) for word in words)
    return f"{fact.concept}:{year}:{labels}:{fact.value}{fact.unit}"
