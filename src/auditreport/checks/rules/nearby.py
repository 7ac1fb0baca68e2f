"""AR311, AR312: totals of running text whose parts stand in the next line, in the table behind, or as bare counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport import vocab
from auditreport.arithmetic import Operand, add
from auditreport.checks.claims import Claim, counted, of_equation
from auditreport.checks.printed import number_in
from auditreport.checks.running import Item
from auditreport.checks.subject import Subject
from auditreport.schemas import Heading, Table

_CODE = "AR311"
# Figures this long seldom add up by chance; shorter ones have to bear labels that end alike.
_LONG = 4
_SHORT = 2
_ENDING = 2
_LEAST_COUNTS = 3
# Lines between a figure and the table of its parts.
_NEAR = 3


def parts_behind(subject: Subject) -> Iterator[Claim]:
    """다음 줄이나 표에 나누어 적힌 수의 합 / Parts in the next line or table.

    ko: `의뢰 537,038천원` 다음 줄의 `가 용역 254,670천원, 나 용역 282,368천원`, 또는 `연면적 16,723㎡` 다음 표의
    연면적처럼 바로 뒤에 나누어 적힌 수를 더하면 앞의 수가 되는 경우입니다. 같은 것을 나눈 것인지 제목이 말하지
    않으므로, 맞지 않는 것은 긴 금액이 한 자리만 다를 때에 한하여 참고로 알립니다.

    en: Figures in the line or table right behind a figure that add up to it, such as two contracts under their
    common sum, or the areas of buildings in the table behind that of the site. No title says that they are its
    parts, so that what does not agree is told only where a long sum is off by one digit.
    """
    for item in subject.items:
        other = item.following
        if other is None or not item.operands or isinstance(item.block, Table):
            continue
        table = _next_table(item)
        if table is not None:
            yield from _in_table(item, table)
        if isinstance(other.block, Table):
            continue
        groups = _by_label(other)
        for operand in item.operands:
            for parts in _series(groups):
                claim = _sum(parts, operand)
                if claim is not None:
                    yield claim
                if claim is not None and claim.closes:
                    yield from _counts(item, operand, [part.path[-1] for part in parts if part.path])


def _next_table(item: Item) -> Item | None:
    """The table behind an item, no heading and but few lines between them."""
    other = item.following
    for _ in range(_NEAR):
        if other is None or isinstance(other.block, Heading):
            return None
        if isinstance(other.block, Table):
            return other
        other = other.following
    return None


def _by_label(item: Item) -> dict[tuple[str, ...], list[Operand]]:
    groups: dict[tuple[str, ...], list[Operand]] = {}
    for operand in item.operands:
        if operand.fact.kind == "metric" and "of" not in operand.fact.dims:
            groups.setdefault(operand.path, []).append(operand)
    return groups


def _series(groups: dict[tuple[str, ...], list[Operand]]) -> Iterator[list[Operand]]:
    """The first figures of all labels, the second ones, and so on, where every label has as many."""
    numbers = {len(group) for group in groups.values()}
    if len(groups) > 1 and len(numbers) == 1:
        for number in range(numbers.pop()):
            yield [group[number] for group in groups.values()]


def _sum(parts: Sequence[Operand], whole: Operand) -> Claim | None:
    """The claim, if the parts are one unit, add up exactly, and that is no chance."""
    if len({part.fact.unit for part in parts}) > 1 or whole.is_rate or not all(part.value for part in parts):
        return None
    same = parts[0].fact.unit == whole.fact.unit
    if {"KRW", "%"} & {parts[0].fact.unit, whole.fact.unit} and not same:
        return None
    if not (same and whole.digits >= _LONG) and not (whole.digits >= _SHORT and _end_alike((whole, *parts))):
        return None
    equation = add(parts, whole)
    if equation is None or not (equation.is_exact or (same and not equation.closes and whole.digits >= _LONG)):
        return None
    claim = of_equation(equation, _CODE, "weak")
    return claim if same and whole.digits >= _LONG else claim.met()


def _end_alike(operands: Sequence[Operand]) -> bool:
    """Whether a word of two letters stands in all their labels: 세부사업, 정상사업추진, 부진사업."""
    labels = [operand.path[-1] if operand.path else "" for operand in operands]
    shortest = min(labels, key=len)
    grams = {shortest[i : i + _ENDING] for i in range(len(shortest) - 1)}
    return any(all(gram in label for label in labels) for gram in grams if gram.strip() == gram)


def _counts(item: Item, whole: Operand, names: Sequence[str]) -> Iterator[Claim]:
    """A count in front of the whole, of the things that have a part each: 2건, 537,038천원."""
    for operand in item.operands:
        is_before = operand.index == whole.index - 1 and operand.path == whole.path
        if is_before and operand.fact.unit not in (whole.fact.unit, "%", "KRW") and operand.fact.decimals == 0:
            claim = counted(_CODE, operand, names)
            yield claim if claim.closes else claim.excused("subset")


def _in_table(item: Item, table: Item) -> Iterator[Claim]:
    """The figures of a table that bear the last word of a label of the text, one in each row that has one."""
    for operand in item.operands:
        words = operand.path[-1].split() if operand.path else []
        if not words or operand.digits < _LONG:
            continue
        parts = [
            other
            for other in table.operands
            if other.path and other.path[-1].split()[-1:] == words[-1:] and other.fact.unit == operand.fact.unit
        ]
        equation = add(parts, operand) if len({part.at.row for part in parts}) == len(parts) else None
        if equation is not None and (equation.is_exact or not equation.closes):
            yield of_equation(equation, _CODE, "weak")


def bare_counts(subject: Subject) -> Iterator[Claim]:
    """이름 뒤 괄호에 수만 적힌 내역의 합 / Bare counts in brackets.

    ko: `모니터링 대상(총 39종) : 예산(1), 지출(15), …`처럼 이름마다 괄호 안에 수만 적힌 내역을 더하면 앞의 수가
    되어야 합니다. 다른 뜻의 수일 수 있으므로 다르면 참고로만 알립니다.

    en: Counts that stand bare in brackets behind each name, as in `39종 : 예산(1), 지출(15), …`, add up to the
    figure before them. They may mean something else, so that a difference is worth a look only.
    """
    words = vocab.claims().patterns
    for item in subject.items:
        if len(item.operands) != 1 or isinstance(item.block, Table):
            continue
        [whole], [(_, end)] = item.operands, item.spans
        opening = words["opens"].search(item.text, end)
        found = list(words["bare_count"].finditer(item.text, opening.end())) if opening else []
        if len(found) < _LEAST_COUNTS or whole.fact.decimals or _others(item.text[end:]):
            continue
        parts = [number_in(subject, item, *one.span("count"), whole.fact.unit, one["name"]) for one in found]
        equation = add(parts, whole)
        if equation is not None:
            claim = of_equation(equation, "AR312", "likely")
            yield claim if claim.closes else claim.excused("subset")


def _others(text: str) -> bool:
    """Whether a text holds figures beside the counts in brackets."""
    return any(char.isdigit() for char in vocab.claims().patterns["bare_count"].sub("", text))
