"""The beginning of a line → the mark, number or heading sign that opens it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from auditreport import vocab
from auditreport.parsers.formats.blocks.lines import Line
from auditreport.schemas import Text

Kind = Literal["roman", "number", "filled", "circled", "bullet", "none"]
_SHARP = re.compile(r"(#{1,6})\s+")
# Ⅰ, Ⅱ … in letters: of the Latin alphabet, or a, b … where the numbering of a list was printed in their place.
_LATIN_ROMAN = re.compile(r"(IX|IV|V?I{1,3}|V|X)\s*\.\s*(?=[^\s.])|([a-h])\.\s+(?=['’‘]?\d{2,4}|[가-힣])")
_NUMBER = re.compile(
    r"(\d{1,2}-\d{1,2})\s*\.?\s+(?=\d*[가-힣])|(\d{1,2}(?:-\d{1,2})?)(?:\s*\.(?!\d)\s*|\)\s*|\s+)(?=[^\d\s.,~/)%])"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd]")
_DOTS = re.compile(r"\.{1,2}\s+(?=\S)")
_LETTER = re.compile(r"([A-Za-z§¡ŸüØà])\s+(?=[가-힣‘“「『(\[])")


class Opening(NamedTuple):
    """What opens a line: its kind, the mark or number as printed, `sharps` Markdown signs, and the text behind."""

    kind: Kind
    mark: str
    sharps: int
    body: Text


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    marks = vocab.marks()
    signs = "".join(re.escape(sign) for sign in marks.rank if sign not in ("-", "*", "**"))
    return (
        re.compile(rf"([{marks.roman}])\s*\.?\s*(?=[^\s.·])"),
        re.compile(rf"([{marks.filled}])\s*(?=\S)"),
        re.compile(rf"([{marks.circled}])\s*(?=\S)"),
        re.compile(rf"([{signs}])\s*(?=\S)|(-)\s*(?=[^\s\d>])|(-)\s+(?=\S)|(\*{{1,2}})\s?(?=\S)"),
    )


def symbol_letters(lines: list[Line]) -> frozenset[str]:
    """Letters that stand for a bullet of a lost symbol font in these lines (`w`, `m`): two lines or more each."""
    found = Counter(match.group(1) for line in lines if (match := _LETTER.match(line.value)))
    known = vocab.marks().letters
    return frozenset(letter for letter, count in found.items() if count >= 2 and letter in known)


def opening(text: Text, letters: frozenset[str]) -> Opening:
    """Recognise what opens `text`; `kind` is `none` where nothing does."""
    sharps = 0
    if text.value and 0xAC00 <= ord(text.value[0]) <= 0xD7A3 and not vocab.pattern("numbered_word").match(text.value):
        # Most lines begin with a syllable, which no mark or number does.
        return Opening("none", "", 0, text)
    if match := _SHARP.match(text.value):
        sharps = len(match.group(1))
        text = text.slice(match.end(), len(text.value)).strip()
    roman, filled, circled, bullet = _patterns()
    value = text.value
    for kind, pattern in (("roman", roman), ("filled", filled), ("circled", circled)):
        if match := pattern.match(value):
            return Opening(kind, match.group(1), sharps, _rest(text, match.end()))  # type: ignore[arg-type]
    if match := _LATIN_ROMAN.match(value):
        return Opening("roman", match.group(1) or match.group(2), sharps, _rest(text, match.end()))
    if (match := vocab.pattern("numbered_word").match(value)) is not None:
        return Opening("number", match["number"], sharps, _rest(text, match.end()))
    if match := _NUMBER.match(value):
        return Opening("number", match.group(1) or match.group(2), sharps, _rest(text, match.end()))
    if match := bullet.match(value):
        return _bullet(text, match.end(), match[match.lastindex or 0], sharps, bullet)
    if match := _PRIVATE.match(value):
        return Opening("bullet", match.group(), sharps, _rest(text, 1))
    if match := _DOTS.match(value):
        return Opening("bullet", "·", sharps, _rest(text, match.end()))
    if letters and (match := _LETTER.match(value)) and match.group(1) in letters:
        return Opening("bullet", match.group(1), sharps, _rest(text, match.end()))
    return Opening("none", "", sharps, text)


def counts_on(mark: str, parts: Sequence[Text]) -> bool:
    """Whether a number in a circle goes on with an enumeration that began inside of a text (① …, ② …)."""
    marks = vocab.marks()
    row = next((row for row in (marks.circled, marks.filled) if mark in row), "")
    at = row.find(mark)
    value = "".join(part.value for part in parts)
    return at > 0 and row[at - 1] in value and mark not in value


def _bullet(text: Text, at: int, mark: str, sharps: int, pattern: re.Pattern[str]) -> Opening:
    body = _rest(text, at)
    if mark == "-":
        if match := _DOTS.match(body.value) or re.match(r"[·•]\s*(?=\S)", body.value):
            body = _rest(body, match.end())
        elif (match := pattern.match(body.value)) and match.group(1):
            return Opening("bullet", match.group(1), sharps, _rest(body, match.end()))
    return Opening("bullet", mark, sharps, body)


def _rest(text: Text, at: int) -> Text:
    return text.slice(at, len(text.value)).strip()
