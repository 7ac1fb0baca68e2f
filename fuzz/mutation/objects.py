"""A PDF file, changed object by object, its streams unfolded; the table of objects is made anew."""

from __future__ import annotations

import re
import zlib
from random import Random

from fuzz.mutation.change import NUMBERS, Mutate, shuffled
from tests.parsers.formats.pdf.samples import assemble, stream

_OBJECT = re.compile(rb"\d+ 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_FOLDED = re.compile(rb"<< /Length \d+ /Filter \[/FlateDecode\] >>\nstream\n(?P<body>.*)\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.#])-?\d+(?:\.\d+)?")
_REFERENCE = re.compile(rb"\d+ 0 R")


def change(data: bytes, chance: Random, mutate: Mutate) -> bytes:
    """One change of one object; one time in ten the assembled file is changed raw behind it."""
    objects = _OBJECT.findall(data)
    if not objects or chance.random() < 0.1:
        return mutate(data, len(data) + 64)
    return assemble(shuffled(objects, chance, lambda body: _object(body, len(objects), chance, mutate)))


def _object(body: bytes, count: int, chance: Random, mutate: Mutate) -> bytes:
    folded = _FOLDED.fullmatch(body)
    if folded is None:
        return _dictionary(body, count, chance, mutate)
    try:
        plain = zlib.decompress(folded["body"])
    except zlib.error:
        return mutate(body, len(body) + 64)
    return stream(b"\n".join(shuffled(plain.split(b"\n"), chance, lambda line: _operator(line, chance, mutate))))


def _dictionary(body: bytes, count: int, chance: Random, mutate: Mutate) -> bytes:
    match chance.randrange(4):
        case 0:
            return _REFERENCE.sub(lambda _: b"%d 0 R" % chance.randrange(count + 2), body, count=1)
        case 1:
            return b" ".join(shuffled(body.split(b" "), chance, lambda word: mutate(word, len(word) + 8)))
        case 2:
            return mutate(body, len(body) + 64)
        case _:
            return _NUMBER.sub(lambda _: chance.choice(NUMBERS), body, count=1)


def _operator(line: bytes, chance: Random, mutate: Mutate) -> bytes:
    if chance.random() < 0.5:
        return _NUMBER.sub(lambda _: chance.choice(NUMBERS), line, count=chance.randrange(1, 4))
    return b" ".join(shuffled(line.split(b" "), chance, lambda word: mutate(word, len(word) + 8)))
