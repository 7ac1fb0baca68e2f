"""What the two processes say to each other: one frame a message, and nothing in it but our own types."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Collection
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple

_HEAD = struct.Struct("<Q")
_OURS = "auditreport.schemas."
# Types of others that our types hold.
_PLAIN = frozenset({("decimal", "Decimal")})
# What reading an answer raises if it was not written by us, or not to its end.
BROKEN = (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError, KeyError, ImportError)


class Answer(NamedTuple):
    """What became of a file.

    Attributes:
        kind: `document`, `unreadable`, `unloaded` where a library is missing or too large for the memory, or `failed`
            for an exception that no reader foresaw; `outcome` for a file of which more was made than a document.
        body: the document; the reason and the next step; nothing; the name of the exception; or the outcome.
        last: whether the process has grown so large that it ends after this answer.
    """

    kind: str
    body: Any
    last: bool


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """Write one message."""
    stream.write(_HEAD.pack(len(body)))
    stream.write(body)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """Read one message; `None` where the other side has ended."""
    head = _exactly(stream, _HEAD.size)
    return None if head is None else _exactly(stream, _HEAD.unpack(head)[0])


def _exactly(stream: BinaryIO, size: int) -> bytes | None:
    body = stream.read(size)
    return body if len(body) == size else None


def pack(answer: Answer) -> bytes:
    """An answer as bytes."""
    return pickle.dumps(tuple(answer), protocol=5)


def unpack(body: bytes, modules: Collection[str] = ()) -> Answer:
    """An answer from bytes.

    Args:
        body: the bytes.
        modules: whose types it may hold besides those of the schemas.

    Raises:
        pickle.UnpicklingError: the bytes name another type: a file took its reader over. Bytes that are no answer
            raise one of `BROKEN`.
    """
    return Answer(*_Ours(BytesIO(body), modules).load())


class _Ours(pickle.Unpickler):
    """Builds types that are made in modules of ours, and what they hold, and nothing else."""

    def __init__(self, stream: BytesIO, modules: Collection[str]) -> None:
        super().__init__(stream)
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if (module.startswith(_OURS) or module in self._modules) and "." not in name:
            found = super().find_class(module, name)
            # What a module merely imports is not its own.
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
