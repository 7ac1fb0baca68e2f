"""Short Python data → a `Material`, for tests of the room `compare`."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from auditreport.schemas import Entity, Fact, FactSource, Meta, Period, Reading
from auditreport.schemas.material import Line, Material, Outline, Setting
from auditreport.schemas.report import Team


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


def make_department(
    district: str,
    department: str,
    teams: Sequence[Sequence[str]] = (),
    duties: Sequence[str] = (),
    programmes: Sequence[str | tuple[str, Sequence[str]]] = (),
    **meta: Any,
) -> Material:
    """A report with teams (name, then duties), duties below the chart, and programmes (a title, or with lines)."""
    chart = [make_line(duty, role="organisation") for duty in duties]
    outlines = [Outline(part="overview", title=None, year=None, order=0, lines=tuple(chart))]
    for order, programme in enumerate(programmes, 1):
        title, lines = (programme, ()) if isinstance(programme, str) else programme
        outlines.append(
            Outline(part="plan", title=title, year=None, order=order, lines=tuple(make_line(line) for line in lines))
        )
    known = make_meta(district=district, department=department, **{"report_year": 2023, **meta})
    return Material(
        path="report.txt",
        sha256=f"{district} {department} {known.report_year}",
        text=f"{district} {department}",
        meta=known,
        teams=tuple(Team(name=name, duties=tuple(own)) for name, *own in teams),
        outlines=tuple(outlines),
    )


def read_departments(part: str) -> list[dict[str, Any]]:
    """The invented departments of a part of departments.toml."""
    text = (Path(__file__).parent / "departments.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[part]
    return rows


def make_row(row: dict[str, Any]) -> Material:
    """The report of an invented department."""
    return make_department(row["district"], row["name"], row["teams"], row.get("duties", ()))


def make_line(text: str, role: str | None = None) -> Line:
    """A line that stands nowhere."""
    return Line(text=text, role=role, start=0, end=0)
