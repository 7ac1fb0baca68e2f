"""Where things come from: the file as received and the place inside it."""

from __future__ import annotations

from pydantic import Field

from auditreport.schemas.base import Model


class Source(Model):
    """A file as received (원본)."""

    name: str = Field(
        description="The file's name as the user gave it, without folders.", examples=["report.txt"]
    )
    sha256: str = Field(description="SHA-256 of the bytes, hexadecimal.", pattern="^[0-9a-f]{64}$")
    media_type: str = Field(description="What the bytes are, told by content.", examples=["text/plain"])
    size: int = Field(description="Length in bytes.", ge=0)
    encoding: str | None = Field(
        default=None, description="Character encoding of a text input.", examples=["utf-8"]
    )
    reader: str = Field(description="Name of the reader.", examples=["text"])
    reader_version: str = Field(description="Version of auditreport that read the file.")


class Anchor(Model):
    """Where something stands in its source.

    For text inputs `start` and `end` are character offsets into the decoded text, in which every line end
    counts as one character; `line` is 1-based.
    """

    start: int = Field(ge=0, description="Offset of the first character.")
    end: int = Field(ge=0, description="Offset behind the last character.")
    line: int | None = Field(default=None, ge=1, description="1-based line of the text input.")
    page: int | None = Field(default=None, ge=1, description="1-based page of a paged input.")
