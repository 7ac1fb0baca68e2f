"""A task and many inputs → their outcomes in order, worked out by the workers of a Dask cluster (분산 처리)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from auditreport.pipeline.abreast import read_abreast
from auditreport.pipeline.outcomes import Outcome
from auditreport.pipeline.sources import Input
from auditreport.pipeline.task import Task

P = TypeVar("P")
# Inputs under way for each thread of the workers: the next one is there when one ends.
_READY = 2
# Threads of ours that wait for them.
_MOST = 512


class OnDask:
    """Several inputs at once on the workers of a cluster, which need none of the files: they get the bytes."""

    def __init__(self, address: str) -> None:
        """Work with the scheduler at an address, such as `tcp://host:8786`; connect to it with the first input."""
        self._address = address

    def read(self, inputs: Iterable[Input], task: Task[P]) -> Iterator[Outcome[P]]:
        """The outcomes in the order of the inputs.

        Raises:
            UnusableScheduler: nobody answers there, there are no workers, or they are not as they should be.
        """
        from auditreport.pipeline.cluster import Cluster

        inputs = iter(inputs)
        first = next(inputs, None)
        if first is None:
            return
        cluster = Cluster(self._address)
        many = min(_READY * cluster.count_threads(), _MOST)
        yield from read_abreast(chain([first], inputs), task, cluster.read, many, cluster.close)
