"""Orders of columns that a header allows → those that the meaning of titles and the sums of rows do not refute."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from auditreport import vocab
from auditreport.parsers.header_words import is_known, is_total
from auditreport.parsers.headers.judging import Columns

Vectors = list[list[Decimal | None]]


def weigh(found: list[Columns], vectors: Vectors) -> list[Columns]:
    """The orders that hold up against the evidence, the likeliest first; evidence that refutes all is no evidence."""
    tests: tuple[Callable[[Columns], bool], ...] = (_rates_alone, _totals_alone, _groups_alike, _groups_fit)
    for test in tests:
        found = [columns for columns in found if test(columns)] or found
    if len(found) > 1 and vectors:
        found = [columns for columns in found if _sums_hold(columns, vectors)] or found
    return sorted(found, key=_unlikeliness)


def _groups(columns: Columns) -> dict[str, list[str]]:
    """Sub-titles by group."""
    out: dict[str, list[str]] = {}
    for path in columns:
        if len(path) > 1:
            out.setdefault(path[0], []).append(path[1])
    return out


def _rates_alone(columns: Columns) -> bool:
    """A rate (증감률) has nothing under it."""
    return not any(vocab.units().of_column(re.sub(r"\([^)]*\)", "", group)) == "%" for group in _groups(columns))


def _totals_alone(columns: Columns) -> bool:
    """A total has nothing under it but what stands under another group as well."""
    groups = _groups(columns)
    others = [set(subs) for group, subs in groups.items() if not is_total(group)]
    return all(set(subs) in others for group, subs in groups.items() if is_total(group))


def _groups_alike(columns: Columns) -> bool:
    """Whether the same sub-titles begin again under each of several groups."""
    groups = [{re.sub(r"\([^)]*\)", "", sub) for sub in subs} for subs in _groups(columns).values()]
    return len(groups) > 1 and all(subs == groups[0] for subs in groups)


def _groups_fit(columns: Columns) -> bool:
    """Sub-titles that tell what stands above them (dates under what was spent, grades) stand there."""
    groups = _groups(columns)
    return bool(groups) and all(_fits(group, subs) for group, subs in groups.items())


def _fits(group: str, subs: list[str]) -> bool:
    columns = vocab.columns()
    if all(sub.endswith(columns.to_date + columns.forecast) for sub in subs):
        return columns.measure(group) == "budget.executed"
    if all(vocab.pattern("grade").match(sub) for sub in subs):
        return vocab.squash(re.sub(r"\([^)]*\)", "", group)) in columns.job_class
    return False


def _sums_hold(columns: Columns, vectors: Vectors) -> bool:
    """Whether each total of a group (소계) is the sum of the group in all rows, and at least one group has a total."""
    checked = False
    for group in _groups(columns):
        places = [i for i, path in enumerate(columns) if len(path) > 1 and path[0] == group]
        totals = [i for i in places if is_total(columns[i][-1])]
        if len(totals) != 1:
            continue
        rest = [i for i in places if i not in totals]
        for vector in vectors:
            if len(vector) != len(columns):
                continue
            values = [vector[i] for i in (*totals, *rest)]
            if any(value is None for value in values):
                continue
            checked = True
            if values[0] != sum(v for v in values[1:] if v is not None):
                return False
    return checked


def _unlikeliness(columns: Columns) -> tuple[int, int, int]:
    """Less for totals in front, for groups alike, for titles that the vocabulary knows."""
    first = columns[0][0]
    groups = list(_groups(columns).values())
    unlike = len({tuple(subs) for subs in groups})
    unknown = sum(not is_known(path[-1]) for path in columns)
    return (not (is_total(first) or first.startswith(vocab.columns().totals_begin)), unlike, unknown)
