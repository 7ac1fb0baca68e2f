"""Bytes and a seed → the bytes changed: what all mutators share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
# Changes bytes with the guidance of the search, to at most this many.
Mutate = Callable[[bytes, int], bytes]
Change = Callable[[bytes, Random, Mutate], bytes]
Mutator = Callable[[bytes, int, int], bytes]

NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"99999", b"2147483648", b"999999999", b"1e999999", b"9" * 40, b"NaN")


def mutator(change: Change, mutate: Mutate) -> Mutator:
    """A mutator for the search out of a change that knows the form; one time in five the bytes are changed raw."""

    def changed(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < 0.2:
            return mutate(data, most)
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = change(data, chance, mutate)
        return data if len(data) <= most else mutate(data[:most], most)

    return changed


def shuffled(parts: Sequence[T], chance: Random, new: Callable[[T], T]) -> list[T]:
    """The parts with one left out, put twice, put many times, moved, or made new."""
    out = list(parts)
    if not out:
        return out
    at, to = chance.randrange(len(out)), chance.randrange(len(out))
    match chance.randrange(7):
        case 0:
            del out[at]
        case 1:
            out.insert(to, out[at])
        case 2:
            out[at:at] = [out[at]] * chance.choice((2, 10, 100))
        case 3:
            out[at], out[to] = out[to], out[at]
        case _:
            out[at] = new(out[at])
    return out
