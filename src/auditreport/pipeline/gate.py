"""Threads that work side by side, and now and then one that wants to be alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """Lets many in at once, or one alone."""

    def __init__(self) -> None:
        """Nobody is in."""
        self._changed = threading.Condition()
        self._many = 0
        self._alone = 0
        self._wanted = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Go in beside others, once nobody is alone or wants to be."""
        with self._changed:
            self._changed.wait_for(lambda: not self._wanted)
            self._many += 1
        try:
            yield
        finally:
            with self._changed:
                self._many -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Go in once everybody has left, and let nobody in."""
        with self._changed:
            self._wanted += 1
            self._changed.wait_for(lambda: not self._many and not self._alone)
            self._alone = 1
        try:
            yield
        finally:
            with self._changed:
                self._alone = 0
                self._wanted -= 1
                self._changed.notify_all()
