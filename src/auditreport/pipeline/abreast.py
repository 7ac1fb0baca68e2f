"""A task and many inputs → their outcomes in order, several of them under way at once in processes elsewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from auditreport.pipeline.outcomes import Outcome
from auditreport.pipeline.sources import Input
from auditreport.pipeline.task import Asked, Task, read_input

if TYPE_CHECKING:
    from concurrent.futures import Future

P = TypeVar("P")
# Inputs taken ahead for each that is under way: enough that none waits while a large file is read, few enough that what
# was read of small ones does not pile up in memory.
_AHEAD = 8


def read_abreast(
    inputs: Iterable[Input],
    task: Task[P],
    read: Callable[[bytes, Asked, Task[P]], Outcome[P]],
    many: int,
    stop: Callable[[], None],
) -> Iterator[Outcome[P]]:
    """The outcomes in the order of the inputs; what is under way is given up when nobody wants more of them.

    Args:
        inputs: are taken as their turn comes, and loaded here.
        task: what is wanted of them.
        read: has bytes read elsewhere, and waits for their outcome; several threads call it at once.
        many: how many are under way at once.
        stop: ends what is under way, so that `read` returns or raises, whatever it waits for.
    """
    from concurrent.futures import ThreadPoolExecutor

    # Each waits for a process, and sleeps meanwhile.
    threads = ThreadPoolExecutor(many)
    waiting: deque[Future[Outcome[P]]] = deque()
    try:
        for found in inputs:
            waiting.append(threads.submit(read_input, found, task, read))
            if len(waiting) > _AHEAD * many:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        stop()
        threads.shutdown()
