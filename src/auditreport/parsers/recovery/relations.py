"""Titles and labels of a table → the relations that its words announce, along one axis.

The same code serves columns (in each row, 잔액 = 예산액 − 집행액) and rows (in each column, 과부족 = 현원 − 정원).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

from auditreport import vocab
from auditreport.arithmetic import MEASURES, find_wholes

Path = tuple[str, ...]
Rule = Literal["sum", "difference", "rate"]
Axis = Literal["row", "column"]

_RATES = ("budget.execution_rate", "budget.change_rate")


class Relation(NamedTuple):
    """Entry `result` is made from one of `options`.

    An option of a `sum` lists its parts, of a `difference` minuend and subtrahend, of a `rate` part and whole.
    `is_complete`: a result that is not printed is zero (계, 과부족); else it may be just missing (잔액, 집행률).
    `axis`: whether it holds in each row, between columns, or in each column, between rows.
    """

    rule: Rule
    result: int
    options: tuple[tuple[int, ...], ...]
    is_complete: bool = False
    axis: Axis = "row"

    @property
    def entries(self) -> tuple[int, ...]:
        """Every entry that it speaks of, in order."""
        return tuple(sorted({self.result, *(entry for option in self.options for entry in option)}))


class Entry(NamedTuple):
    """What the words of a column or row mean: its measure, what it measures that of, its year."""

    path: Path
    concept: str | None
    thing: Path
    year: int | None
    is_rate: bool = False
    is_text: bool = False


@lru_cache(maxsize=4096)
def read_entry(path: Path, *, unit: str | None = None, is_text: bool = False) -> Entry:
    """The meaning of a column or row.

    >>> read_entry(("2024년", "집행액")).concept
    'budget.executed'
    """
    concept, thing = _concept(path)
    year = next((year for label in path if (year := _year(label)) is not None), None)
    return Entry(path, concept, thing, year, unit == "%" or concept in _RATES, is_text)


def _concept(path: Path) -> tuple[str | None, Path]:
    columns = vocab.columns()
    for i in range(len(path) - 1, -1, -1):
        concept = columns.staffing(path[i]) or columns.measure(path[i])
        if concept is None:
            continue
        tail = tuple(label for label in path[i + 1 :] if not _is_basis(label))
        if concept == "budget.executed" and any(vocab.squash(label).endswith(columns.forecast) for label in path[i:]):
            concept = "budget.executed_forecast"
        return concept, path[:i] + tail
    return None, path


def _is_basis(label: str) -> bool:
    """Whether a title below a measure tells a date (10.31.기준), not what is measured."""
    columns = vocab.columns()
    return vocab.squash(label).endswith(columns.to_date + columns.forecast) or not re.search("[가-힣A-Za-z]", label)


def _year(label: str) -> int | None:
    """The year that a label names or begins with (2023년, ’19년 이전, 2024); 10년 이상 is a length of time."""
    patterns = (vocab.pattern("any_year").search, vocab.pattern("year_word").match, vocab.pattern("bare_year").match)
    match = next((found for find in patterns if (found := find(label.strip()))), None)
    digits = "" if match is None else re.sub(r"\D", "", match.group())[:4]
    if match is None or (len(digits) < 4 and match.group()[0].isdigit()):
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits[:2])


def announced(entries: Sequence[Entry], axis: Axis) -> tuple[Relation, ...]:
    """The relations between the columns of a table, which hold in each row, or between its rows."""
    found = [*_measures(entries), *_changes(entries), *_sums(entries)]
    return tuple(dict.fromkeys(relation._replace(axis=axis) for relation in found))


def _measures(entries: Sequence[Entry]) -> list[Relation]:
    """과부족, 잔액, 증감, 집행률: a measure is made from others of the same thing."""
    things: dict[Path, dict[str, list[int]]] = {}
    for i, entry in enumerate(entries):
        if entry.concept is not None and not entry.is_text:
            things.setdefault(entry.thing, {}).setdefault(entry.concept, []).append(i)
    out: list[Relation] = []
    for thing in things.values():
        # What will be left (예상잔액) is counted from what will be spent, where that is told.
        expected = "budget.executed_forecast" in thing
        options: dict[tuple[Rule, int], list[tuple[int, ...]]] = {}
        for rule, first, second, result in MEASURES:
            if expected and (second, result) == ("budget.executed", "budget.balance"):
                continue
            for one, other, made in product(thing.get(first, ()), thing.get(second, ()), thing.get(result, ())):
                options.setdefault((rule, made), []).append((one, other))
        out.extend(
            Relation(rule, made, tuple(dict.fromkeys(found)), entries[made].concept == "staffing.gap")
            for (rule, made), found in options.items()
        )
    return out


def _changes(entries: Sequence[Entry]) -> list[Relation]:
    """증감 between two years: the newer less the older, where just two of the same thing stand beside it."""
    out = []
    for i, entry in enumerate(entries):
        if entry.concept not in ("budget.change", "budget.change_rate"):
            continue
        beside = [
            (other.year, j)
            for j, other in enumerate(entries)
            if other.year is not None and not other.is_rate and other.concept in (None, "budget.amount")
        ]
        if len(beside) != 2 or beside[0][0] == beside[1][0]:
            continue
        (_, older), (_, newer) = sorted(beside)
        if entry.concept == "budget.change":
            out.append(Relation("difference", i, ((newer, older),)))
        else:
            changes = [j for j, other in enumerate(entries) if other.concept == "budget.change"]
            out.extend(Relation("rate", i, ((change, older),)) for change in changes[:1])
    return out


def _sums(entries: Sequence[Entry]) -> list[Relation]:
    """계 and 소계: what counts the same adds up; rates do not, nor what was spent to what was granted."""
    kept = [i for i, entry in enumerate(entries) if not (entry.is_rate or entry.is_text)]
    out = []
    for whole in find_wholes(tuple(entries[i].path for i in kept)):
        result = kept[whole.entry]
        found = (_alike(entries, [kept[j] for j in chosen]) for chosen in whole.sets)
        options = tuple(dict.fromkeys(option for option in found if len(option) > 1))
        if options:
            out.append(Relation("sum", result, options, is_complete=True))
    return [*out, *_costs(entries, kept)]


def _costs(entries: Sequence[Entry], kept: Sequence[int]) -> list[Relation]:
    """총사업비 beside sources of funds or years is their sum."""
    costs = [i for i in kept if len(entries[i].path) == 1 and vocab.squash(entries[i].path[0]) in vocab.columns().costs]
    others = [i for i in kept if i not in costs]
    told = all(
        entries[i].year is not None or vocab.squash("".join(entries[i].path[-1:])) in vocab.columns().fund
        for i in others
    )
    parts = _alike(entries, others)
    return [Relation("sum", costs[0], (parts,))] if len(costs) == 1 and told and len(parts) > 1 else []


def _alike(entries: Sequence[Entry], parts: Sequence[int]) -> tuple[int, ...]:
    """The parts that may add up: all if they measure one thing or none names a measure, else what was granted."""
    concepts = {entries[i].concept for i in parts} - {None}
    if len(concepts) <= 1:
        return tuple(parts)
    if concepts <= {"budget.amount", "budget.executed", "budget.executed_forecast"} and "budget.amount" in concepts:
        return tuple(i for i in parts if entries[i].concept in (None, "budget.amount"))
    return ()
