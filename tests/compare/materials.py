"""Short Python data → a `Material`, for tests of the room `compare`."""

from __future__ import annotations

from typing import Any

from auditreport.schemas import Entity, Fact, FactSource, Meta, Period, Reading
from auditreport.schemas.material import Material, Setting


def make_meta(**given: Any) -> Meta:
    """Who reports: 영등포구 감사담당관, unless told otherwise."""
    return Meta(**{"doc_kind": "work_report", "district": "영등포구", "department": "감사담당관", **given})


def make_fact(value: str, *, number: int = 0, meta: Meta | None = None, **given: Any) -> Fact:
    """A fact with its `value` in the base unit; dates and years go into its period."""
    meta = meta or make_meta()
    start = given.pop("start", number * 100)
    return Fact(
        id=given.pop("id", f"{meta.district}-{meta.report_year}-{number}"),
        kind=given.pop("kind", "metric"),
        part=given.pop("part", "results"),
        programme=given.pop("programme", None),
        item=given.pop("item", None),
        concept=given.pop("concept", "metric"),
        dims=given.pop("dims", {}),
        period=Period(year=given.pop("year", None), as_of=given.pop("as_of", None)),
        entity=Entity(district=meta.district, department=meta.department),
        value=value,
        unit=given.pop("unit", "건"),
        decimals=given.pop("decimals", 0),
        raw=given.pop("raw", value),
        source=FactSource(line=number + 1, start=start, end=start + len(value)),
        status=given.pop("status", "stated"),
        reading=Reading(method="cell", confirmed=given.pop("confirmed", False)),
        **given,
    )


def make_material(
    *rows: tuple[Fact, Setting], meta: Meta | None = None, path: str = "report.txt", text: str = ""
) -> Material:
    """A report with these facts in their settings."""
    return Material(
        path=path,
        sha256=path,
        text=text,
        meta=meta or make_meta(),
        facts=tuple(fact for fact, _ in rows),
        settings=tuple(setting for _, setting in rows),
    )
