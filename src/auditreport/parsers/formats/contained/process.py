"""A module with a `main` → a process that runs it, as the one that asks sees it: frames in, frames out."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from typing import BinaryIO

from auditreport.parsers.formats.contained.wire import write_frame

_START = (
    "import sys; sys.path[:] = sys.argv[2:]; from importlib import import_module; import_module(sys.argv[1]).main()"
)
_CHUNK = 1 << 20


class Worker:
    """A process that answers what it is asked, one thing after the other."""

    def __init__(self, module: str) -> None:
        """Start it; it `is_fit` for another file once it has answered one."""
        self.owner = os.getpid()
        self.is_fit = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, module, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._from = self._process.stdout.fileno()

    def send(self, *frames: bytes) -> bool:
        """Ask it; `False` if it is gone."""
        try:
            for frame in frames:
                write_frame(self._to, frame)
        except OSError:
            return False
        return True

    def receive(self, seconds: float) -> bytes | None:
        """The next frame that it writes; `None` if it died over it.

        Raises:
            TimeoutError: it took longer.
        """
        until = time.monotonic() + seconds
        head = self._take(8, until)
        return None if head is None else self._take(int.from_bytes(head, "little"), until)

    def _take(self, size: int, until: float) -> bytes | None:
        parts = []
        while size > 0:
            ready, _, _ = select.select([self._from], [], [], max(until - time.monotonic(), 0))
            if not ready:
                raise TimeoutError
            part = os.read(self._from, min(size, _CHUNK))
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
