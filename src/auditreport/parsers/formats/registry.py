"""Bytes → the reader of their format, told by content and never by the file's name → `Document`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import islice

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import ELSEWHERE, NEXT_STEPS, Format, detect
from auditreport.parsers.formats.limits import DEFAULT, Limits, too_much_memory
from auditreport.schemas import Document

# The module that reads each format, imported when the first such file comes: its libraries are slow to import.
# Each has `read(data: bytes, name: str) -> Document`, which raises `UnreadableInput`; those of formats in `LOCKABLE`
# take a `password`, too.
READERS: dict[Format, str] = {
    Format.TEXT: "auditreport.parsers.formats.text",
    Format.PDF: "auditreport.parsers.formats.pdf",
    Format.HTML: "auditreport.parsers.formats.html",
    Format.HWP5: "auditreport.parsers.formats.hwp5",
    Format.HWPX: "auditreport.parsers.formats.hwpx",
    Format.HWPML: "auditreport.parsers.formats.hwpml",
}
# Formats whose readers decode what may be damaged or built to harm; they run in a process of their own.
CONTAINED = frozenset({Format.PDF, Format.HWP5, Format.HWPX, Format.HWPML, Format.HTML})
LOCKABLE = frozenset({Format.PDF})
# Bytes of memory that a line, a cell or a number of a text takes at the most, measured on texts of nothing else; a long
# report has some ten thousand of them.
_MADE_OF = 4096
_SEPARATORS = (b"\n", b"\t", b"|")
_DIGITS = re.compile(rb"\d+")
# Reads such a file without harm to the run: a reader's module, the bytes, their name, limits, what the reader takes.
Contain = Callable[[str, bytes, str, Limits, Mapping[str, str]], Document]


def read_document(data: bytes, name: str, limits: Limits = DEFAULT, contain: Contain | None = None) -> Document:
    """Read the bytes of a file in whatever format they are.

    Args:
        data: the file as received.
        name: what the user calls it, for messages.
        limits: what one file may cost, and what opens it.
        contain: reads binary formats; by default in a process of their own.

    Raises:
        UnreadableInput: the bytes are empty, damaged, too large, or in no format that is read.
    """
    found = detect(data, name)
    module = READERS.get(found)
    if module is None:
        raise UnreadableInput(name, f"this is {found.value}, which is not read", NEXT_STEPS.get(found, ELSEWHERE))
    refuse_large(len(data), name, limits)
    keys = {"password": limits.password} if found in LOCKABLE and limits.password is not None else {}
    if found in CONTAINED and limits.contained:
        return (contain or _contain())(module, data, name, limits, keys)
    if found is Format.TEXT:
        refuse_crowded(data, name, limits)
    document: Document = import_module(module).read(data, name, **keys)
    return document


def refuse_large(size: int, name: str, limits: Limits) -> None:
    """Refuse a file by its length alone, if need be before it is opened.

    Raises:
        UnreadableInput: it is larger than the limit.
    """
    if 0 < limits.size < size:
        raise UnreadableInput(
            name,
            f"the file is larger than {limits.size // 1_000_000} MB",
            "pass a part of it, or raise the limit with --max-size",
        )


def refuse_crowded(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a text by how much it is made of, as nothing bounds the memory of the process that reads texts.

    Raises:
        UnreadableInput: its lines, cells and numbers would need more memory than the limit.
    """
    most = limits.memory // _MADE_OF
    made_of = sum(map(data.count, _SEPARATORS)) + sum(1 for _ in islice(_DIGITS.finditer(data), most + 1))
    if 0 < most < made_of:
        raise too_much_memory(name, limits)


def _contain() -> Contain:
    from auditreport.parsers.formats.contained import read_contained

    return read_contained
