"""A store in the place of files → outcomes as if its files were read, without reading them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TypeVar

from auditreport.errors import StoreError
from auditreport.pipeline.outcomes import Done, Outcome, PassedOver, Unreadable
from auditreport.pipeline.sources import Place
from auditreport.pipeline.task import Task
from auditreport.schemas.failure import Failure
from auditreport.store.reading import Stored, reading

P = TypeVar("P")


def read_store(place: Place, task: Task[P]) -> Iterator[Outcome[P]]:
    """The outcome of each file of a store, in the order of their paths; a task without `stored` takes none."""
    if place.store is None or task.stored is None:
        yield Unreadable(refused_store(place.name))
        return
    try:
        with reading(place.store) as store:
            for stored in store.stored():
                yield _outcome(stored, task.stored)
    except StoreError as error:
        yield Unreadable(Failure(name=error.name, reason=error.reason, next_step=error.next_step))


def refused_store(name: str) -> Failure:
    """Why a store is not taken in the place of files."""
    return Failure(
        name=name,
        reason="this is a store, which only some commands read",
        next_step="pass the reports themselves",
    )


def _outcome(stored: Stored, part: Callable[[Stored], P]) -> Outcome[P]:
    source = stored.source
    if stored.has_report:
        label = PurePath(source.path).name
        return Done(source.path, label, part(stored), stored.is_recognised, stored.has_pictures)
    if source.status == "passed_over":
        return PassedOver(source.path)
    return Unreadable(Failure(name=source.path, reason=source.reason or "", next_step=source.next_step or ""))
