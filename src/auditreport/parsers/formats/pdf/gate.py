"""Whether the bytes of a PDF can be read at all, before the slow reader is let at them."""

from __future__ import annotations

import re
import zlib

import pypdfium2

from auditreport.errors import UnreadableInput

# Beyond what reports have: their drawings take up to some 4 MiB a page, their pictures some 100 MiB.
MAX_PAGES = 5_000
_MAX_DRAWING = 24 * 2**20
_MAX_PICTURE = 256 * 2**20
_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 2_000
_CHUNK = 2**20


def check(data: bytes, name: str, password: str | None = None) -> int:
    """The number of pages of a PDF.

    Raises:
        UnreadableInput: it needs a password or another one, is damaged, has no page, or unfolds beyond all measure.
    """
    _refuse_bombs(data, name)
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            if password is not None:
                raise UnreadableInput(name, "the password does not open the PDF", "check the password") from error
            raise UnreadableInput(
                name, "the PDF needs a password", "give it with --password, or pass a copy without one"
            ) from error
        raise UnreadableInput(
            name, "the PDF is damaged or cut off", "fetch the file again, or print it to a new PDF"
        ) from error
    try:
        pages = len(document)
    finally:
        document.close()
    if pages == 0:
        raise UnreadableInput(name, "the PDF has no page", "fetch the file again")
    if pages > MAX_PAGES:
        raise UnreadableInput(name, f"the PDF has {pages} pages, more than the {MAX_PAGES} that are read", "split it")
    return pages


def _refuse_bombs(data: bytes, name: str) -> None:
    """Refuse streams that unfold beyond all measure; nothing is kept of what is unfolded."""
    for match in _STREAM.finditer(data):
        if data[max(match.start() - 3, 0) : match.start()] == b"end":
            continue
        head = data[max(match.start() - _DICTIONARY, 0) : match.start()]
        head = head[max(head.rfind(b" obj"), 0) :]
        times = len(_FLATE.findall(head))
        if not times:
            continue
        limit = _MAX_PICTURE if _PICTURE.search(head) else _MAX_DRAWING
        end = data.find(b"endstream", match.end())
        length = (end if end >= 0 else len(data)) - match.end()
        # No stream unfolds to more than a thousandfold, once for each time that it was folded.
        if length * 1032**times <= limit:
            continue
        if _unfolded(data[match.end() : match.end() + length], times, limit) > limit:
            raise UnreadableInput(
                name,
                f"a part of the PDF unfolds to more than {limit // 2**20} MiB",
                "print it to a new PDF and pass that file",
            )


def _unfolded(piece: bytes, times: int, limit: int) -> int:
    """Size of a stream after unfolding it `times` times, counted up to a little above `limit`."""
    layers = [zlib.decompressobj() for _ in range(times)]
    size = 0
    try:
        for at in range(0, len(piece), _CHUNK):
            size += _feed(layers, piece[at : at + _CHUNK], limit - size)
            if size > limit:
                break
    except zlib.error:
        return size
    return size


def _feed(layers: list[zlib._Decompress], piece: bytes, left: int) -> int:
    """Bytes that the last layer gives for a piece of the first one's input."""
    layer, *inner = layers
    size = 0
    while piece and size <= left:
        out = layer.decompress(piece, _CHUNK)
        size += _feed(inner, out, left - size) if inner else len(out)
        if not out:
            break
        piece = layer.unconsumed_tail
    return size
