"""What the walk gives: blocks that stand together under one section of one programme."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditreport.schemas import Block, ContentsEntry, Issue, Text


@dataclass(slots=True)
class Scope:
    """Blocks that stand together under one section of one programme."""

    part: str
    programme: str | None = None
    number: str | None = None
    subprogramme: str | None = None
    teams: tuple[str, ...] = ()
    page: int | None = None
    deduced: bool = False
    heading: str | None = None
    role: str | None = None
    year: int | None = None
    blocks: list[Block] = field(default_factory=list)
    inline: Text | None = None
    start: Block | None = None


@dataclass(slots=True)
class Outline:
    """The scopes in order, what stands before them (the cover), contents entries, and what had to be deduced."""

    scopes: list[Scope]
    cover: list[Block]
    contents: list[ContentsEntry]
    issues: list[Issue]
    article: bool = False
