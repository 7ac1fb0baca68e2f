"""What is done with each of many inputs, in whatever process → its outcome; none costs another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import Format, detect
from auditreport.parsers.formats.limits import DEFAULT, Limits
from auditreport.parsers.formats.registry import READERS, Contain, refuse_large
from auditreport.pipeline.one import read_bytes
from auditreport.pipeline.outcomes import Done, Outcome, PassedOver, broken, unreadable
from auditreport.pipeline.sources import Input
from auditreport.schemas import Document, Fact, Report
from auditreport.vocab import own_text

if TYPE_CHECKING:
    from auditreport.store.reading import Stored

P = TypeVar("P")
# Bytes of a file that is too large to be opened whole; what they leave open, and how text begins that holds zeros.
_HEAD = 65_536
_TOLD_BY_THE_WHOLE = (Format.ZIP, Format.OLE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Task(Generic[P]):
    """What is wanted of each input. Other processes get it, so that it can be pickled.

    Attributes:
        part: makes of a document, its report and its facts what the caller needs; what it gives crosses over to the
            caller's process, so that text is cheap and a whole `Read` is dear.
        limits: what one file may cost, and what opens it.
        stored: makes the same of a report that a store holds; without it stores are refused.
        words: the words of the user that inputs are read with, in whatever process.
    """

    part: Callable[[Document, Report, list[Fact]], P]
    limits: Limits = DEFAULT
    stored: Callable[[Stored], P] | None = None
    words: str | None = field(default_factory=own_text)


class Asked(NamedTuple):
    """An input without its bytes: what is said of it beside them."""

    name: str
    label: str
    is_named: bool


def read_data(data: bytes, asked: Asked, task: Task[P], contain: Contain | None = None) -> Outcome[P]:
    """Read the bytes of an input.

    Args:
        data: the bytes.
        asked: whose they are.
        task: what is wanted of them.
        contain: reads binary formats; by default in a process of their own.
    """
    try:
        read = read_bytes(data, asked.label, task.limits, contain)
        part = task.part(read.document, read.report, read.facts)
    except UnreadableInput as error:
        if not asked.is_named and data.strip() and _is_foreign(data, asked.name):
            return PassedOver(asked.name)
        return unreadable(asked.name, error)
    except Exception as error:  # noqa: BLE001 - a mistake of ours on one file must not cost the others
        return broken(asked.name, error)
    return Done(asked.name, asked.label, part, read.is_recognised, read.has_pictures)


def read_input(
    found: Input, task: Task[P], read: Callable[[bytes, Asked, Task[P]], Outcome[P]] = read_data
) -> Outcome[P]:
    """Load an input and read its bytes.

    Args:
        found: the input.
        task: what is wanted of it.
        read: reads the bytes, here or elsewhere.
    """
    try:
        refuse_large(found.length(), found.name, task.limits)
        data = found.load()
    except UnreadableInput as error:
        return PassedOver(found.name) if _begins_foreign(found) else unreadable(found.name, error)
    except Exception as error:  # noqa: BLE001 - a mistake of ours on one file must not cost the others
        return broken(found.name, error)
    return read(data, Asked(found.name, found.label, found.is_named), task)


def _is_foreign(data: bytes, name: str) -> bool:
    """Whether no reader knows the format; what shows no format and is no text either counts as such."""
    known = detect(data, name)
    return known is Format.TEXT or known not in READERS


def _begins_foreign(found: Input) -> bool:
    """Whether a file in a folder, which cannot be opened whole, shows by its first bytes that no reader knows it."""
    if found.is_named or found.path is None:
        return False
    try:
        with found.path.open("rb") as file:
            head = file.read(_HEAD)
        known = detect(head, found.name)
    except (OSError, ValueError, UnreadableInput):
        return False
    if known is Format.TEXT:
        return b"\0" in head and not head.startswith(_UTF16)
    return known not in READERS and known not in _TOLD_BY_THE_WHOLE
