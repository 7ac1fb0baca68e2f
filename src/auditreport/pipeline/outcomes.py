"""What became of an input: a part of what was read, or why nothing was. Other processes may send it: plain types."""

from __future__ import annotations

from dataclasses import dataclass
from traceback import format_exception
from typing import Generic, TypeVar

from auditreport.errors import UnreadableInput
from auditreport.schemas.failure import Failure

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Done(Generic[P]):
    """An input that was read.

    Attributes:
        name: the input as the user named it.
        label: its name without folders.
        part: what was wanted of it.
        is_recognised: whether it says what reports say.
        has_pictures: whether some of its pages are pictures without text.
    """

    name: str
    label: str
    part: P
    is_recognised: bool
    has_pictures: bool


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
    """An input on which the program itself failed.

    Attributes:
        name: the input as the user named it.
        kind: name of the exception's type.
        trace: where it was raised.
    """

    name: str
    kind: str
    trace: str


Outcome = Done[P] | Unreadable | PassedOver | Broken


def unreadable(name: str, error: UnreadableInput) -> Unreadable:
    """The outcome of an input that a reader refused."""
    return Unreadable(Failure(name=name, reason=error.reason, next_step=error.next_step))


def broken(name: str, error: Exception) -> Broken:
    """The outcome of an input on which the program failed."""
    return Broken(name, type(error).__name__, "".join(format_exception(error)))
