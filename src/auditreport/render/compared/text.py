"""A comparison → tables that a person reads on a terminal (비교표)."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Literal

from rich.console import Console

from auditreport.render.compared.beside import Beside
from auditreport.render.compared.blocks import Blocks
from auditreport.render.compared.grid import Column, Grid, functions_of, make_grid
from auditreport.render.compared.indicators import Indicators, function_name, in_language
from auditreport.render.compared.lines import Lines
from auditreport.render.compared.programmes import programme_grid
from auditreport.render.compared.words import DISTRICT_UNTOLD, YEAR_UNTOLD
from auditreport.schemas.comparison import Comparison

By = Literal["year", "district", "programme"]


def compare_text(
    comparison: Comparison,
    indicators: Indicators,
    console: Console,
    *,
    by: By,
    translate: Callable[[str], str],
    lang: str,
) -> str:
    """The comparison as text.

    Args:
        comparison: what was found.
        indicators: the indicators in words.
        console: its file is a `StringIO`.
        by: `year` for a table for each department, `district` for one for each year, `programme` for what became of
            programmes and for their figures.
        translate: says a message in the reader's language.
        lang: that language, `ko` or `en`.
    """
    file = io.StringIO()
    console.file = file
    lines = Lines(console, translate, lang)
    grid = make_grid(comparison, indicators)
    blocks = Blocks(lines, comparison, indicators)
    beside = Beside(lines, comparison, indicators)
    beside.inputs()
    if by == "year":
        _by_year(blocks, lines, grid)
        beside.growth()
        beside.restatements()
    elif by == "district":
        _by_district(blocks, lines, grid, comparison)
        beside.peers()
    else:
        beside.lineage()
        _by_programme(blocks, lines, grid)
        _by_programme(blocks, lines, programme_grid(comparison, indicators))
    blocks.legend()
    beside.cautions()
    beside.undecided()
    beside.closing()
    return "\n".join(line.rstrip() for line in file.getvalue().split("\n"))


def _by_year(blocks: Blocks, lines: Lines, grid: Grid) -> None:
    for place in grid.places():
        columns = [column for column in grid.columns if column.place == place]
        lines.rule(place.name or lines.say(DISTRICT_UNTOLD))
        blocks.table(grid.part(columns), lambda column: _year(column, lines))


def _by_district(blocks: Blocks, lines: Lines, grid: Grid, comparison: Comparison) -> None:
    does = functions_of(comparison)

    def title(column: Column) -> str:
        function = does.get(column.place)
        name = in_language(function_name(function), lines.lang) if function else ""
        words = (column.place.district or lines.say(DISTRICT_UNTOLD), column.place.department, name and f"({name})")
        return "\n".join(word for word in words if word)

    for year in grid.years():
        columns = [column for column in grid.columns if column.year == year]
        lines.rule(str(year) if year is not None else lines.say(YEAR_UNTOLD))
        blocks.table(grid.part(columns), title)


def _by_programme(blocks: Blocks, lines: Lines, grid: Grid) -> None:
    for place in grid.places():
        columns = [column for column in grid.columns if column.place == place]
        part = grid.part(columns, lambda row: row.of_programme)
        if part.rows:
            lines.rule(place.name or lines.say(DISTRICT_UNTOLD))
            blocks.table(part, lambda column: _year(column, lines))


def _year(column: Column, lines: Lines) -> str:
    return str(column.year) if column.year is not None else lines.say(YEAR_UNTOLD)
