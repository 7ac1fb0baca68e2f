"""Items of running text → wholes and parts, and rates, that their form tells, whatever the figures are (형식).

`62명 - 구청장상 40명, 구의장상 22명` is a figure and all that it is made of: nothing but a list stands behind it, each
entry a name with a figure of the same unit. `접수 57건/해결 49건/검토 8건` is so because its words say what became of
all that came in. What is told so is claimed also where a figure of it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from auditreport import vocab
from auditreport.arithmetic import Operand
from auditreport.checks.entries import UNIT, Entry, Printed, scale_of
from auditreport.checks.printed import is_printed
from auditreport.checks.running import Item
from auditreport.checks.subject import Subject
from auditreport.schemas import Heading, Table

Place = Literal["bracket", "line", "below"]

_INSIDE = re.compile(r"\s?[(\[](?P<list>[^()\[\]]*)[)\]]")
_BEHIND = re.compile(r"(?:\)?\s[-–]|\)?\s?:)\s(?P<list>[^()]*)$")
_OUTCOMES = re.compile(r"\s?/\s?|[,;]\s")
_HEAD = re.compile(r"[^\d:]+:\s")
_LEAST = 2
# Figures of a list that bears a head of its own.
_LEAST_HEADED = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A figure and its parts, and where they stand: behind it in brackets, in its line, or in the line below."""

    place: Place
    parts: tuple[Operand, ...]
    whole: Operand

    @property
    def is_read(self) -> bool:
        """Whether all parts are figures of the report, and not only numbers that it prints."""
        return not any(map(is_printed, self.parts))


class Rate(NamedTuple):
    """A rate (률, 율), and what it is of."""

    part: Operand
    whole: Operand
    rate: Operand


def breakdowns(subject: Subject, item: Item) -> Iterator[Breakdown]:
    """The breakdowns whose whole stands in an item."""
    if isinstance(item.block, Table):
        return
    text = Printed(subject, item)
    for i, (whole, (_, end)) in enumerate(zip(item.operands, item.spans, strict=True)):
        unit, after = text.unit_behind(whole, end)
        if not unit or whole.is_rate or not scale_of(whole) or "of" in whole.fact.dims:
            continue
        is_first = all(other.fact.unit != whole.fact.unit for other in item.operands[:i])
        if parts := _list(text, _INSIDE.match(text.value, after), whole, unit):
            yield Breakdown("bracket", parts, whole)
        elif is_first and (parts := _list(text, _BEHIND.match(text.value, after), whole, unit)):
            yield Breakdown("line", parts, whole)
        elif is_first and not text.value[after:].strip(" )") and (parts := _below(subject, item, whole, unit)):
            yield Breakdown("below", parts, whole)
    if (found := outcomes(text)) is not None:
        yield found


def _list(text: Printed, found: re.Match[str] | None, whole: Operand, unit: str) -> tuple[Operand, ...]:
    return _parts(list(text.entries(*found.span("list"), whole)), unit) if found else ()


def _parts(entries: Sequence[Entry | None], unit: str) -> tuple[Operand, ...]:
    """The figures of a list that holds nothing else, all in one unit or all bare; none where it is another list."""
    plain = [entry for entry in entries if entry is not None]
    units = {entry.unit for entry in plain}
    if len(plain) < max(len(entries), _LEAST) or units not in ({unit}, {""}):
        return ()
    return tuple(entry.operand for entry in plain)


def _below(subject: Subject, item: Item, whole: Operand, unit: str) -> tuple[Operand, ...]:
    """The figures of the line right below, where that is a list and nothing else, perhaps behind a head of its own."""
    child = item.following
    if child is None or child.above is not item or isinstance(child.block, Heading | Table):
        return ()
    text = Printed(subject, child)
    parts = _parts(list(text.entries(0, len(text.value), whole)), unit)
    head = _HEAD.match(text.value)
    if not parts and head is not None:
        parts = _parts(list(text.entries(head.end(), len(text.value), whole)), unit)
        return parts if len(parts) >= _LEAST_HEADED else ()
    return parts


def outcomes(text: Printed) -> Breakdown | None:
    """What came in, and all that became of it: 접수 57건/해결 49건/검토 8건; 46개소 중 이행 41개소, 미이행 5개소.

    Some of the outcomes alone are no such list: one has to be what is left, not done or turned down.
    """
    words = vocab.claims()
    for whole, (start, end) in zip(text.item.operands, text.item.spans, strict=True):
        unit, after = text.unit_behind(whole, end)
        among = words.patterns["of_which"].match(text.value, after)
        step = among or _OUTCOMES.match(text.value, after)
        if not unit or step is None or whole.is_rate or not scale_of(whole):
            continue
        if among or _ends_as(text.value[:start], words.came):
            run = list(_run(text, step.end(), whole, unit))
            names = [vocab.squash(entry.name).removesuffix(words.under_way) for entry in run]
            if len(run) >= _LEAST and any(_is_left(name, names) for name in names):
                return Breakdown("line", tuple(entry.operand for entry in run), whole)
    return None


def _run(text: Printed, start: int, whole: Operand, unit: str) -> Iterator[Entry]:
    """The entries of one unit from a place on, up to something else."""
    for entry in text.entries(start, len(text.value), whole):
        if entry is None or entry.unit != unit:
            return
        yield entry


def _ends_as(text: str, words: Collection[str]) -> bool:
    """Whether one of some words is the last of a text."""
    last = re.findall(r"[^\W\d_]+", text)[-1:]
    return bool(last) and last[0] in words


def _is_left(name: str, names: Sequence[str]) -> bool:
    """Whether an outcome is that nothing came of it: 검토, or 미조치 beside 조치."""
    words = vocab.claims()
    return name in words.left or any(name == prefix + other for prefix in words.negated for other in names)


def rates(subject: Subject, item: Item) -> Iterator[Rate]:
    """Rates whose name or place says what they are of: 48㎡ 중 41㎡(분양률 85%), 수료 311명(수료율 94.2%)."""
    if isinstance(item.block, Table) or not any(operand.is_rate for operand in item.operands):
        return
    text = Printed(subject, item)
    listed = outcomes(text)
    for i, (rate, (start, _)) in enumerate(zip(item.operands, item.spans, strict=True)):
        named = vocab.claims().patterns["rate"].search(text.value[:start]) if rate.is_rate and i else None
        if named is None:
            continue
        if listed is not None and item.operands[i - 1].index == listed.parts[-1].index:
            yield Rate(listed.parts[0], listed.whole, rate)
        elif named["opening"] and (whole := _whole_of(text, i - 1, named)) is not None:
            yield Rate(item.operands[i - 1], whole, rate)


def _whole_of(text: Printed, i: int, named: re.Match[str]) -> Operand | None:
    """What figure number `i` is a part of, if the bracket of a rate stands right behind it and says so."""
    item = text.item
    part, (begin, end) = item.operands[i], item.spans[i]
    wholes = [n for n in range(i) if item.operands[n].fact.unit == part.fact.unit]
    if len(wholes) != 1 or part.is_rate or len(text.value[end : named.start()].strip()) > UNIT:
        return None
    between = text.value[item.spans[wholes[0]][1] : begin]
    among = re.search(vocab.claims().patterns["of_which"].pattern + "$", between)
    is_told = among is not None or _ends_as(text.value[:begin], {named["stem"]})
    return item.operands[wholes[0]] if is_told else None
