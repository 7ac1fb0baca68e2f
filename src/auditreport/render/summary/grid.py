"""Facts of one table (표) → rows and columns again; a figure whose column is not known stands apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from auditreport.render.messages import N_
from auditreport.render.summary.figures import is_adrift, is_misread, number, unit_word, with_unit
from auditreport.render.summary.page import LABEL_WIDTH, Page, fold
from auditreport.schemas import Fact

PLACE_UNKNOWN = N_("Place unknown")
LINE = N_("line")
_HEADER_WIDTH = 14
_LOOSE_WIDTH = 24


@dataclass(slots=True)
class Grid:
    """Facts by row and column, both in the order in which they first appear."""

    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    cells: dict[tuple[str, str], list[Fact]] = field(default_factory=dict)
    loose: dict[str, list[Fact]] = field(default_factory=dict)

    def facts(self) -> list[Fact]:
        """All facts of the grid."""
        return [fact for group in (*self.cells.values(), *self.loose.values()) for fact in group]

    def facts_of(self, row: str) -> list[Fact]:
        """The facts of one row."""
        placed = [fact for column in self.columns for fact in self.cells.get((row, column), [])]
        return [*placed, *self.loose.get(row, [])]


def make_grid(facts: Iterable[Fact], row_of: Callable[[Fact], str], column_of: Callable[[Fact], str | None]) -> Grid:
    """Arrange facts; `column_of` gives `None` for a figure whose column is not known."""
    grid = Grid()
    for fact in facts:
        row, column = row_of(fact), column_of(fact)
        if row not in grid.rows:
            grid.rows.append(row)
        if column is None:
            grid.loose.setdefault(row, []).append(fact)
            continue
        if column not in grid.columns:
            grid.columns.append(column)
        grid.cells.setdefault((row, column), []).append(fact)
    # The fullest row shows the order of the columns best.
    rows = [row for row, _ in grid.cells]
    fullest = max(grid.rows, key=rows.count, default="")
    order = [column for row, column in grid.cells if row == fullest]
    grid.columns = [*order, *(column for column in grid.columns if column not in order)]
    return grid


def show_grid(page: Page, grid: Grid, title: str, limit: int, beside: str = "", *, is_inner: bool = False) -> None:
    """Print a grid as wide as fits: as it is, or turned on its side, or as a list of its figures."""
    _ = page.translate
    units = list(dict.fromkeys(fact.unit for fact in grid.facts() if fact.unit != "%"))
    unit = units[0] if len(units) == 1 else None
    word = unit_word(unit, _) if unit else ""
    open_table = page.subheading if is_inner else page.heading
    parts = ("" if word in beside else word, beside, _proven(page, grid.facts()))
    open_table(title, " · ".join(part for part in parts if part))

    def text(facts: Sequence[Fact]) -> str:
        figures = (number(fact) if unit is not None else with_unit(fact, _) for fact in facts)
        return " / ".join(dict.fromkeys(figures))

    if _width(page, grid, text) <= page.width:
        _show_upright(page, grid, text, limit)
    elif not grid.loose and _width(page, _turned(grid), text) <= page.width:
        _show_upright(page, _turned(grid), text, limit)
    else:
        _show_list(page, grid, text, limit)
    _legend(page, grid)


def _show_upright(page: Page, grid: Grid, text: Callable[[Sequence[Fact]], str], limit: int) -> None:
    _ = page.translate
    rows, more = page.cut(grid.rows, limit)
    columns = [("", "left"), *((_header(column), "right") for column in grid.columns)]
    if grid.loose:
        columns.append((_(PLACE_UNKNOWN), "value"))
    columns.append((_(LINE), "place"))
    shown = []
    for row in rows:
        cells = [row, *(text(grid.cells.get((row, column), [])) for column in grid.columns)]
        if grid.loose:
            cells.append(" · ".join(text([fact]) for fact in grid.loose.get(row, [])))
        cells.append(_place(page, grid.facts_of(row)))
        shown.append(cells)
    page.table(columns, shown)
    page.more(more)


def _show_list(page: Page, grid: Grid, text: Callable[[Sequence[Fact]], str], limit: int) -> None:
    rows = []
    for row in grid.rows:
        parts = [f"{column} {text(grid.cells[row, column])}" for column in grid.columns if (row, column) in grid.cells]
        parts += [text([fact]) for fact in grid.loose.get(row, [])]
        rows.append([row, " · ".join(part.strip() for part in parts), _place(page, grid.facts_of(row))])
    shown, more = page.cut(rows, limit)
    page.table([("", "left"), ("", "value"), ("", "place")], shown)
    page.more(more)


def _legend(page: Page, grid: Grid) -> None:
    """Explain the marks of doubt: how many places each doubtful figure could have."""
    _ = page.translate
    if any(map(is_misread, grid.facts())):
        page.line(_("? = read in several ways off the scan (-f jsonl lists them)"), "dim")
    doubtful = [fact for fact in grid.facts() if is_adrift(fact)]
    if not doubtful:
        return
    counts = sorted({len(fact.candidates) for fact in doubtful})
    places = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    page.line(_("? = one of {places} possible places (-f jsonl lists them)").format(places=places), "dim")


def _proven(page: Page, facts: Sequence[Fact]) -> str:
    """How many figures of a table an equation confirms."""
    _ = page.translate
    confirmed = sum(fact.reading.confirmed for fact in facts)
    return _("confirmed: {confirmed} of {count}").format(confirmed=confirmed, count=len(facts))


def _place(page: Page, facts: Sequence[Fact]) -> str:
    return page.place([fact.source.line for fact in facts], [fact.source.page for fact in facts])


def _header(column: str) -> str:
    """A column title in lines: levels below each other, long ones folded."""
    return "\n".join(fold(level, _HEADER_WIDTH) for level in column.split(" > "))


def _turned(grid: Grid) -> Grid:
    cells = {(column, row): facts for (row, column), facts in grid.cells.items()}
    return Grid(rows=list(grid.columns), columns=list(grid.rows), cells=cells)


def _width(page: Page, grid: Grid, text: Callable[[Sequence[Fact]], str]) -> int:
    """Columns that the grid needs; figures are never wrapped."""
    columns = 0
    for column in grid.columns:
        figures = max(cell_len(text(grid.cells.get((row, column), []))) for row in grid.rows)
        columns += max(figures, *(cell_len(line) for line in _header(column).split("\n"))) + 2
    places = max(cell_len(_place(page, grid.facts_of(row))) for row in grid.rows)
    labels = min(page.label_width(grid.rows), LABEL_WIDTH)
    return labels + 2 + columns + (_LOOSE_WIDTH if grid.loose else 0) + places
