"""Places and a store → a store that holds what is in them: what is new or changed is read, the rest is left alone."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

from auditreport.pipeline.executors import Executor
from auditreport.pipeline.outcomes import Broken, Done, Outcome, PassedOver, Unreadable
from auditreport.pipeline.planning import Planned, Settled, Terms, absolute_of, hash_of, plan
from auditreport.pipeline.remote import is_address
from auditreport.pipeline.sources import Input, Place, printable_path
from auditreport.pipeline.task import Task
from auditreport.schemas.change import Change
from auditreport.schemas.failure import Failure
from auditreport.store.asking import Asking
from auditreport.store.changes import change_rows, changes_of
from auditreport.store.records import SourceRow
from auditreport.store.rows import Packed, unpack_material
from auditreport.store.writing import Batch, Writer

# Bytes of files, and files, that are written together: some seconds of work.
_BATCH_BYTES, _BATCH_FILES = 500_000, 2_000

Kind = Literal[
    "new", "changed", "again", "unchanged", "moved", "older", "unreadable", "passed_over", "renamed", "removed"
]


class Event(NamedTuple):
    """What became of a file.

    Attributes:
        name: the file, as it was named.
        kind: `new`, `changed` and `again` (its bytes were known) were read; `moved` is known under another path.
        outcome: what reading gave; none where nothing was read.
        failure: why it could not be read, now or before.
        was: the former path of a renamed file.
        changes: what reading it again changed in its facts.
    """

    name: str
    kind: Kind
    outcome: Outcome[Packed] | None = None
    failure: Failure | None = None
    was: str | None = None
    changes: tuple[Change, ...] = ()


def preview(places: Sequence[Place], store: Asking, terms: Terms) -> Generator[Event, None, None]:
    """What `ingest` would do with each file, and which are gone; nothing is read but to tell renamed files."""
    for one in plan(_inputs(places), store, terms):
        yield Event(one.found.name, one.why) if isinstance(one, Planned) else _settled_event(one)
    for row in _missing(places, store):
        yield Event(row.path, "removed")


def compare_readings(
    places: Sequence[Place], store: Asking, terms: Terms, executor: Executor, task: Task[Packed]
) -> Generator[Event, None, None]:
    """What reading those again whose bytes the store knows would change; nothing is written."""
    again = deque(one for one in plan(_inputs(places), store, terms) if isinstance(one, Planned) and one.why == "again")
    for outcome in executor.read((one.found for one in tuple(again)), task):
        one = again.popleft()
        yield Event(one.found.name, "again", outcome, changes=_changes(one, outcome))


def ingest(
    places: Sequence[Place], store: Writer, terms: Terms, executor: Executor, task: Task[Packed], run: int
) -> Generator[Event, None, None]:
    """Read what is new or changed and write it, batch by batch; then look for files that are gone.

    Args:
        places: what the user named.
        store: where to write.
        terms: what has to be read.
        executor: reads several files at once, or one after the other.
        task: of `store_part`.
        run: number of the run.

    Yields:
        An event for each file, and one for each that is gone.

    Raises:
        StoreError: the store cannot be written; what was written before stays.
    """
    yield from _Ingest(store, terms, run).read(_inputs(places), executor, task)
    yield from _sweep(places, store)


def apart_from(store: Path, places: Iterable[Place]) -> list[Place]:
    """The places without the store itself and the files beside it, which may lie in a folder of reports."""
    own = os.path.abspath(store)

    def is_report(found: Input) -> bool:
        path = os.path.abspath(found.path) if found.path is not None else ""
        return path not in (own, f"{own}.wal", f"{own}.lock") and not path.startswith(f"{own}.tmp{os.sep}")

    return [replace(place, inputs=tuple(filter(is_report, place.inputs))) for place in places]


def _inputs(places: Iterable[Place]) -> Iterator[Input]:
    """Each file once, wherever it was named."""
    seen: set[str] = set()
    for place in places:
        for found in place.inputs:
            if (absolute := absolute_of(found)) not in seen:
                seen.add(absolute)
                yield found


@dataclass
class _Ingest:
    """Files as they are read, on their way into the store."""

    store: Writer
    terms: Terms
    run: int
    batch: Batch = field(default_factory=Batch)
    weight: int = 0
    waiting: deque[Planned] = field(default_factory=deque)
    settled: deque[Event] = field(default_factory=deque)

    def read(self, inputs: Iterable[Input], executor: Executor, task: Task[Packed]) -> Generator[Event, None, None]:
        """Read what has to be read, and write it."""
        for outcome in executor.read(self._wanted(inputs), task):
            yield from self._drain()
            yield self._take(self.waiting.popleft(), outcome)
            self._write_if_full()
        yield from self._drain()
        self.store.write(self.batch)

    def _wanted(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The files that have to be read; what is known of the others is kept on the way."""
        for one in plan(inputs, self.store, self.terms):
            if isinstance(one, Planned):
                # While files are read, which may take long, readers of the store come in.
                self.store.release()
                self.waiting.append(one)
                yield one.found
            else:
                self.settled.append(_settled_event(one))
                if one.row is not None:
                    self.batch.sources[one.row.absolute] = one.row
                    self._write_if_full()

    def _drain(self) -> Generator[Event, None, None]:
        while self.settled:
            yield self.settled.popleft()

    def _write_if_full(self) -> None:
        if self.weight >= _BATCH_BYTES or len(self.batch.sources) >= _BATCH_FILES:
            batch, self.batch, self.weight = self.batch, Batch(), 0
            self.store.write(batch)

    def _take(self, one: Planned, outcome: Outcome[Packed]) -> Event:
        self.weight += one.row.size or 0
        name = one.found.name
        match outcome:
            case Done(part=part):
                return Event(name, one.why, outcome, changes=self._keep(one, outcome, part))
            case PassedOver():
                self.batch.sources[one.row.absolute] = one.row._replace(status="passed_over")
                return Event(name, "passed_over", outcome)
            case Unreadable(failure=failure):
                return Event(name, "unreadable", outcome, failure, changes=self._miss(one, failure))
            case Broken(kind=kind):
                failure = Failure(
                    name=name, reason=f"auditreport itself failed ({kind})", next_step="please report this"
                )
                return Event(name, "unreadable", outcome, failure, changes=self._miss(one, failure))

    def _keep(self, one: Planned, outcome: Done[Packed], part: Packed) -> tuple[Change, ...]:
        sha256, report = part["sha256"], part["report"]
        row = one.row._replace(sha256=sha256, status="read", media_type=report["media_type"])
        if row.size != report["size"]:
            # It changed while it was read.
            row = row._replace(size=report["size"], mtime_ns=None)
        self.batch.sources[row.absolute] = row
        changes = self._note_changes(one, outcome, sha256)
        more: dict[str, object] = {
            "tool": self.terms.tool,
            "options": self.terms.options,
            "is_recognised": outcome.is_recognised,
            "has_pictures": outcome.has_pictures,
        }
        self.batch.reports[sha256] = (part, more)
        return changes

    def _miss(self, one: Planned, failure: Failure) -> tuple[Change, ...]:
        """Keep that a file could not be read; of one that is not there nothing is kept."""
        if one.row.size is None:
            return ()
        sha256 = hash_of(one.found)
        row = one.row._replace(sha256=sha256, reason=failure.reason, next_step=failure.next_step)
        self.batch.sources[row.absolute] = row
        return self._note_changes(one, Unreadable(failure), sha256)

    def _note_changes(self, one: Planned, outcome: Outcome[Packed], sha256: str | None) -> tuple[Change, ...]:
        """What reading the same bytes again changed, written beside it."""
        if one.reading is None or sha256 is None or sha256 != one.row.sha256 or sha256 in self.batch.reports:
            return ()
        changes = _changes(one, outcome)
        tools = (one.reading.tool, self.terms.tool)
        self.batch.changes += change_rows(changes, self.run, sha256, one.found.name, tools)
        return changes


def _changes(one: Planned, outcome: Outcome[Packed]) -> tuple[Change, ...]:
    if one.reading is None or isinstance(outcome, PassedOver):
        return ()
    try:
        before = unpack_material(one.reading.material).facts
    except ValueError:
        # A version that kept reports in another form: there is nothing to hold this one against.
        return ()
    after = unpack_material(outcome.part["material"]).facts if isinstance(outcome, Done) else ()
    return tuple(changes_of(before, after))


def _settled_event(one: Settled) -> Event:
    before, name = one.before, one.found.name
    if one.kind == "unchanged" and before is not None and before.status == "passed_over":
        return Event(name, "passed_over")
    if one.kind == "unchanged" and before is not None and before.status == "unreadable":
        failure = Failure(name=name, reason=before.reason or "", next_step=before.next_step or "")
        return Event(name, "unreadable", failure=failure)
    return Event(name, one.kind)


def _sweep(places: Sequence[Place], store: Writer) -> Generator[Event, None, None]:
    """Note files that are gone: one whose report another file holds was renamed, or one of several copies."""
    missing = list(_missing(places, store))
    holders = store.holders({row.sha256 for row in missing if row.sha256 is not None})
    gone = {row.absolute for row in missing}
    batch, events = Batch(), []
    for row in missing:
        now = [one for one in holders.get(row.sha256 or "", ()) if one.absolute not in gone]
        if now or row.status != "read":
            batch.gone.add(row.absolute)
        else:
            batch.sources[row.absolute] = row._replace(status="removed")
        events.append(Event(now[0].path, "renamed", was=row.path) if now else Event(row.path, "removed"))
    if missing:
        store.write(batch)
    yield from events


def _missing(places: Sequence[Place], store: Asking) -> Iterator[SourceRow]:
    """The files that the store knows in the places and that are no longer there."""
    for place in places:
        listed = {absolute_of(found) for found in place.inputs}
        if place.is_folder:
            elsewhere = is_address(place.name)
            folder = place.name if elsewhere else printable_path(os.path.abspath(place.name))
            known = store.files_below(folder)
            yield from (row for row in known if _is_gone(row, listed, elsewhere=elsewhere))
        else:
            known = iter(store.files([path for path in listed if not is_address(path)]).values())
            yield from (row for row in known if _is_gone(row, set(), elsewhere=False))


def _is_gone(row: SourceRow, listed: Collection[str], *, elsewhere: bool) -> bool:
    """Whether a file is no longer there."""
    if row.status == "removed" or row.absolute in listed:
        return False
    return elsewhere or not os.path.lexists(row.absolute)
