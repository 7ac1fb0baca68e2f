"""A limit to what one table may take, so that a measurement of thousands ends."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

SECONDS = 5.0

T = TypeVar("T")


class TooSlow(Exception):
    """The time is up."""


def at_most(work: Callable[[], T], seconds: float = SECONDS) -> T:
    """Do some work of this process.

    Raises:
        TooSlow: it took longer.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
