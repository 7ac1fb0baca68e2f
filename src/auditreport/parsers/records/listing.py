"""Every other table of figures → figures of the kind `table`."""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.parsers.cells import read_cell
from auditreport.parsers.grids import Column, Grid, GridCell, GridRow
from auditreport.parsers.phrases import read_line
from auditreport.parsers.records.context import Caption, Context, row_unit
from auditreport.parsers.records.dates import names_span, title_year, year_in
from auditreport.parsers.tables import is_total_label
from auditreport.schemas import Figure, Period, Text

_PARTS = re.compile(r"\(([가-힣\s]+(?:/[가-힣\s]+)+)\)\s*$")

_LONGEST_SPAN = 14
_UNIT_TAIL = re.compile(r"\s*\([^()]*\)\s*$")


def read_listing(context: Context, grid: Grid, caption: Caption) -> list[Figure]:
    """Figures of a table; a cell of words yields the figures that its words state."""
    years = [year_in(row.labels[0]) for row in grid.rows if row.labels]
    by_year = sum(year is not None for year in years) >= 2
    out: list[Figure] = []
    for row in grid.rows:
        year = _row_year(row, context, caption, by_year)
        for cell in row.cells:
            out.extend(_cell(context, grid, caption, row, cell, year))
    return out


def _row_year(row: GridRow, context: Context, caption: Caption, by_year: bool) -> int | None:
    for label in row.labels:
        if names_span(label) and len(label) <= _LONGEST_SPAN:
            return None
        year = year_in(label)
        if year is not None and len(label) <= 8:
            return year
    if by_year and row.labels and is_total_label(row.labels[0]):
        return None
    return caption.year or context.year


def _cell(
    context: Context, grid: Grid, caption: Caption, row: GridRow, cell: GridCell, year: int | None
) -> list[Figure]:
    column = grid.columns[cell.columns[0]]
    if all(grid.columns[i].text for i in cell.columns):
        return []
    if "\n" in cell.text.value or _is_words(cell.text.value):
        return _words(context, column, row, cell.text, title_year(column.title, year))
    parts = _parts(column)
    decrease = any(word in vocab.squash(t) for t in (*column.path, *row.labels) for word in vocab.columns().decrease)
    many = len(cell.columns) > 1
    dims = {"column": _bare(column)} if column.path and not many else {}
    out = []
    for found in read_cell(cell.text, caption.unit_for(column, row), parts):
        own = dict(dims)
        if found.of:
            own["of"] = found.of
        if found.fund:
            own["fund"] = found.fund
        number = abs(found.number) if decrease else found.number
        out.append(
            Figure(
                kind="table",
                concept="table",
                item=(*_labels(context, row), *found.labels),
                quantity=context.places.value(
                    cell.text, found.start, found.end, number, found.unit, found.decimals, found.qualifiers
                ),
                dims=own,
                period=Period(year=title_year(column.title, year), as_of=caption.as_of),
                status="ambiguous" if many else ("inferred" if cell.inferred else "stated"),
                method=grid.method,
                candidates=tuple({"column": grid.columns[i].title} for i in cell.columns if grid.columns[i].path)
                if many
                else (),
            )
        )
    return out


def _labels(context: Context, row: GridRow) -> tuple[str, ...]:
    """The labels of a row; without any, the heading that the table stands under."""
    if row.labels:
        return tuple(_UNIT_TAIL.sub("", label) if row_unit(label) and "(" in label else label for label in row.labels)
    heading = context.scope.heading
    return (heading,) if heading and context.scope.role is None else ()


def _bare(column: Column) -> str:
    return " > ".join(_PARTS.sub("", title) or title for title in column.path)


def _parts(column: Column) -> tuple[str, ...]:
    """Names of the figures of a cell, where the title gives them: 적출(현장/규정미준수)."""
    match = _PARTS.search(column.path[-1]) if column.path else None
    return tuple(part.strip() for part in match.group(1).split("/")) if match else ()


def _is_words(value: str) -> bool:
    if vocab.pattern("cell_item").match(value.strip()) and value.strip()[0].isdigit():
        return True
    return bool(re.match(r"^[^\d△▲▽▼−(\[-]*[가-힣A-Za-z]", value.strip())) and value.strip() not in vocab.marks().dash


def _words(context: Context, column: Column, row: GridRow, text: Text, year: int | None) -> list[Figure]:
    """Figures in a cell of words, line by line."""
    out: list[Figure] = []
    at = 0
    for piece in text.value.split("\n"):
        part = text.slice(at, at + len(piece)) if piece else None
        at += len(piece) + 1
        if part is None or not any(char.isdigit() for char in piece):
            continue
        mark = vocab.pattern("cell_item").match(part.value)
        if mark:
            part = part.slice(mark.end(), len(part.value))
        for stated in read_line(part.value).stated:
            dims = {"column": _bare(column)} if column.path else {}
            if stated.of:
                dims["of"] = stated.of
            out.append(
                Figure(
                    kind="table",
                    concept="table",
                    item=(*row.labels, *stated.labels),
                    quantity=context.places.quantity(part, stated.found, stated.unit),
                    dims=dims,
                    period=Period(year=year),
                    method="cell",
                )
            )
    return out
