"""A figure of an article and the sentence around it → what it is said to be: its words, year, phase, day, rounding."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditreport import vocab
from auditreport.comparing.made import Made, made
from auditreport.schemas import Fact
from auditreport.schemas.material import Material
from auditreport.vocab import Round

_CENTURY = 2000


class Quoted(NamedTuple):
    """A figure of an article.

    Attributes:
        fact: the figure.
        sentence: the sentence around it.
        unit: the units in which reports may count it.
        words: the words that name it: those in front of it or, where they name nothing, those behind it.
        clause: all words from the beginning of the clause to the figure, also those in front of other figures.
        behind: the words behind it, up to the next figure or clause.
        near: where those words stand, without spaces; `beside` also has what stands on the other side.
        year: the year that it is said to be about; `None` where nothing says it.
        is_over: whether that year had ended when the article was published.
        phase: the phase that the sentence names, if it does.
        day: the day up to which it is said to count, YYYY-MM-DD.
        round: how it is said to be a round figure.
    """

    fact: Fact
    sentence: str
    unit: tuple[str, ...]
    words: tuple[str, ...]
    clause: tuple[str, ...]
    behind: tuple[str, ...]
    near: str
    beside: str
    year: int | None
    is_over: bool
    phase: str | None
    day: str | None
    round: Round | None


class _Sentence(NamedTuple):
    start: int
    end: int


def quote(article: Material) -> list[Quoted]:
    """The figures of an article in their sentences, in order."""
    when = made(article.meta)
    sentences = _sentences(article.text)
    facts = sorted(article.facts, key=lambda fact: fact.source.start)
    out = []
    for number, fact in enumerate(facts):
        around = next((one for one in sentences if one.start <= fact.source.start < one.end), None)
        if around is not None:
            out.append(_quoted(article.text, facts, number, around, when))
    return out


def _sentences(text: str) -> list[_Sentence]:
    edges = [0, *(match.end() for match in vocab.quotes().sentence.finditer(text)), len(text)]
    return [_Sentence(start, end) for start, end in pairwise(edges) if start < end]


def _quoted(text: str, facts: Sequence[Fact], number: int, around: _Sentence, when: Made) -> Quoted:
    words = vocab.quotes()
    fact = facts[number]
    start, end = fact.source.start, fact.source.end
    before = max([around.start, *(one.source.end for one in facts[:number] if one.source.end <= start)])
    following = min([around.end, *(one.source.start for one in facts[number + 1 :] if one.source.start >= end)])
    ahead, behind = text[before:start], text[end:following]
    if before > around.start:
        ahead = _unit().sub("", ahead, count=1)
    begin = max([around.start, *(match.end() for match in words.clause.finditer(text, around.start, start))])
    clause = words.clause.split(_unit().sub("", behind, count=1), maxsplit=1)[0]
    near = ahead if words.content(ahead) else clause
    year = _year(text, around, start, when)
    return Quoted(
        fact=fact,
        sentence=" ".join(text[around.start : around.end].split()),
        unit=_units(fact, behind),
        words=words.content(near),
        clause=tuple(dict.fromkeys((*words.content(text[begin:start]), *words.content(near)))),
        behind=words.content(clause),
        near=vocab.squash(near),
        beside=vocab.squash(ahead + clause),
        year=year,
        is_over=year is not None and when.is_over(year),
        phase=_phase(ahead + words.clause.split(text[end : around.end], maxsplit=1)[0]),
        day=_day(text[around.start : start], year),
        round=_round(text[before:start], behind),
    )


@cache
def _unit() -> re.Pattern[str]:
    """What stands behind a numeral and is its unit."""
    units = vocab.units()
    names = sorted((*units.money, *units.counters, *units.rates, units.won), key=len, reverse=True)
    by = "|".join(sorted(units.multipliers, key=len, reverse=True))
    return re.compile(rf"^\s?(?:(?:{by})\s?)*(?:{units.about}\s?)?(?:{'|'.join(map(re.escape, names))})?")


def _units(fact: Fact, behind: str) -> tuple[str, ...]:
    """The unit of a figure and, behind 개, the thing that is counted: 7개 팀."""
    units = vocab.units()
    own = vocab.quotes().unit(fact.unit)
    if fact.unit != units.thing:
        return (own,)
    thing = next((word for word in units.counters if behind.lstrip(units.thing).lstrip().startswith(word)), None)
    return (own, thing) if thing is not None else (own,)


def _year(text: str, around: _Sentence, start: int, when: Made) -> int | None:
    """The last year said in front of a figure in its sentence, else behind it, else the only year of the article."""
    inside = _years(text, around.start, around.end, when)
    ahead = [year for at, year in inside if at < start]
    if ahead:
        return ahead[-1]
    said = {year for _, year in inside} or {year for _, year in _years(text, 0, len(text), when)}
    return said.pop() if len(said) == 1 else None


def _years(text: str, start: int, end: int, when: Made) -> list[tuple[int, int]]:
    """The years that a passage says, each with its place, without those that others are compared with."""
    words = vocab.quotes()
    now = when.day.year if when.day is not None else when.year
    out = []
    for match in words.years.finditer(text, start, end):
        if words.compared.match(text[match.end() : match.end() + 12]):
            continue
        if match["year"] or match["short"]:
            out.append((match.start(), int(match["year"]) if match["year"] else _CENTURY + int(match["short"])))
        elif now is not None:
            out.append((match.start(), now + (-1 if match["last"] else 1 if match["next"] else 0)))
    return out


def _phase(near: str) -> str | None:
    return next((name for name, pattern in vocab.quotes().phases.items() if pattern.search(near)), None)


def _day(text: str, year: int | None) -> str | None:
    """The day up to which figures count: 10월까지, 10월 말 현재, 10월 31일 기준."""
    found = [match for match in vocab.pattern("as_of").finditer(text) if 1 <= int(match["month"]) <= 12]
    if not found or year is None:
        return None
    month = int(found[-1]["month"])
    last = calendar.monthrange(year, month)[1]
    day = int(found[-1]["day"] or last)
    return date(year, month, day).isoformat() if 1 <= day <= last else None


def _round(ahead: str, behind: str) -> Round | None:
    words = vocab.quotes()
    last = ahead.split()[-1:] or [""]
    name = next((name for name, found in words.before.items() if last[0] in found), None)
    if name is not None:
        return name
    close = behind[:9]
    return next((name for name, found in words.behind.items() if any(word in close for word in found)), None)
