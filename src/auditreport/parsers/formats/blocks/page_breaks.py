"""Lines in reading order → where pages end among them: page numbers, and heads and feet that all pages repeat."""

from __future__ import annotations

import re
from collections import Counter

from auditreport import vocab
from auditreport.parsers.formats.blocks.lines import Line

_DIGITS = re.compile(r"\d+")
_MAX_HEAD = 40


def page_breaks(lines: list[Line]) -> dict[int, int]:
    """Index of the first line of each page break → index behind its last.

    A break holds a page number; the lines about it belong to it if they stand beside another page number as well.
    """
    numbers = [i for i, line in enumerate(lines) if _is_number(line.value)]
    beside = Counter(_folded(lines[at].value) for i in numbers for at in (i - 1, i + 1) if 0 <= at < len(lines))
    out: dict[int, int] = {}
    for i in numbers:
        start, stop = i, i + 1
        if start and _repeats(lines[start - 1].value, beside):
            start -= 1
        if stop < len(lines) and _repeats(lines[stop].value, beside):
            stop += 1
        out[start] = stop
    return out


def behind_header(lines: list[Line], at: int, header: list[int]) -> int:
    """Index behind the lines of a header that are printed again at `at`; `at` where they are not."""
    again = [vocab.squash(line.value) for line in lines[at : at + len(header)]]
    return at + len(header) if header and again == [vocab.squash(lines[i].value) for i in header] else at


def _is_number(value: str) -> bool:
    return vocab.pattern("page_mark").match(value) is not None and any(char.isdigit() for char in value)


def _folded(value: str) -> str:
    return _DIGITS.sub("", vocab.squash(value))


def _repeats(value: str, beside: Counter[str]) -> bool:
    """Whether a line beside a page number stands beside others, too, and holds words, no figures."""
    words = [word for word in value.split() if not word.isdigit()]
    return (
        len(value) <= _MAX_HEAD
        and len(words) > 0
        and not re.search(r"\d\s+\S*\d", value)
        and beside[_folded(value)] > 1
    )
