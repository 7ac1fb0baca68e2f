"""Budgets (예산현황) of a department and of programmes, and needs (소요예산) → figures."""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.parsers.cells import CellFigure, read_cell, read_money
from auditreport.parsers.grids import Column, Grid, GridCell, GridRow
from auditreport.parsers.phrases import read_line
from auditreport.parsers.records.context import Caption, Context, is_department
from auditreport.parsers.records.dates import as_of, names_span, title_year, year_in
from auditreport.parsers.stated import Line, Stated
from auditreport.parsers.tables import is_total_label
from auditreport.schemas import Figure, Period, Text

_SHARE = re.compile(r"([가-힣]{2,14}?)\s?([\d,]+)(?=\s?[,)])")


def is_budget(context: Context, grid: Grid, caption: Caption) -> bool:
    """Whether a grid is a budget table: a column names a measure, or years stand under a budget heading."""
    titles = [title for column in grid.columns for title in column.path]
    measures = {vocab.columns().measure(title) for title in titles} - {None}
    sides = any(_side(label) for row in grid.rows for label in row.labels)
    money = caption.money is not None
    if _is_fund(context, grid):
        return False
    if context.scope.part == "overview":
        if sides and (money or context.scope.role == "budget"):
            return True
        if context.scope.role == "budget" and (measures or sum(year_in(t) is not None for t in titles) >= 2):
            return True
        if money and sum(year_in(title) is not None for title in titles) >= 2 and "budget.change" in measures:
            return True
        return bool(measures & {"budget.amount", "budget.prior_amount", "budget.executed"}) and money
    return "budget.amount" in measures and bool(measures & {"budget.executed", "budget.execution_rate"})


def _is_fund(context: Context, grid: Grid) -> bool:
    """Whether a table is that of a fund (기금): its income and expenditure are no budget of the department."""
    columns = vocab.columns()
    header = "".join(vocab.squash(title) for column in grid.columns for title in column.path)
    labels = "".join(vocab.squash(label) for row in grid.rows for label in row.labels)
    named = vocab.squash(context.scope.heading or "") + header + labels
    return columns.fund_name in named and all(flow in header for flow in columns.fund_flows)


def is_needs(context: Context, grid: Grid) -> bool:
    """Whether a grid holds needs by source of funds and year (재원별 × 연차별)."""
    funds = sum(1 for row in grid.rows if row.labels and vocab.squash(row.labels[-1]) in vocab.columns().fund)
    years = sum(year_in(column.title) is not None for column in grid.columns)
    return (context.scope.role == "needs" and (funds > 0 or years > 0)) or (funds > 0 and years >= 2)


def read_budget(context: Context, grid: Grid, caption: Caption) -> list[Figure]:
    """Figures of a budget table, of the department in the overview, else of the programme."""
    kind = "budget" if context.scope.part == "overview" else "programme_budget"
    years = [year for column in grid.columns if (year := year_in(column.title)) is not None]
    newest = max(years, default=None)
    out: list[Figure] = []
    for row in grid.rows:
        for cell in row.cells:
            out.extend(_budget_cell(context, grid, caption, row, cell, kind, newest))
    return out


def _budget_cell(
    context: Context,
    grid: Grid,
    caption: Caption,
    row: GridRow,
    cell: GridCell,
    kind: str,
    newest: int | None,
) -> list[Figure]:
    options = [_measure(context, grid, i, newest) for i in cell.columns]
    places = [(concept, dims, period) for concept, dims, period in options if concept is not None]
    if not places or (len(cell.columns) == 1 and grid.columns[cell.columns[0]].text):
        return []
    concept, dims, period = places[0]
    unit = grid.columns[cell.columns[0]].unit
    if concept.endswith("_rate"):
        unit = "%"
    elif unit is None or unit in vocab.units().rates:
        unit = caption.money or caption.unit
    out = []
    for found in read_cell(cell.text, unit):
        own = dict(dims)
        own.update(_row_dims(context, row))
        if found.fund:
            own["fund"] = found.fund
        if found.of:
            own["of"] = found.of
        many = len(places) > 1
        out.append(
            Figure(
                kind=kind,  # type: ignore[arg-type]
                concept=concept or "budget.amount",
                item=row.labels,
                quantity=context.places.value(
                    cell.text, found.start, found.end, found.number, found.unit, found.decimals
                ),
                dims=own,
                period=period,
                status="ambiguous" if many else ("inferred" if cell.inferred else "stated"),
                method=grid.method,
                candidates=tuple({"column": grid.columns[i].title} for i in cell.columns) if many else (),
            )
        )
    return out


def _row_dims(context: Context, row: GridRow) -> dict[str, str]:
    dims: dict[str, str] = {}
    for label in row.labels:
        side = _side(label)
        if side:
            dims["side"] = side
        elif is_department(label) and vocab.squash(label) != vocab.squash(context.department or ""):
            dims["unit"] = label
    if "side" not in dims and context.side:
        dims["side"] = context.side
    return dims


def _side(label: str) -> str | None:
    return vocab.columns().side.get(vocab.squash(label))


def _measure(
    context: Context, grid: Grid, column: int, newest: int | None
) -> tuple[str | None, dict[str, str], Period]:
    """Concept, dimensions and period of a column."""
    path = grid.columns[column].path
    columns = vocab.columns()
    title = " ".join(path)
    year = year_in(title)
    concept = next((c for t in reversed(path) if (c := columns.measure(t))), None)
    date, basis = as_of(title, context.report_year)
    if basis and basis.endswith(columns.forecast) and concept == "budget.executed":
        concept = "budget.executed_forecast"
    if date and not (concept or "").startswith("budget.exec"):
        date = None
    if concept is None and path and columns.totals & {vocab.squash(path[-1])}:
        concept = "budget.amount"
    if concept is None and year is not None:
        concept = "budget.amount"
    dims: dict[str, str] = {}
    if concept is None and path and is_department(path[-1]):
        concept, dims = "budget.amount", {"unit": path[-1]}
    if concept == "budget.amount" and year is not None and newest is not None and year < newest:
        concept = "budget.prior_amount"
    if year is None and not names_span(title):
        year = context.year
        if concept == "budget.prior_amount" and year is not None:
            year -= 1
    if concept in ("budget.change", "budget.change_rate"):
        year = newest or context.year
    elif names_span(title):
        dims["column"] = title
    return concept, dims, Period(year=year, as_of=date)


def read_needs(context: Context, grid: Grid, caption: Caption) -> list[Figure]:
    """Figures of a table of needs by source of funds and year; the total over years has no year."""
    out = []
    for row in grid.rows:
        for cell in row.cells:
            column = grid.columns[cell.columns[0]]
            if column.text:
                continue
            dims = _needs_column(column)
            fund = vocab.columns().fund.get(vocab.squash(row.labels[-1])) if row.labels else None
            if fund:
                dims["fund"] = fund
            for found in read_cell(cell.text, column.unit or caption.money or caption.unit):
                many = len(cell.columns) > 1
                is_money = found.unit is None or found.unit in vocab.units().money
                out.append(
                    Figure(
                        kind="required_budget" if is_money else "table",
                        concept="required.amount" if is_money else "table",
                        item=row.labels if is_money else (*row.labels, *found.labels),
                        quantity=context.places.value(
                            cell.text, found.start, found.end, found.number, found.unit, found.decimals
                        ),
                        dims=dims,
                        period=Period(year=None if _is_all_years(column) else title_year(column.title, context.year)),
                        status="ambiguous" if many else ("inferred" if cell.inferred else "stated"),
                        method=grid.method,
                        candidates=tuple({"column": grid.columns[i].title} for i in cell.columns) if many else (),
                    )
                )
    return out


def _needs_column(column: Column) -> dict[str, str]:
    """The dimensions that a column gives its figures: none where its innermost title is a year."""
    if not column.path or year_in(column.path[-1]) is not None:
        return {}
    return {"column": column.path[-1] if is_total_label(column.path[-1]) else column.title}


def _is_all_years(column: Column) -> bool:
    """Whether a column is the total over the years (합계, 총사업비)."""
    if not column.path or year_in(column.title) is not None:
        return False
    return is_total_label(column.path[-1]) or vocab.columns().covers_all(column.title)


def read_need_line(context: Context, text: Text, heading: str | None) -> list[Figure]:
    """The stated need of a programme: 소요예산 : 47,258천원 - 구비 100%."""
    found, only = read_money(text)
    year = year_in(heading or "") or context.year
    return [
        Figure(
            kind="required_budget",
            concept="required.amount",
            quantity=context.places.value(text, f.start, f.end, f.number, f.unit, f.decimals, f.qualifiers),
            dims=_fund_dims(f, only),
            period=Period(year=year),
        )
        for f in found
    ]


def _fund_dims(figure: CellFigure, only: str | None) -> dict[str, str]:
    fund = figure.fund or only
    dims = {"fund": fund} if fund else {}
    if figure.of:
        dims["of"] = figure.of
    return dims


def read_budget_line(context: Context, text: Text) -> list[Figure]:
    """Budgets stated in a line of the overview: 세입 89억원, 세출 463억원; 925백만원(감사 506, 청렴 419)."""
    out = []
    line = read_line(text.value, context.headline)
    if line.head is not None and line.head.unit in vocab.units().money:
        context.headline = line.head
    for stated in line.stated:
        if stated.unit not in vocab.units().money or _is_wealth(line, stated):
            continue
        words = [stated.of or "", *reversed(stated.labels)]
        side = next((s for word in words if (s := _side(_last_word(word)))), None) or next(
            (s for w in words if (s := _side(w))), None
        )
        dims = {"side": side} if side else {}
        unit = next((word for word in words if word and is_department(word)), None)
        if unit:
            dims["unit"] = unit
        heading = context.scope.heading
        item = tuple(label for label in stated.labels if label) or (
            (side,) if side else ((heading,) if heading else ())
        )
        out.append(
            Figure(
                kind="budget",
                concept="budget.amount",
                item=(*item, stated.of) if stated.of else item,
                quantity=context.places.quantity(text, stated.found, stated.unit),
                dims=dims,
                period=Period(year=context.year),
            )
        )
    return out


def _is_wealth(line: Line, stated: Stated) -> bool:
    """Whether a sum of money is no budget: assets, debts, prices."""
    named = " ".join((line.label or "", *stated.labels))
    return any(word in named for word in vocab.words().wealth)


def _last_word(word: str) -> str:
    return word.rsplit(maxsplit=1)[-1] if word.split() else ""
