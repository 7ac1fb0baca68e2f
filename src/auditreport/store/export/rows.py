"""A report that was read and checked → its rows in each of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from auditreport.schemas import Fact, Issue
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy, Equation
from auditreport.schemas.material import Material, Outline, Setting
from auditreport.schemas.tables import DIMS, TABLES, Batch

Values = dict[str, Any]


def as_json(value: Any) -> str:
    """A list or an object as the one line of JSON that stands in a cell."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Rows:
    """Makes the rows of one report.

    Args:
        material: what was read of it.
        code: official code of the district, where it is settled.
    """

    def __init__(self, material: Material, code: str | None) -> None:
        """Take what all rows of a report share."""
        self._material = material
        self._code = code
        meta = material.meta
        self._source: Values = {
            "district": meta.district,
            "year": meta.report_year,
            "path": material.path,
            "sha256": material.sha256,
        }

    def batches(
        self, checked: CheckedInput, equations: Sequence[Equation], discrepancies: Sequence[Discrepancy]
    ) -> list[Batch]:
        """The rows of all tables.

        Args:
            checked: what was checked, with what was not understood.
            equations: all of its equations.
            discrepancies: where it contradicts itself.
        """
        material = self._material
        made: dict[str, Iterable[Values]] = {
            "reports": [self._reported(checked, len(equations), len(discrepancies))],
            "programmes": map(self._programme, material.outlines),
            "facts": map(self._fact, material.facts, material.settings),
            "issues": map(self._issue, _from_one(checked.issues)),
            "equations": map(self._equation, equations),
            "equation_facts": (row for equation in equations for row in self._operands(equation)),
            "discrepancies": map(self._discrepancy, _from_one(discrepancies)),
            "suspects": (row for placed in _from_one(discrepancies) for row in self._suspects(placed)),
        }
        return [(name, [TABLES[name].row(values) for values in rows]) for name, rows in made.items()]

    def _reported(self, checked: CheckedInput, equations: int, discrepancies: int) -> Values:
        meta, source, facts = self._material.meta, self._material.source, self._material.facts
        named = ("department", "title", "doc_kind", "plan_year", "council", "session_number", "session_name")
        dated = ("session_start", "session_end", "published")
        return {
            **self._source,
            "district_code": self._code,
            **{name: getattr(meta, name) for name in (*named, *dated)},
            **{name: getattr(source, name, None) for name in ("media_type", "size", "reader", "reader_version")},
            "facts": len(facts),
            "confirmed": sum(fact.reading.confirmed for fact in facts),
            "equations": equations,
            "discrepancies": discrepancies,
            "issues": len(checked.issues),
            "rounding": checked.rounding,
        }

    def _programme(self, outline: Outline) -> Values:
        return {
            "number": outline.order + 1,
            "part": outline.part,
            "printed_number": outline.number,
            "title": outline.title,
            "subprogramme": outline.subprogramme,
            "teams": as_json(outline.teams),
            "programme_year": outline.year,
            "printed_page": outline.page,
            "deduced": outline.deduced,
            **self._source,
            **_place(outline.anchor),
        }

    def _fact(self, fact: Fact, setting: Setting) -> Values:
        period, entity, source, reading = fact.period, fact.entity, fact.source, fact.reading
        x0, top, x1, bottom = source.bbox or (None, None, None, None)
        other = {name: value for name, value in fact.dims.items() if name not in DIMS}
        return {
            **self._source,
            **{name: getattr(fact, name) for name in ("id", "kind", "part", "programme", "subprogramme", "item")},
            **{name: getattr(fact, name) for name in ("concept", "value", "unit", "decimals", "raw", "status")},
            "district": entity.district,
            "department": entity.department,
            **{f"dims_{name}": fact.dims.get(name) for name in DIMS},
            "dims_other": as_json(other) if other else None,
            **{f"period_{name}": getattr(period, name) for name in ("year", "as_of", "start", "end")},
            "reading_method": reading.method,
            "reading_confirmed": reading.confirmed,
            "candidates": as_json(fact.candidates),
            "programme_number": setting.outline + 1 if setting.outline is not None else None,
            **{f"source_{name}": getattr(source, name) for name in ("line", "page", "start", "end", "path")},
            "source_x0": x0,
            "source_top": top,
            "source_x1": x1,
            "source_bottom": bottom,
        }

    def _issue(self, placed: tuple[int, Issue]) -> Values:
        number, issue = placed
        named = {name: getattr(issue, name) for name in ("code", "severity", "message", "detail")}
        return {"number": number, **named, **self._source, **_place(issue.anchor)}

    def _equation(self, equation: Equation) -> Values:
        expected = equation.expected
        return {
            **{name: getattr(equation, name) for name in ("id", "rule", "formula", "stated", "slack")},
            "class": equation.class_,
            "expected_low": expected.low if expected is not None else None,
            "expected_high": expected.high if expected is not None else None,
            **self._source,
            "lines": as_json(equation.lines),
            "pages": as_json(equation.pages),
        }

    def _operands(self, equation: Equation) -> Iterator[Values]:
        for number, fact in _from_one(equation.facts):
            yield {"equation": equation.id, "number": number, "fact": fact, **self._source}

    def _discrepancy(self, placed: tuple[int, Discrepancy]) -> Values:
        number, found = placed
        return {
            "number": number,
            **{name: getattr(found, name) for name in ("rule", "severity", "difference", "unit", "fingerprint")},
            "message_ko": found.message.ko,
            "message_en": found.message.en,
            "excuses_ko": as_json([excuse.ko for excuse in found.excuses]),
            "excuses_en": as_json([excuse.en for excuse in found.excuses]),
            "equation": found.equation.id,
            **self._source,
            "lines": as_json(found.lines),
            "pages": as_json(found.pages),
        }

    def _suspects(self, placed: tuple[int, Discrepancy]) -> Iterator[Values]:
        discrepancy, found = placed
        for number, suspect in _from_one(found.suspects):
            yield {
                "discrepancy": discrepancy,
                "number": number,
                "fact": suspect.fact or None,
                **{name: getattr(suspect, name) for name in ("raw", "label", "instead", "instead_printed")},
                **self._source,
                "line": suspect.line,
                "page": suspect.page,
            }


def _from_one(items: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(items, start=1)


def _place(anchor: Any) -> Values:
    return {name: getattr(anchor, name, None) for name in ("line", "page", "start", "end")}


def at_path(batch: Batch, path: str) -> Batch:
    """The rows of a report under the name that the user gave its file."""
    table, rows = batch
    place = TABLES[table].names.index("path")
    return table, [(*row[:place], path, *row[place + 1 :]) for row in rows]
