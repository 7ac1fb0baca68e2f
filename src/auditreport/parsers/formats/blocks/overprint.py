"""Headings printed several times over themselves → the heading once.

Page dumps show a shadowed heading in two forms: each glyph repeated in a row and the clean heading behind
(`반반반반…1. 일 반 현 황`), or every glyph doubled (`ⅡⅡ.. 22002244년년`). Real repeated digits are never touched: a
line counts as overprinted only where every glyph of it repeats and Hangul is among them.
"""

from __future__ import annotations

import re

from auditreport.schemas import Text

_RUN = re.compile(r"(.+?)\1{3,}")
_LEADERS = re.compile(r"[·․‥….•‧∙⋯ㆍ\s]{4,}")


def repair(text: Text) -> Text | None:
    """The heading that `text` prints over itself, or `None` if the line is no overprint."""
    value = text.value
    if len(value) < 6:
        return None
    return _shadowed(text) or _doubled(text)


def _shadowed(text: Text) -> Text | None:
    squashed = "".join(text.value.split())
    # Each glyph stands in both halves: lines in which too many stand once are told before the slow search for runs.
    if len(squashed) < 16 or len(set(squashed)) * 2 > len(squashed) or not _RUN.search(squashed):
        return None
    once = _RUN.sub(r"\1", squashed)
    half = len(once) // 2
    if len(once) % 2 or once[:half] != once[half:] or not re.search("[가-힣]{2}", once):
        return None
    at, left = len(text.value), half
    while left:
        at -= 1
        if not text.value[at].isspace():
            left -= 1
    return text.slice(at, len(text.value))


def _doubled(text: Text) -> Text | None:
    """Keep one glyph of each run where all glyphs of all words come in runs of the same length (2 to 5)."""
    bare = text.value.lstrip()
    if bare[:1] != bare[1:2]:
        return None
    leaders = _LEADERS.search(text.value)
    body_end = leaders.start() if leaders else len(text.value)
    body = text.value[:body_end]
    if len(re.findall(r"([가-힣])\1", body)) < 2:
        return None
    for times in (2, 3, 4, 5):
        if all(_in_runs(word, times) for word in body.split()):
            tail_ok = leaders is not None and _in_runs(text.value[leaders.end() :], times)
            return _keep(text, body_end, times, leaders.end() if leaders and tail_ok else None)
    return None


def _in_runs(word: str, times: int) -> bool:
    return len(word) % times == 0 and all(len(set(word[i : i + times])) == 1 for i in range(0, len(word), times))


def _keep(text: Text, body_end: int, times: int, tail: int | None) -> Text:
    parts: list[Text] = []
    for match in re.finditer(r"\S+|\s+", text.value[:body_end]):
        step = 1 if match.group().isspace() else times
        parts.extend(text.slice(i, i + 1) for i in range(match.start(), match.end(), step))
    if body_end < len(text.value):
        stop = tail if tail is not None else len(text.value)
        parts.append(text.slice(body_end, stop))
        if tail is not None:
            parts.extend(text.slice(i, i + 1) for i in range(tail, len(text.value), times))
    return Text.join(parts, "").strip()
