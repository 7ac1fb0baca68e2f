"""Facts (사실) → CSV for a spreadsheet: nested fields become columns, and no cell can pass for a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

from auditreport.render.printable import without_controls
from auditreport.schemas import Fact

# The dimensions that the contract names come first and always, so that two files have the same columns.
DIMS = ("job_class", "grade", "fund", "column", "of", "unit", "side")

_NUMBER = re.compile(r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?")
# The full-width twins are taken for operators by spreadsheets in East Asian settings.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that would begin as such gets an apostrophe.

    >>> guarded("=1+1"), guarded("-18040000"), guarded("-")
    ("'=1+1", '-18040000', "'-")
    """
    cell = without_controls(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def csv_table(facts: Sequence[Fact]) -> str:
    """A header line and one line a fact; null is an empty cell, `candidates` is JSON."""
    known = {name for fact in facts for name in fact.dims}
    dims = (*DIMS, *sorted(known.difference(DIMS)))
    rows = [_row(fact, dims) for fact in facts]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_columns(dims))
    writer.writerows([guarded(cell) for cell in row] for row in rows)
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


def _row(fact: Fact, dims: Iterable[str]) -> list[str]:
    period, entity, source, reading = fact.period, fact.entity, fact.source, fact.reading
    cells: list[object] = [
        *(fact.id, fact.kind, fact.part, fact.programme, fact.subprogramme, fact.item, fact.concept),
        *(fact.dims.get(name) for name in dims),
        *(period.year, period.as_of, period.start, period.end),
        *(entity.district, entity.department),
        *(fact.value, fact.unit, fact.decimals, fact.raw),
        *(source.line, source.page, source.start, source.end),
        " ".join(f"{edge:g}" for edge in source.bbox) if source.bbox else None,
        source.path,
        *(fact.status, reading.method, "true" if reading.confirmed else "false"),
        json.dumps(fact.candidates, ensure_ascii=False) if fact.candidates else None,
    ]
    return ["" if cell is None else str(cell) for cell in cells]
