"""Facts: tidy rows, one for each figure that a report states."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.source import Box

Kind = Literal["staffing", "budget", "programme_budget", "required_budget", "metric", "table", "organisation"]
Part = Literal["overview", "results", "plan", "new_plan", "article"]
Status = Literal["stated", "inferred", "ambiguous"]
Method = Literal["text", "cell", "lattice", "rules", "flattened", "ocr"]


class Period(Model):
    """The time that a figure speaks about; null where the report does not tell."""

    year: int | None = Field(default=None, description="Calendar and fiscal year (회계연도).")
    as_of: str | None = Field(default=None, description="Reference date (기준일), YYYY-MM-DD.")
    start: str | None = Field(default=None, description="First day, YYYY-MM-DD.")
    end: str | None = Field(default=None, description="Last day, YYYY-MM-DD.")


class Entity(Model):
    """Who reports."""

    district: str | None = Field(default=None, description="Local government (자치단체).", examples=["영등포구"])
    department: str | None = Field(default=None, description="Department (부서).", examples=["감사담당관"])


class FactSource(Model):
    """Where the numeral stands; the text at `start:end` is `raw`."""

    line: int | None = Field(default=None, description="1-based line of a text input.")
    page: int | None = Field(default=None, description="1-based page of a paged input.")
    start: int = Field(description="Offset of the numeral in the text that the reader took from the file.")
    end: int = Field(description="Offset behind the numeral.")
    bbox: Box | None = Field(default=None, description="x0, top, x1, bottom on the page of a paged input, in points.")
    path: str | None = Field(default=None, description="Place in a structured file such as HWP.")


class Reading(Model):
    """How the figure was read."""

    method: Method = Field(description="text, cell, lattice, rules, flattened or ocr.")
    confirmed: bool = Field(description="Whether an equation with other figures of the document closes over it.")


class Fact(Model):
    """One figure of a report (사실), following the XBRL fact model."""

    id: str = Field(description="Stable for the same bytes, on every machine.")
    kind: Kind
    part: Part = Field(description="Part of the report that states it.")
    programme: str | None = Field(default=None, description="Title of the programme (사업, 과제).")
    subprogramme: str | None = Field(default=None, description="Heading of the programme's own part.")
    item: str | None = Field(default=None, description="Row label, or the label that a metric is stated for.")
    concept: str = Field(description="What the figure measures.", examples=["budget.amount"])
    dims: dict[str, str] = Field(default_factory=dict, description="Further dimensions.")
    period: Period
    entity: Entity
    value: str = Field(
        description="Decimal number in the base unit: won, percent, or the counter.", examples=["-18040000"]
    )
    unit: str = Field(description="KRW, %, or the counter as printed; empty where none is stated.", examples=["명"])
    decimals: int = Field(description="Precision as in XBRL: -3 for a figure printed in 천원.")
    raw: str = Field(description="The numeral with its sign exactly as printed.", examples=["△18,040"])
    source: FactSource
    status: Status = Field(description="stated, inferred (the only possible place) or ambiguous (see candidates).")
    reading: Reading
    candidates: tuple[dict[str, str], ...] = Field(
        default=(), description="If ambiguous, possible dims, best first; of a scan, possible readings as `raw`."
    )
