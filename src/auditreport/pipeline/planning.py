"""Files and what a store knows of them → which have to be read, and what is known of the others (수집 계획)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from auditreport.errors import UnreadableInput
from auditreport.pipeline.sources import Input, printable_path
from auditreport.store.asking import Asking
from auditreport.store.records import Known, Reading, SourceRow

# Files that the store is asked about at a time.
_AT_ONCE = 256
# A file that was touched so shortly before a run may change once more without a sign in its times.
_YOUNG_NS = 2_000_000_000
Why = Literal["new", "changed", "again"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides whether a file has to be read.

    Attributes:
        tool: version of auditreport.
        options: limits that files are read under.
        force: read all files, changed or not.
        since_ns: leave out files last modified before.
        started_ns: when the run began.
    """

    tool: str
    options: str
    force: bool
    since_ns: int | None
    started_ns: int


class Planned(NamedTuple):
    """A file that has to be read.

    Attributes:
        row: its size and times, before it is read.
        why: whether the store knows it, or its bytes.
        reading: how the same bytes were read before.
    """

    found: Input
    row: SourceRow
    why: Why
    reading: Reading | None = None


class Settled(NamedTuple):
    """A file that need not be read.

    Attributes:
        row: what is to be written of it; none where all is as it was.
        kind: `unchanged`, as the store knows it; `moved`, known under another path; `older` than asked for.
        before: what the store knows of it, whose status says whether it can be read at all.
    """

    found: Input
    row: SourceRow | None
    kind: Literal["unchanged", "moved", "older"]
    before: SourceRow | None


def plan(inputs: Iterable[Input], store: Asking, terms: Terms) -> Iterator[Planned | Settled]:
    """For each file in turn whether it has to be read; the store is asked about many at a time."""
    inputs = iter(inputs)
    while some := list(islice(inputs, _AT_ONCE)):
        yield from _some(some, store, terms)


def _some(inputs: Sequence[Input], store: Asking, terms: Terms) -> Iterator[Planned | Settled]:
    rows = [_row(found, terms) for found in inputs]
    before = store.files([row.absolute for row in rows])
    old = [before.get(row.absolute) for row in rows]
    open_ = {row.size for row, was in zip(rows, old, strict=True) if row.size is not None and not _is_same(row, was)}
    sizes = store.sizes(open_)
    hashed = [_hashed(row, was, found, sizes) for row, was, found in zip(rows, old, inputs, strict=True)]
    reports = store.reports({row.sha256 for row in hashed if row.sha256 is not None})
    verdicts = [
        _verdict(found, row, was, reports.get(row.sha256 or ""), terms)
        for found, row, was in zip(inputs, hashed, old, strict=True)
    ]
    again = {one.row.sha256 for one in verdicts if isinstance(one, Planned) and one.row.sha256 is not None}
    readings = store.readings(again)
    for one in verdicts:
        yield one._replace(reading=readings.get(one.row.sha256 or "")) if isinstance(one, Planned) else one


def absolute_of(found: Input) -> str:
    """What a store knows a file by: its absolute path, or its address."""
    return found.name if found.path is None else printable_path(os.path.abspath(found.path))


def _row(found: Input, terms: Terms) -> SourceRow:
    """A file with its size and times; without them where it is not there, without times where it is elsewhere."""
    row = SourceRow(
        absolute=absolute_of(found),
        path=found.name,
        sha256=None,
        size=found.size,
        mtime_ns=None,
        ctime_ns=None,
        media_type=None,
        status="unreadable",
        reason=None,
        next_step=None,
        tool=terms.tool,
        options=terms.options,
    )
    if found.path is None:
        return row
    try:
        told = found.path.stat()
    except (OSError, ValueError):
        return row
    return row._replace(size=told.st_size, mtime_ns=told.st_mtime_ns, ctime_ns=told.st_ctime_ns)


def _is_same(row: SourceRow, before: SourceRow | None) -> bool:
    """Whether size and times are those that the store knows."""
    return before is not None and row.mtime_ns is not None and _stamp(row) == _stamp(before)


def _stamp(row: SourceRow) -> tuple[int | None, int | None, int | None]:
    return row.size, row.mtime_ns, row.ctime_ns


def _hashed(row: SourceRow, before: SourceRow | None, found: Input, sizes: set[int]) -> SourceRow:
    """The file with its hash, where that is known or can be one that is."""
    if before is not None and _is_same(row, before):
        return row._replace(sha256=before.sha256)
    return row._replace(sha256=hash_of(found)) if row.size in sizes else row


def hash_of(found: Input) -> str | None:
    """The hash of a file's bytes; `None` where they cannot be loaded."""
    try:
        return hashlib.sha256(found.load()).hexdigest()
    except UnreadableInput:
        return None


def _verdict(
    found: Input, row: SourceRow, before: SourceRow | None, report: Known | None, terms: Terms
) -> Planned | Settled:
    if terms.since_ns is not None and row.mtime_ns is not None and row.mtime_ns < terms.since_ns:
        return Settled(found, None, "older", before)
    same_bytes = before is not None and (
        _is_same(row, before) or (row.sha256 is not None and row.sha256 == before.sha256)
    )
    if not terms.force:
        if report is not None and report.tool == terms.tool:
            return _known(found, row, before, report, terms, same_bytes=same_bytes)
        if before is not None and same_bytes and _fails_again(found, before, terms):
            kept = before._replace(path=row.path, size=row.size, mtime_ns=_settled(row, terms), ctime_ns=row.ctime_ns)
            return Settled(found, kept if kept != before else None, "unchanged", before)
    why: Why = "new" if before is None else "again" if same_bytes or report is not None else "changed"
    return Planned(found, row._replace(mtime_ns=_settled(row, terms)), why)


def _known(
    found: Input, row: SourceRow, before: SourceRow | None, report: Known, terms: Terms, *, same_bytes: bool
) -> Settled:
    """A file whose bytes were read, here or elsewhere."""
    status_of = SourceRow(
        **{**row._asdict(), "status": "read", "media_type": report.media_type, "mtime_ns": _settled(row, terms)}
    )
    if before is not None and same_bytes:
        # Nothing but its times is to be written anew; the run that read it stands.
        status_of = status_of._replace(options=before.options)
        return Settled(found, status_of if status_of != before else None, "unchanged", before)
    return Settled(found, status_of, "moved", before)


def _fails_again(found: Input, before: SourceRow, terms: Terms) -> bool:
    """Whether a file that could not be read still cannot be."""
    if before.tool != terms.tool:
        return False
    if before.status == "passed_over":
        return not found.is_named
    return before.status == "unreadable" and before.sha256 is not None and before.options == terms.options


def _settled(row: SourceRow, terms: Terms) -> int | None:
    """When a file was modified; `None` where it is so young that a further change need not show."""
    newest = max(row.mtime_ns or 0, row.ctime_ns or 0)
    return row.mtime_ns if newest < terms.started_ns - _YOUNG_NS else None
