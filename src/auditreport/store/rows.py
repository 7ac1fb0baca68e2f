"""What was read of a report → what a store takes of it: rows as JSON, and the whole as compressed JSON."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, TypedDict

from auditreport.schemas import Fact, Issue, Source
from auditreport.schemas.comparison import ComparedCell
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy, Equation
from auditreport.schemas.material import Material, Outline, Setting

# What DECIMAL(38, 9) holds.
_WHOLE, _PLACES = 29, 9
Row = dict[str, Any]
CheckedPart = tuple[CheckedInput, tuple[Equation, ...], tuple[Discrepancy, ...]]


class Packed(TypedDict):
    """One report, ready to be written; nothing but plain types, so that it is cheap to send.

    Attributes:
        sha256: hash of its bytes.
        report: its row in `reports`.
        rows: for each further table its rows as a JSON list.
        material: what `compare` needs of it.
        checked: what was checked of it.
    """

    sha256: str
    report: Row
    rows: dict[str, str]
    material: bytes
    checked: bytes


def pack(source: Source, material: Material, checked: CheckedPart, cells: Sequence[ComparedCell], about: Row) -> Packed:
    """Make of a report what a store takes.

    Args:
        source: its file.
        material: what comparing needs of it.
        checked: what was checked of it, by all rules.
        cells: its figures of indicators.
        about: `district_code` and `function`, as comparing tells them.
    """
    found, equations, discrepancies = checked
    sha256 = source.sha256
    return Packed(
        sha256=sha256,
        report={**_report(source, material, found), **about},
        rows={
            "programmes": _numbered(sha256, map(_programme, material.outlines)),
            "facts": _numbered(sha256, map(_fact, material.facts, material.settings)),
            "equations": _numbered(sha256, map(_equation, equations)),
            "discrepancies": _numbered(sha256, map(_discrepancy, discrepancies)),
            "issues": _numbered(sha256, map(_issue, found.issues)),
            "cells": _numbered(sha256, map(_cell, cells)),
        },
        material=zlib.compress(material.model_dump_json().encode()),
        checked=zlib.compress(_checked_json(checked).encode()),
    )


def unpack_material(data: bytes) -> Material:
    """The material that `pack` kept.

    Raises:
        ValueError: another version kept it in another form.
    """
    return Material.model_validate_json(zlib.decompress(data))


def unpack_checked(data: bytes) -> CheckedPart:
    """What `pack` kept of the checks.

    Raises:
        ValueError: another version kept it in another form.
    """
    found, equations, discrepancies = json.loads(zlib.decompress(data))
    return (
        CheckedInput.model_validate_json(found),
        tuple(map(Equation.model_validate_json, equations)),
        tuple(map(Discrepancy.model_validate_json, discrepancies)),
    )


def _checked_json(checked: CheckedPart) -> str:
    found, equations, discrepancies = checked
    return json.dumps(
        [
            found.model_dump_json(),
            [one.model_dump_json() for one in equations],
            [one.model_dump_json() for one in discrepancies],
        ]
    )


def _numbered(sha256: str, rows: Iterable[Row]) -> str:
    return json.dumps([{"sha256": sha256, "ordinal": i, **row} for i, row in enumerate(rows)], ensure_ascii=False)


def _report(source: Source, material: Material, found: CheckedInput) -> Row:
    return {
        "sha256": source.sha256,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "reader": source.reader,
        "size": source.size,
        **material.meta.model_dump(mode="json"),
        "teams": [team.model_dump(mode="json") for team in material.teams],
        "facts": len(material.facts),
        "confirmed": found.confirmed,
        "rounding": found.rounding,
        "text": material.text,
    }


def _programme(outline: Outline) -> Row:
    return outline.model_dump(mode="json", exclude={"order"})


def _fact(fact: Fact, setting: Setting) -> Row:
    period, source = fact.period, fact.source
    return {
        "id": fact.id,
        "kind": fact.kind,
        "part": fact.part,
        "programme": fact.programme,
        "subprogramme": fact.subprogramme,
        "item": fact.item,
        "concept": fact.concept,
        "dims": fact.dims,
        "year": period.year,
        "as_of": period.as_of,
        "period_start": period.start,
        "period_end": period.end,
        "district": fact.entity.district,
        "department": fact.entity.department,
        "value": fact.value,
        "number": _number(fact.value),
        "unit": fact.unit,
        "decimals": fact.decimals,
        "raw": fact.raw,
        "line": source.line,
        "page": source.page,
        "start": source.start,
        "end": source.end,
        "bbox": source.bbox,
        "place": source.path,
        "status": fact.status,
        "method": fact.reading.method,
        "confirmed": fact.reading.confirmed,
        "candidates": fact.candidates or None,
        **setting.model_dump(),
    }


def _number(value: str) -> str | None:
    """The value, where a column of decimals holds all of its digits."""
    places = -int(Decimal(value).as_tuple().exponent)
    whole = len(Decimal(value).as_tuple().digits) - places
    return value if places <= _PLACES and whole <= _WHOLE else None


def _equation(one: Equation) -> Row:
    row = one.model_dump(mode="json", exclude={"path", "expected"})
    bounds = one.expected
    return {**row, "low": bounds and bounds.low, "high": bounds and bounds.high}


def _discrepancy(one: Discrepancy) -> Row:
    row = one.model_dump(mode="json", include={"rule", "severity", "facts", "difference", "unit", "fingerprint"})
    return {
        **row,
        "message_en": one.message.en,
        "message_ko": one.message.ko,
        "equation": one.equation.id,
        "formula": one.equation.formula,
        "lines": one.lines,
        "pages": one.pages,
        "suspects": [suspect.model_dump(mode="json") for suspect in one.suspects],
        "excuses": [excuse.model_dump(mode="json") for excuse in one.excuses],
    }


def _issue(issue: Issue) -> Row:
    at = issue.anchor
    return {
        **issue.model_dump(mode="json", exclude={"anchor"}),
        "line": at and at.line,
        "page": at and at.page,
        "start": at and at.start,
        "end": at and at.end,
        "place": at and at.path,
    }


def _cell(cell: ComparedCell) -> Row:
    return {**cell.model_dump(mode="json", exclude={"path"}), "number": _number(cell.value)}
