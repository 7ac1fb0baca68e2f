"""Where things come from: the file as received and the place inside it."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import Field

from auditreport.schemas.base import Model


class Source(Model):
    """A file as received (원본)."""

    name: str = Field(description="The file's name as the user gave it, without folders.", examples=["report.txt"])
    sha256: str = Field(description="SHA-256 of the bytes, hexadecimal.", pattern="^[0-9a-f]{64}$")
    media_type: str = Field(description="What the bytes are, told by content.", examples=["text/plain"])
    size: int = Field(description="Length in bytes.", ge=0)
    encoding: str | None = Field(default=None, description="Character encoding of a text input.", examples=["utf-8"])
    reader: str = Field(description="Name of the reader.", examples=["text"])
    reader_version: str = Field(description="Version of auditreport that read the file.")


Box = tuple[float, float, float, float]


class Anchor(Model):
    """Where something stands in its source.

    `start` and `end` are character offsets into the text that the reader took from the file, in which every line end
    counts as one character; for a text input that is the decoded text itself.
    """

    start: int = Field(ge=0, description="Offset of the first character.")
    end: int = Field(ge=0, description="Offset behind the last character.")
    line: int | None = Field(default=None, ge=1, description="1-based line of a text input.")
    page: int | None = Field(default=None, ge=1, description="1-based page of a paged input.")
    bbox: Box | None = Field(
        default=None, description="x0, top, x1, bottom on the page as delivered, in points from its top left."
    )
    path: str | None = Field(
        default=None,
        description="Place in a structured file.",
        examples=["section 1, paragraph 14, table 1, row 3, column 2"],
    )


class Spot(NamedTuple):
    """Where the characters of a reader's text from `start` on, up to the next spot, stand in a file that is no text.

    Attributes:
        start: offset in the reader's text.
        page: 1-based page of a paged input.
        bbox: box of the characters on the page as delivered, in points.
        path: place in a structured file.
    """

    start: int
    page: int | None = None
    bbox: Box | None = None
    path: str | None = None
