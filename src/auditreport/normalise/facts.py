"""`Report` → `Fact`s: printed units to base units, labels joined, an entity and a stable id for each."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from auditreport import vocab
from auditreport.schemas import Entity, Fact, FactSource, Figure, Position, Programme, Quantity, Reading, Report
from auditreport.schemas.fact import Method


def normalise(report: Report, sha256: str) -> list[Fact]:
    """The facts of a report in the order in which it states them.

    Args:
        report: the report.
        sha256: hash of the source, part of every id.
    """
    entity = Entity(district=report.meta.district, department=report.meta.department)
    out: list[Fact] = []
    seen: dict[tuple[int, int, str], int] = {}
    for programme in report.programmes:
        for section in programme.sections:
            for figure in section.figures:
                out.append(_fact(figure, programme, entity, sha256, seen))
    out.sort(key=lambda fact: fact.source.start)
    return out


def positions(report: Report) -> list[Position | None]:
    """Where each fact of a report stands beside others, in the order of the facts."""
    sections = (section for programme in report.programmes for section in programme.sections)
    figures = sorted(
        (figure for section in sections for figure in section.figures), key=lambda f: f.quantity.anchor.start
    )
    return [figure.position for figure in figures]


def _fact(
    figure: Figure, programme: Programme, entity: Entity, sha256: str, seen: dict[tuple[int, int, str], int]
) -> Fact:
    value, unit, decimals = base_value(figure.quantity)
    anchor = figure.quantity.anchor
    key = (anchor.start, anchor.end, figure.concept)
    again = seen.get(key, 0)
    seen[key] = again + 1
    return Fact(
        id=_id(sha256, figure, again),
        kind=figure.kind,
        part=programme.part,
        programme=programme.title,
        subprogramme=programme.subprogramme,
        item=" > ".join(figure.item) or None,
        concept=figure.concept,
        dims=_dims(figure),
        period=figure.period,
        entity=entity,
        value=plain(value),
        unit=unit,
        decimals=decimals,
        raw=figure.quantity.raw,
        source=FactSource(
            line=anchor.line, page=anchor.page, start=anchor.start, end=anchor.end, bbox=anchor.bbox, path=anchor.path
        ),
        status=figure.status,
        reading=_reading(figure.method),
        candidates=figure.candidates,
    )


@cache
def _reading(method: Method) -> Reading:
    return Reading(method=method, confirmed=False)


def _dims(figure: Figure) -> dict[str, str]:
    return dict(figure.dims)


def _id(sha256: str, figure: Figure, again: int) -> str:
    anchor = figure.quantity.anchor
    text = f"{sha256}:{anchor.start}:{anchor.end}:{figure.concept}:{again}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def base_value(quantity: Quantity) -> tuple[Decimal, str, int]:
    """Value, unit and decimals in the base unit: 79,321 천원 is 79321000 KRW with decimals −3."""
    base = _base(quantity.unit or "")
    if base.factor is None:
        return quantity.number, base.unit, quantity.decimals
    return quantity.number * base.factor, base.unit, quantity.decimals - base.zeros


class _Base(NamedTuple):
    """What a printed unit is in the base unit: `factor` of `unit`; `None` if it is one itself."""

    unit: str
    factor: Decimal | None = None
    zeros: int = 0


@lru_cache(maxsize=1024)
def _base(unit: str) -> _Base:
    units = vocab.units()
    factor = units.money.get(unit)
    if factor is not None:
        return _Base("KRW", factor, _zeros(factor))
    for name, by in units.multipliers.items():
        if unit.startswith(name) and unit[len(name) :] in units.counters:
            return _Base(unit[len(name) :], Decimal(by), _zeros(Decimal(by)))
    return _Base(unit)


def _zeros(factor: Decimal) -> int:
    return len(str(int(factor))) - 1


def plain(value: Decimal) -> str:
    """A decimal number without exponent and without trailing zeros behind the point.

    >>> plain(Decimal("174.0"))
    '174'
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
