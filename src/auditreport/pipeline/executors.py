"""A task and many inputs → their outcomes in the order of the inputs: one input after the other, or several at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

from auditreport.parsers.formats.limits import count_scans, patience
from auditreport.pipeline.abreast import read_abreast
from auditreport.pipeline.in_time import hung, in_time
from auditreport.pipeline.outcomes import Outcome, unreadable
from auditreport.pipeline.sources import Input, Place
from auditreport.pipeline.task import Asked, Task, read_data, read_input

P = TypeVar("P")
# Bytes of inputs that take as long as starting the processes: half a second for text, less for others.
_WORTHWHILE = 300_000


class Executor(Protocol):
    """Does a task with many inputs. Neither the outcomes nor their order depend on how it does so."""

    def read(self, inputs: Iterable[Input], task: Task[P]) -> Iterator[Outcome[P]]:
        """The outcomes in the order of the inputs; inputs are taken as their turn comes."""


class InTurn:
    """One input after the other, in this process; only the readers of binary formats run in another one."""

    def read(self, inputs: Iterable[Input], task: Task[P]) -> Iterator[Outcome[P]]:
        """The outcomes in the order of the inputs."""
        return (read_input(found, task, _in_time) for found in inputs)


def _in_time(data: bytes, asked: Asked, task: Task[P]) -> Outcome[P]:
    """Read the bytes of an input, and give it up where the steps before and behind its reader hang."""
    seconds = patience(len(data))
    try:
        with in_time(seconds + task.limits.time_for(len(data), count_scans(data))):
            return read_data(data, asked, task)
    except TimeoutError:
        return unreadable(asked.name, hung(asked.name, seconds))


class SideBySide:
    """Several inputs at once, each read whole, from its bytes to what is wanted of it, in a process of its own."""

    def __init__(self, workers: int) -> None:
        """Work with as many processes, started with the first inputs and ended with the last."""
        self._workers = workers

    def read(self, inputs: Iterable[Input], task: Task[P]) -> Iterator[Outcome[P]]:
        """The outcomes in the order of the inputs; what is under way is given up when nobody wants more of them."""
        from auditreport.parsers.formats.contained.pool import Pool
        from auditreport.pipeline.elsewhere import WORKER, read_elsewhere

        pool = Pool(WORKER)
        # A thread ends when the process that it waits for does.
        return read_abreast(inputs, task, partial(read_elsewhere, pool), self._workers, pool.shut)


def make_executor(workers: int | None, places: Sequence[Place], most: int = 1) -> Executor:
    """The executor for what the user named.

    Args:
        workers: processes to work with; `None` to use several where they are worth their start.
        places: what is to be read.
        most: how many to use where the number is open.
    """
    inputs = [found for place in places for found in place.inputs]
    if workers is None:
        workers = most if _is_much(inputs) else 1
    several = min(workers, len(inputs))
    return SideBySide(several) if several > 1 else InTurn()


def _is_much(inputs: Iterable[Input]) -> bool:
    """Whether the inputs hold more bytes than are read while processes start; a stream counts as nothing."""
    size = 0
    for found in inputs:
        size += found.length()
        if size >= _WORTHWHILE:
            return True
    return False
