"""Staffing (인력): tables of 정원, 현원 and 과부족, and lines that state them → figures."""

from __future__ import annotations

import re
from decimal import Decimal

from auditreport import vocab
from auditreport.parsers.cells import CellFigure, read_cell, read_pair
from auditreport.parsers.grids import Grid, GridCell, GridRow
from auditreport.parsers.records.context import Caption, Context, is_department
from auditreport.schemas import Figure, Issue, Period, Text

_PAIR = ("staffing.quota", "staffing.headcount")


def is_staffing(grid: Grid, near: str) -> bool:
    """Whether a grid is a staffing table: its rows or columns are 정원, 현원, 과부족, or its cells pair them."""
    columns = vocab.columns()
    if any(columns.staffing(label) for row in grid.rows for label in row.labels):
        return True
    titles = [title for column in grid.columns for title in column.path]
    if sum(columns.staffing(title) is not None for title in titles) >= 2:
        return True
    return (
        _pairs(near) is not None and any(vocab.pattern("grade").match(vocab.squash(title)) for title in titles)
    ) or (
        _pairs(near) is None
        and any(vocab.pattern("grade").match(vocab.squash(title)) for title in titles)
        and any(read_pair(cell.text) for row in grid.rows for cell in row.cells)
    )


def read_staffing(context: Context, grid: Grid, caption: Caption, near: str) -> list[Figure]:
    """Figures of a staffing table.

    `22(24)` under 정원(현원), or in a table whose rows name no concept, is quota and headcount in this order.
    """
    pair = _pairs(near) or _PAIR
    out: list[Figure] = []
    for row in grid.rows:
        concept = next((c for label in reversed(row.labels) if (c := vocab.columns().staffing(label))), None)
        found = [figure for cell in row.cells for figure in _cell(context, grid, caption, row, cell, concept, pair)]
        if not found:
            _note_unread(context, row)
        out.extend(found)
    out.extend(_notes(context, grid, caption))
    return out


def _note_unread(context: Context, row: GridRow) -> None:
    """Say of a row with figures that no word tells what they count."""
    cells = [cell.text for cell in row.cells if read_cell(cell.text, vocab.units().people)]
    if cells:
        start, end = cells[0].span(0, 1)[0], cells[-1].span(0, len(cells[-1]))[1]
        message = "No list holds the label of this row of a staffing table, so that its figures are not read."
        anchor = context.places.anchor(start, end)
        context.issues.append(Issue(code="row-unknown", severity="info", message=message, anchor=anchor))


def _cell(
    context: Context,
    grid: Grid,
    caption: Caption,
    row: GridRow,
    cell: GridCell,
    concept: str | None,
    pair: tuple[str, str],
) -> list[Figure]:
    options = [_dims(context, grid, i, row) for i in cell.columns]
    column_concept = next(
        (c for i in cell.columns for t in grid.columns[i].path if (c := vocab.columns().staffing(t))), None
    )
    both = read_pair(cell.text)
    if both is not None:
        return [_figure(context, caption, row, cell, f, c, options, grid) for f, c in zip(both, pair, strict=True)]
    name = concept or column_concept
    if name is None or all(grid.columns[i].text for i in cell.columns):
        return []
    found = read_cell(cell.text, vocab.units().people)
    return [_figure(context, caption, row, cell, found[0], name, options, grid)] if found else []


def _dims(context: Context, grid: Grid, column: int, row: GridRow) -> dict[str, str]:
    """Job class, grade, sub-organisation and sex of a cell; none in a total column."""
    dims: dict[str, str] = {}
    columns = vocab.columns()
    path = grid.columns[column].path
    for label in row.labels:
        if (
            columns.staffing(label) is None
            and is_department(label)
            and vocab.squash(label) != vocab.squash(context.department or "")
        ):
            dims["unit"] = label
    for title in path:
        folded = re.sub(r"\([^)]*\)", "", vocab.squash(title)).replace("·", "")
        if folded in columns.totals or columns.staffing(title) is not None:
            continue
        if vocab.pattern("grade").match(folded):
            dims["grade"] = title.replace(" ", "")
        elif folded in columns.job_class:
            dims["job_class"] = columns.job_class[folded]
        elif is_department(title):
            dims["unit"] = title
        elif folded in columns.sexes:
            dims["sex"] = title
        elif folded:
            dims["job_class"] = title
    return dims


def _figure(
    context: Context,
    caption: Caption,
    row: GridRow,
    cell: GridCell,
    found: CellFigure,
    concept: str,
    options: list[dict[str, str]],
    grid: Grid,
) -> Figure:
    label = next((label for label in reversed(row.labels) if vocab.columns().staffing(label)), None)
    open_place = len(options) > 1
    return Figure(
        kind="staffing",
        concept=concept,
        item=(label,) if label else tuple(row.labels[-1:]),
        quantity=context.places.value(
            cell.text, found.start, found.end, found.number, vocab.units().people, found.decimals
        ),
        dims={} if open_place else options[0],
        period=Period(year=caption.year or context.year, as_of=caption.as_of or context.as_of),
        # The label of a row names its total: it is in no column that had to be recovered.
        status="ambiguous" if open_place else ("inferred" if cell.inferred and options[0] else "stated"),
        method=grid.method,
        candidates=tuple(options) if open_place else (),
    )


def _notes(context: Context, grid: Grid, caption: Caption) -> list[Figure]:
    """A remark beside the rows, in pieces: 임기제 / (정원/현원) / 5/5."""
    notes = grid.notes
    out: list[Figure] = []
    for i, note in enumerate(notes):
        both = read_pair(note)
        if both is None or not any(_pairs(other.value) for other in notes):
            continue
        job = next(
            (other.value for other in notes[:i] if vocab.squash(other.value) in vocab.columns().job_class),
            None,
        )
        order = next(p for other in notes if (p := _pairs(other.value)))
        dims = {"job_class": vocab.columns().job_class[vocab.squash(job)]} if job else {}
        out.extend(
            Figure(
                kind="staffing",
                concept=concept,
                item=(job,) if job else (),
                quantity=context.places.value(note, figure.start, figure.end, figure.number, vocab.units().people, 0),
                dims=dims,
                period=Period(year=context.year, as_of=caption.as_of),
                status="inferred",
                method="flattened",
            )
            for figure, concept in zip(both, order, strict=True)
        )
    return out


def _pairs(text: str) -> tuple[str, str] | None:
    """The order of two figures in one cell that a title states: 정원(현원)."""
    folded = vocab.squash(text)
    if any(word in folded for word in vocab.columns().reversed_pair):
        return ("staffing.headcount", "staffing.quota")
    if any(word in folded for word in vocab.columns().pair):
        return _PAIR
    return None


def read_line(context: Context, text: Text) -> list[Figure]:
    """Figures that a line of the overview states: 정원 22명 [현원 24명], 91명 / 100명 (정원 / 현원)."""
    out = []
    named = vocab.pattern("staffing_named").search(text.value)
    if named is not None:
        return [_named(context, text, named, side) for side in ("first", "second")]
    for match in vocab.pattern("staffing_line").finditer(text.value):
        concept = vocab.columns().staffing(match["word"].replace(" ", ""))
        if concept is None:
            continue
        raw = match["number"]
        negative = raw.lstrip()[:1] in vocab.marks().negative
        number = Decimal(re.sub(r"[^\d]", "", raw)) * (-1 if negative else 1)
        start, end = match.span("number")
        start += len(raw) - len(raw.lstrip())
        out.append(
            Figure(
                kind="staffing",
                concept=concept,
                item=(match["word"].replace(" ", ""),),
                quantity=context.places.value(text, start, end, number, vocab.units().people, 0),
                period=Period(year=context.year, as_of=_line_date(context) or context.as_of),
                method="text",
            )
        )
    return out


def _named(context: Context, text: Text, match: re.Match[str], side: str) -> Figure:
    """One figure of a pair whose names stand in brackets behind it."""
    word = match[f"{side}_word"].replace(" ", "")
    concept = vocab.columns().staffing(word)
    assert concept is not None
    start, end = match.span(side)
    number = Decimal(match[side].replace(",", ""))
    return Figure(
        kind="staffing",
        concept=concept,
        item=(word,),
        quantity=context.places.value(text, start, end, number, vocab.units().people, 0),
        period=Period(year=context.year, as_of=_line_date(context) or context.as_of),
        method="text",
    )


def _line_date(context: Context) -> str | None:
    from auditreport.parsers.records.dates import as_of

    for block in context.scope.blocks[:1]:
        text = getattr(block, "text", None)
        if text is not None and len(text.value) < 40:
            return as_of(text.value, context.report_year)[0]
    return None
