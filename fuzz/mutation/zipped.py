"""A ZIP package, changed part by part: what is in one, what it is called, whether it is there."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO
from random import Random

from fuzz.mutation import markup
from fuzz.mutation.change import Mutate, shuffled

_NAMES = (
    "../../evil.xml",
    "/etc/evil.xml",
    "C:\\evil.xml",
    "Contents\\section0.xml",
    "META-INF/manifest.xml",
    "a/" * 99,
)
Part = tuple[str, bytes]


def change(data: bytes, chance: Random, mutate: Mutate) -> bytes:
    """One change of one part, or of which parts there are; what is no package is changed raw."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [(part.filename, package.read(part)) for part in package.infolist()]
    except Exception:  # noqa: BLE001 - a package that the last change broke
        return mutate(data, len(data) + 64)
    return written(shuffled(parts, chance, lambda part: _part(part, chance, mutate)))


def _part(part: Part, chance: Random, mutate: Mutate) -> Part:
    name, body = part
    if chance.random() < 0.1:
        return chance.choice(_NAMES), body
    if name.endswith((".xml", ".hpf")) and chance.random() < 0.9:
        return name, markup.change(body, chance, mutate)
    return name, mutate(body, len(body) + 64)


def written(parts: list[Part]) -> bytes:
    """A package with these parts, in this order, names as they are."""
    out = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")
        for name, body in parts:
            package.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
