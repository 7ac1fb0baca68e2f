"""AR5xx: bridges between the budget of the department and those of its programmes (부서 예산과 사업 예산)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from auditreport.arithmetic import Interval, Operand, is_total
from auditreport.checks.claims import Claim, formula
from auditreport.checks.covers import Cover, Entry, find_covers
from auditreport.checks.subject import Subject
from auditreport.vocab import squash

_CODE = "AR501"
_AMOUNTS = frozenset(("budget.amount", "budget.prior_amount", "required.amount"))
_EXECUTED = "budget.executed"
_LINES = "budget"
_PROGRAMMES = ("programme_budget", "required_budget")
# So many covers with the same executed sums show that table and programmes are of one date.
_LEAST_AGREEING = 3

Year = int | None


def bridges(subject: Subject) -> Iterator[Claim]:
    """부서 예산표와 사업별 예산의 대응 / Lines of the budget and the programmes that they pay for.

    ko: 사업별 예산액(집행액)이나 소요예산의 합이 부서 예산표의 항목과 같으면 서로 확인된 것으로 봅니다. 어느 사업이
    어느 항목에 해당하는지는 적혀 있지 않으므로, 예산액과 집행액이 동시에 일치하는 조합이 하나뿐이고 우연히 일치할
    확률이 1%보다 낮을 때만 인정합니다. 일치하는 조합이 없는 항목은 불일치로 보지 않습니다. 예산액과 집행액 중
    하나만 일치하는 조합이 우연으로 보기 어려우면 알립니다.

    en: Where the budgets of programmes, or their needs, make up lines of the department's budget, each confirms the
    other. Reports do not say which programme is paid from which line: a combination counts only if it is the only
    one that meets amount and executed sum at once, and if chance would meet it in less than 1% of cases. Lines
    without such a combination are no contradiction. A combination that meets in amount or in executed sum only, too
    rare for chance, is reported.
    """
    tables: dict[Hashable, list[Operand]] = {}
    programmes: dict[Hashable, list[Operand]] = {}
    for operand in subject.operands:
        fact, at = operand.fact, operand.at
        if fact.status == "ambiguous" or any(map(is_total, at.labels)) or "of" in fact.dims:
            continue
        if fact.kind == _LINES and at.row is not None:
            tables.setdefault((at.block, at.part, fact.dims.get("side")), []).append(operand)
        elif fact.kind in _PROGRAMMES:
            programmes.setdefault(fact.kind, []).append(operand)
    for key, table in tables.items():
        for year in dict.fromkeys(operand.fact.period.year for operand in table):
            lines = list(_lines(table, year))
            for kind, found in programmes.items():
                covers = find_covers(lines, list(_programmes(found, year)))
                yield from _claims(covers, (_CODE, key, kind, year))


def _lines(table: Sequence[Operand], year: Year) -> Iterator[Entry]:
    rows: dict[Hashable, list[Operand]] = {}
    for operand in table:
        rows.setdefault(operand.at.row, []).append(operand)
    for row in rows.values():
        yield from _entry(row, year, row[0].at.labels[-1] if row[0].at.labels else "")


def _programmes(found: Sequence[Operand], year: Year) -> Iterator[Entry]:
    """The budgets of programmes, one for each table or line of text that states one, each amount of a part once."""
    stated: dict[Hashable, list[Operand]] = {}
    for operand in found:
        fact, at = operand.fact, operand.at
        own = (at.block, at.part, at.row) if fact.kind == "programme_budget" else ()
        stated.setdefault((fact.programme, fact.subprogramme, *own), []).append(operand)
    for group in stated.values():
        yield from _entry(group, year, group[0].fact.programme or "")


def _entry(operands: Sequence[Operand], year: Year, title: str) -> Iterator[Entry]:
    own = [operand for operand in operands if operand.fact.period.year == year]
    amount = _only([operand for operand in own if operand.fact.concept in _AMOUNTS])
    if amount is not None:
        executed = _only([operand for operand in own if operand.fact.concept == _EXECUTED])
        yield Entry(squash(title), amount, executed)


def _only(found: Sequence[Operand]) -> Operand | None:
    """The one figure among those of a measure, a total before its sources of funds; `None` if there are several."""
    whole = [operand for operand in found if "fund" not in operand.fact.dims] or list(found)
    return whole[0] if len({operand.value for operand in whole}) == 1 else None


def _claims(covers: Sequence[Cover], family: Hashable) -> Iterator[Claim]:
    agreeing = sum(cover.executed is True for cover in covers)
    for cover in covers:
        lines, programmes = ([one.amount for one in side] for side in (cover.lines, cover.programmes))
        claim = _claim(lines, programmes, (family, "amount"))
        if not cover.amounts:
            claim = claim.excused("carried")
        elif not cover.is_told_twice:
            claim = claim.met()
        yield claim
        if cover.executed is None:
            continue
        spent, used = ([one.executed for one in side if one.executed] for side in (cover.lines, cover.programmes))
        claim = _claim(spent, used, (family, "executed"))
        if cover.executed:
            yield claim if cover.is_told_twice or cover.is_titled else claim.met()
        elif agreeing >= _LEAST_AGREEING:
            yield claim
        elif len(_dates(spent + used)) < 2:
            yield claim.excused("date")


def _dates(found: Sequence[Operand]) -> set[str]:
    return {operand.fact.period.as_of for operand in found if operand.fact.period.as_of is not None}


def _claim(lines: Sequence[Operand], programmes: Sequence[Operand], family: Hashable) -> Claim:
    """Lines and programmes of the same sum; a side of one figure is the stated result."""
    left, right = (lines, programmes) if len(programmes) == 1 else (programmes, lines)
    *beside, result = right
    given, known = (sum((one.value for one in side), Decimal(0)) for side in (left, beside))
    off = result.value - (given - known)
    return Claim(
        rule=_CODE,
        relation="cover",
        operands=(*left, *right),
        expected=Interval.exactly(given - known),
        off=off,
        closes=not off,
        formula=formula("cover", (*left, *right), closes=not off, beside=len(beside)),
        strength="likely",
        family=family,
        beside=len(beside),
    )
