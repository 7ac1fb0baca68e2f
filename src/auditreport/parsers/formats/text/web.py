"""A web page saved as text → which of its lines are the article; the rest is navigation."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.formats.blocks.lines import Line
from auditreport.parsers.formats.blocks.openings import opening

_MIN_SENTENCES = 3


class Page(NamedTuple):
    """Indexes into the lines: the headline, and the article's body `start:stop`."""

    headline: int | None
    start: int
    stop: int


def find_article(lines: list[Line]) -> Page | None:
    """The first article of a web page, or `None` if the text is no press article.

    A press article has a line with the date of publication, or a byline, and sentences behind it; a report has marks,
    numbered headings or tables instead.
    """
    dated = next((i for i, line in enumerate(lines) if vocab.pattern("press_date").search(line.value)), None)
    bylines = [i for i, line in enumerate(lines) if vocab.pattern("byline").match(line.value)]
    if dated is None and not bylines:
        return None
    if _structured(lines):
        return None
    start = dated + 1 if dated is not None else bylines[0]
    stop = _end(lines, start, bylines)
    sentences = sum(_is_sentence(line.value) for line in lines[start:stop])
    if sentences < _MIN_SENTENCES:
        return None
    last = max(i for i in range(start, stop) if _is_sentence(lines[i].value))
    headline = next(
        (i for i in range((dated if dated is not None else start) - 1, -1, -1) if _is_title(lines[i].value)),
        None,
    )
    return Page(headline, start, last + 1)


def _structured(lines: list[Line]) -> bool:
    """Whether bullets of a report, numbered parts or tables make up much of the text."""
    heavy = 0
    for line in lines:
        found = opening(line.text, frozenset())
        rank = vocab.marks().rank.get(found.mark, 99)
        heavy += found.kind == "roman" or (found.kind == "bullet" and rank <= 40) or "\t" in line.value
    return heavy * 4 > len(lines)


def _end(lines: list[Line], start: int, bylines: list[int]) -> int:
    """Where the first article ends: before the headline of a second one, at a rights notice, or at the last line."""
    for i in bylines:
        if i > start + 1 and any(_is_sentence(line.value) for line in lines[start:i]):
            return i - 1 if _is_title(lines[i - 1].value) and not _is_sentence(lines[i - 1].value) else i
    for i in range(start, len(lines)):
        if any(word in lines[i].value for word in vocab.words().press[1:4]):
            return i
    return len(lines)


def _is_sentence(value: str) -> bool:
    return len(value) > 25 and value.rstrip("\"'”’)").endswith((".", "!", "?"))


def _is_title(value: str) -> bool:
    return (
        len(value) >= 8
        and opening(_text_of(value), frozenset()).kind == "none"
        and not re.search(r"\d{1,2}:\d{2}", value)
    )


def _text_of(value: str):  # type: ignore[no-untyped-def]
    from auditreport.schemas import Text

    return Text(value, ((0, 0, 1),))
