"""What `auditreport parse` writes for programs: documents with every block in its place, and what failed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.document import Layout
from auditreport.schemas.fact import Fact
from auditreport.schemas.failure import Failure
from auditreport.schemas.issue import Issue
from auditreport.schemas.report import ContentsEntry, Meta, Programme, Team
from auditreport.schemas.source import Box, Source


class PlacedText(Model):
    """Text (문구) with its place; `text` is repaired, the source at `start:end` is as printed."""

    text: str
    start: int | None = Field(description="Offset of the first character; null where the text is empty.")
    end: int | None = Field(description="Offset behind the last character; null where the text is empty.")


class PlacedCell(PlacedText):
    """A cell (칸) of a table."""

    column: int | None = Field(description="0-based column; null where the source lost it.")
    column_span: int = Field(ge=1)
    row_span: int = Field(ge=1)


class PlacedRow(Model):
    """A row (행) of a table, cells from left to right."""

    line: int | None = Field(description="1-based line on which the row begins.")
    cells: tuple[PlacedCell, ...]


class _Placed(Model):
    start: int = Field(ge=0, description="Offset of the block's first character in the decoded text.")
    end: int = Field(ge=0, description="Offset behind its last character.")
    line: int | None = Field(description="1-based line on which it begins, of a text input.")
    page: int | None = Field(description="1-based page, of a paged input.")
    bbox: Box | None = Field(description="x0, top, x1, bottom on the page of a paged input, in points.")
    path: str | None = Field(description="Place in a structured file such as HWP.")


class PlacedHeading(_Placed):
    """A heading (제목)."""

    kind: Literal["heading"] = "heading"
    number: str | None = Field(description="Number as printed; null if none.")
    level: int = Field(ge=1, le=6)
    text: str


class PlacedParagraph(_Placed):
    """Running text (본문)."""

    kind: Literal["paragraph"] = "paragraph"
    text: str


class PlacedBullet(_Placed):
    """An item (항목) under a mark."""

    kind: Literal["bullet"] = "bullet"
    mark: str = Field(description="The mark as printed; empty where it was lost.")
    depth: int = Field(ge=0)
    text: str


class PlacedTable(_Placed):
    """A table (표)."""

    kind: Literal["table"] = "table"
    layout: Layout
    caption: PlacedText | None
    header: tuple[PlacedRow, ...]
    rows: tuple[PlacedRow, ...]


class PlacedFurniture(_Placed):
    """What belongs to the page and not to the report (쪽 번호, 메뉴)."""

    kind: Literal["furniture"] = "furniture"
    reason: str = Field(description="Why it is set aside.")


class PlacedUnparsed(_Placed):
    """Lines that nothing claimed (미분류)."""

    kind: Literal["unparsed"] = "unparsed"


PlacedBlock = Annotated[
    PlacedHeading | PlacedParagraph | PlacedBullet | PlacedTable | PlacedFurniture | PlacedUnparsed,
    Field(discriminator="kind"),
]


class ParsedDocument(Model):
    """One report (보고서) as read: a line of `parse --format jsonl`."""

    source: Source
    meta: Meta
    contents: tuple[ContentsEntry, ...]
    teams: tuple[Team, ...]
    programmes: tuple[Programme, ...]
    blocks: tuple[PlacedBlock, ...] = Field(description="In reading order; every non-blank line is in one of them.")
    facts: tuple[Fact, ...]
    issues: tuple[Issue, ...]


class ParseOutput(Model):
    """All that one run of `parse --format json` read."""

    version: Literal[1] = Field(default=1, description="Version of this form.")
    documents: tuple[ParsedDocument, ...]
    failures: tuple[Failure, ...]
