"""The cells of a comparison → CSV for a spreadsheet: a line for each figure, with its places in the sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from auditreport.printable import guarded
from auditreport.render.compared.indicators import Indicators, indicator_name
from auditreport.render.compared.sources import by_fact
from auditreport.schemas.comparison import ComparedCell, Comparison, FactPlace

# Between the facts of a figure that is computed from several.
_NEXT = " | "
COLUMNS = (
    *("indicator", "name.ko", "name.en", "district", "district_code", "department", "function"),
    *("year", "as_of", "phase", "value", "unit", "decimals", "low", "high"),
    *("status", "confirmed", "programme", "label", "note", "note.ko", "partial", "path"),
    *("facts", "source.path", "source.line", "source.page", "source.raw", "source.label", "source.passage"),
)


def compare_csv(comparison: Comparison, indicators: Indicators) -> str:
    """A header and a line for each cell, those of single programmes last; null is an empty cell.

    Several sources of one figure stand in the same cell, parted by ` | `, in the order of `facts`.
    """
    known = by_fact(comparison)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cell in (*comparison.cells, *comparison.programme_cells):
        places = [known[fact] for fact in cell.facts if fact in known]
        writer.writerow(map(_text, (*_figure(cell, indicators), *_sources(cell, places))))
    return out.getvalue()


def _figure(cell: ComparedCell, indicators: Indicators) -> tuple[object, ...]:
    name = indicator_name(indicators, cell.indicator)
    return (
        *(cell.indicator, name.ko, name.en, cell.district, cell.district_code, cell.department, cell.function),
        *(cell.year, cell.as_of, cell.phase, cell.value, cell.unit, cell.decimals, cell.low, cell.high),
        *(cell.status, cell.confirmed, cell.programme, cell.label, cell.note, cell.note_ko, cell.partial, cell.path),
    )


def _sources(cell: ComparedCell, places: Sequence[FactPlace]) -> tuple[str, ...]:
    return (
        " ".join(cell.facts),
        _NEXT.join(dict.fromkeys(place.path for place in places)),
        _joined([place.line for place in places]),
        _joined([place.page for place in places]),
        _NEXT.join(place.raw for place in places),
        _NEXT.join(place.label for place in places),
        _NEXT.join(" ".join(f"{place.before}{place.raw}{place.after}".split()) for place in places),
    )


def _joined(numbers: Sequence[int | None]) -> str:
    """Numbers in their order; nothing where none is known."""
    return _NEXT.join(str(number or "") for number in numbers) if any(numbers) else ""


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else guarded(str(value))
