"""Bytes of a web page → its text: by byte order mark, by what fits, by what the page declares."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)|encoding\s*=\s*["']([A-Za-z0-9_\-]+)""")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 4096


def decode(data: bytes) -> tuple[str, str]:
    """Decode a web page.

    What a page declares is often wrong where it was saved anew, so a declared encoding counts only if the bytes fit;
    EUC-KR and its kin are read as CP949, which holds them all. Where nothing fits, damaged characters stand as
    U+FFFD in the encoding that leaves the fewest.

    Returns:
        The text and the name of its encoding.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), encoding.removesuffix("-sig")
    candidates = list(dict.fromkeys([*_declared(data), "utf-8", "cp949"]))
    for encoding in candidates:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    texts = [(data.decode(encoding, errors="replace"), encoding) for encoding in candidates]
    return min(texts, key=lambda pair: pair[0].count("\ufffd"))


def _declared(data: bytes) -> list[str]:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return []
    name = next(group for group in match.groups() if group).decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ["cp949"] if "5601" in name or "euc" in name.lower() else []
    if known in ("euc_kr", "johab"):
        return ["cp949"] if known == "euc_kr" else ["johab"]
    # Latin encodings fit any bytes: they say nothing about a Korean page.
    return [] if known.startswith(("iso8859", "cp125", "ascii", "latin")) else [known]
