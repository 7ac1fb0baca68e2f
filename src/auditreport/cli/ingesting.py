"""What the user names and a store → everything ingested, what is said of it, and the exit code (수집 실행)."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import get_args

from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.output import StandardOutput
from auditreport.cli.reading import Reading
from auditreport.cli.session import Session
from auditreport.cli.talk import some_of
from auditreport.errors import StoreError, UnusableScheduler
from auditreport.pipeline import Broken, Done, Place, Task, find_places
from auditreport.pipeline.ingest import Event, Kind, apart_from, compare_readings, ingest, preview
from auditreport.pipeline.planning import Terms
from auditreport.pipeline.remote import is_address
from auditreport.pipeline.stores import refused_store
from auditreport.pipeline.storing import store_part
from auditreport.render.changes import change_lines, preview_line
from auditreport.schemas.failure import Failure
from auditreport.store.asking import Asking, Nothing
from auditreport.store.reading import reading as open_store
from auditreport.store.writing import Writer, writing
from auditreport.vocab import version


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user wants of an ingest.

    Attributes:
        store: path of the store.
        since: leave out files last modified before.
        force: read all files again.
        dry_run: change nothing.
        diff: show what reading again changed.
        prune: take out reports whose files were removed.
        wait: seconds to wait for others who use the store.
    """

    store: str
    since: datetime | None
    force: bool
    dry_run: bool
    diff: bool
    prune: bool
    wait: float


def run_ingest(session: Session, sources: Sequence[str], reading: Reading, asked: Asked) -> ExitCode:
    """Ingest, or show what an ingest would do.

    Raises:
        StoreError: the store cannot be used.
    """
    path = Path(asked.store)
    if is_address(asked.store):
        raise StoreError(asked.store, "a store is a file on this machine", "name a file for the store")
    places = apart_from(path, find_places(sources, bytes))
    started = datetime.now(UTC)
    terms = Terms(
        tool=version(),
        options=_options(reading),
        force=asked.force,
        since_ns=int(asked.since.timestamp() * 1e9) if asked.since is not None else None,
        started_ns=int(started.timestamp() * 1e9),
    )
    telling = _Telling(session, asked)
    if asked.dry_run:
        _look(session, places, reading, terms, asked, telling)
    else:
        # What the options refuse is refused before there is a store.
        executor = reading.executor(places)
        with writing(path, asked.wait, partial(session.talk.waiting, asked.store)) as store:
            run = store.begin_run(_utc(started), terms.tool, terms.options, sources)
            events = ingest(places, store, terms, executor, Task(store_part, reading.limits), run)
            with _left_in_order(session, store, run, telling):
                telling.follow(events, sum(len(place.inputs) for place in places))
            if asked.prune:
                telling.counts["pruned"] = store.forget_removed()
            store.end_run(run, _utc(datetime.now(UTC)), dict(telling.counts))
    telling.stores(places)
    telling.barren(places)
    telling.summary()
    return worst(telling.codes)


@contextmanager
def _left_in_order(session: Session, store: Writer, run: int, telling: _Telling) -> Iterator[None]:
    """Leave no trace of a run whose cluster did nothing, and say what becomes of one that the user interrupts."""
    _ = session.translate
    try:
        yield
    except UnusableScheduler:
        if not telling.counts:
            store.forget_run(run)
        raise
    except KeyboardInterrupt:
        session.talk.say(
            _("Interrupted: what was written stays in the store, and the same command goes on from there.")
        )
        raise


def _look(
    session: Session, places: Sequence[Place], reading: Reading, terms: Terms, asked: Asked, telling: _Telling
) -> None:
    """Tell what would be done."""

    def look(store: Asking) -> None:
        total = sum(len(place.inputs) for place in places)
        telling.follow(preview(places, store, terms), total)
        if asked.diff:
            task = Task(store_part, reading.limits)
            telling.follow(compare_readings(places, store, terms, reading.executor(places), task), 0)

    path = Path(asked.store)
    if path.exists():
        with open_store(path, asked.wait, partial(session.talk.waiting, asked.store)) as store:
            look(store)
    else:
        look(Nothing())


def _options(reading: Reading) -> str:
    """The limits as they are kept; of a password that there was one."""
    limits = asdict(reading.limits)
    return json.dumps({**limits, "password": limits["password"] is not None}, sort_keys=True)


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")


class _Telling:
    """Counts what becomes of the files, and says what is worth saying."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self.counts: Counter[str] = Counter()
        self.codes: set[ExitCode] = set()
        self._session = session
        self._asked = asked
        self._passed_over: list[str] = []
        self._failed_before: list[str] = []

    def follow(self, events: Generator[Event, None, None], total: int) -> None:
        """Take all events, with a bar that counts the files."""
        output = StandardOutput()
        with closing(events), self._session.talk.progress(events, total) as counted:
            for event in counted:
                if lines := self._take(event):
                    output.write(lines)

    def _take(self, event: Event) -> str:
        """Count an event; what it prints on standard output."""
        if not (self._asked.dry_run and event.outcome is not None):
            self.counts[event.kind] += 1
        for change in event.changes:
            self.counts[change.kind] += 1
        self._say(event)
        lines = ""
        if self._asked.dry_run and event.outcome is None and event.kind not in ("unchanged", "older", "passed_over"):
            lines += preview_line(event.kind, event.name)
        if self._asked.diff and event.changes:
            lines += change_lines(event.name, event.changes)
        return lines

    def _say(self, event: Event) -> None:
        talk = self._session.talk
        match event.outcome:
            case Done(is_recognised=False, has_pictures=pictures):
                self.codes.add(ExitCode.UNRECOGNISED)
                talk.unrecognised(event.name, pictures=pictures)
            case Broken(kind=kind, trace=trace):
                self.codes.add(ExitCode.INTERNAL)
                talk.broken(event.name, kind, trace if self._session.debug else "")
            case None if event.failure is not None:
                self.codes.add(ExitCode.UNREADABLE)
                self._failed_before.append(event.name)
            case _ if event.failure is not None:
                self.codes.add(ExitCode.UNREADABLE)
                talk.unreadable(event.failure)
            case _ if event.kind == "passed_over":
                self._passed_over.append(event.name)
            case _ if event.was is not None:
                talk.say(self._session.translate("{name}: this was {was}."), name=event.name, was=event.was)
            case _:
                pass

    def stores(self, places: Sequence[Place]) -> None:
        """Say which of the places are stores: nothing is read of them; the one written to may lie among reports."""
        own = os.path.realpath(self._asked.store)
        for place in places:
            if place.store is not None and os.path.realpath(place.store) != own:
                self.codes.add(ExitCode.UNREADABLE)
                self._session.talk.unreadable(refused_store(place.name))

    def barren(self, places: Sequence[Place]) -> None:
        """Say which folders hold no report."""
        passed_over = set(self._passed_over)
        for place in places:
            if place.is_folder and all(found.name in passed_over for found in place.inputs):
                self.codes.add(ExitCode.UNREADABLE)
                self._session.talk.unreadable(
                    Failure(
                        name=place.name,
                        reason="there is no file in this folder that can be read",
                        next_step="pass a folder that holds reports",
                    )
                )

    def summary(self) -> None:
        """Say what was done, or would be, in one sentence for each thing."""
        talk, _ = self._session.talk, self._session.translate
        talk.passed_over(self._passed_over)
        if self._failed_before:
            message = _("Known to be unreadable, and not tried again: {names}; --force tries.")
            talk.say(message, names=some_of(self._failed_before, _))
        counts = {name: str(self.counts[name]) for name in (*get_args(Kind), "gained", "lost", "altered")}
        if self._asked.dry_run:
            message = _("Would be read: {new} new, {changed} changed, {again} again; {removed} removed.")
        else:
            message = _(
                "Read: {new} new, {changed} changed, {again} again; unchanged {unchanged}, renamed {renamed},"
                " removed {removed}, unreadable {unreadable}."
            )
        talk.say(message, **counts)
        if any(self.counts[name] for name in ("gained", "lost", "altered")):
            message = _("Facts of reports that were read again: {gained} gained, {lost} lost, {altered} altered.")
            talk.say(message, **counts)
        if self.counts["pruned"]:
            talk.say(_("Reports of {count} removed files were taken out."), count=str(self.counts["pruned"]))
