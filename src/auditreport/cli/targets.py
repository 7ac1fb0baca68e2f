"""Documents as they are read → one output for all of them, or a file for each in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from auditreport.cli.output import (
    ClosedPipeError,
    FileOutput,
    Output,
    OutputError,
    StandardOutput,
    is_terminal,
    refusing,
)
from auditreport.pipeline import STDIN, Place
from auditreport.render.messages import N_
from auditreport.render.writers import Writer
from auditreport.schemas.failure import Failure

MakeWriter = Callable[[], Writer[Any]]


class Target(Protocol):
    """Where the documents of a run go."""

    def add(self, label: str, part: Any) -> None:
        """Write what the writer's `part` made of a document; `label` is the input's name without folders."""

    def finish(self, failures: Sequence[Failure]) -> None:
        """Write what comes behind the last document."""

    def abandon(self) -> None:
        """Leave no half file."""


def find_target(output: str | None, places: Sequence[Place], make_writer: MakeWriter) -> Target:
    """The target for what the user gave as output: nothing, a file, or a folder (it exists, or ends with /).

    Raises:
        OutputError: the place cannot be written to, or is one of the inputs.
    """
    found = [item for place in places for item in place.inputs]
    if output is None:
        hold = len(found) > 1 and is_terminal(sys.stdout) and is_terminal(sys.stderr)
        return _Joined(make_writer(), StandardOutput(hold=hold))
    inputs = paths_of(places)
    path = Path(output)
    if output.endswith(os.sep):
        with refusing(output):
            path.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        return _Folder(path, make_writer, inputs)
    return _Joined(make_writer(), open_file(path, inputs))


def paths_of(places: Sequence[Place]) -> set[str]:
    """The files among the inputs, which no output may replace."""
    files = [item.path for place in places for item in place.inputs]
    return {os.path.realpath(path) for path in (*files, *(place.store for place in places)) if path is not None}


def open_file(path: Path, inputs: Collection[str]) -> FileOutput:
    """A file to write to.

    Raises:
        OutputError: it cannot be written to, or is one of the inputs.
    """
    if os.path.realpath(path) in inputs:
        raise OutputError(str(path), N_("this is one of the inputs and would be lost"))
    return FileOutput(path)


@contextmanager
def writing(path: str | None, inputs: Collection[str]) -> Iterator[Output]:
    """A file, or standard output without a path; the file appears if all goes well, and no half of it otherwise.

    Raises:
        OutputError: it cannot be written to, or is one of the inputs.
    """
    output = StandardOutput() if path is None else open_file(Path(path), inputs)
    kept = False
    try:
        yield output
        kept = True
    finally:
        output.close(keep=kept)


class _Joined:
    """All documents in one output."""

    def __init__(self, writer: Writer[Any], output: Output) -> None:
        self._writer = writer
        self._output = output
        self._is_empty = True

    def add(self, label: str, part: Any) -> None:
        if self._is_empty:
            self._output.write(self._writer.begin())
            self._is_empty = False
        self._output.write(self._writer.document(part))

    def finish(self, failures: Sequence[Failure]) -> None:
        """Write the end; a file is left as it was if nothing was read that could replace it."""
        begin = self._writer.begin() if self._is_empty else ""
        self._output.write(begin + self._writer.end(failures))
        self._output.close(keep=not self._is_empty)

    def abandon(self) -> None:
        with suppress(OutputError, ClosedPipeError):
            self._output.close(keep=False)


class _Folder:
    """Each document in a file of its own."""

    def __init__(self, folder: Path, make_writer: MakeWriter, inputs: Collection[str]) -> None:
        self._folder = folder
        self._make_writer = make_writer
        self._inputs = inputs
        self._taken: set[str] = set()

    def add(self, label: str, part: Any) -> None:
        writer = self._make_writer()
        one = _Joined(writer, open_file(self._folder / self._name(label, writer.suffix), self._inputs))
        try:
            one.add(label, part)
            one.finish(())
        finally:
            one.abandon()

    def _name(self, label: str, suffix: str) -> str:
        """The input's own name with another ending, numbered where two would be the same."""
        stem = "stdin" if label == STDIN else Path(label).stem
        number, name = 1, f"{stem}{suffix}"
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name.casefold())
        return name

    def finish(self, failures: Sequence[Failure]) -> None:
        """Do nothing: each file is finished already."""

    def abandon(self) -> None:
        """Do nothing: each file that is there is whole."""
