"""Work in this process → the same, given up when it takes too long; only where the system and the thread allow it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from auditreport.errors import UnreadableInput


class _Late(BaseException):
    """The clock; no handler of errors on the way may take it for one."""


def hung(name: str, seconds: float) -> UnreadableInput:
    """What is wrong with a file that hung the steps before or behind its reader."""
    return UnreadableInput(name, f"working on it took longer than {round(seconds)} seconds", "pass a part of it")


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Interrupt what is done inside once its time is over.

    A clock that rings in the main thread is all that a process has for this. Elsewhere, and where another clock is set
    already, nothing is interrupted.

    Raises:
        TimeoutError: it took longer.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer") or any(signal.getitimer(signal.ITIMER_REAL)):
        yield
        return

    def ring(number: int, frame: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _Late:
        raise TimeoutError from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
