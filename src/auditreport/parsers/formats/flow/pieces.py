"""What a structured file (HWP, HWPX, HTML) consists of: paragraphs and tables that nest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Para:
    """A paragraph; a line feed in its text is a line break that the file states.

    Attributes:
        text: what it says.
        path: where it stands.
        furniture: why it belongs to the page and not to the report, if it does.
        sign: what the file says of it by other means than text: `#` for a heading, `·` for an item of a list.
        indent: depth of an item, two for each list around it.
    """

    text: str
    path: str
    furniture: str | None = None
    sign: str = ""
    indent: int = 0

    def __post_init__(self) -> None:
        """Show halves of characters, which no encoding holds, as what they are: damage."""
        self.text = _HALVES.sub("\ufffd", self.text)


@dataclass(slots=True)
class Box:
    """A cell as the file states it: 0-based row and column, spans, content in reading order."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    content: list[Piece] = field(default_factory=list)
    heads: bool = False


@dataclass(slots=True)
class Grid:
    """A table as the file states it: the cells that begin somewhere, captions above and below."""

    boxes: list[Box]
    path: str
    above: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    header_rows: int | None = None


Piece = Para | Grid


def grids(pieces: Iterable[Piece]) -> Iterator[Grid]:
    """All tables in reading order, nested ones behind the table that holds them."""
    for piece in pieces:
        if isinstance(piece, Grid):
            yield from grids(piece.above)
            yield piece
            for box in piece.boxes:
                yield from grids(box.content)
            yield from grids(piece.below)


def own_text(content: Iterable[Piece]) -> list[Para]:
    """The paragraphs of a cell itself, without those of tables nested in it."""
    return [piece for piece in content if isinstance(piece, Para)]
