"""What the format says, uninterpreted: an ordered list of blocks with their places."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from auditreport.schemas.base import Model
from auditreport.schemas.issue import Issue
from auditreport.schemas.source import Anchor, Source, Spot


class Text:
    """Readable text that knows for each character where the source has it.

    Repair (joining wrapped lines, composing Hangul, folding full-width digits, un-doubling) changes the text, never
    the source: `pieces` are triples (text offset, source offset, source characters per text character), ascending,
    the first at text offset 0.
    """

    __slots__ = ("pieces", "value")

    def __init__(self, value: str, pieces: tuple[tuple[int, int, int], ...]) -> None:
        """Hold `value` with its `pieces`."""
        self.value = value
        self.pieces = pieces

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return len(self.value)

    def __repr__(self) -> str:
        return f"Text({self.value!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.value, self.pieces) == (other.value, other.pieces)

    def __hash__(self) -> int:
        return hash((self.value, self.pieces))

    def _piece(self, index: int) -> tuple[int, int, int]:
        low, high = 0, len(self.pieces)
        while high - low > 1:
            middle = (low + high) // 2
            if self.pieces[middle][0] <= index:
                low = middle
            else:
                high = middle
        return self.pieces[low]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the characters `start:end` of the text; `end` must be greater than `start`."""
        at, source, width = self._piece(start)
        last_at, last_source, last_width = self._piece(end - 1)
        return source + (start - at) * width, last_source + (end - last_at) * last_width

    def slice(self, start: int, end: int) -> Text:
        """The part `start:end` as a text of its own, still tied to the source."""
        if end <= start:
            return Text("", ((0, self.span(start, start + 1)[0] if start < len(self.value) else 0, 1),))
        if len(self.pieces) == 1 and start < len(self.value):
            [(_, source, width)] = self.pieces
            return Text(self.value[start:end], ((0, source + start * width, width),))
        pieces = []
        for i, (at, source, width) in enumerate(self.pieces):
            after = self.pieces[i + 1][0] if i + 1 < len(self.pieces) else len(self.value)
            if after <= start or at >= end:
                continue
            skipped = max(start - at, 0)
            pieces.append((max(at - start, 0), source + skipped * width, width))
        return Text(self.value[start:end], tuple(pieces))

    def strip(self) -> Text:
        """The text without white space at its ends."""
        value = self.value
        bare = value.strip()
        if len(bare) == len(value):
            return self
        start = len(value) - len(value.lstrip())
        return self.slice(start, start + len(bare))

    @staticmethod
    def join(parts: list[Text], glue: str = " ") -> Text:
        """The parts in order with `glue` between them; the glue maps to the place behind the part before it."""
        if len(parts) == 1:
            return parts[0]
        value, pieces = "", list[tuple[int, int, int]]()
        for part in parts:
            if value and glue:
                pieces.append((len(value), pieces_end(pieces, value), 0))
                value += glue
            pieces.extend((len(value) + at, source, width) for at, source, width in part.pieces)
            value += part.value
        return Text(value, tuple(pieces) or ((0, 0, 1),))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate by type, publish as a plain string."""
        return core_schema.is_instance_schema(cls, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A text is published as a JSON string."""
        return {"type": "string"}


def pieces_end(pieces: list[tuple[int, int, int]], value: str) -> int:
    """Source offset behind the last character that `pieces` map for `value`."""
    at, source, width = pieces[-1]
    return source + (len(value) - at) * width


class _Block(Model):
    anchor: Anchor = Field(description="The place of the whole block.")


class Heading(_Block):
    """A heading (제목), marked by a number, a mark-up sign or its form."""

    kind: Literal["heading"] = "heading"
    text: Text = Field(description="The title, repaired, without number and mark.")
    level: int = Field(description="Level of the form: 1 Ⅰ or #, 2 number, 3 circled or bold, 4 bare.", ge=1, le=6)
    number: str | None = Field(default=None, description="Number as printed (Ⅰ, 1, 1-2, ①); null if none.")


class Paragraph(_Block):
    """Running text (본문)."""

    kind: Literal["paragraph"] = "paragraph"
    text: Text = Field(description="The text, wrapped lines joined.")


class Bullet(_Block):
    """An item (항목) under a mark such as □ ○ - · ※."""

    kind: Literal["bullet"] = "bullet"
    mark: str = Field(description="The mark as printed; empty where it was lost.")
    depth: int = Field(description="Depth of nesting inside this document, 0 for the outermost.", ge=0)
    text: Text = Field(description="The text behind the mark, wrapped lines joined.")


class Cell(Model):
    """One cell of a table."""

    text: Text = Field(description="The text of the cell.")
    column: int | None = Field(description="0-based column; null where the source lost it.")
    column_span: int = Field(default=1, ge=1)
    row_span: int = Field(default=1, ge=1)


class Row(Model):
    """One row of a table, cells from left to right."""

    cells: tuple[Cell, ...]
    line: int | None = Field(default=None, description="1-based line on which the row begins.")


Layout = Literal["cell", "lattice", "rules", "ocr", "flattened"]


class Table(_Block):
    """A table (표) and what its cells were told by.

    `cell`: the source marks them. `lattice`: ruled on all sides on a page. `rules`: ruled on some sides. `ocr`: found
    on a scanned page. `flattened`: rows of tokens whose columns were lost.
    """

    kind: Literal["table"] = "table"
    layout: Layout
    caption: Text | None = Field(default=None, description="Caption with unit or reference date, above or below.")
    header: tuple[Row, ...] = Field(description="Header rows, top first.")
    rows: tuple[Row, ...] = Field(description="Body rows.")


class Furniture(_Block):
    """What belongs to the page and not to the report (쪽 번호, 메뉴, 겹친 글자)."""

    kind: Literal["furniture"] = "furniture"
    reason: str = Field(description="Why it is set aside.", examples=["page number"])


class Unparsed(_Block):
    """Lines that nothing claimed."""

    kind: Literal["unparsed"] = "unparsed"


Block = Annotated[
    Heading | Paragraph | Bullet | Table | Furniture | Unparsed,
    Field(discriminator="kind"),
]


class Doubt(Model):
    """A figure on a scanned page that was read in several ways (판독 불확실)."""

    readings: tuple[str, ...] = Field(description="What it may be; the text of the document holds the first.")
    anchor: Anchor


class Document(Model):
    """A file as its format presents it: blocks in reading order, every non-blank line in one of them."""

    source: Source
    blocks: tuple[Block, ...]
    issues: tuple[Issue, ...] = ()
    text: str = Field(exclude=True, repr=False, description="The text that the offsets count in.")
    spots: tuple[Spot, ...] = Field(
        default=(),
        exclude=True,
        repr=False,
        description="Ascending places of that text in a file that is no text; empty for a text input.",
    )
    scanned: tuple[int, ...] = Field(
        default=(), exclude=True, repr=False, description="1-based pages that were read off a picture."
    )
    doubts: tuple[Doubt, ...] = Field(
        default=(), exclude=True, repr=False, description="Figures on those pages that are not sure, ascending."
    )
