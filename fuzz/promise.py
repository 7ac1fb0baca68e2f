"""What must hold of everything that is read, whatever the bytes: no exception but ours, and nothing made up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from auditreport.checks import select_codes
from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.contained.child import answer_of
from auditreport.parsers.formats.contained.parent import document_of
from auditreport.parsers.formats.contained.wire import pack, unpack
from auditreport.parsers.formats.limits import Limits
from auditreport.pipeline import Read, check_read, read_bytes
from auditreport.schemas import Document, Fact
from tests.reading import out_of_order, unaccounted

# A file that unpacks to more than its limit is refused long before, so that the search loses little time over bombs.
LIMITS = Limits(size=2_000_000)
_PLAIN = re.compile(r"[(\[]?\s?[△▲▽▼−\-+]?\s?\d[\d,]*(?:\.\d+)?")
_MOST_DIGITS = 15


class Broken(AssertionError):
    """A promise that does not hold."""


def holds(is_kept: object, what: str) -> None:
    """Insist on something.

    Raises:
        Broken: it is not so.
    """
    if not is_kept:
        raise Broken(what)


def here(module: str, data: bytes, name: str, limits: Limits, keys: Mapping[str, str]) -> Document:
    """Read a file as the process of its own does, in this one, and send the answer through the wire.

    Raises:
        UnreadableInput: as there.
    """
    return document_of(unpack(pack(answer_of(module, data, name, keys))), name, limits)


def read_whole(data: bytes, name: str = "fuzz") -> Read | None:
    """Read a file through the door of the product, and hold it to what is promised of all files.

    Returns:
        What was read; none where the file is refused in one sentence.
    """
    try:
        read = read_bytes(data, name, LIMITS, here)
    except UnreadableInput as error:
        holds("\n" not in error.reason and error.next_step, f"a sentence: {error}")
        return None
    keep(read)
    return read


def keep(read: Read) -> None:
    """Hold what was read to its promises."""
    document = read.document
    holds(not unaccounted(document), "every visible line lies in one block")
    holds(not out_of_order(document), "blocks ascend")
    for block in document.blocks:
        holds(block.anchor.end <= len(document.text), "places lie in the text")
    holds(len({fact.id for fact in read.facts}) == len(read.facts), "ids are unique")
    for fact in read.facts:
        _keep_fact(fact, document.text)
    check_read(read, "fuzz", select_codes((), ()))


def _keep_fact(fact: Fact, text: str) -> None:
    start, end = fact.source.start, fact.source.end
    holds(0 <= start <= end <= len(text), "figures lie in the text")
    holds(text[start:end] == fact.raw, f"the text at a figure is its raw: {fact.raw!r}, {text[start:end]!r}")
    value = Decimal(fact.value)
    holds(value.is_finite() and "E" not in fact.value, f"a plain number: {fact.value}")
    if _PLAIN.fullmatch(fact.raw) and fact.status == "stated":
        holds(_digits(fact.value) == _digits(fact.raw), f"no digit is lost: {fact.raw} → {fact.value}")


def _digits(number: str) -> str:
    """The digits of a number that zeros at its ends do not change."""
    return "".join(str(unicodedata.decimal(char)) for char in number if char.isdecimal()).strip("0")
