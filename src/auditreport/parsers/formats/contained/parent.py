"""The side that asks: one process, started with the first binary file and used for all that follow."""

from __future__ import annotations

import atexit
import os
import pickle
import select
import subprocess
import sys
import threading
import time
from typing import BinaryIO

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.contained.wire import Answer, unpack, write_frame
from auditreport.parsers.formats.limits import Limits
from auditreport.schemas import Document

_START = "import sys; sys.path[:] = sys.argv[1:]; from auditreport.parsers.formats.contained.child import main; main()"
_CHUNK = 1 << 16
_RESAVE = "open it in the program that made it, save it again and pass that file"


class Worker:
    """The process that reads, as its parent sees it."""

    def __init__(self) -> None:
        """Start it."""
        self.owner = os.getpid()
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

    def ask(self, module: str, data: bytes, name: str, limits: Limits) -> Answer | None:
        """Let it read a file; `None` if it died over it.

        Raises:
            TimeoutError: it took too long.
        """
        seconds = limits.time_for(len(data))
        until = time.monotonic() + seconds
        try:
            write_frame(self._to, pickle.dumps((module, name, seconds, limits.memory)))
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

    def end(self) -> None:
        """End it, whatever it is doing."""
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue


_lock = threading.Lock()
_worker: Worker | None = None


def read_contained(module: str, data: bytes, name: str, limits: Limits) -> Document:
    """Read a file in the other process with the reader of `module`.

    Raises:
        UnreadableInput: the reader says so, or the file killed it, hung it, or asked for too much memory.
    """
    with _lock:
        worker = _running()
        try:
            answer = worker.ask(module, data, name, limits)
        except TimeoutError:
            close()
            seconds = round(limits.time_for(len(data)))
            raise UnreadableInput(
                name,
                f"reading it took longer than {seconds} seconds",
                "pass a part of it, or raise the limit of the time",
            ) from None
        except BaseException:
            close()
            raise
        if answer is None or answer.last:
            close()
    if answer is None:
        raise UnreadableInput(name, "the file crashed its reader", _RESAVE)
    match answer.kind:
        case "document":
            document: Document = answer.body
            return document
        case "unreadable":
            raise UnreadableInput(name, *answer.body)
        case _ if answer.body == "MemoryError":
            raise UnreadableInput(
                name,
                f"reading it needs more than {limits.memory >> 20} MiB of memory",
                "pass a part of it, or raise the limit of the memory",
            )
        case _:
            raise UnreadableInput(name, f"the file is damaged ({answer.body})", _RESAVE)


def _running() -> Worker:
    """The process to ask; a fork of this one starts its own, since two must not share the pipes."""
    global _worker  # noqa: PLW0603 - one process for the life of the program is the point
    if _worker is None or _worker.owner != os.getpid():
        if _worker is not None:
            _worker.end()
        _worker = Worker()
    return _worker


def close() -> None:
    """End the process, if there is one; the next binary file starts another."""
    global _worker  # noqa: PLW0603
    if _worker is not None:
        _worker.end()
        _worker = None


atexit.register(close)
