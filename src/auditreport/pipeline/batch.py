"""Many inputs → one outcome each, in order: what was read, or why nothing was; none costs another."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeVar

from auditreport.pipeline.executors import Executor, InTurn
from auditreport.pipeline.outcomes import Outcome, PassedOver, Unreadable
from auditreport.pipeline.sources import Place
from auditreport.pipeline.task import Task
from auditreport.schemas.failure import Failure

P = TypeVar("P")
IN_TURN = InTurn()


def read_places(
    places: Sequence[Place], task: Task[P], executor: Executor = IN_TURN
) -> Generator[Outcome[P], None, None]:
    """The outcome of each input, in order; a folder without any report ends in an outcome of its own.

    Args:
        places: what the user named.
        task: what is wanted of each input.
        executor: reads several inputs at once, or one after the other.
    """
    outcomes = executor.read((found for place in places for found in place.inputs), task)
    for place in places:
        if place.store is not None:
            from auditreport.pipeline.stores import read_store

            yield from read_store(place, task)
            continue
        is_barren = place.is_folder
        for _ in place.inputs:
            outcome = next(outcomes)
            is_barren = is_barren and isinstance(outcome, PassedOver)
            yield outcome
        if is_barren:
            yield Unreadable(
                Failure(
                    name=place.name,
                    reason="there is no file in this folder that can be read",
                    next_step="pass a folder that holds reports",
                )
            )
