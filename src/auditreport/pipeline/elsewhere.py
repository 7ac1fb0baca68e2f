"""The bytes of an input → its outcome, worked out whole in another process, which may die or hang over it."""

from __future__ import annotations

import pickle
from typing import TypeVar

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.contained.parent import crashed, too_late
from auditreport.parsers.formats.contained.pool import Pool
from auditreport.parsers.formats.contained.process import Worker
from auditreport.parsers.formats.contained.wire import BROKEN, Answer, unpack
from auditreport.parsers.formats.limits import count_scans, patience
from auditreport.pipeline.in_time import hung
from auditreport.pipeline.outcomes import Broken, Done, Outcome, PassedOver, Unreadable, unreadable
from auditreport.pipeline.task import Asked, Task

P = TypeVar("P")
# What the processes run.
WORKER = "auditreport.pipeline.worker"
# What it sends before and behind the reader of a binary format, to have the time taken.
MARK = b""
_TYPES = ("auditreport.pipeline.outcomes", "auditreport.pipeline.one")
_OUTCOMES = (Done, Unreadable, PassedOver, Broken)


def read_elsewhere(pool: Pool, data: bytes, asked: Asked, task: Task[P]) -> Outcome[P]:
    """Read the bytes of an input in a process of the pool."""
    try:
        with pool.borrowed() as worker:
            sent = worker.send(pickle.dumps((asked, task, patience(len(data)))), data)
            answer = _answer(worker, data, asked.name, task) if sent else None
            worker.is_fit = answer is not None and not answer.last
        if answer is None:
            raise crashed(asked.name)
    except UnreadableInput as error:
        return unreadable(asked.name, error)
    outcome: Outcome[P] = answer.body
    return outcome


def _answer(worker: Worker, data: bytes, name: str, task: Task[P]) -> Answer | None:
    """What it answers; `None` if it died. It has time for the start, for a reader and for what comes behind.

    Raises:
        UnreadableInput: it takes too long.
    """
    calm = patience(len(data))
    limited = task.limits.time_for(len(data), count_scans(data))
    for seconds, late in ((calm, hung), (limited, too_late), (calm, hung)):
        try:
            body = worker.receive(seconds)
        except TimeoutError:
            raise late(name, seconds) from None
        if body != MARK:
            return _unpacked(body)
    return None


def _unpacked(body: bytes | None) -> Answer | None:
    try:
        answer = None if body is None else unpack(body, _TYPES)
    except BROKEN:
        return None
    return answer if answer is not None and isinstance(answer.body, _OUTCOMES) else None
