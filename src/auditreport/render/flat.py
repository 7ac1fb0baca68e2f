"""Facts (사실) → CSV for a spreadsheet: nested fields become columns, and no cell can pass for a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from auditreport.printable import guarded
from auditreport.schemas import Fact

# The dimensions that the contract names come first and always, so that two files have the same columns.
DIMS = ("job_class", "grade", "fund", "column", "of", "unit", "side")

# A fact as the cells before its dimensions, the dimensions by name, and the cells behind them: no type of ours, so that
# it is cheap to keep and to send.
Row = tuple[tuple[str, ...], dict[str, str], tuple[str, ...]]


def csv_row(fact: Fact) -> Row:
    """A fact as cells; null is an empty one, `candidates` is JSON."""
    period, entity, source, reading = fact.period, fact.entity, fact.source, fact.reading
    return (
        _cells(fact.id, fact.kind, fact.part, fact.programme, fact.subprogramme, fact.item, fact.concept),
        {name: guarded(value) for name, value in fact.dims.items()},
        _cells(
            *(period.year, period.as_of, period.start, period.end),
            *(entity.district, entity.department),
            *(fact.value, fact.unit, fact.decimals, fact.raw),
            *(source.line, source.page, source.start, source.end),
            " ".join(f"{edge:g}" for edge in source.bbox) if source.bbox else None,
            source.path,
            *(fact.status, reading.method, "true" if reading.confirmed else "false"),
            json.dumps(fact.candidates, ensure_ascii=False) if fact.candidates else None,
        ),
    )


def _cells(*values: object) -> tuple[str, ...]:
    return tuple("" if value is None else guarded(str(value)) for value in values)


def csv_table(rows: Sequence[Row]) -> str:
    """A header line and one line a fact; dimensions that the contract does not name stand behind those it does."""
    known = {name for _, named, _ in rows for name in named}
    dims = (*DIMS, *sorted(known.difference(DIMS)))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_columns(dims))
    writer.writerows((*before, *(named.get(name, "") for name in dims), *behind) for before, named, behind in rows)
    return out.getvalue()


def _columns(dims: Iterable[str]) -> list[str]:
    return [
        *("id", "kind", "part", "programme", "subprogramme", "item", "concept"),
        *(f"dims.{name}" for name in dims),
        *("period.year", "period.as_of", "period.start", "period.end"),
        *("entity.district", "entity.department"),
        *("value", "unit", "decimals", "raw"),
        *("source.line", "source.page", "source.start", "source.end", "source.bbox", "source.path"),
        *("status", "reading.method", "reading.confirmed", "candidates"),
    ]
