"""The process that reads: takes files on standard input, answers each on standard output, ends with its input."""

from __future__ import annotations

import errno
import gc
import os
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import BinaryIO

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.contained.wire import Answer, pack, read_frame, write_frame
from auditreport.vocab.own import use_own

# A process that once held this much is replaced: freed memory seldom returns to the system.
_LARGE = 700 << 20
# What the system says of a library that it cannot map.
_NO_ROOM = ("allocate memory", "map segment", "out of memory")


def main() -> None:
    """Answer files until the input ends."""
    with connected() as (asked, answers):
        serve(asked, answers)


@contextmanager
def connected() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """What the other side asks, and where it takes the answers; this process does nothing else.

    Nearly all that is made lives as long as its file, so that garbage is looked for seldom.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    with os.fdopen(os.dup(0), "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        # What a library prints must not stand between the answers.
        os.dup2(2, 1)
        yield asked, answers


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer every file that comes in."""
    while (request := read_frame(asked)) is not None:
        module, name, seconds, memory, keys, words = pickle.loads(request)
        data = read_frame(asked)
        if data is None:
            return
        limit(seconds, memory)
        use_own(words)
        answer = answer_of(module, data, name, keys)
        try:
            body = pack(answer)
        except MemoryError:
            body = pack(_no_memory())
        write_frame(answers, body)
        if answer.last:
            return


def answer_of(module: str, data: bytes, name: str, keys: Mapping[str, str]) -> Answer:
    """What the reader of a module makes of a file, whatever happens."""
    try:
        document = import_module(module).read(data, name, **keys)
    except UnreadableInput as error:
        return Answer("unreadable", (error.reason, error.next_step), is_large())
    except MemoryError:
        return _no_memory()
    except ImportError:
        return Answer("unloaded", None, True)
    except OSError as error:
        # A library that is loaded late says so when there is no room for it.
        no_room = error.errno == errno.ENOMEM or any(word in str(error) for word in _NO_ROOM)
        return _no_memory() if no_room else Answer("failed", type(error).__name__, is_large())
    except Exception as error:  # noqa: BLE001 - whatever a damaged file made its reader do is told to the parent
        return Answer("failed", type(error).__name__, is_large())
    return Answer("document", document, is_large())


def _no_memory() -> Answer:
    return Answer("failed", "MemoryError", True)


def limit(seconds: float, memory: int) -> None:
    """Bound the address space; bound the processor time, too, in case that nobody is left to end this process.

    Args:
        seconds: what it may still use.
        memory: bytes of address space; 0 for as much as there is.
    """
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    _bound(resource.RLIMIT_CPU, spent + int(seconds) + 5)
    _bound(resource.RLIMIT_AS, memory)


def _bound(kind: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    soft = min(value or hard, hard) if hard != resource.RLIM_INFINITY else value or hard
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):
        # macOS refuses a bound on the address space; the parent's clock still holds.
        return


def is_large() -> bool:
    """Whether this process has held so much memory that it had better be replaced."""
    peak = _peak()
    return peak is not None and peak > _LARGE


def _peak() -> int | None:
    """The most memory that this process held, in bytes; `None` where the system does not tell.

    Linux keeps the peak of the process that started this one in `ru_maxrss`, so that its own is looked up.
    """
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            own = next((line for line in status if line.startswith("VmHWM:")), None)
    except OSError:
        own = None
    if own is not None:
        return int(own.split()[1]) << 10
    try:
        import resource
        import sys
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
