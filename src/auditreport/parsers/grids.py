"""What a table says: named columns, rows with label paths, and figures with the columns that they may stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from auditreport.schemas import Layout, Text

if TYPE_CHECKING:
    from auditreport.parsers.recovery import Placing


class Column(NamedTuple):
    """A named column: its titles from the outermost to the innermost, and the unit that they tell."""

    path: tuple[str, ...]
    unit: str | None = None
    text: bool = False

    @property
    def title(self) -> str:
        """The titles as one label."""
        return " > ".join(self.path)


class GridCell(NamedTuple):
    """A cell with the columns that it may stand in, best first; one if its place is known."""

    text: Text
    columns: tuple[int, ...]
    inferred: bool = False


@dataclass(slots=True)
class GridRow:
    """A row: its labels from the outermost to the innermost, its cells, the line it begins on."""

    labels: tuple[str, ...]
    cells: list[GridCell]
    line: int | None
    text: Text | None = None


@dataclass(slots=True)
class Grid:
    """A table understood as far as its source tells.

    `lost` names what its source does not tell; `placings` tell how the figures of a flattened table were placed, one
    for each arrangement of columns that its header allows.
    """

    columns: list[Column]
    rows: list[GridRow]
    method: Layout
    notes: list[Text] = field(default_factory=list)
    lost: str | None = None
    placings: tuple[Placing, ...] = ()
