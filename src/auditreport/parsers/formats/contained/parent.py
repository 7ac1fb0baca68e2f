"""The side that asks: processes, each started when all others are busy and used for many files."""

from __future__ import annotations

import atexit
import os
import pickle
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.contained.wire import Answer, unpack, write_frame
from auditreport.parsers.formats.limits import Limits, count_scans
from auditreport.schemas import Document

_START = "import sys; sys.path[:] = sys.argv[1:]; from auditreport.parsers.formats.contained.child import main; main()"
_CHUNK = 1 << 16
_RESAVE = "open it in the program that made it, save it again and pass that file"


class Worker:
    """The process that reads, as its parent sees it."""

    def __init__(self) -> None:
        """Start it; it `is_fit` for another file once it has answered one."""
        self.owner = os.getpid()
        self.is_fit = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._from = self._process.stdout.fileno()

    def ask(self, module: str, data: bytes, name: str, limits: Limits, keys: Mapping[str, str]) -> Answer | None:
        """Let it read a file; `None` if it died over it.

        Raises:
            TimeoutError: it took too long.
        """
        seconds = limits.time_for(len(data), count_scans(data))
        until = time.monotonic() + seconds
        try:
            write_frame(self._to, pickle.dumps((module, name, seconds, limits.memory, dict(keys))))
            write_frame(self._to, data)
        except OSError:
            return None
        head = self._take(8, until)
        body = None if head is None else self._take(int.from_bytes(head, "little"), until)
        try:
            return None if body is None else unpack(body)
        except (pickle.UnpicklingError, EOFError, AttributeError, TypeError):
            return None

    def _take(self, size: int, until: float) -> bytes | None:
        parts = []
        while size > 0:
            ready, _, _ = select.select([self._from], [], [], max(until - time.monotonic(), 0))
            if not ready:
                raise TimeoutError
            part = os.read(self._from, min(size, _CHUNK * 16))
            if not part:
                return None
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    @property
    def is_running(self) -> bool:
        """Whether it still runs: it may have been ended from outside."""
        return self._process.poll() is None

    def kill(self) -> None:
        """Stop it, whatever it is doing; whoever waits for its answer learns that it died."""
        if self.owner == os.getpid():
            self._process.kill()

    def end(self) -> None:
        """Stop it and let go of its pipes; nobody may be waiting for its answer."""
        self.kill()
        if self.owner == os.getpid():
            self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue


_NO_KEYS: Mapping[str, str] = {}
_lock = threading.Lock()
_idle: list[Worker] = []
_busy: list[Worker] = []


def read_contained(module: str, data: bytes, name: str, limits: Limits, keys: Mapping[str, str] = _NO_KEYS) -> Document:
    """Read a file in another process with the reader of `module`; several threads may ask at once.

    Args:
        module: has `read(data, name, **keys)`.
        data: the file as received.
        name: what the user calls it, for messages.
        limits: what the file may cost.
        keys: what its reader takes besides.

    Raises:
        UnreadableInput: the reader says so, or the file killed it, hung it, or asked for too much memory.
    """
    with _borrowed() as worker:
        try:
            answer = worker.ask(module, data, name, limits, keys)
        except TimeoutError:
            worker.kill()
            seconds = round(limits.time_for(len(data), count_scans(data)))
            raise UnreadableInput(
                name,
                f"reading it took longer than {seconds} seconds",
                "pass a part of it, or raise the limit with --max-seconds",
            ) from None
        if answer is not None and not answer.last:
            worker.is_fit = True
    return _document(answer, name, limits)


def _document(answer: Answer | None, name: str, limits: Limits) -> Document:
    if answer is None:
        raise UnreadableInput(name, "the file crashed its reader", _RESAVE)
    match answer.kind:
        case "document":
            document: Document = answer.body
            return document
        case "unreadable":
            raise UnreadableInput(name, *answer.body)
        case "unloaded":
            raise UnreadableInput(
                name,
                "a library that reads it cannot be loaded",
                "run auditreport doctor, or raise the limit with --max-memory",
            )
        case _ if answer.body == "MemoryError":
            raise UnreadableInput(
                name,
                f"reading it needs more than {limits.memory >> 20} MiB of memory",
                "pass a part of it, or raise the limit with --max-memory",
            )
        case _:
            raise UnreadableInput(name, f"the file is damaged ({answer.body})", _RESAVE)


@contextmanager
def _borrowed() -> Iterator[Worker]:
    """A process that nobody else asks; it is kept for the next file if it is fit, and else ended."""
    with _lock:
        _forget_others()
        worker = _next()
        _busy.append(worker)
    worker.is_fit = False
    try:
        yield worker
    finally:
        with _lock:
            _busy.remove(worker)
            if worker.is_fit:
                _idle.append(worker)
        if not worker.is_fit:
            worker.end()


def _next() -> Worker:
    while _idle:
        worker = _idle.pop()
        if worker.is_running:
            return worker
        worker.end()
    return Worker()


def _forget_others() -> None:
    """Let go of the processes of which this one is a fork: two must not share the pipes."""
    for workers in (_idle, _busy):
        for worker in [worker for worker in workers if worker.owner != os.getpid()]:
            workers.remove(worker)
            worker.end()


def close() -> None:
    """End all processes; what they were reading is given up, and the next binary file starts another."""
    with _lock:
        for worker in _busy:
            worker.kill()
        while _idle:
            _idle.pop().end()


atexit.register(close)
