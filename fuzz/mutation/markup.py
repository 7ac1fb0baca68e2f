"""XML and HTML, changed tag by tag: nested, left open, repeated, with absurd attributes."""

from __future__ import annotations

import re
from random import Random

from fuzz.mutation import lines
from fuzz.mutation.change import NUMBERS, Mutate, shuffled

_TAG = re.compile(rb"(<[^>]*>)")
_VALUE = re.compile(rb'="([^"]*)"')
_DEEP = (3, 30, 300, 3_000)


def change(data: bytes, chance: Random, mutate: Mutate) -> bytes:
    """One change of one tag or of the text between two."""
    parts = [part for part in _TAG.split(data) if part]
    return b"".join(shuffled(parts, chance, lambda part: _part(part, chance, mutate)))


def _part(part: bytes, chance: Random, mutate: Mutate) -> bytes:
    if not part.startswith(b"<"):
        return lines.change(part, chance, mutate)
    match chance.randrange(4):
        case 0:
            return part * chance.choice(_DEEP)
        case 1:
            return mutate(part, len(part) + 64)
        case 2:
            return b"<" + part.lstrip(b"</")
        case _:
            return _VALUE.sub(lambda _: b'="' + chance.choice(NUMBERS) + b'"', part, count=chance.randrange(1, 4))
