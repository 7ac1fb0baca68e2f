"""An HWP 5 file, changed stream by stream and record by record, its streams unpacked and packed again."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from random import Random

from fuzz.mutation.change import Mutate, shuffled

_PACKED = ("DocInfo", "BodyText/", "ViewText/", "Scripts/")
_HEAD = struct.Struct("<I")
_LONG = 0xFFF
Record = tuple[int, bytes]


def change(data: bytes, chance: Random, mutate: Mutate) -> bytes:
    """One change of one stream; what is no OLE file is changed raw."""
    from hwpx.hwp5.cfb import CompoundFile, build_compound_file, read_all_streams

    try:
        streams = read_all_streams(CompoundFile(data))
        changed = shuffled(streams, chance, lambda stream: (stream[0], _stream(*stream, chance, mutate)))
        return bytes(build_compound_file(dict(changed).items()))
    except Exception:  # noqa: BLE001 - a file that the last change broke
        return mutate(data, len(data) + 64)


def _stream(name: str, body: bytes, chance: Random, mutate: Mutate) -> bytes:
    if not name.startswith(_PACKED):
        return mutate(body, len(body) + 64)
    plain = zlib.decompress(body, -zlib.MAX_WBITS)
    changed = b"".join(map(_packed, shuffled(list(_records(plain)), chance, lambda one: _record(one, chance, mutate))))
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(changed) + packer.flush()


def _records(plain: bytes) -> Iterator[Record]:
    """The tag and level of each record as one number, and its body."""
    at = 0
    while at + 4 <= len(plain):
        (head,) = _HEAD.unpack_from(plain, at)
        at, size = at + 4, head >> 20
        if size == _LONG and at + 4 <= len(plain):
            (size,) = _HEAD.unpack_from(plain, at)
            at += 4
        yield head & 0xFFFFF, plain[at : at + size]
        at += size


def _packed(record: Record) -> bytes:
    kind, body = record
    if len(body) < _LONG:
        return _HEAD.pack(kind | len(body) << 20) + body
    return _HEAD.pack(kind | _LONG << 20) + _HEAD.pack(len(body)) + body


def _record(record: Record, chance: Random, mutate: Mutate) -> Record:
    kind, body = record
    match chance.randrange(4):
        case 0:
            return kind ^ 1 << chance.randrange(20), body
        case 1:
            return kind & 0x3FF | chance.randrange(1024) << 10, body
        case 2 if len(body) >= 2:
            at = chance.randrange(len(body) - 1)
            return kind, body[:at] + chance.choice((b"\xff\xff", b"\0\0", b"\x01\0", b"\0\x80")) + body[at + 2 :]
        case _:
            return kind, mutate(body, len(body) + 64)
