"""Facts with what stands around them → the phase (단계) that each is about, and its reference date (기준일)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from auditreport import vocab
from auditreport.comparing.made import Made, made
from auditreport.schemas import Fact, Meta
from auditreport.schemas.comparison import Phase
from auditreport.schemas.material import Material, Setting

_EXECUTED = ("budget.executed", "budget.execution_rate")
_FORECAST = "budget.executed_forecast"
_REQUIRED = "required_budget"
_BUDGETS = ("budget.amount", "budget.prior_amount")
_PLANS = ("plan", "new_plan")
_WON = "KRW"

Neighbours = Sequence[tuple[Fact, Setting]]


class AsOf(NamedTuple):
    """A reference date, YYYY-MM-DD, and a note where it is printed elsewhere than with the figure."""

    day: str | None
    note: str | None = None


class Timed(NamedTuple):
    """Phase and reference date of a fact."""

    phase: Phase | None
    as_of: str | None
    note: str | None


def timed(material: Material, lang: str = "en") -> tuple[Timed, ...]:
    """Phase and reference date of each fact of a report, in their order."""
    when = made(material.meta, material.facts)
    rows = _rows(material)
    return tuple(
        _timed(fact, setting, material.meta, when, rows.get((setting.block, setting.row), ()), lang)
        for fact, setting in zip(material.facts, material.settings, strict=True)
    )


def _timed(fact: Fact, setting: Setting, meta: Meta, when: Made, row: Neighbours, lang: str) -> Timed:
    day, note = as_of(fact, setting, row, lang)
    return Timed(phase_of(fact, setting, meta, when, day), day, note)


def _rows(material: Material) -> dict[tuple[int | None, int | None], list[tuple[Fact, Setting]]]:
    """What stands in each row of each table."""
    rows: dict[tuple[int | None, int | None], list[tuple[Fact, Setting]]] = defaultdict(list)
    for fact, setting in zip(material.facts, material.settings, strict=True):
        if setting.row is not None:
            rows[setting.block, setting.row].append((fact, setting))
    return rows


def as_of(fact: Fact, setting: Setting, neighbours: Neighbours, lang: str = "en") -> AsOf:
    """The reference date of a fact: its own, else the one that the rate beside it prints.

    Args:
        fact: the fact.
        setting: what stands around it.
        neighbours: the facts of its row, with what stands around them.
        lang: language of the note.
    """
    if fact.period.as_of is not None:
        return AsOf(fact.period.as_of)
    if fact.concept not in _EXECUTED or setting.row is None:
        return AsOf(None)
    days = {
        other.period.as_of
        for other, beside in neighbours
        if other.concept in _EXECUTED
        and other.period.year == fact.period.year
        and (beside.block, beside.row) == (setting.block, setting.row)
    } - {None}
    if len(days) != 1:
        return AsOf(None)
    return AsOf(days.pop(), vocab.phases().notes["beside"][lang])


def phase_of(
    fact: Fact, setting: Setting, meta: Meta, when: Made | None = None, day: str | None = None
) -> Phase | None:
    """The phase of a fact; `None` where the report does not tell, as with a bare 예산액.

    Args:
        fact: the fact.
        setting: what stands around it.
        meta: who reports, and when.
        when: when the report was made, if more than `meta` tells it.
        day: its reference date, if printed elsewhere than with it.
    """
    when = when or made(meta)
    day = day or fact.period.as_of
    if fact.concept == _FORECAST:
        return "forecast"
    word = _told(fact, setting)
    if word is not None:
        return _in_time(word, fact, meta, when, day, setting)
    if fact.kind == _REQUIRED:
        return None if _is_past_budget(fact, setting, meta) else "planned"
    if fact.concept in _EXECUTED:
        return _done(fact.period.year, when, day)
    if fact.kind in ("metric", "table") and not _is_budget(fact, setting):
        return _by_section(fact, setting, meta, when, day)
    return None


def _told(fact: Fact, setting: Setting) -> str | None:
    """The phase that words around a fact name, the nearest words first; `None` too where they name several."""
    for names in _named(fact, setting):
        if names:
            return next(iter(names)) if len(names) == 1 else None
    return None


def _named(fact: Fact, setting: Setting) -> Iterator[frozenset[str]]:
    words = vocab.phases()
    money = fact.unit == _WON
    yield from (words.of_title(title, money=money) for title in reversed(setting.titles))
    labels = setting.labels or tuple((fact.item or "").split(" > "))
    yield from (words.of_label(label, money=money) for label in reversed(labels))
    if money and fact.concept in _BUDGETS:
        # What is spent has its own words: those around a table speak about its budgets.
        around = (setting.caption, setting.lead, setting.heading)
        told = (text for text in around if text and _may_speak_of(text, fact.period.year))
        yield from (words.of_title(text, money=True) & words.money.keys() for text in told)


def _may_speak_of(text: str, year: int | None) -> bool:
    """Whether a line names a year or none: ’25년 본예산 above a table tells nothing of its column of 2024."""
    named = {int(found["year"]) for found in vocab.pattern("named_year").finditer(text)}
    return not named or year is None or year % 100 in named


def _in_time(word: str, fact: Fact, meta: Meta, when: Made, day: str | None, setting: Setting) -> Phase | None:
    year = fact.period.year
    match word:
        case "original_budget":
            return "original_budget"
        case "revised":
            return "revised"
        case "forecast":
            return "forecast"
        case "planned":
            return "planned"
        case "full_year":
            return "full_year" if year is None or not when.is_running(year) else None
        case "results":
            return None if _is_older(fact, setting, meta, when) else _done(year, when, day)
    return None


def _done(year: int | None, when: Made, day: str | None) -> Phase | None:
    """The phase of what was done: in the whole of a year that is over, or up to a day of one that is not."""
    if year is None:
        return None
    if day is not None:
        until = date.fromisoformat(day)
        if when.day is not None and until > when.day:
            return "forecast"
        if until.year >= year:
            return "full_year" if until >= date(year, 12, 31) else "executed_to_date"
    if when.is_over(year):
        return "full_year"
    return "executed_to_date" if when.is_running(year) else None


def _by_section(fact: Fact, setting: Setting, meta: Meta, when: Made, day: str | None) -> Phase | None:
    """The phase that part and section of a report tell of a figure without words of its own."""
    words = vocab.phases()
    year = fact.period.year
    if setting.role == "results" or (fact.part == "results" and setting.role is None):
        return None if _is_older(fact, setting, meta, when) else _done(year, when, day)
    if year is None or fact.part not in ("results", *_PLANS):
        return None
    if when.is_over(year) and year != meta.plan_year:
        return None if setting.role in words.describing_roles else "full_year"
    if fact.part in _PLANS:
        return "planned" if year == meta.plan_year or when.is_running(year - 1) else None
    return "planned" if setting.role in words.plan_roles else None


def _is_older(fact: Fact, setting: Setting, meta: Meta, when: Made) -> bool:
    """Whether a result stands in a plan that was made too early in its year to have results of that year."""
    if fact.part not in _PLANS or setting.role != "results" or fact.period.year != meta.plan_year:
        return False
    return when.day is None or when.day.year != meta.plan_year or when.day.month < vocab.phases().results_from_month


def _is_past_budget(fact: Fact, setting: Setting, meta: Meta) -> bool:
    """Whether a table of needs says what was voted for a year before the plan."""
    year, planned = fact.period.year, meta.plan_year
    return year is not None and planned is not None and year < planned and _is_budget(fact, setting)


def _is_budget(fact: Fact, setting: Setting) -> bool:
    """Whether words around a figure of a text or table call it a budget, of which the year alone tells nothing."""
    if fact.unit != _WON:
        return False
    labels = setting.labels or tuple((fact.item or "").split(" > "))
    return any(map(vocab.phases().is_budget, (*setting.titles, *labels[-1:])))
