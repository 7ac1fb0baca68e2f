"""Claims and their figures → sentences and numbers as a reader of the report writes them, in both languages."""

from __future__ import annotations

from decimal import Decimal

from auditreport import vocab
from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim
from auditreport.schemas.discrepancy import Message


def message(claim: Claim) -> Message:
    """What does not hold, in a sentence."""
    stated = claim.result
    gaps = {
        "label": label(stated),
        "stated": in_print(stated, stated.value),
        "expected": expected_in_print(claim),
        "difference": in_print(stated, claim.off),
        "formula": claim.formula,
    }
    texts = vocab.checks().messages[claim.relation]
    return Message(ko=texts["ko"].format(**gaps), en=texts["en"].format(**gaps))


def excuse(name: str) -> Message:
    """An innocent explanation, in a sentence."""
    return Message(**vocab.checks().excuses[name])


def label(operand: Operand) -> str:
    """What a figure is stated for: its row and column, or its label in the text."""
    fact = operand.fact
    words = dict.fromkeys((fact.item or fact.programme or "", *fact.dims.values()))
    return " · ".join(word for word in words if word) or fact.concept


def expected_in_print(claim: Claim) -> str:
    """What the other figures give, in the unit and the precision of the stated result."""
    bounds = claim.expected
    middle = claim.result.value - claim.off
    return in_print(claim.result, middle if bounds.low <= middle <= bounds.high else bounds.low)


def in_print(operand: Operand, value: Decimal) -> str:
    """A value as a figure is printed: in its precision, with its unit, money in the unit of its last digit."""
    fact = operand.fact
    if fact.unit != "KRW":
        return f"{plain(value.quantize(Decimal(1).scaleb(-max(fact.decimals, 0))))}{fact.unit}"
    scales = vocab.checks().scales
    scale = max((zeros for zeros in scales if zeros <= -fact.decimals), default=0)
    return f"{plain(value.scaleb(-scale).quantize(Decimal(1)))}{scales[scale]}"


def plain(value: Decimal) -> str:
    """A number with separators of thousands, without trailing zeros behind the point."""
    text = format(value, ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def bare(value: Decimal) -> str:
    """A number for programs: no separators, no exponent, no trailing zeros."""
    return plain(value).replace(",", "") if value else "0"
