"""The side that asks: a binary file → its document, read in another process, or why there is none."""

from __future__ import annotations

import atexit
import pickle
from collections.abc import Mapping

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.contained.pool import Pool
from auditreport.parsers.formats.contained.process import Worker
from auditreport.parsers.formats.contained.wire import BROKEN, Answer, unpack
from auditreport.parsers.formats.limits import Limits, count_scans, too_much_memory
from auditreport.schemas import Document
from auditreport.vocab import own_text

_RESAVE = "open it in the program that made it, save it again and pass that file"
_NO_KEYS: Mapping[str, str] = {}
POOL = Pool("auditreport.parsers.formats.contained.child")
close = POOL.close
atexit.register(close)


def read_contained(module: str, data: bytes, name: str, limits: Limits, keys: Mapping[str, str] = _NO_KEYS) -> Document:
    """Read a file in another process with the reader of `module`; several threads may ask at once.

    Args:
        module: has `read(data, name, **keys)`.
        data: the file as received.
        name: what the user calls it, for messages.
        limits: what the file may cost.
        keys: what its reader takes besides.

    Raises:
        UnreadableInput: the reader says so, or the file killed it, hung it, or asked for too much memory.
    """
    seconds = limits.time_for(len(data), count_scans(data))
    request = pickle.dumps((module, name, seconds, limits.memory, dict(keys), own_text()))
    with POOL.borrowed() as worker:
        try:
            answer = _ask(worker, request, data, seconds)
        except TimeoutError:
            raise too_late(name, seconds) from None
        worker.is_fit = answer is not None and not answer.last
    if answer is None:
        raise crashed(name)
    return document_of(answer, name, limits)


def _ask(worker: Worker, request: bytes, data: bytes, seconds: float) -> Answer | None:
    body = worker.receive(seconds) if worker.send(request, data) else None
    try:
        return None if body is None else unpack(body)
    except BROKEN:
        return None


def document_of(answer: Answer, name: str, limits: Limits) -> Document:
    """What a reader answered.

    Raises:
        UnreadableInput: there is no document.
    """
    match answer.kind:
        case "document":
            document: Document = answer.body
            return document
        case "unreadable":
            raise UnreadableInput(name, *answer.body)
        case "unloaded":
            raise UnreadableInput(
                name,
                "a library that reads it cannot be loaded",
                "run auditreport doctor, or raise the limit with --max-memory",
            )
        case _ if answer.body == "MemoryError":
            raise too_much_memory(name, limits)
        case _:
            raise UnreadableInput(name, f"the file is damaged ({answer.body})", _RESAVE)


def crashed(name: str) -> UnreadableInput:
    """What is wrong with a file that killed its reader."""
    return UnreadableInput(name, "the file crashed its reader", _RESAVE)


def too_late(name: str, seconds: float) -> UnreadableInput:
    """What is wrong with a file that hung its reader."""
    return UnreadableInput(
        name,
        f"reading it took longer than {round(seconds)} seconds",
        "pass a part of it, or raise the limit with --max-seconds",
    )
