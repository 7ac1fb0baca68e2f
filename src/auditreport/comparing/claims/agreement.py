"""A figure of an article and one of a report → whether they agree, as printed or as said to be round."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from auditreport.comparing.claims.quoted import Quoted
from auditreport.comparing.restatements import agree
from auditreport.schemas import Fact
from auditreport.vocab import Round

Held = Literal["supported", "coarser", "rounded", "open", "different"]
# A figure that rounding moves further says little; and a round figure that is off by more is wrong.
_FAR = Decimal("0.1")
_WRONG = Decimal("0.2")
_NEAR = Decimal("0.01")
_HUNDRED = 100
_WON = "KRW"


def hold(quoted: Quoted, fact: Fact) -> Held:
    """How a figure of an article stands to one of a report in the same unit.

    `supported`: the same; `coarser`: the report prints it in a coarser unit; `rounded`: the article does; `open`: said
    to be round, and too far off to be right or too near to be wrong.
    """
    said, printed = quoted.fact, fact
    how = agree(said, printed)
    if how == "equal":
        return "supported"
    if how in ("coarser", "cut"):
        if said.decimals > printed.decimals:
            return "coarser" if how == "coarser" else "open"
        return "rounded" if _off(said, printed) <= _FAR else "open"
    return _hold_round(quoted.round, said, printed) if quoted.round is not None else _hold_plain(said, printed)


def _hold_plain(said: Fact, printed: Fact) -> Held:
    """Hold a figure that is not said to be round: money often is all the same (3억 2,600만 원), and large counts."""
    value, true = Decimal(said.value), Decimal(printed.value)
    step = _last_unit(value)
    is_money = said.unit == _WON
    if abs(value - true) > step / 2 or not (is_money or step >= _HUNDRED):
        return "different"
    return "rounded" if is_money and _off(said, printed) <= _NEAR else "open"


def _hold_round(how: Round, said: Fact, printed: Fact) -> Held:
    """Hold a figure that is said to be a round one."""
    value, true = Decimal(said.value), Decimal(printed.value)
    off, step = _off(said, printed), _last_unit(value)
    match how:
        case "near":
            is_held = abs(value - true) <= step / 2 or off <= _FAR / 2
        case "above":
            is_held = value <= true < value + max(step, value * _FAR)
        case "below":
            is_held = true <= value and off <= _FAR
        case "most":
            is_held = true <= value and off <= _FAR
    if is_held:
        return "rounded"
    if (how == "above" and true < value) or (how == "most" and true > value):
        return "different"
    return "different" if off > _WRONG and how not in ("above", "most") else "open"


def _off(said: Fact, printed: Fact) -> Decimal:
    true = Decimal(printed.value)
    return abs(Decimal(said.value) - true) / abs(true) if true else Decimal(1)


def _last_unit(value: Decimal) -> Decimal:
    """The unit of the last digit that is not zero: 100 for 4,500."""
    digits = format(abs(value).normalize(), "f").rstrip("0")
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Decimal(1).scaleb(len(format(abs(value).quantize(Decimal(1)), "f")) - len(digits))
