"""What a store says of a file, and what is said to it: rows of the table `sources`."""

from __future__ import annotations

from typing import Literal, NamedTuple

Status = Literal["read", "unreadable", "passed_over", "removed"]


class SourceRow(NamedTuple):
    """A file (원본 파일) as the table `sources` holds it.

    Attributes:
        absolute: its absolute path, which it is known by.
        path: as it was named.
        sha256: of its bytes; none where they could not be loaded.
        size: its length in bytes.
        mtime_ns: when it was last modified; none where it was so young that a further change need not show.
        ctime_ns: when it was last touched in any way.
        media_type: what its bytes are; none where they were not read.
        status: what became of it. A removed file leaves its report behind.
        reason: why it is unreadable.
        next_step: what to do about that.
        tool: version of auditreport that read it.
        options: limits that it was read under.
    """

    absolute: str
    path: str
    sha256: str | None
    size: int | None
    mtime_ns: int | None
    ctime_ns: int | None
    media_type: str | None
    status: Status
    reason: str | None
    next_step: str | None
    tool: str
    options: str


class Known(NamedTuple):
    """A report that the store holds.

    Attributes:
        tool: version of auditreport that read it.
        media_type: what its bytes are.
    """

    tool: str
    media_type: str


class Reading(NamedTuple):
    """How a report was read.

    Attributes:
        tool: version of auditreport that read it.
        material: what comparing needs of it, as it is kept.
    """

    tool: str
    material: bytes
