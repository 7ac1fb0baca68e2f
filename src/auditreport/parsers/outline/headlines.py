"""The line of a heading → the role of its section, its label, what stands behind it, its teams, its number."""

from __future__ import annotations

import re
from functools import lru_cache

from auditreport import vocab
from auditreport.schemas import Text

YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)")
_ASIDE = ("(", "※", "*")
_BEHIND_LABEL = re.compile(r"\s*[:：]\s*|\s*[(\[▷▻<]")
_BETWEEN_TEAMS = re.compile(r"\s*[,·/]\s*")
_LETTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def role_of(value: str) -> str | None:
    """Role of the section that a line opens, by its title in front of a colon or bracket."""
    return vocab.headings().section(label_of(value))


@lru_cache(maxsize=1024)
def label_of(value: str) -> str:
    """The title of a section line: what stands before a colon or bracket, without a year."""
    head = _BEHIND_LABEL.split(value, maxsplit=1)[0]
    return vocab.join_spaced(head)


def behind_label(text: Text) -> Text | None:
    """What a section line states behind its title."""
    match = re.search(r"[:：]\s*|(?=[(\[▷▻<])", text.value)
    if not match:
        return None
    rest = text.slice(match.end(), len(text.value)).strip()
    return rest if rest.value else None


def split_teams(value: str) -> tuple[str, tuple[str, ...]]:
    """A programme heading without the teams at its end, and the teams."""
    match = vocab.pattern("title_teams").match(value.strip())
    if match and len(match["title"]) >= 4:
        return vocab.join_spaced(match["title"]), teams_of(match["teams"])
    return vocab.join_spaced(value), ()


def teams_of(value: str) -> tuple[str, ...]:
    """The teams that a line lists."""
    return tuple(vocab.join_spaced(team) for team in _BETWEEN_TEAMS.split(value))


def is_teams(value: str) -> bool:
    """Whether a line holds names of teams and nothing else."""
    return vocab.pattern("only_teams").match(value) is not None


def year_in(value: str) -> int | None:
    """The first year in a title that is written in full."""
    match = YEAR.search(value)
    return int(match.group()) if match else None


def order_of(number: str) -> int:
    """The place of a printed number (Ⅲ, III, 3, 3-1) in its row; 0 for what is no number."""
    roman = vocab.marks().roman
    if number in roman:
        return roman.index(number) + 1
    if number in _LETTERS:
        return _LETTERS[number]
    if len(number) == 1 and "a" <= number <= "h":
        return ord(number) - ord("a") + 1
    match = re.match(r"\d+", number)
    return int(match.group()) if match else 0


def is_number_sign(mark: str) -> bool:
    """Whether a mark is a number in a circle."""
    marks = vocab.marks()
    return mark in marks.filled or mark in marks.circled


def is_title(value: str) -> bool:
    """Whether a bare line is short enough for a title and no sentence, label or aside."""
    is_phrase = ":" not in value and not value.endswith(vocab.words().sentence)
    return len(value) <= 40 and is_phrase and not value.startswith(_ASIDE)
