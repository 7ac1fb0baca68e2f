"""What `auditreport compare` writes for programs: the comparison contract, and what a reader needs beside it."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from auditreport.schemas.base import Model
from auditreport.schemas.fact import Part
from auditreport.schemas.failure import Failure
from auditreport.schemas.source import Box

Phase = Literal["executed_to_date", "full_year", "forecast", "planned", "original_budget", "revised"]
CellStatus = Literal["stated", "inferred", "computed"]
Event = Literal["continued", "renamed", "merged", "split", "moved_team", "new", "ended", "unknown"]


class ComparedInput(Model):
    """A report that was compared (비교한 보고서)."""

    path: str = Field(description="The input as the user named it.")
    sha256: str | None = Field(description="Hash of the file; null if it could not be read.")
    title: str | None = None
    district: str | None = None
    district_code: str | None = Field(default=None, description="Official code, null where the name leaves it open.")
    department: str | None = None
    function: str | None = Field(default=None, description="What the department does: an id of `functions.toml`.")
    year: int | None = Field(default=None, description="Year reported on.")
    date: str | None = Field(default=None, description="When it was presented or published, YYYY-MM-DD, if it says so.")
    failure: Failure | None = None


class ComparedCell(Model):
    """A figure of one indicator (지표) for one department and year, in one phase."""

    indicator: str = Field(description="Id of the indicator.", examples=["budget.amount"])
    district: str | None
    district_code: str | None
    department: str | None
    function: str | None = Field(description="What the department does.", examples=["audit"])
    year: int | None
    as_of: str | None = Field(description="Reference date (기준일), YYYY-MM-DD.")
    phase: Phase | None = Field(
        description="What must not be compared with another one; null: the report does not say."
    )
    value: str = Field(description="Decimal number in the base unit.")
    unit: str = Field(description="KRW, %, a counter, or a quotient of units such as KRW/명.")
    facts: tuple[str, ...] = Field(description="Ids of the facts it is, or is computed from.")
    status: CellStatus
    note: str | None = Field(default=None, description="What a reader has to know before comparing it.")
    decimals: int | None = Field(default=None, description="Printed precision as in XBRL; null if computed.")
    low: str | None = Field(default=None, description="Least value that the printed figures allow.")
    high: str | None = Field(default=None, description="Greatest value that the printed figures allow.")
    programme: str | None = Field(default=None, description="Programme; null for the department as a whole.")
    note_ko: str | None = Field(default=None, description="`note` in Korean.")
    label: str | None = Field(default=None, description="What the report itself calls it.")
    confirmed: bool = Field(default=False, description="Whether arithmetic confirms all of its facts.")
    partial: bool = Field(default=False, description="Whether it is a sum of which some parts are not stated.")
    path: str = Field(description="The report that says so.")


class Undecided(Model):
    """A figure that may belong to several indicators, or several figures for one place: listed, not chosen."""

    indicators: tuple[str, ...]
    facts: tuple[str, ...]
    year: int | None = None
    programme: str | None = None
    path: str
    reason: str
    reason_ko: str = ""


class Growth(Model):
    """The change (증감) of a cell against that of an earlier year, in the same phase and unit."""

    indicator: str
    district: str | None
    department: str | None
    programme: str | None = None
    from_year: int
    to_year: int
    change: str = Field(description="Difference in the unit of the cells.")
    rate: str | None = Field(description="In percent of the earlier value; null where that is zero, or a rate itself.")
    low: str | None = Field(description="Least rate that the printed precision allows.")
    high: str | None = Field(description="Greatest rate that the printed precision allows.")
    facts: tuple[str, ...]


class ProgrammeAt(Model):
    """A programme (사업) in its place."""

    district: str | None
    department: str | None
    year: int | None
    part: Part
    programme: str
    subprogramme: str | None = None


class Edge(Model):
    """What became of a programme, or where it came from (사업 연혁)."""

    model_config = ConfigDict(populate_by_name=True)

    before: ProgrammeAt | None = Field(alias="from", description="Null for a new programme.")
    to: ProgrammeAt | None = Field(description="Null for one that ended, or whose successor is unknown.")
    event: Event
    score: float = Field(ge=0, le=1, description="How much evidence carries it, or the best of its candidates.")
    evidence: tuple[str, ...] = Field(description="What speaks for it; the candidates of an unknown edge.")
    evidence_ko: tuple[str, ...] = Field(default=(), description="`evidence` in Korean.")


class DepartmentAt(Model):
    """A department (부서) of a district."""

    district: str | None
    department: str | None


class Peer(Model):
    """Two departments of different districts that do the same work (동종 부서)."""

    a: DepartmentAt
    b: DepartmentAt
    score: float = Field(ge=0, le=1)
    evidence: tuple[str, ...]
    evidence_ko: tuple[str, ...] = Field(default=(), description="`evidence` in Korean.")


class Restatement(Model):
    """A figure about a year that a later report prints again (재기재)."""

    fact_then: str
    fact_now: str
    value_then: str
    value_now: str
    same: bool
    note: str | None = None
    note_ko: str | None = Field(default=None, description="`note` in Korean.")
    unit: str
    label: str = Field(description="What both are about.")
    year: int | None
    date_then: str | None = Field(description="Date or year of the earlier report.")
    date_now: str | None = Field(description="Date or year of the later report.")
    path_then: str
    path_now: str


class OtherPhase(Model):
    """The same, where the two figures are about different phases and so are no change of each other."""

    fact_then: str
    fact_now: str
    value_then: str
    value_now: str
    phase_then: Phase | None
    phase_now: Phase | None
    note: str | None = None
    note_ko: str | None = Field(default=None, description="`note` in Korean.")
    unit: str
    label: str
    year: int | None
    date_then: str | None
    date_now: str | None
    path_then: str
    path_now: str


class FactPlace(Model):
    """Where a figure stands, with the passage around it (출처)."""

    fact: str
    path: str
    line: int | None
    page: int | None
    bbox: Box | None = None
    raw: str
    before: str = Field(description="The passage up to the figure.")
    after: str = Field(description="The passage behind it.")
    label: str = Field(description="Programme, labels and titles of the figure, in one line.")
    status: Literal["stated", "inferred", "ambiguous"]
    confirmed: bool


class Caution(Model):
    """A word where a comparison would mislead (비교 유의)."""

    code: str = Field(description="What kind of caution.", examples=["different-phase"])
    indicator: str | None
    text: str
    text_ko: str = ""
    paths: tuple[str, ...] = ()


class Comparison(Model):
    """All that one run of `compare --format json` found."""

    version: Literal[1] = Field(default=1, description="Version of this form.")
    cells: tuple[ComparedCell, ...]
    lineage: tuple[Edge, ...]
    peers: tuple[Peer, ...]
    restatements: tuple[Restatement, ...]
    other_phases: tuple[OtherPhase, ...] = ()
    programme_cells: tuple[ComparedCell, ...] = Field(default=(), description="The same for single programmes.")
    growth: tuple[Growth, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    cautions: tuple[Caution, ...] = ()
    inputs: tuple[ComparedInput, ...] = ()
    sources: tuple[FactPlace, ...] = Field(default=(), description="Every fact that anything above rests on.")
