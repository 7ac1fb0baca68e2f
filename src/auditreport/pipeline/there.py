"""What a cluster's workers run: the bytes of an input → its outcome, worked out in a process that may die over it."""

from __future__ import annotations

import atexit
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from auditreport.parsers.formats.contained.pool import Pool
from auditreport.pipeline.elsewhere import WORKER, read_elsewhere
from auditreport.pipeline.outcomes import Outcome
from auditreport.pipeline.task import Asked, Task
from auditreport.pipeline.versions import MISSING, Versions, versions

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Unlike:
    """What a worker has in another version, so that it might read an input differently, and reads none."""

    package: str
    theirs: str
    ours: str


def read_there(data: bytes, asked: Asked, task: Task[P], wanted: Versions) -> Outcome[P] | Unlike:
    """Read the bytes of an input, if this machine has the versions that are wanted.

    The worker itself reads nothing: it has a process beside it for each of its threads, with the limits that hold on
    one machine, so that a file which kills or hangs its reader leaves the worker as it was.
    """
    found = versions()
    for package in wanted:
        if found.get(package, MISSING) != wanted[package]:
            return Unlike(package, found.get(package, MISSING), wanted[package])
    return read_elsewhere(_pool(task.words), data, asked, task)


@cache
def _pool(words: str | None) -> Pool:
    """The processes that read with these words: what one has read with, it keeps."""
    pool = Pool(WORKER)
    atexit.register(pool.close)
    return pool
