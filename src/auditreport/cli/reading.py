"""Options on how inputs are read (읽기 설정), the same for every command that reads → limits and an executor."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import update_wrapper
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditreport.errors import UnusableScheduler
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from auditreport.parsers.formats.limits import Limits
    from auditreport.pipeline import Executor, Place

_MIB, _MB = 1 << 20, 1_000_000
# Each process takes up to the limit of memory, so that the default stays modest on large machines.
_MOST_WORKERS = 4
_LONGEST = 1_000_000
_LARGEST = 1 << 24


@dataclass(frozen=True, slots=True)
class Reading:
    """How the inputs of a run are read; each field is an option, `None` where it was not given."""

    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=256,
            metavar="N",
            help=N_(
                "Read up to this many files at once. Default: as many as processors, at most 4; 1 if files are small."
            ),
        ),
    ] = None
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help=N_("Read on the workers of this Dask scheduler, such as tcp://host:8786. Default: on this machine."),
        ),
    ] = None
    password: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            envvar="AUDITREPORT_PASSWORD",
            help=N_("Open locked PDF files with it; AUDITREPORT_PASSWORD does so unseen by others. Default: none."),
        ),
    ] = None
    max_seconds: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=_LONGEST,
            metavar="N",
            help=N_(
                "Give up a PDF, HWP or HWPX file after so many seconds. Default: 15, and 150 for each MB beyond 0.25."
            ),
        ),
    ] = None
    max_memory: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=_LARGEST,
            metavar="MIB",
            help=N_("Give up such a file when it takes more memory, in MiB; 0: never. Default: 1400."),
        ),
    ] = None
    max_size: Annotated[
        int | None,
        typer.Option(
            min=0, max=_LARGEST, metavar="MB", help=N_("Refuse files larger than this, in MB; 0: none. Default: 200.")
        ),
    ] = None
    vocab: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            envvar="AUDITREPORT_VOCAB",
            help=N_("Know the words of this TOML file, too; AUDITREPORT_VOCAB names one for all runs. Default: none."),
        ),
    ] = None
    no_sandbox: Annotated[
        bool,
        typer.Option(
            "--no-sandbox",
            help=N_("Read such files without limits of time and memory. Default: in processes of their own."),
        ),
    ] = False

    @property
    def limits(self) -> Limits:
        """The limits that the options set; a time that is set holds for files of any size."""
        from auditreport.parsers.formats.limits import DEFAULT, Limits

        timed = self.max_seconds is not None
        return Limits(
            seconds=DEFAULT.seconds if self.max_seconds is None else self.max_seconds,
            seconds_per_mb=0 if timed else DEFAULT.seconds_per_mb,
            seconds_per_scan=0 if timed else DEFAULT.seconds_per_scan,
            memory=DEFAULT.memory if self.max_memory is None else self.max_memory * _MIB,
            size=DEFAULT.size if self.max_size is None else self.max_size * _MB,
            contained=not self.no_sandbox,
            password=self.password,
        )

    def executor(self, places: Sequence[Place]) -> Executor:
        """What reads the inputs; without other processes one after the other, as a library is not shared.

        Raises:
            UnusableScheduler: another option leaves it nothing to do.
        """
        from auditreport.pipeline import OnDask, make_executor

        if self.scheduler is None:
            return make_executor(1 if self.no_sandbox else self.workers, places, min(_processors(), _MOST_WORKERS))
        if self.workers is not None:
            raise UnusableScheduler("--scheduler", "the cluster has workers of its own", "leave --workers out")
        if self.no_sandbox:
            raise UnusableScheduler("--scheduler", "--no-sandbox reads in this process", "leave one of the two out")
        return OnDask(self.scheduler)


READING = frozenset(field.name for field in fields(Reading))


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def reads(command: Callable[..., int]) -> Callable[..., int]:
    """The command, with an option for each field of `Reading` in the place of its parameter `reading`.

    It raises `WrongVocabulary` for a file of words that cannot be used.
    """
    own = inspect.signature(command, eval_str=True)
    hints = inspect.get_annotations(Reading, eval_str=True)
    options = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(Reading)
    ]
    params = [
        part.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for param in own.parameters.values()
        for part in (options if param.name == "reading" else [param])
    ]

    def run(**words: Any) -> int:
        reading = Reading(**{option.name: words.pop(option.name) for option in options})
        if reading.vocab is not None:
            from auditreport.vocab import use_own_file

            use_own_file(reading.vocab)
        return command(**words, reading=reading)

    update_wrapper(run, command)
    del run.__wrapped__  # type: ignore[attr-defined]
    run.__signature__ = own.replace(parameters=params)  # type: ignore[attr-defined]
    run.__annotations__ = {param.name: param.annotation for param in params}
    return run
