"""Numbers that running text prints and that are no facts of their own → operands of claims."""

from __future__ import annotations

import re
from decimal import Decimal

from auditreport.arithmetic import Operand, operand_of
from auditreport.checks.running import Item
from auditreport.checks.subject import Subject
from auditreport.schemas import Anchor, Entity, Fact, FactSource, Period, Position, Reading

_ONE = Decimal(1)


def is_printed(operand: Operand) -> bool:
    """Whether an operand is such a number: it stands in equations, but is no fact."""
    return operand.index < 0


def number_in(
    subject: Subject, item: Item, start: int, end: int, unit: str, label: str = "", scale: Decimal = _ONE
) -> Operand:
    """The numeral `start:end` of an item's text as an operand: a fact where it is one, else that many times `scale`."""
    offset, last = item.offset(start)[0], item.offset(end - 1)[1]
    known = subject.by_offset.get(offset)
    if known is not None:
        return known
    raw = item.text[start:end]
    anchor = item.block.anchor
    line = anchor.line
    if line is not None:
        line += subject.document.text.count("\n", anchor.start, offset)
    where = Anchor(start=offset, end=last, line=line, page=anchor.page)
    value = Decimal(re.sub("[,，]", "", raw)) * scale
    return number_at(subject, where, value, raw, unit, label or item.text[:start].strip(), -scale.adjusted())


def number_at(
    subject: Subject, anchor: Anchor, value: Decimal, raw: str, unit: str, label: str, decimals: int = 0
) -> Operand:
    """A number at a place of the source, printed to that many decimals, as an operand."""
    meta = subject.report.meta
    fact = Fact(
        id="",
        kind="metric",
        part="overview",
        item=label or None,
        concept="printed",
        period=Period(),
        entity=Entity(district=meta.district, department=meta.department),
        value=format(value, "f"),
        unit=unit,
        decimals=decimals,
        raw=raw,
        source=FactSource(line=anchor.line, page=anchor.page, start=anchor.start, end=anchor.end),
        status="inferred",
        reading=Reading(method="text", confirmed=False),
    )
    return operand_of(-anchor.start - 1, fact, Position(anchor.start))
