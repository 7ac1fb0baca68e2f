"""Many inputs → one outcome each, in order: what was read, or why nothing was; none costs another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import Format, detect
from auditreport.parsers.formats.limits import DEFAULT, Limits
from auditreport.parsers.formats.registry import READERS
from auditreport.pipeline.executors import Executor, InTurn
from auditreport.pipeline.one import Read, read_bytes
from auditreport.pipeline.sources import Input, Place
from auditreport.schemas.failure import Failure


@dataclass(frozen=True, slots=True)
class Done:
    """An input that was read."""

    input: Input
    read: Read


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or a folder as a whole, that could not be read."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file found in a folder that no reader knows: not asked for by name, so no failure."""

    name: str


@dataclass(frozen=True, slots=True)
class Broken:
    """An input on which the program itself failed."""

    name: str
    error: Exception


Outcome = Done | Unreadable | PassedOver | Broken
IN_TURN = InTurn()


def read_places(places: Sequence[Place], limits: Limits = DEFAULT, executor: Executor = IN_TURN) -> Iterator[Outcome]:
    """The outcome of each input, in order; a folder without any report ends in an outcome of its own.

    Args:
        places: what the user named.
        limits: what one file may cost, and what opens it.
        executor: reads several inputs at once, or one after the other.
    """
    asked = ((found, not place.is_folder) for place in places for found in place.inputs)
    outcomes = executor.map(lambda one: read_input(one[0], limits, is_named=one[1]), asked)
    for place in places:
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


def read_input(found: Input, limits: Limits, *, is_named: bool) -> Outcome:
    """Read one input.

    Args:
        found: the input.
        limits: what it may cost, and what opens it.
        is_named: whether the user named it; in a folder, files that no reader knows are passed over, while
            empty and damaged ones are not.
    """
    data = b""
    try:
        data = found.load()
        return Done(found, read_bytes(data, found.label, limits))
    except UnreadableInput as error:
        if not is_named and data.strip() and _is_foreign(data, found.name):
            return PassedOver(found.name)
        return Unreadable(Failure(name=found.name, reason=error.reason, next_step=error.next_step))
    except Exception as error:  # noqa: BLE001 - a mistake of ours on one file must not cost the others
        return Broken(found.name, error)


def _is_foreign(data: bytes, name: str) -> bool:
    """Whether no reader knows the format; what shows no format and is no text either counts as such."""
    known = detect(data, name)
    return known is Format.TEXT or known not in READERS
