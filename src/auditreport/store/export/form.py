"""What all forms of files have in common: they take rows table by table, and end whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from auditreport.schemas.tables import Batch


class Sink(Protocol):
    """Takes the bytes of a file."""

    def write(self, data: bytes, /) -> object:
        """Take the next ones."""


# Opens the sink of a table by name.
Opener = Callable[[str], Sink]


class Form(Protocol):
    """Writes tables as files of one form; they are complete once it has finished.

    Attributes:
        cut: cells whose text was cut, since the form holds none of that length.
    """

    cut: int

    def add(self, batch: Batch) -> None:
        """Take rows of a table; tables that were not chosen are passed over."""

    def finish(self) -> None:
        """Write what is left, and close the files."""

    def abandon(self) -> None:
        """Close the files as they are; the caller removes them."""
