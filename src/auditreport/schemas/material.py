"""What comparing needs of one report: its figures with what stands around them, its programmes with their lines."""

from __future__ import annotations

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.fact import Fact, Part
from auditreport.schemas.report import Meta, Team
from auditreport.schemas.source import Anchor, Source


class Line(Model):
    """A line of a programme (문구): a heading, a bullet, a paragraph, or the row of a table with its cells joined."""

    text: str
    role: str | None = Field(description="What vocabulary says its section is.", examples=["results"])
    start: int = Field(ge=0, description="Offset of its first character in the report's text.")
    end: int = Field(ge=0, description="Offset behind its last character.")


class Outline(Model):
    """A programme (사업) or, with `title` null, what stands outside of programmes."""

    part: Part
    title: str | None
    subprogramme: str | None = None
    number: str | None = None
    teams: tuple[str, ...] = ()
    year: int | None = Field(description="Year that it speaks about.")
    order: int = Field(ge=0, description="Its place among the outlines of the report.")
    lines: tuple[Line, ...] = ()
    anchor: Anchor | None = Field(default=None, description="Its place.")
    page: int | None = Field(default=None, description="Printed page, from the contents list.")
    deduced: bool = Field(default=False, description="Whether the title comes from the contents list alone.")


class Setting(Model):
    """What stands around a figure (수치의 자리)."""

    role: str | None = Field(default=None, description="What vocabulary says its section is.", examples=["results"])
    heading: str | None = Field(default=None, description="Heading of its section as printed.")
    block: int | None = Field(default=None, description="Offset of its block in the report's text; tells tables apart.")
    row: int | None = Field(default=None, description="0-based body row of its table; null in running text.")
    column: int | None = Field(default=None, description="0-based column of its table.")
    labels: tuple[str, ...] = Field(default=(), description="Labels of its row, the outermost first.")
    titles: tuple[str, ...] = Field(default=(), description="Titles of its column, the outermost first, as printed.")
    caption: str | None = Field(default=None, description="Caption of its table.")
    lead: str | None = Field(default=None, description="The line that introduces its table.")
    outline: int | None = Field(default=None, description="Number of its outline, from 0.")


class Material(Model):
    """One report as `compare` takes it (비교 자료)."""

    path: str = Field(description="The input as the user named it.")
    sha256: str = Field(description="Hash of the file: the same report given twice counts once.")
    text: str = Field(repr=False, description="The text that the offsets of facts and lines count in.")
    meta: Meta
    teams: tuple[Team, ...] = ()
    outlines: tuple[Outline, ...] = Field(default=(), description="In the order of the document.")
    facts: tuple[Fact, ...] = Field(default=(), repr=False)
    settings: tuple[Setting, ...] = Field(default=(), repr=False, description="One for each fact, in their order.")
    source: Source | None = Field(default=None, description="The file as received.")
