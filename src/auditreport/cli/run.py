"""Inputs, a form of output and a place → everything read and written, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing

from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.reading import Reading
from auditreport.cli.session import Session
from auditreport.cli.targets import MakeWriter, find_target
from auditreport.pipeline import Broken, Done, PassedOver, Task, Unreadable, find_places, read_places
from auditreport.schemas.failure import Failure


def run(
    session: Session, sources: Sequence[str], output: str | None, make_writer: MakeWriter, reading: Reading
) -> ExitCode:
    """Read the sources and write what they say.

    Raises:
        OutputError: `output` cannot be written, or is one of the inputs.
    """
    talk = session.talk
    places = find_places(sources, _read_stdin)
    total = sum(len(place.inputs) for place in places)
    target = find_target(output, places, make_writer)
    codes: set[ExitCode] = set()
    failures: list[Failure] = []
    passed_over: list[str] = []
    finished = False
    task = Task(make_writer().part, reading.limits)
    try:
        with (
            closing(read_places(places, task, reading.executor(places))) as outcomes,
            talk.progress(outcomes, total) as counted,
        ):
            for outcome in counted:
                match outcome:
                    case Done(name=name, label=label, part=part):
                        target.add(label, part)
                        if not outcome.is_recognised:
                            codes.add(ExitCode.UNRECOGNISED)
                            talk.unrecognised(name, pictures=outcome.has_pictures)
                    case Unreadable(failure=failure):
                        codes.add(ExitCode.UNREADABLE)
                        failures.append(failure)
                        talk.unreadable(failure)
                    case PassedOver(name=name):
                        passed_over.append(name)
                    case Broken(name=name, kind=kind, trace=trace):
                        codes.add(ExitCode.INTERNAL)
                        failures.append(_failure(name, kind))
                        talk.broken(name, kind, trace if session.debug else "")
        finished = True
    finally:
        if not finished:
            target.abandon()
    target.finish(failures)
    if passed_over:
        talk.passed_over(passed_over)
    return worst(codes)


def _failure(name: str, kind: str) -> Failure:
    return Failure(
        name=name,
        reason=f"auditreport itself failed ({kind})",
        next_step="please report this",
    )


def _read_stdin() -> bytes:
    # A process may be started without standard input at all.
    return b"" if sys.stdin is None else sys.stdin.buffer.read()
