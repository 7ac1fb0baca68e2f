"""A module with a `main` → processes that run it, each started when all others are busy and used for many files."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from auditreport.parsers.formats.contained.process import Worker


class Pool:
    """Processes of one kind; several threads may borrow from it at once."""

    def __init__(self, module: str) -> None:
        """Start none yet; `module` has the `main` that they run."""
        self._module = module
        self._lock = threading.Lock()
        self._is_shut = False
        self.idle: list[Worker] = []
        self.busy: list[Worker] = []

    @contextmanager
    def borrowed(self) -> Iterator[Worker]:
        """A process that nobody else asks; it is kept for the next file if it is fit, and else ended.

        Raises:
            RuntimeError: the pool is shut.
        """
        with self._lock:
            self._forget_others()
            worker = self._next()
            self.busy.append(worker)
        worker.is_fit = False
        try:
            yield worker
        finally:
            with self._lock:
                self.busy.remove(worker)
                is_kept = worker.is_fit and not self._is_shut
                if is_kept:
                    self.idle.append(worker)
            if not is_kept:
                worker.end()

    def _next(self) -> Worker:
        if self._is_shut:
            raise RuntimeError("the pool is shut")
        while self.idle:
            worker = self.idle.pop()
            if worker.is_running:
                return worker
            worker.end()
        return Worker(self._module)

    def _forget_others(self) -> None:
        """Let go of the processes of which this one is a fork: two must not share the pipes."""
        for workers in (self.idle, self.busy):
            for worker in [worker for worker in workers if worker.owner != os.getpid()]:
                workers.remove(worker)
                worker.end()

    def close(self) -> None:
        """End all processes; what they were doing is given up, and the next file starts another."""
        with self._lock:
            for worker in self.busy:
                worker.kill()
            while self.idle:
                self.idle.pop().end()

    def shut(self) -> None:
        """End all processes, and start none again."""
        self._is_shut = True
        self.close()
