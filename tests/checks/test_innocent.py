"""Innocent explanations of claims that do not hold: bounds, lists of some only, rounding, signs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditreport.arithmetic import Operand
from auditreport.arithmetic.equations import add, divide, subtract
from auditreport.checks.claims import Claim, of_equation
from auditreport.checks.habits import Habits
from auditreport.checks.innocent import excuse
from auditreport.schemas import FactSource
from tests.arithmetic.making import one, rate, won

UNKNOWN = Habits("unknown", frozenset())
CUT = Habits("cut_off", frozenset())
UP = Habits("half_up", frozenset())


def standing(text: str, *figures: str) -> list[Operand]:
    """Figures as operands that stand where the text has them, first come first."""
    out, at = [], 0
    for i, figure in enumerate(figures):
        start = text.index(figure, at)
        at = start + len(figure)
        operand = one(figure)
        fact = operand.fact.model_copy(update={"source": FactSource(start=start, end=at)})
        out.append(replace(operand, index=i, fact=fact))
    return out


def parts(text: str, whole: str, *some: str, strength: str = "likely") -> Claim:
    """The claim that parts behind their whole give it."""
    total, *others = standing(text, whole, *some)
    return of_equation(add(others, total), "AR301", strength)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "excuses"),
    [
        ("회의 31회(구청 12, 동 13)", ()),
        ("회의 31회 이상(구청 12, 동 13)", ("bound",)),
        ("최대 31회(구청 12, 동 13)", ("bound",)),
        ("회의 31회(구청 12, 동 13회 이상)", ("bound",)),
        ("회의 31회, 3명 이상(구청 12, 동 13)", ()),
        ("회의 31회(구청 12, 동 13 등)", ("subset",)),
        ("회의 31회(구청 12, 동 13) 등", ()),
        ("회의 21회(구청 12, 동 13 등)", ()),
    ],
)
def test_words_beside_the_figures_tell_bounds_and_lists_of_some(text: str, excuses: tuple[str, ...]) -> None:
    whole = text[text.index("1회") - 1 : text.index("1회") + 1]
    claim = excuse(parts(text, whole, "12", "13"), UNKNOWN, text)
    assert (claim.closes, claim.excuses) == (False, excuses)


def test_words_do_not_excuse_a_total_of_a_table() -> None:
    text = "회의 31회 이상(구청 12, 동 13 등)"
    assert excuse(parts(text, "31", "12", "13", strength="firm"), UNKNOWN, text).excuses == ()


def test_a_claim_that_holds_needs_no_excuse() -> None:
    text = "회의 25회 이상(구청 12, 동 13)"
    claim = parts(text, "25", "12", "13")
    assert excuse(claim, UNKNOWN, text) is claim


@pytest.mark.parametrize(
    ("habits", "closes", "excuses", "formula"),
    [(CUT, True, (), "="), (UNKNOWN, False, ("cut-off",), "≠"), (UP, False, (), "≠")],
)
def test_a_sum_of_figures_that_are_cut_off_holds_where_the_report_cuts_off(
    habits: Habits, closes: bool, excuses: tuple[str, ...], formula: str
) -> None:
    figures = [replace(won(value), index=i) for i, value in enumerate((10, 10, 10, 10, 10, 54))]
    claim = excuse(of_equation(add(figures[:-1], figures[-1]), "AR201"), habits, "")
    assert (claim.closes, claim.excuses) == (closes, excuses)
    assert f" {formula} " in claim.formula


@pytest.mark.parametrize(
    ("printed", "habits", "closes", "excuses"),
    [
        ("66", CUT, True, ()),
        ("66", UNKNOWN, True, ()),
        ("66", UP, False, ("cut-off",)),
        ("65", UP, False, ("rounding",)),
        ("69", UP, False, ()),
        ("64", CUT, False, ()),
    ],
)
def test_a_rate_may_be_cut_off_or_off_by_rounding(
    printed: str, habits: Habits, closes: bool, excuses: tuple[str, ...]
) -> None:
    figures = [replace(one, index=i) for i, one in enumerate((one("200"), one("300"), rate(printed)))]
    claim = excuse(of_equation(divide(*figures), "AR205"), habits, "")
    assert (claim.closes, claim.excuses) == (closes, excuses)


@pytest.mark.parametrize(("stated", "excuses"), [("3", ("sign",)), ("4", ()), ("0", ())])
def test_a_difference_whose_sign_is_lost_is_told(stated: str, excuses: tuple[str, ...]) -> None:
    figures = [replace(one(value), index=i) for i, value in enumerate(("49", "52", stated))]
    claim = excuse(of_equation(subtract(*figures), "AR202"), UNKNOWN, "")
    assert claim.off == Decimal(stated) + 3
    assert claim.excuses == excuses
