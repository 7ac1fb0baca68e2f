"""Paragraph heads that Hangul (아래아한글) stores as shapes and not as text: bullets, outline and list numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

# Order of the number formats in HWP 5 (표 43 번호 형식); HWPX writes the same ones as names.
KINDS = (
    "DIGIT",
    "CIRCLED_DIGIT",
    "ROMAN_CAPITAL",
    "ROMAN_SMALL",
    "LATIN_CAPITAL",
    "LATIN_SMALL",
    "CIRCLED_LATIN_CAPITAL",
    "CIRCLED_LATIN_SMALL",
    "HANGUL_SYLLABLE",
    "CIRCLED_HANGUL_SYLLABLE",
    "HANGUL_JAMO",
)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# Places of the fourteen plain initials among Unicode's nineteen, which hold the doubled ones too.
_INITIALS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
# First character of each run of circled signs in Unicode, and its length.
_CIRCLED = {
    "CIRCLED_DIGIT": (0x2460, 20),
    "CIRCLED_LATIN_CAPITAL": (0x24B6, 26),
    "CIRCLED_LATIN_SMALL": (0x24D0, 26),
    "CIRCLED_HANGUL_SYLLABLE": (0x326E, 14),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: its template, in which `^2` stands for the number of the second level."""

    template: str
    kind: str = "DIGIT"
    start: int = 1


@dataclass(slots=True)
class Heads:
    """The numberings and bullets that a file defines, with the numbers given so far.

    Keys are the identifiers by which paragraph shapes refer to them.
    """

    numberings: Mapping[str, tuple[Level, ...]] = field(default_factory=dict)
    bullets: Mapping[str, str] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * 10))

    def bullet(self, key: str) -> str:
        """The sign of a bullet, or nothing where the file does not tell."""
        return self.bullets.get(key, "").strip("\x00 ")

    def number(self, key: str, level: int) -> str:
        """The number of the next paragraph of a level (0 for the outermost), as the page shows it."""
        levels = self.numberings.get(key, ())
        if not 0 <= level < len(levels):
            return ""
        counts = self._counts[key]
        counts[level] = counts[level] + 1 if counts[level] else max(levels[level].start, 1)
        for deeper in range(level + 1, len(counts)):
            counts[deeper] = 0
        out = levels[level].template
        for at, other in enumerate(levels):
            out = out.replace(f"^{at + 1}", spelled(max(counts[at], 1), other.kind))
        return out.strip()


def spelled(number: int, kind: str) -> str:
    """A number as a format spells it; decimal where the format has no sign for it.

    >>> spelled(4, "ROMAN_CAPITAL"), spelled(3, "CIRCLED_DIGIT"), spelled(2, "LATIN_SMALL")
    ('IV', '③', 'b')
    """
    if kind in _CIRCLED:
        first, size = _CIRCLED[kind]
        return chr(first + number - 1) if number <= size else str(number)
    if kind in ("ROMAN_CAPITAL", "ROMAN_SMALL"):
        capitals = roman(number)
        return capitals if kind == "ROMAN_CAPITAL" else capitals.lower()
    if kind in ("LATIN_CAPITAL", "LATIN_SMALL") and number <= 26:
        return chr((65 if kind == "LATIN_CAPITAL" else 97) + number - 1)
    if kind == "HANGUL_SYLLABLE" and number <= len(_INITIALS):
        return chr(0xAC00 + 588 * _INITIALS[number - 1])
    if kind == "HANGUL_JAMO" and number <= len(_INITIALS):
        return chr(0x3131 + (0, 3, 6, 8, 16, 17, 20, 22, 23, 25, 26, 27, 28, 29)[number - 1])
    return str(number)


def roman(number: int) -> str:
    """A number in Roman capitals; decimal from 40 on, which no report reaches."""
    if number >= 40:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out += sign
            number -= value
    return out
