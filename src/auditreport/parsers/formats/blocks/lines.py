"""Decoded text → lines folded for reading, each character still tied to its place in the source."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from auditreport.schemas import Text

# One character for one: full width to ASCII, kinds of space to a space, half-width brackets to full ones.
_ONE_TO_ONE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ONE_TO_ONE |= dict.fromkeys((0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008), 0x20)
_ONE_TO_ONE |= dict.fromkeys((0x2009, 0x200A, 0x202F, 0x205F, 0x3000, 0x0B, 0x0C), 0x20)
_ONE_TO_ONE |= {
    0xAD: ord("-"),
    0xFF62: 0x300C,
    0xFF63: 0x300D,
    0x223C: ord("~"),
    0x301C: ord("~"),
    0x2CA: 0xB4,
    0x2CB: 0xB4,
    0x2032: 0xB4,
    # The vowel that some fonts print for a middle dot.
    0x119E: 0x318D,
}
_FOLDED = re.compile("[" + "".join(map(chr, _ONE_TO_ONE)) + "]")
_REMOVED = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_JAMO = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
_BROKEN = re.compile(f"[{_REMOVED}\u1100-\u11ff]")
# Two stars in front of a space open no bold type: they are the mark of a second footnote.
_TAGS = re.compile(
    r"</?(?:b|strong|i|em|u|span|font|sup|sub)(?:\s[^>]*)?>|\*\*(?!\s)|(?<=[^\s*])\*\*|\\(?=[~*_<>%])", re.IGNORECASE
)


@dataclass(slots=True)
class Line:
    """A non-blank line: `text` folded and stripped, `indent` the columns of white space before it.

    `start:end` is the whole line in the source without its line end; `gap` counts the blank lines before it. A line of
    a text input has a `number` (1-based), one of a paged input a `page`; one that the page shows to be the
    rest of the line before it is a wrap.
    """

    number: int | None
    start: int
    end: int
    indent: int
    gap: int
    text: Text
    page: int | None = None
    is_wrap: bool = False

    @property
    def value(self) -> str:
        """The folded text."""
        return self.text.value


def read_lines(text: str) -> list[Line]:
    """The non-blank lines of a decoded text in order."""
    out: list[Line] = []
    offset, gap = 0, 0
    for number, raw in enumerate(text.split("\n"), 1):
        folded = fold(raw, offset) if raw and not raw.isspace() else None
        if folded is not None and (bare := folded.value.lstrip()):
            indent = len(folded) - len(bare)
            out.append(Line(number, offset, offset + len(raw), indent, gap, folded.strip()))
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return out


def fold(raw: str, offset: int) -> Text:
    """`raw` as it is read, tied to `offset`: full-width and odd spaces folded, NFD composed, tags removed."""
    value = raw.translate(_ONE_TO_ONE) if _FOLDED.search(raw) else raw
    text = Text(value, ((0, offset, 1),))
    if not value.isascii() and _BROKEN.search(value):
        text = _compose(value, offset)
    if "*" in text.value or "<" in text.value or "\\" in text.value:
        bare = delete(text, _TAGS)
        # A line of nothing but tags keeps them: else it would look blank and end in no block.
        text = bare if bare.value.strip() else text
    return text


def _compose(value: str, offset: int) -> Text:
    out, pieces, at = "", [], 0
    for match in re.finditer(f"{_JAMO.pattern}|[{_REMOVED}]", value):
        if match.start() > at:
            pieces.append((len(out), offset + at, 1))
            out += value[at : match.start()]
        if match.group() not in _REMOVED:
            pieces.append((len(out), offset + match.start(), len(match.group())))
            out += unicodedata.normalize("NFC", match.group())
        at = match.end()
    if at < len(value) or not pieces:
        pieces.append((len(out), offset + at, 1))
        out += value[at:]
    return Text(out, tuple(pieces))


def delete(text: Text, pattern: re.Pattern[str]) -> Text:
    """`text` without what `pattern` matches."""
    parts, at = [], 0
    for match in pattern.finditer(text.value):
        if match.start() > at:
            parts.append(text.slice(at, match.start()))
        at = match.end()
    if not at:
        return text
    if at < len(text.value) or not parts:
        parts.append(text.slice(at, len(text.value)))
    return Text.join(parts, "")


def width(value: str) -> int:
    """Columns that `value` takes on a page: two for Hangul and other wide signs."""
    return 2 * len(value) - len(value.encode("ascii", "ignore"))
