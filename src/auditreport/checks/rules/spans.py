"""AR307–AR309: durations and steps, parts and ranges, units converted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from auditreport import vocab
from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim, at_most, derived
from auditreport.checks.printed import number_in
from auditreport.checks.running import Item
from auditreport.checks.subject import Subject
from auditreport.schemas import Table

_NEAR = 12
_CENTURY = 2000
_MONTHS = 12
_BUDGETS = ("budget", "programme_budget")
_EXECUTED = (
    ("budget.executed", "budget.executed_forecast"),
    ("budget.executed_forecast", "budget.amount"),
    ("budget.executed", "budget.amount"),
)


def durations(subject: Subject) -> Iterator[Claim]:
    """기간과 순위의 계산 / Durations and ranks.

    ko: `3년(’25.~’27.)`처럼 기간과 그 시작·끝이 함께 적히면 서로 맞아야 하며, 시작과 끝의 해를 모두 셉니다. `33위 →
    25위, 8계단 상승`처럼 순위의 차이도 확인합니다.

    en: A duration printed with its ends, as in `3년(’25.~’27.)`, agrees with them, both years counted; so do steps
    between two ranks, as in `33위 → 25위, 8계단 상승`.
    """
    for item in subject.items:
        yield from _ranks(subject, item)
        spans = list(vocab.claims().patterns["range"].finditer(item.text))
        years = list(vocab.claims().patterns["years"].finditer(item.text))
        for span in spans:
            beside = [
                year
                for year in years
                if 0 <= span.start() - year.end() <= _NEAR or 0 <= year.start() - span.end() <= _NEAR
            ]
            holder, found = item, beside
            if not beside and len(spans) == 1 and item.above is not None:
                holder, found = item.above, list(vocab.claims().patterns["years"].finditer(item.above.text))
            claims = [_duration(subject, holder, year, span) for year in found]
            yield from (claim for claim in claims if claim.closes or (beside and len(found) == 1 == len(spans)))


def _duration(subject: Subject, item: Item, year: re.Match[str], span: re.Match[str]) -> Claim:
    stated = number_in(subject, item, *year.span("count"), vocab.claims().year)
    claim = derived("AR307", stated, (), _years(span, stated.value), span.group().strip())
    return claim if claim.closes else claim.excused("date")


def _years(span: re.Match[str], stated: Decimal) -> Decimal:
    """The years of a span: both counted where no month is told, else the months over twelve, up to a started year."""
    first, last = (int(span[long] or _CENTURY + int(span[short])) for long, short in _ENDS)
    whole = Decimal(last - first + 1)
    if span["month"] is None or span["month_end"] is None:
        return whole
    months = (last - first) * _MONTHS + int(span["month_end"]) - int(span["month"])
    exact = {Decimal(n) / _MONTHS for n in (months, months + 1)}
    return stated if stated in exact else whole


_ENDS = (("long", "short"), ("long_end", "short_end"))


def _ranks(subject: Subject, item: Item) -> Iterator[Claim]:
    """25위(’23년 33위 대비 8계단 상승)."""
    words = vocab.claims()
    for steps in words.patterns["steps"].finditer(item.text):
        ranks = list(words.patterns["rank"].finditer(item.text[: steps.start()]))[-2:]
        if len(ranks) == 2:
            one, other = (number_in(subject, item, *rank.span("count"), words.rank) for rank in ranks)
            stated = number_in(subject, item, *steps.span("count"), words.step)
            shown = f"{max(one.value, other.value)} − {min(one.value, other.value)}"
            claim = derived("AR307", stated, (one, other), abs(one.value - other.value), shown)
            if claim.closes or len(words.patterns["rank"].findall(item.text)) == 2:
                yield claim


def limits(subject: Subject) -> Iterator[Claim]:
    """부분과 전체, 범위의 크기 / Parts, wholes and ranges.

    ko: `194개사(부산 30개사)`의 부분은 전체보다, 범위 `70~80%`의 앞은 뒤보다, 집행액은 예산액보다 클 수 없습니다.
    이월액이나 추가경정예산이 있으면 집행액이 예산액보다 클 수 있으므로 참고로만 알립니다.

    en: A part, as in `194개사(부산 30개사)`, does not exceed its whole, the lower end of a range the upper, what is
    spent the budget; the last may be explained by carried-over or supplementary funds and is worth a look only.
    """
    yield from _spent(subject)
    for item in subject.items:
        if isinstance(item.block, Table):
            continue
        for (one, (_, end)), (other, (start, _)) in pairwise(zip(item.operands, item.spans, strict=True)):
            claim = _pair(one, other, item.text[end:start])
            if claim is not None:
                yield claim
        yield from _of_whole(item)


def _pair(one: Operand, other: Operand, between: str) -> Claim | None:
    """Two figures side by side that a range or the word 중 relates."""
    words = vocab.claims().patterns
    same = one.fact.unit == other.fact.unit
    if same and words["between"].match(between):
        return at_most("AR308", one, other)
    counts = "KRW" not in (one.fact.unit, other.fact.unit) and not one.is_rate and not other.is_rate
    if (same or counts) and words["among"].match(between):
        return at_most("AR308", other, one).excused("multiple")
    return None


def _of_whole(item: Item) -> Iterator[Claim]:
    """Parts behind a stroke, and wholes that say so: 194개사 1,986억원/부산 30개사 214억원; ’24년 62억, 총 200억.

    Only what holds is told: the words between may make another thing of the part.
    """
    plain = [operand for operand in item.operands if operand.fact.kind == "metric" and not operand.is_rate]
    for i, part in enumerate(plain):
        for other in (*plain[:i], *plain[i + 1 :]):
            same = part.fact.unit == other.fact.unit != "" and part.value <= other.value
            if same and (_is_stroked(item, other, part) or _is_in_all(other, part)):
                yield at_most("AR308", part, other)
                break


def _is_in_all(whole: Operand, part: Operand) -> bool:
    """Whether one of two figures is said to be that of all (총)."""
    word = vocab.claims().whole
    return whole.fact.dims.get("qualifier") == word != part.fact.dims.get("qualifier")


def _is_stroked(item: Item, whole: Operand, part: Operand) -> bool:
    """Whether one stroke parts two figures of one thing, the whole in front."""
    depth = min(len(whole.path), len(part.path))
    if whole.path[:depth] != part.path[:depth] or "of" in part.fact.dims:
        return False
    end, start = item.spans[item.operands.index(whole)][1], item.spans[item.operands.index(part)][0]
    between = item.text[end:start]
    return between.count("/") == 1 and not re.search(r"[()]|,\D", between)


def _spent(subject: Subject) -> Iterator[Claim]:
    """What was spent, what will be spent and the budget, in each row of a budget table."""
    rows: dict[tuple[int, int, int | None], dict[str, list[Operand]]] = {}
    for operand in subject.operands:
        fact, at = operand.fact, operand.at
        if fact.kind in _BUDGETS and at.row is not None and fact.status != "ambiguous" and not operand.is_rate:
            rows.setdefault((at.block, at.part, at.row), {}).setdefault(fact.concept, []).append(operand)
    for row in rows.values():
        if any(len(found) > 1 for found in row.values()):
            continue
        for less, more in _EXECUTED:
            if less in row and more in row:
                claim = at_most("AR308", row[less][0], row[more][0])
                yield claim if claim.closes else claim.excused("carried")


def conversions(subject: Subject) -> Iterator[Claim]:
    """단위 환산 / Units converted.

    ko: `75만 976㎡(23만평)`처럼 두 단위로 적힌 넓이는 1평 = 3.3058㎡(또는 3.3㎡)로 환산하여 인쇄된 자릿수에서
    같아야 합니다. 어림수로 적는 일이 많으므로 다르면 참고로만 알립니다.

    en: An area in two units, as in `75만 976㎡(23만평)`, is the same at the precision printed, 1평 being 3.3058 ㎡
    (or 3.3 ㎡). It is often given roughly, so that a difference is worth a look only.
    """
    for item in subject.items:
        for (one, (_, end)), (other, (start, _)) in pairwise(zip(item.operands, item.spans, strict=True)):
            rule = vocab.claims().conversions.get(other.fact.unit)
            if rule is None or one.fact.unit != rule.source or start - end > _NEAR or "(" not in item.text[end:start]:
                continue
            claims = [
                derived("AR309", other, (one,), one.value / by, f"{one.fact.raw}{one.fact.unit} ÷ {by}")
                for by in rule.by
            ]
            claim = next((claim for claim in claims if claim.closes), claims[0])
            yield claim if claim.closes else claim.excused("rounding")
