"""Rows for the tests: of real reports, and of one that is out to do harm."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import auditreport
from auditreport.pipeline import check_read
from auditreport.pipeline.tables import tables_part
from auditreport.render.rows import fact_lines
from auditreport.schemas.tables import DIMS, TABLES, Batch, Row
from auditreport.store.export.rows import at_path

ROOT = Path(__file__).resolve().parents[3]
REPORTS = (
    ROOT / "tests" / "fixtures" / "reports" / "11740_gangdong_2024_autonomy" / "source.txt",
    ROOT / "tests" / "fixtures" / "reports" / "48120_changwon_2022_agriculture" / "source.txt",
    ROOT / "examples" / "misprint_2024.txt",
)


@cache
def batches() -> tuple[Batch, ...]:
    """The rows of three reports."""
    out: list[Batch] = []
    for path in REPORTS:
        read = auditreport.read(path)
        out += [at_path(batch, path.name) for batch in tables_part(read.document, read.report, read.facts)]
    return tuple(out)


@cache
def contract_facts() -> tuple[dict[str, Any], ...]:
    """The same figures as `auditreport facts` prints them."""
    lines = "".join(fact_lines(auditreport.facts(path)) for path in REPORTS)
    return tuple(json.loads(line) for line in lines.splitlines())


def rows_of(name: str, given: Iterable[Batch]) -> list[Row]:
    return [row for table, rows in given for row in rows if table == name]


def changed(name: str, **values: object) -> tuple[Batch, ...]:
    """The rows of a report with other values in the first row of a table."""
    table = TABLES[name]
    out = list(batches()[:8])
    for place, (found, rows) in enumerate(out):
        if found == name:
            first = table.row(dict(zip(table.names, rows[0], strict=True)) | values)
            out[place] = (name, [first, *rows[1:]])
    return tuple(out)


def contract_of(row: dict[str, Any], nested: Callable[[Any], Any] = json.loads) -> dict[str, Any]:
    """A row of the table `facts`, read back, as `auditreport facts` prints it."""
    dims = {name: row[f"dims_{name}"] for name in DIMS if row[f"dims_{name}"] is not None}
    box = [row[f"source_{edge}"] for edge in ("x0", "top", "x1", "bottom")]
    source = {name: row[f"source_{name}"] for name in ("line", "page", "start", "end")}
    source |= {} if box[0] is None else {"bbox": box}
    source |= {} if row["source_path"] is None else {"path": row["source_path"]}
    return {
        **{name: row[name] for name in ("id", "kind", "part", "programme", "subprogramme", "item", "concept")},
        "dims": dims | (nested(row["dims_other"]) if row["dims_other"] else {}),
        "period": {name: row[f"period_{name}"] for name in ("year", "as_of", "start", "end")},
        "entity": {name: row[name] for name in ("district", "department")},
        **{name: row[name] for name in ("value", "unit", "decimals", "raw")},
        "source": source,
        "status": row["status"],
        "reading": {"method": row["reading_method"], "confirmed": bool(row["reading_confirmed"])},
        "candidates": nested(row["candidates"]),
    }


def found_by_check() -> tuple[int, int]:
    """Equations and discrepancies of the three reports."""
    checked = [check_read(auditreport.read(path), "") for path in REPORTS]
    return sum(len(one.equations) for one in checked), sum(len(one.discrepancies) for one in checked)
