"""What a report says: who reports, and its figures in their places."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from auditreport.schemas.base import Model
from auditreport.schemas.fact import Kind, Method, Part, Period, Status
from auditreport.schemas.issue import Issue
from auditreport.schemas.source import Anchor
from auditreport.schemas.values import Quantity


class Meta(Model):
    """Who reports what to whom, and when; null where the report does not tell."""

    doc_kind: str = Field(description="work_report, work_plan or press_article.")
    district: str | None = Field(default=None, description="Local government (자치단체).")
    council: str | None = Field(default=None, description="Council (의회).")
    session_number: int | None = Field(default=None, description="Number of the council's session (제n회).")
    session_name: str | None = Field(default=None, description="Session as printed.")
    session_start: str | None = Field(default=None, description="First day of the session, YYYY-MM-DD.")
    session_end: str | None = Field(default=None, description="Last day of the session, YYYY-MM-DD.")
    department: str | None = Field(default=None, description="Department that reports (부서).")
    title: str | None = Field(default=None, description="Title as printed on the cover.")
    report_year: int | None = Field(default=None, description="Year reported on.")
    plan_year: int | None = Field(default=None, description="Year planned for.")
    published: str | None = Field(default=None, description="Date of publication, YYYY-MM-DD.")
    deduced: tuple[str, ...] = Field(default=(), description="Names of the fields that were deduced from the body.")


class Team(Model):
    """A team (팀) and its duties (담당업무)."""

    name: str
    duties: tuple[str, ...] = ()


class ContentsEntry(Model):
    """A line of a contents list (목차)."""

    title: str
    number: str | None = None
    page: int | None = None
    level: int = Field(description="1 for a part, 2 for a programme.", ge=1)
    anchor: Anchor


class Position(NamedTuple):
    """Where a figure stands beside others: its block of text, or its cell of a table, with the labels around it."""

    block: int
    part: int = 0
    row: int | None = None
    column: int | None = None
    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


class Figure(Model):
    """A figure in its place: what `normalise` makes a fact of."""

    kind: Kind
    concept: str
    quantity: Quantity
    item: tuple[str, ...] = Field(default=(), description="Labels from the outermost to the innermost.")
    dims: dict[str, str] = Field(default_factory=dict)
    period: Period = Period()
    status: Status = "stated"
    method: Method = "text"
    candidates: tuple[dict[str, str], ...] = ()
    # For arithmetic only: what is published of it stands in `item`, `dims` and the anchor.
    position: SkipJsonSchema[Position | None] = Field(default=None, exclude=True)


class Section(Model):
    """A section of a programme (사업개요, 추진실적 …)."""

    heading: str | None = Field(description="Heading as printed, repaired; null before the first heading.")
    role: str | None = Field(default=None, description="What vocabulary says the section is.", examples=["results"])
    anchor: Anchor
    figures: tuple[Figure, ...] = ()
    bullets: int = Field(default=0, description="Number of bullets in it.")


class Programme(Model):
    """A programme (사업, 과제) or, with `title` null, what stands outside of programmes."""

    part: Part
    number: str | None = None
    title: str | None = None
    subprogramme: str | None = Field(default=None, description="Heading of the part of the programme that this is.")
    teams: tuple[str, ...] = ()
    page: int | None = Field(default=None, description="Printed page, from the contents list.")
    deduced: bool = Field(default=False, description="Whether the title comes from the contents list alone.")
    year: int | None = Field(default=None, description="Year that its figures speak about.")
    anchor: Anchor
    sections: tuple[Section, ...] = ()


class Report(Model):
    """A work report (주요업무보고) or press article, read."""

    meta: Meta
    contents: tuple[ContentsEntry, ...] = ()
    teams: tuple[Team, ...] = ()
    programmes: tuple[Programme, ...] = Field(default=(), description="In the order of the document.")
    issues: tuple[Issue, ...] = ()
