"""Orders of columns that a header allows → those that the meaning of titles and the sums of rows do not refute."""

from __future__ import annotations

import re
from decimal import Decimal

from auditreport import vocab
from auditreport.parsers.header_words import is_known, is_total
from auditreport.parsers.headers.judging import Columns, Path, groups_of, width

Vectors = list[list[Decimal | None]]


def weigh(found: list[Columns], vectors: Vectors) -> list[Columns]:
    """The orders that hold up against the evidence, the likeliest first; evidence that refutes all is no evidence."""
    found = [columns for columns in found if _groups_fit(columns)] or found
    if len(found) > 1 and vectors:
        found = [columns for columns in found if _sums_hold(columns, vectors)] or found
    return sorted(found, key=_unlikeliness)


def _subtotals_lead(columns: Columns) -> bool:
    """Whether each of several groups begins with its total."""
    groups = groups_of(columns)
    return len(groups) > 1 and all(is_total(subs[0]) for subs in groups.values())


def _groups_fit(columns: Columns) -> bool:
    """Sub-titles that tell what stands above them (dates under what was spent, grades) stand there."""
    groups = groups_of(columns)
    return bool(groups) and all(_fits(group, subs) for group, subs in groups.items())


def _fits(path: Path, subs: list[str]) -> bool:
    columns, group = vocab.columns(), path[-1]
    if all(sub.endswith(columns.to_date + columns.forecast) for sub in subs):
        return columns.measure(group) == "budget.executed"
    if all(vocab.pattern("grade").match(sub) for sub in subs):
        return vocab.squash(re.sub(r"\([^)]*\)|[·․‧]", "", group)) in columns.job_class
    return False


def _sums_hold(columns: Columns, vectors: Vectors) -> bool:
    """Whether each total of a group (소계) is the sum of the group in all rows that are as long as the header."""
    full = [vector for vector in vectors if width(columns) <= len(vector) <= len(columns)]
    for group in groups_of(columns):
        places = [i for i, path in enumerate(columns) if len(path) > 1 and path[:-1] == group]
        totals = [i for i in places if is_total(columns[i][-1])]
        if len(totals) != 1:
            continue
        for vector in full:
            parts = [vector[i] for i in places if i not in totals]
            if None not in (*parts, vector[totals[0]]) and vector[totals[0]] != sum(filter(None, parts)):
                return False
    return True


def _unlikeliness(columns: Columns) -> tuple[bool, bool, int, int]:
    """Less for totals in front, also of groups, for groups alike, for titles that the vocabulary knows."""
    first = columns[0][0]
    groups = list(groups_of(columns).values())
    unlike = len({tuple(re.sub(r"\([^)]*\)", "", sub) for sub in subs) for subs in groups})
    unknown = sum(not is_known(path[-1]) for path in columns)
    return (not vocab.columns().covers_all(first), not _subtotals_lead(columns), unlike, unknown)
