"""A store → the right to write to it, which one process has at a time and loses when it ends, however it ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from auditreport.errors import StoreError
from auditreport.store.files import attempts, meaning

_PAUSE = 0.05


@contextmanager
def held(path: Path, patience: float, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the right to write, in a file beside the store that is gone afterwards.

    DuckDB's own lock lasts as long as the file is open, which a writer keeps short; and it cannot be waited for.

    Args:
        path: the store.
        patience: seconds to wait for another process.
        on_wait: called once when waiting begins.

    Raises:
        StoreError: another process holds it for longer, or the folder may not be written.
    """
    place = path.with_name(f"{path.name}.lock")
    with meaning(path):
        descriptor = _acquire(place, patience, on_wait)
    if descriptor is None:
        raise StoreError(
            str(path), "another ingest is writing to the store", "wait for it to end, or wait longer with --wait"
        )
    try:
        yield
    finally:
        place.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(place: Path, patience: float, on_wait: Callable[[], None]) -> int | None:
    for attempt in range(attempts(patience)):
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_same(descriptor, place):
                return descriptor
        except BlockingIOError:
            if attempt == 0:
                on_wait()
        os.close(descriptor)
        time.sleep(_PAUSE)
    return None


def _is_same(descriptor: int, place: Path) -> bool:
    """Whether the file that was locked still stands there: whoever held it before removed it on leaving."""
    try:
        return os.path.samestat(os.fstat(descriptor), place.stat())
    except FileNotFoundError:
        return False
