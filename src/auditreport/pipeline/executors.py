"""A task and many items → the results in the order of the items: one item after the other, or several at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")
# Items taken ahead for each worker: enough that none waits, few enough that results do not pile up in memory.
_AHEAD = 2


class Executor(Protocol):
    """Applies a task to many items. Neither the results nor their order depend on how it does so."""

    def map(self, task: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items; items are taken as their turn comes."""


class InTurn:
    """One item after the other."""

    def map(self, task: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        return map(task, items)


class SideBySide:
    """Several items at once, each in a thread that waits for a process of its own (작업 프로세스).

    Binary formats are read in other processes, which takes nearly all of the time that they need: threads suffice to
    keep those processes busy. Text is read in this process and gains nothing.
    """

    def __init__(self, workers: int) -> None:
        """Work with as many threads."""
        self._workers = workers

    def map(self, task: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items; what is under way is given up when nobody wants more of them."""
        from concurrent.futures import ThreadPoolExecutor

        from auditreport.parsers.formats.contained import close

        threads = ThreadPoolExecutor(self._workers)
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                waiting.append(threads.submit(task, item))
                if len(waiting) > _AHEAD * self._workers:
                    yield _taken(waiting)
            while waiting:
                yield _taken(waiting)
        finally:
            if waiting:
                threads.shutdown(wait=False, cancel_futures=True)
                # A thread ends when the process that it waits for does.
                close()
            threads.shutdown()


def _taken(waiting: deque[Future[R]]) -> R:
    """The first result; it counts as waited for until it is there."""
    result = waiting[0].result()
    waiting.popleft()
    return result


def make_executor(workers: int, items: int) -> Executor:
    """The executor for a number of items that uses at most `workers` processes."""
    several = min(workers, items)
    return SideBySide(several) if several > 1 else InTurn()
