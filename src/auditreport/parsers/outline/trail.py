"""The scopes opened so far, the one at hand, and what had to be deduced on the way."""

from __future__ import annotations

from dataclasses import replace

from auditreport.parsers.outline.headlines import YEAR
from auditreport.parsers.outline.scopes import Scope
from auditreport.schemas import Block, Issue


class Trail:
    """Where the walk came along; blocks before the first scope are the cover."""

    def __init__(self) -> None:
        """Begin on the cover."""
        self.scopes: list[Scope] = []
        self.cover: list[Block] = []
        self.issues: list[Issue] = []
        self.part_year: int | None = None

    @property
    def now(self) -> Scope | None:
        """The scope at hand; `None` on the cover."""
        return self.scopes[-1] if self.scopes else None

    @property
    def here(self) -> Scope:
        """The scope at hand, where one is known to be open."""
        return self.scopes[-1]

    def add(self, block: Block) -> None:
        """Put a block into the scope at hand."""
        (self.scopes[-1].blocks if self.scopes else self.cover).append(block)

    def open(self, scope: Scope) -> None:
        """Begin another scope."""
        self.scopes.append(scope)

    def open_section(self, **changes: object) -> None:
        """Begin a scope of the programme at hand; `changes` tell what is other than in the scope before it."""
        now = self.here
        of_section = now.programme is not None and now.heading is not None and YEAR.search(now.heading)
        year = self.part_year if of_section else now.year
        fresh: dict[str, object] = {
            "heading": None,
            "role": None,
            "year": year,
            "inline": None,
            "start": None,
        }
        self.open(replace(now, blocks=[], **(fresh | changes)))  # type: ignore[arg-type]

    def note(self, code: str, message: str, block: Block, detail: str | None) -> None:
        """Keep what was deduced at `block`."""
        self.issues.append(Issue(code=code, severity="info", message=message, detail=detail, anchor=block.anchor))
