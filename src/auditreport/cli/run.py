"""Inputs, a form of output and a place → everything read and written, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import Any, Protocol, TypeVar

from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.reading import Reading
from auditreport.cli.session import Session
from auditreport.cli.targets import MakeWriter, Target, find_target
from auditreport.pipeline import Broken, Done, PassedOver, Place, Task, Unreadable, find_places, read_places
from auditreport.pipeline.stored import stored_facts
from auditreport.render.writers import Writer
from auditreport.schemas.failure import Failure

P = TypeVar("P")


class Taker(Protocol[P]):
    """Takes what was read, input by input."""

    def take(self, done: Done[P]) -> ExitCode:
        """Take what was wanted of an input; the code says what is to be said of it."""

    def miss(self, failure: Failure) -> None:
        """Take note of an input that could not be read."""


def run(
    session: Session, sources: Sequence[str], output: str | None, make_writer: MakeWriter, reading: Reading
) -> ExitCode:
    """Read the sources and write what they say.

    Raises:
        OutputError: `output` cannot be written, or is one of the inputs.
    """
    places = find_places(sources, read_stdin)
    target = find_target(output, places, make_writer)
    taker = _Writing(session, target)
    finished = False
    try:
        codes, passed_over = walk(session, places, reading, _task(make_writer(), reading), taker)
        finished = True
    finally:
        if not finished:
            target.abandon()
    target.finish(taker.failures)
    session.talk.passed_over(passed_over)
    return worst(codes)


def _task(writer: Writer[Any], reading: Reading) -> Task[Any]:
    """What a writer wants of each input; of a store it can have what is made of facts alone."""
    if writer.of_facts is None:
        return Task(writer.part, reading.limits)
    return Task(writer.part, reading.limits, partial(stored_facts, writer.of_facts))


class _Writing:
    """Writes what is read to a target."""

    def __init__(self, session: Session, target: Target) -> None:
        self.failures: list[Failure] = []
        self._session = session
        self._target = target

    def take(self, done: Done[Any]) -> ExitCode:
        self._target.add(done.label, done.part)
        if done.is_recognised:
            return ExitCode.CLEAN
        self._session.talk.unrecognised(done.name, pictures=done.has_pictures)
        return ExitCode.UNRECOGNISED

    def miss(self, failure: Failure) -> None:
        self.failures.append(failure)


def walk(
    session: Session, places: Sequence[Place], reading: Reading, task: Task[P], taker: Taker[P]
) -> tuple[set[ExitCode], list[str]]:
    """Do a task with all inputs, hand them over in order, and say what could not be read.

    Returns:
        The codes of what happened, and the files in folders that no reader knows.
    """
    talk = session.talk
    total = sum(len(place.inputs) for place in places)
    codes: set[ExitCode] = set()
    passed_over: list[str] = []
    with (
        closing(read_places(places, task, reading.executor(places))) as outcomes,
        talk.progress(outcomes, total) as counted,
    ):
        for outcome in counted:
            match outcome:
                case Done():
                    codes.add(taker.take(outcome))
                case Unreadable(failure=failure):
                    codes.add(ExitCode.UNREADABLE)
                    taker.miss(failure)
                    talk.unreadable(failure)
                case PassedOver(name=name):
                    passed_over.append(name)
                case Broken(name=name, kind=kind, trace=trace):
                    codes.add(ExitCode.INTERNAL)
                    taker.miss(_failure(name, kind))
                    talk.broken(name, kind, trace if session.debug else "")
    return codes, passed_over


def _failure(name: str, kind: str) -> Failure:
    return Failure(
        name=name,
        reason=f"auditreport itself failed ({kind})",
        next_step="please report this",
    )


def read_stdin() -> bytes:
    """The bytes of standard input; a process may be started without it."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read()
