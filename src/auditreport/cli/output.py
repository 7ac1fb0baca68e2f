"""Text → standard output or a file; a file appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol, TextIO

from auditreport.errors import AuditReportError
from auditreport.render.messages import N_

# How standard output is called in `OutputError`.
STDOUT = ">"


class OutputError(AuditReportError):
    """A place that cannot be written to."""

    def __init__(self, name: str, reason: str) -> None:
        """Keep the place as the user named it, and what is wrong with it as an English part of a sentence."""
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class ClosedPipeError(AuditReportError):
    """Whoever reads the output has enough."""


class Output(Protocol):
    """Where text goes."""

    def write(self, text: str | bytes) -> None:
        """Take the next part; text goes as UTF-8."""

    def close(self, *, keep: bool) -> None:
        """End it; without `keep`, leave no trace where that is possible."""


class StandardOutput:
    """Standard output, in UTF-8 whatever the locale."""

    def __init__(self, *, hold: bool = False) -> None:
        """With `hold`, print at the end only, so that a progress bar on the same terminal is not torn."""
        self._held: list[bytes] | None = [] if hold else None

    def write(self, text: str | bytes) -> None:
        """Print and flush, so that a closed pipe is noticed here and not on leaving."""
        data = _encoded(text)
        if self._held is not None:
            self._held.append(data)
            return
        if sys.stdout is None:
            raise OutputError(STDOUT, N_("it is closed"))
        with refusing(STDOUT):
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()

    def close(self, *, keep: bool) -> None:
        """Print what was held back; there is nothing to take back."""
        held, self._held = self._held, None
        if held:
            self.write(b"".join(held))


class FileOutput:
    """A file, written beside its place and moved there at the end; a device or a pipe is written directly."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            OutputError: the folder is missing or may not be written to, or `path` is a folder.
        """
        self._name = str(path)
        self._path = Path(os.path.realpath(path))
        self._is_direct = self._path.exists() and not self._path.is_file()
        self._part = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        with refusing(self._name):
            place, mode = (self._path, "wb") if self._is_direct else (self._part, "xb")
            self._file: IO[bytes] = place.open(mode)

    def write(self, text: str | bytes) -> None:
        """Write the next part."""
        with refusing(self._name):
            self._file.write(_encoded(text))

    def close(self, *, keep: bool) -> None:
        """Move the file to its place, with the permissions of the one that it replaces, or remove it."""
        with refusing(self._name):
            try:
                self._file.close()
                if keep and not self._is_direct:
                    if self._path.exists():
                        self._part.chmod(self._path.stat().st_mode & 0o777)
                    self._part.replace(self._path)
            finally:
                if not self._is_direct:
                    self._part.unlink(missing_ok=True)


def _encoded(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is there and shown on a terminal."""
    return stream is not None and stream.isatty()


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Turn failures to write into exceptions of ours.

    Raises:
        OutputError: the operating system refused.
        ClosedPipeError: nobody reads any more.
    """
    try:
        yield
    except BrokenPipeError as error:
        raise ClosedPipeError(name) from error
    except OSError as error:
        raise OutputError(name, error.strerror or str(error)) from error
