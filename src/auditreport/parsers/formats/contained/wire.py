"""What the two processes say to each other: one frame a message, and nothing in it but our own types."""

from __future__ import annotations

import pickle
import struct
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple

_HEAD = struct.Struct("<Q")
_OURS = "auditreport.schemas."


class Answer(NamedTuple):
    """What became of a file.

    Attributes:
        kind: `document`, `unreadable`, `unloaded` where a library is missing or too large for the memory, or `failed`
            for an exception that no reader foresaw.
        body: the document; the reason and the next step; nothing; or the name of the exception.
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


def unpack(body: bytes) -> Answer:
    """An answer from bytes.

    Raises:
        pickle.UnpicklingError: the bytes name a type that is none of the schemas: a file took its reader over.
    """
    return Answer(*_Ours(BytesIO(body)).load())


class _Ours(pickle.Unpickler):
    """Builds the types of the schemas and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(_OURS) and "." not in name:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
