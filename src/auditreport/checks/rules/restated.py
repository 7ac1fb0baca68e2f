"""AR104, AR208, AR306: one figure that a report states in several places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from auditreport.arithmetic import Operand, is_total
from auditreport.checks.claims import Claim, equal
from auditreport.checks.printed import number_at
from auditreport.checks.solving import slips
from auditreport.checks.subject import Subject
from auditreport.schemas import Table, Text

_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_MARKS = re.compile(r"[\W_]+")
# What ends the words that belong to a figure.
_CLAUSE = re.compile(r"[,;:/()\[\]]|\d")
_LONG_LABEL = 4
# One of something is stated twice by chance.
_SEVERAL = 2
# Letters of a printed unit of money.
_UNIT = 3
_LONG = 3
_LEAST = 10
# Figures that two lines have to share before one that differs is told.
_AGREED = 2
_LOOSE = frozenset(("side", "qualifier"))


def staff_in_text(subject: Subject) -> Iterator[Claim]:
    """본문에 적힌 정원·현원과 인력표의 계 / Staff in the text and in the table.

    ko: `정원 44, 현원 46명`처럼 본문에 적힌 수는 이어지는 인력표의 계와 같아야 합니다. 기준일이 다를 수 있습니다.

    en: Figures such as `정원 44, 현원 46명` in the text are those of the totals of the staffing table behind it,
    unless they are of another date.
    """
    return _in_text(subject, "AR104", ("staffing",))


def budget_in_text(subject: Subject) -> Iterator[Claim]:
    """본문에 적힌 예산과 예산표의 계 / The budget in the text and in the table.

    ko: `세출 463억원`처럼 본문에 적힌 금액은 이어지는 예산표의 계를 반올림하거나 끝수를 버린 값이어야 합니다.

    en: An amount such as `세출 463억원` in the text is the total of the budget table behind it, rounded or cut off.
    """
    return _in_text(subject, "AR208", ("budget",))


def _in_text(subject: Subject, code: str, kinds: Collection[str]) -> Iterator[Claim]:
    """Each figure of running text with the total of the table next behind it."""
    figures = [operand for operand in subject.operands if operand.fact.kind in kinds]
    for i, operand in enumerate(figures):
        if operand.at.row is not None or not set(operand.fact.dims) <= _LOOSE or operand.fact.status == "ambiguous":
            continue
        following = [other for other in figures[i + 1 :] if other.at.row is not None]
        first = next((other.at.block for other in following), None)
        totals = [other for other in following if other.at.block == first and _is_total_of(other, operand)]
        if len(totals) == 1:
            yield equal(code, totals[0], operand)


def _is_total_of(other: Operand, operand: Operand) -> bool:
    """Whether a figure of a table is the total of what a figure of the text is stated for."""
    one, fact = other.fact, operand.fact
    same = (one.concept, one.unit, one.period.year, one.part) == (
        fact.concept,
        fact.unit,
        fact.period.year,
        fact.part,
    )
    if not same or one.status == "ambiguous" or one.dims.get("side") != fact.dims.get("side"):
        return False
    named = (*other.at.labels, *other.at.titles)
    return set(one.dims) <= _LOOSE and any(is_total(label) for label in named)


def repeated(subject: Subject) -> Iterator[Claim]:
    """두 곳에 적힌 같은 수치 / One figure stated twice.

    ko: 추진실적과 추진계획, 본문과 표처럼 두 곳에 같은 이름으로 적힌 같은 수치는 서로를 뒷받침합니다. 한 항목 아래
    같은 이름과 단위의 수치가 서로 다르면 참고로 알립니다. 기준일이나 대상이 다를 수 있습니다.

    en: A figure that stands in two places under one name, in results and plan or in text and table, bears itself
    out. Where figures of one name and unit under one item differ, that is worth a look; they may be of other dates.
    """
    seen: dict[tuple[str, str], list[Mention]] = {}
    mentions = list(_mentions(subject))
    agreed: Counter[tuple[int, int]] = Counter()
    for mention in mentions:
        fact = mention.operand.fact
        earlier = seen.setdefault((fact.unit, fact.value), [])
        for other in reversed(earlier):
            if other.operand.at.block != mention.operand.at.block and is_one_thing(other, mention):
                claim = equal("AR306", other.operand, mention.operand)
                yield claim if _is_one_name(other, mention) else claim.met()
                agreed[other.operand.at.block, mention.operand.at.block] += 1
                break
        earlier.append(mention)
    yield from _odd_ones(mentions, agreed)
    yield from _only_below(subject)
    yield from _in_cells(subject)
    yield from _differing(subject)
    yield from _slipped(list(_mentions(subject, 0)))


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure of running text and the words that say what it is.

    Attributes:
        operand: the figure.
        labels: the labels above it, letters and digits only.
        head: the first word of its label.
        words: the words of its label, and those right behind it.
        number: the digits in its label: 2단계.
        is_alone: whether it is the only figure of its line.
    """

    operand: Operand
    labels: tuple[str, ...]
    head: str
    words: frozenset[str]
    number: str
    is_alone: bool


def _mentions(subject: Subject, least: int = _SEVERAL) -> Iterator[Mention]:
    for item in subject.items:
        for operand, (_, end) in zip(item.operands, item.spans, strict=True):
            if operand.at.row is None and operand.fact.kind == "metric" and operand.value >= least:
                yield _mention(operand, item.text[end:], is_alone=len(item.operands) == 1)


def _mention(operand: Operand, behind: str, *, is_alone: bool) -> Mention:
    label = operand.path[-1] if operand.path else ""
    words = _WORD.findall(label)
    tail = _WORD.findall(_CLAUSE.split(_without_unit(behind, operand.fact.unit), maxsplit=1)[0])[:2]
    return Mention(
        operand,
        tuple(_MARKS.sub("", label) for label in operand.path),
        words[0] if words else "",
        frozenset((*words, *tail)),
        "".join(char for char in label if char.isdigit()),
        is_alone,
    )


def _without_unit(behind: str, unit: str) -> str:
    """The words behind a figure and its unit, which 개 or a multiplier may stand in front of: 개사, 백만원."""
    if unit == "KRW":
        return re.sub(rf"^\s?\S{{0,{_UNIT}}}", "", behind)
    at = behind.find(unit, 0, len(unit) + 2) if unit else -1
    return behind[at + len(unit) :] if at >= 0 else behind


def is_one_thing(one: Mention, other: Mention) -> bool:
    """Whether their labels say that two mentions are of one figure.

    Few digits are met by chance, so that the same word has to begin their labels, under a label that is the same.
    """
    if one.labels and one.labels == other.labels:
        return True
    if one.number != other.number:
        return False
    shared = any(len(label) >= _LONG_LABEL for label in set(one.labels[:-1] or one.labels) & set(other.labels))
    if one.operand.digits <= 1:
        return shared and one.head == other.head != ""
    if one.operand.digits >= _LONG:
        return bool(one.words & other.words) or shared
    return shared and bool(one.words & other.words)


def _name(mention: Mention) -> Hashable:
    """What a figure is stated for, with its unit and year; `None` where its label is too short to say so."""
    fact = mention.operand.fact
    if not mention.labels or len(mention.labels[-1]) < _LONG_LABEL:
        return None
    return fact.unit, fact.period.year, mention.labels, tuple(sorted(fact.dims.items()))


def _is_one_name(one: Mention, other: Mention) -> bool:
    """Whether two figures would have to be the same: a plan is of another year, and may differ."""
    return _name(one) is not None and _name(one) == _name(other)


def _odd_ones(mentions: Sequence[Mention], agreed: Counter[tuple[int, int]]) -> Iterator[Claim]:
    """The one figure that differs between two lines of which all others are the same, label by label."""
    lines: dict[int, list[Mention]] = {}
    for mention in mentions:
        lines.setdefault(mention.operand.at.block, []).append(mention)
    for (first, second), count in agreed.items():
        pairs = list(zip(lines[first], lines[second], strict=False))
        if count < _AGREED or not len(lines[first]) == len(lines[second]) == count + 1:
            continue
        if all(_is_one_label(one, other) for one, other in pairs):
            odd = [equal("AR306", one.operand, other.operand) for one, other in pairs]
            yield from (claim.excused("date") for claim in odd if not claim.closes)


def _is_one_label(one: Mention, other: Mention) -> bool:
    """Whether two figures bear one name, of one year and part: a plan may differ from results."""
    fact, second = one.operand.fact, other.operand.fact
    same = (fact.unit, fact.part, fact.period.year) == (second.unit, second.part, second.period.year)
    return same and one.head == other.head != ""


def _only_below(subject: Subject) -> Iterator[Claim]:
    """A figure, and the only one of its unit in the lines below it."""
    for item in subject.items:
        for operand in item.operands:
            if operand.fact.kind != "metric" or operand.value < _LEAST or len(item.operands) > 1:
                continue
            below = [
                other
                for child in item.below
                for other in child.operands
                if other.fact.unit == operand.fact.unit and other.at.row is None
            ]
            if len(below) == 1 and below[0].value == operand.value:
                yield equal("AR306", operand, below[0]).met()


def _in_cells(subject: Subject) -> Iterator[Claim]:
    """A long figure of the text that a cell of a table prints inside of words, so that it is no figure of the table."""
    text = subject.document.text
    cells = [block for block in subject.document.blocks if isinstance(block, Table)]
    for mention in _mentions(subject):
        operand = mention.operand
        raw = operand.fact.raw
        if operand.digits < _LONG or "," not in raw or not text.count(raw) > 1:
            continue
        for table in cells:
            for row in (*table.header, *table.rows):
                for cell in row.cells:
                    number = _number_in_cell(subject, table, cell.text, mention)
                    if number is not None:
                        yield equal("AR306", number, operand).met()


def _number_in_cell(subject: Subject, table: Table, text: Text, mention: Mention) -> Operand | None:
    fact = mention.operand.fact
    raw, unit = fact.raw, fact.unit
    at = text.value.find(f"{raw}{unit}")
    is_inside = at > 0 and text.value[at - 1] in "0123456789,."
    if at < 0 or is_inside or not mention.words & set(_WORD.findall(text.value)):
        return None
    start, end = text.span(at, at + len(raw))
    if start in subject.by_offset:
        return None
    anchor = table.anchor.model_copy(update={"start": start, "end": end})
    return number_at(
        subject, anchor, mention.operand.value, raw, unit, " ".join(text.value[:at].split()), fact.decimals
    )


def _differing(subject: Subject) -> Iterator[Claim]:
    """Figures of one name, unit and year under one item that differ; a line with several of them states a change."""
    above = {item.block.anchor.start: item.above for item in subject.items}
    places: dict[Hashable, list[Mention]] = {}
    for mention in _mentions(subject):
        fact = mention.operand.fact
        holder = above.get(mention.operand.at.block)
        if holder is not None and len(mention.labels) > 1 and mention.is_alone:
            dims = tuple(sorted(fact.dims.items()))
            key = (id(holder), fact.programme, fact.period.year, fact.unit, mention.labels, dims)
            places.setdefault(key, []).append(mention)
    for found in places.values():
        blocks = {mention.operand.at.block for mention in found}
        if len(found) == 2 == len(blocks):
            claim = equal("AR306", found[0].operand, found[1].operand)
            if not claim.closes:
                yield claim.excused("date")


def _slipped(mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The two figures that a report states under one name, where a slip of the pen is between them."""
    places: dict[Hashable, list[Mention]] = {}
    for mention in mentions:
        if (name := _name(mention)) is not None:
            places.setdefault(name, []).append(mention)
    for found in places.values():
        one, *others = (mention.operand for mention in found)
        if len(others) == 1 and one.at.block != others[0].at.block and others[0].value in slips(one):
            yield equal("AR306", one, others[0]).excused("date")
