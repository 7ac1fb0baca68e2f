"""Bytes → decoded text: encoding told by content, line ends folded, rubbish refused."""

from __future__ import annotations

import codecs
import re

from auditreport.errors import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Decode the bytes of a text file.

    Line ends (CR LF, CR, LF) become LF, as every text reader of Python gives them; a byte order mark stays the first
    character. Tried in this order: the byte order mark, UTF-8, CP949 (which holds EUC-KR).

    Returns:
        The text and the name of its encoding.

    Raises:
        UnreadableInput: the bytes are in no encoding known here.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _try(data, encoding)
            if text is not None:
                if encoding == "utf-16":
                    text = "\ufeff" + text
                return _fold(text, name), encoding
    for encoding in ("utf-8", "cp949"):
        text = _try(data, encoding)
        if text is not None:
            return _fold(text, name), encoding
    damaged = _mostly(data)
    if damaged is not None:
        return _fold(damaged[0], name), damaged[1]
    raise UnreadableInput(name, "the bytes are no text in UTF-8, UTF-16 or CP949", "check the file or convert it")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _mostly(data: bytes) -> tuple[str, str] | None:
    """A text in which a few bytes are damaged: each stands as U+FFFD, if at most one in two hundred is."""
    for encoding in ("utf-8", "cp949"):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") * 200 <= len(text):
            return text, encoding
    return None


def _fold(text: str, name: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise UnreadableInput(name, "the file holds binary data, not text", "check that it is the report")
    return text
