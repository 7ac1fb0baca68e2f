"""How departments are staffed as a rule → watches that tell likely placings from unlikely ones.

A second, weaker layer: these rules rank the places that order and sums leave open, and say so by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from auditreport import vocab
from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.relations import Entry, Path, read_entry
from auditreport.parsers.recovery.watches import Bounds, Filled, Guard
from auditreport.vocab import StaffingRule

# The columns that each rule speaks of, the strongest rule first.
Posts = tuple[tuple[int, ...], ...]


def posts_of(columns: Sequence[Path]) -> Posts:
    """The columns of the grades that each rule counts; none if the table is not split by grade.

    Args:
        columns: title path of each column.
    """
    found = tuple(_columns(rule, columns) for rule in vocab.staffing_rules())
    return found if any(found) else ()


def staffing_guards(
    posts: Posts, labels: Sequence[Path], rows: Sequence[Sequence[Numeral]], teams: int | None
) -> dict[str, Guard]:
    """The rules that speak of a staffing table of one department, by code, the strongest first.

    Args:
        posts: as `posts_of` gives them.
        labels: label path of each row of one band.
        rows: figures of these rows.
        teams: how many teams the report states.
    """
    entries = [read_entry(path) for path in labels]
    out: dict[str, Guard] = {}
    for rule, chosen in zip(vocab.staffing_rules(), posts, strict=True):
        if not chosen:
            continue
        guard = Filled(chosen) if rule.filled else _bounds(rule, chosen, entries, rows, teams)
        if guard is not None and any(entry.concept == (rule.row or "staffing.quota") for entry in entries):
            out[rule.code] = guard
    return out


def _bounds(
    rule: StaffingRule,
    chosen: Sequence[int],
    entries: Sequence[Entry],
    rows: Sequence[Sequence[Numeral]],
    teams: int | None,
) -> Bounds | None:
    least = teams if rule.least == "teams" else rule.least
    row = next((i for i, entry in enumerate(entries) if entry.concept == rule.row), None)
    if row is None or not isinstance(least, int):
        return None
    most = None if rule.most is None else Decimal(rule.most)
    return Bounds(chosen, rows[row], Decimal(least), most)


def _columns(rule: StaffingRule, columns: Sequence[Path]) -> tuple[int, ...]:
    out = []
    for i, path in enumerate(columns):
        folded = [vocab.squash(title).replace("·", "") for title in path]
        if not rule.grades.isdisjoint(folded) and rule.job_class in (None, *folded):
            out.append(i)
    return tuple(out)
