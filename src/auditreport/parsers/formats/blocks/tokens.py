"""One line of a table that lost its columns → its label, and the cells behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditreport import vocab
from auditreport.parsers.formats.blocks.lines import Line
from auditreport.schemas import Text

_WORD = re.compile(r"\S+")
_CELL = re.compile(r"\([^()]*[^\d()][^()]*\)(?=\s|$)|[^\s(]+\([^()]*\)\S*|\S+")
_MAX_REMARK = 3
_MAX_REMARK_WORD = 8


@dataclass(slots=True)
class Tokens:
    """A line cut into a label and the cells behind it; `figures` counts the cells that are figures or dashes."""

    label: Text | None
    cells: list[Text]
    figures: int


@cache
def _figure_word() -> re.Pattern[str]:
    units = vocab.units()
    marks = vocab.marks()
    negative = "".join(sorted(re.escape(sign) for sign in marks.negative))
    dash = "".join(sorted(re.escape(sign) for sign in marks.dash))
    names = sorted(
        {
            *units.counters,
            *units.rates,
            *units.points,
            *units.money,
            *units.multipliers,
            *(units.thing + w for w in units.after_each),
        },
        key=lambda word: (-len(word), word),
    )
    unit = "|".join(re.escape(name) for name in names)
    by = "|".join(sorted(units.multipliers, key=len, reverse=True))
    number = rf"[{negative}+]?\d[\d,]*(?:\.\d+)?"
    return re.compile(
        rf"(?:[(\[]?{number}(?:{by})?{units.about}?(?:{unit})?[)\]]?(?:\([^()]*\))?|[{dash}]|{number}\({number}\)|\d[\d,]*/\d[\d,]*)"
    )


def is_figure(word: str) -> bool:
    """Whether `word` is a figure cell: a numeral with or without sign, unit and brackets, or a dash."""
    return _figure_word().fullmatch(word.replace(" ", "")) is not None


def tokens(line: Line) -> Tokens:
    """Cut a line into label and cells: the figures (and dates) at its end, with a remark of few words behind them."""
    text = line.text
    words = [match.span() for match in _CELL.finditer(text.value)]
    words = _with_signs(text.value, words)
    kinds = [_kind(text.value[start:end]) for start, end in words]
    words, kinds = _with_dates(text.value, words, kinds)
    tail = len(words)
    trailing = _trailing(text.value, words, kinds)
    tail -= trailing
    first = tail
    while first > 0 and kinds[first - 1] in "ndp":
        first -= 1
    while first < tail and kinds[first] == "p":
        first += 1
    if first == tail:
        return Tokens(text, [], 0)
    if first == 0 and tail > 2 and (_is_year(text.value[slice(*words[0])]) or _ends_label(text.value, words[:tail])):
        first = 1
    spans: list[tuple[int, int]] = []
    for (start, end), kind in zip(words[first:tail], kinds[first:tail], strict=True):
        if kind == "p" and spans:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    spans.extend([(words[tail][0], words[-1][1])] if trailing else [])
    figures = sum(1 for kind in kinds[first:tail] if kind == "n")
    label = text.slice(0, words[first][0]).strip() if first else None
    cells = [text.slice(start, end) for start, end in spans]
    return Tokens(label if label is not None and label.value else None, cells, figures)


def _ends_label(value: str, words: list[tuple[int, int]]) -> bool:
    """Whether a bracket of words in front of bare figures ends the label of the line above: (7개 단지) 207,419."""
    first = value[slice(*words[0])]
    return first.startswith("(") and " " in first and not any(value[start] == "(" for start, _ in words[1:])


def _trailing(value: str, words: list[tuple[int, int]], kinds: list[str]) -> int:
    """How many words at the end are a remark behind two figures; short ones where it is more than one."""
    count = next((i for i, kind in enumerate(reversed(kinds)) if kind in "nd"), len(kinds))
    if not count or "".join(kinds[-count - 2 : -count]).strip("nd") or len(kinds) < count + 2:
        return 0
    if count == 1:
        return int(kinds[-1] == "x")
    short = all(end - start <= _MAX_REMARK_WORD for start, end in words[-count:])
    several = len(kinds) > count + 3 and not "".join(kinds[-count - 3 : -count]).strip("nd")
    return count if short and several and count <= _MAX_REMARK and kinds[-count] == "x" else 0


def _is_year(word: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d{2}", word)) or vocab.pattern("year_word").fullmatch(word) is not None


def _kind(word: str) -> str:
    """n: figure, d: date or year, p: bracketed words that belong to the figure before, x: other words."""
    if vocab.pattern("year_word").fullmatch(word):
        return "d"
    if is_figure(word):
        return "n"
    if word.startswith(("(", "[")) and word.endswith((")", "]")) and not word[1:-1].replace(",", "").isdigit():
        return "p"
    match = vocab.pattern("mask").match(word)
    if match and match.end() >= len(word.rstrip(".)")):
        return "d"
    return "x"


def _with_signs(value: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a sign that stands alone with the numeral behind it (▲ 215)."""
    out: list[tuple[int, int]] = []
    for start, end in words:
        if (
            out
            and value[slice(*out[-1])] in vocab.marks().negative
            and value[slice(*out[-1])] != "-"
            and value[start].isdigit()
        ):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _with_dates(value: str, words: list[tuple[int, int]], kinds: list[str]) -> tuple[list[tuple[int, int]], list[str]]:
    """Join the words of a date (2024. 12); two figures with counters beside each other are none (4개소 1개소)."""
    spans = [match.span() for match in vocab.pattern("mask").finditer(value) if " " in match.group().strip()]
    if not spans:
        return words, kinds
    out: list[tuple[int, int]] = []
    out_kinds: list[str] = []
    for (start, end), kind in zip(words, kinds, strict=True):
        inside = next((span for span in spans if span[0] < start < span[1]), None)
        two_figures = kind == "n" and out_kinds[-1:] == ["n"]
        if inside and out and out[-1][0] >= inside[0] and not two_figures:
            out[-1] = (out[-1][0], end)
            out_kinds[-1] = "d"
        else:
            out.append((start, end))
            out_kinds.append(kind)
    return out, out_kinds
