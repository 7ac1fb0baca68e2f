"""How grave a cause is: by how surely the report claims it, by what holds beside it, and by what explains it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditreport.arithmetic import Operand, divide
from auditreport.checks.claims import Claim, at_most, derived, equal, of_equation
from auditreport.checks.tracing import Cause, Suspicion
from auditreport.checks.weighing import Context, weigh
from auditreport.schemas import Position, Reading
from tests.arithmetic.making import one, rate, several, won
from tests.checks.making import numbered, subject, summed

PLAIN = subject("2024년도 주요업무보고\n")
TABLE = (0, 0)


def broken(*values: int, **given: object) -> Claim:
    """The claim that some counts add up to the last of them."""
    *parts, whole = numbered(several(*values))
    return summed(parts, whole, **given)  # type: ignore[arg-type]


def cause(*claims: Claim, is_near: bool = False) -> Cause:
    return Cause(claims, (Suspicion(claims[0].result, None, is_near),))


def context(held: int = 0, failed: int = 1, firm: int = 9, causes: int = 1) -> Context:
    """A report in which claims of one family hold and fail so often, all of one table."""
    out = Context(PLAIN)
    out.held["f"], out.failed["f"], out.firm[TABLE], out.causes[TABLE] = held, failed, firm, causes
    return out


ALONE = broken(5, 7, 40)


@pytest.mark.parametrize(
    ("held", "agreed", "severity"),
    [(0, False, None), (1, False, "warning"), (2, False, "error"), (0, True, "warning"), (1, True, "error")],
)
def test_a_total_counts_most_where_other_lines_bear_it_out(held: int, agreed: bool, severity: str | None) -> None:
    claims = [broken(5, 7, 40, family="f")]
    if agreed:
        claims.append(broken(5, 7, 40, family="g"))
    assert weigh(cause(*claims), context(held)) == (severity, ())


def test_two_claims_of_one_family_bear_each_other_out_no_more_than_one() -> None:
    two = (broken(5, 7, 40, family="f"), broken(5, 7, 40, family="f"))
    assert weigh(cause(*two), context(held=1, failed=1)) == ("warning", ())


def test_two_claims_that_stand_alone_bear_each_other_out() -> None:
    likely = broken(5, 7, 14, strength="likely")
    assert weigh(cause(likely, is_near=True), context()) == ("info", ("subset",))
    assert weigh(cause(likely, broken(5, 7, 14, strength="likely"), is_near=True), context()) == ("warning", ())


def test_a_firm_claim_without_a_family_is_a_warning() -> None:
    assert weigh(cause(ALONE), context()) == ("warning", ())


@pytest.mark.parametrize(
    ("held", "failed", "severity"),
    [(0, 1, None), (0, 2, None), (2, 2, "error"), (3, 2, "error"), (2, 3, None), (1, 2, None), (4, 3, "error")],
)
def test_a_relation_that_often_fails_is_none(held: int, failed: int, severity: str | None) -> None:
    found = weigh(cause(broken(5, 7, 40, family="f")), context(held, failed))
    assert found == (severity, ("frequent",) if failed > 1 + held // 2 else ())


@pytest.mark.parametrize(
    ("strength", "firm", "causes", "found"),
    [
        ("firm", 0, 1, ("warning", ())),
        ("firm", 0, 2, (None, ("frequent",))),
        ("firm", 1, 2, (None, ("frequent",))),
        ("firm", 2, 2, ("warning", ())),
        ("firm", 2, 3, (None, ("frequent",))),
        ("likely", 0, 9, ("info", ("subset",))),
    ],
)
def test_a_table_that_often_contradicts_itself_is_misread(
    strength: str, firm: int, causes: int, found: tuple[str | None, tuple[str, ...]]
) -> None:
    assert weigh(cause(broken(5, 7, 40, strength=strength)), context(firm=firm, causes=causes)) == found


@pytest.mark.parametrize(
    ("values", "is_near", "found"),
    [
        ((400, 500, 905), False, ("warning", ())),
        ((400, 500, 999), False, ("warning", ())),
        ((400, 500, 1300), False, (None, ())),
        ((400, 500, 1301), True, ("warning", ())),
        ((40, 50, 99), False, ("info", ("alone",))),
        ((40, 50, 100), False, ("info", ("alone",))),
        ((40, 50, 101), False, (None, ())),
        ((40, 50, 91), True, ("info", ("alone",))),
        ((40, 50, 95), True, ("info", ("alone",))),
        ((40, 10, 10), True, ("info", ("alone",))),
    ],
)
def test_a_total_that_no_other_line_bears_out_is_told_where_it_is_near_or_close(
    values: tuple[int, ...], is_near: bool, found: tuple[str | None, tuple[str, ...]]
) -> None:
    assert weigh(cause(broken(*values, family="f"), is_near=is_near), context()) == found


@pytest.mark.parametrize(
    ("held", "is_near", "found"),
    [
        (3, False, ("warning", ())),
        (2, False, ("info", ("subset",))),
        (2, True, ("info", ("subset",))),
    ],
)
def test_a_relation_of_form_counts_as_one_of_titles_where_three_lines_hold(
    held: int, is_near: bool, found: tuple[str | None, tuple[str, ...]]
) -> None:
    claim = broken(5, 7, 14, strength="likely", family="f")
    assert weigh(cause(claim, is_near=is_near), context(held)) == found


@pytest.mark.parametrize(
    ("values", "is_near", "found"),
    [
        # Short and far, long and far, short and close.
        ((5, 7, 32), True, ("info", ("subset",))),
        ((1234, 1000, 3234), True, ("warning", ())),
        ((123, 100, 323), True, ("info", ("subset",))),
        ((50, 43, 97), True, ("warning", ())),
        ((50, 43, 97), False, ("info", ("subset",))),
        ((50, 43, 90), False, ("info", ("multiple",))),
        # More than two parts, none as large as the whole.
        ((8, 8, 21, 29), False, ("warning", ("multiple",))),
        ((8, 8, 29, 29), False, ("info", ("multiple",))),
        ((8, 0, 28, 29), False, ("info", ("multiple",))),
        ((28, 8, 29), False, ("info", ("multiple",))),
        ((8, 8, 3, 29), False, ("info", ("subset",))),
    ],
)
def test_parts_in_brackets_may_be_some_only_or_counted_twice(
    values: tuple[int, ...], is_near: bool, found: tuple[str | None, tuple[str, ...]]
) -> None:
    assert weigh(cause(broken(*values, strength="likely"), is_near=is_near), context()) == found


def test_what_is_no_sum_has_no_parts_that_may_be_missing_or_counted_twice() -> None:
    first, second, third = numbered(several(30, 12, 9))
    assert weigh(cause(equal("AR104", first, second)), context()) == ("info", ())
    assert weigh(cause(at_most("AR308", first, second)), context()) == ("info", ())
    assert weigh(cause(derived("AR307", third, (first, second), Decimal(18), "30 − 12")), context()) == ("info", ())


def test_money_and_rates_in_brackets_may_overlap() -> None:
    *parts, whole = numbered(map(won, (8, 8, 21, 29)))
    assert weigh(cause(summed(parts, whole, "likely")), context()) == ("info", ("multiple",))
    *parts, whole = numbered(several("800", "800", "2100", "2900", unit="KRW"))
    assert weigh(cause(summed(parts, whole, "likely")), context()) == ("info", ("multiple",))
    *parts, whole = numbered(map(rate, ("28", "28", "41", "49")))
    assert weigh(cause(summed(parts, whole, "likely")), context()) == ("info", ("multiple",))


@pytest.mark.parametrize(
    ("values", "is_near", "severity"),
    [
        ((50, 43, 97), True, "info"),
        ((50, 43, 97), False, None),
        ((5, 7, 32), True, None),
        ((123, 100, 323), True, "info"),
        # The whole is one of its parts.
        ((50, 3, 50), True, None),
    ],
)
def test_figures_that_only_stand_together_are_worth_a_look_where_a_slip_parts_them(
    values: tuple[int, ...], is_near: bool, severity: str | None
) -> None:
    found = weigh(cause(broken(*values, strength="weak"), is_near=is_near), context())
    assert found == (severity, ("alone",) if severity else ())


def test_rates_that_stand_together_are_no_sum_but_may_be_of_two_figures() -> None:
    *parts, whole = numbered(map(rate, ("50", "43", "97")))
    assert weigh(cause(summed(parts, whole, "weak"), is_near=True), context()) == (None, ())
    equation = divide(*numbered((one(311), one(330), rate("96"))))
    assert equation is not None
    assert weigh(cause(of_equation(equation, "AR303", "weak"), is_near=True), context()) == ("info", ("alone",))


@pytest.mark.parametrize(
    ("strength", "excuses", "found"),
    [
        ("firm", ("rounding",), ("info", ("rounding",))),
        ("likely", ("subset", "date"), ("info", ("subset", "date"))),
        ("weak", ("rounding",), (None, ("rounding",))),
        ("firm", ("bound",), (None, ("bound",))),
        ("likely", ("subset", "bound"), (None, ("subset", "bound"))),
    ],
)
def test_what_explains_a_claim_lowers_it(
    strength: str, excuses: tuple[str, ...], found: tuple[str | None, tuple[str, ...]]
) -> None:
    claim = broken(400, 500, 905, strength=strength).excused(*excuses)
    assert weigh(cause(claim, is_near=True), context()) == found


def test_a_cause_is_as_grave_as_the_gravest_of_its_claims() -> None:
    note, none = broken(50, 43, 90, strength="likely"), broken(5, 7, 32, strength="weak")
    firm = broken(5, 7, 40)
    assert weigh(cause(note, none), context()) == ("info", ("multiple",))
    assert weigh(cause(none, note, firm), context()) == ("warning", ())
    assert weigh(cause(none), context()) == (None, ())


def open_column(operand: Operand) -> Operand:
    return replace(operand, fact=operand.fact.model_copy(update={"status": "ambiguous"}))


def scanned(operand: Operand) -> Operand:
    reading = Reading(method="ocr", confirmed=False)
    return replace(operand, fact=operand.fact.model_copy(update={"reading": reading}))


@pytest.mark.parametrize(("doubt", "name"), [(open_column, "open"), (scanned, "ocr")])
def test_a_figure_that_may_be_misread_is_worth_a_look_only(doubt, name: str) -> None:
    first, second, whole = numbered(several(5, 7, 40))
    assert weigh(cause(summed((first, second), whole)), context()) == ("warning", ())
    assert weigh(cause(summed((first, doubt(second)), whole)), context()) == ("info", (name,))
    assert weigh(cause(summed((first, second), doubt(whole)).excused("date")), context()) == ("info", (name, "date"))
    # What is no claim stays none.
    assert weigh(cause(summed((first, doubt(second)), whole, "weak")), context()) == (None, (name,))


def test_all_doubts_are_told_in_one_order() -> None:
    first, second, whole = numbered(several(5, 7, 40))
    claim = summed((scanned(first), open_column(second)), whole)
    assert weigh(cause(claim), context()) == ("info", ("ocr", "open"))


def test_a_table_with_an_issue_is_in_doubt() -> None:
    text = "□ 인력현황\n\n구 분 계 5급 6급 7급\n정 원 27 1 6 12 8\n현 원 25 1 6 10\n"
    report = subject(text)
    [block] = report.doubtful
    held = Context(report)
    first, second, whole = (replace(operand, at=Position(block)) for operand in numbered(several(5, 7, 40)))
    assert weigh(cause(summed((first, second), whole)), held) == ("info", ("doubt",))
    elsewhere = (replace(operand, at=Position(block + 1)) for operand in (first, second, whole))
    *parts, whole = elsewhere
    assert weigh(cause(summed(parts, whole)), held) == ("warning", ())


def test_claims_are_counted_by_family_and_table() -> None:
    first, second, whole, other = numbered(replace(one(value), at=Position(3, 1)) for value in (5, 7, 12, 40))
    fine = summed((first, second), whole, family="f")
    form = summed((first, second), whole, "likely", family="f")
    alone = summed((first, second), whole)
    fails = [summed((first, second), other, family="f"), summed((first, second), other, "likely", family="g")]
    order = at_most("AR308", other, whole, "firm")
    causes = [Cause((fails[0], fails[1]), ()), Cause((fails[1],), ()), Cause((order,), ())]
    counted = Context.of(PLAIN, [fine, form, alone, *fails, order], causes)
    assert (dict(counted.held), dict(counted.failed)) == ({"f": 2}, {"f": 1, "g": 1})
    assert (dict(counted.firm), dict(counted.causes)) == ({(3, 1): 2}, {(3, 1): 2})
