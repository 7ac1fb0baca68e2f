"""A table block → a grid: rows with label paths, figures with the columns that they may stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from auditreport import vocab
from auditreport.parsers import recovery
from auditreport.parsers.formats.blocks.tokens import is_figure
from auditreport.parsers.grids import Column, Grid, GridCell, GridRow
from auditreport.parsers.header_words import BRACKET, cells_of, is_known, is_stub, is_text, is_total
from auditreport.parsers.records.dates import names_span
from auditreport.parsers.row_labels import label_paths
from auditreport.parsers.titles import is_headed, read_titles
from auditreport.schemas import Cell, Layout, Row, Table, Text

# A note that a title carries behind it: 달성율(B/A) (%)*인원대비.
_FOOTNOTE = re.compile(r"(?<=\S)\s*[*※][^()]*$")


def read_grid(table: Table, teams: int | None = None) -> list[Grid]:
    """The grids of a table block; tables that stand side by side come out one below the other.

    Args:
        table: as its format gives it.
        teams: how many teams the report states; it helps to rank the columns of a staffing table.
    """
    known = all(cell.column is not None for row in table.rows for cell in row.cells)
    if table.layout != "flattened" or (table.header and known):
        return [_marked(header, rows, table.layout) for header, rows in _side_by_side(table)]
    return [_flattened(table, teams)]


# -- tables that the source marks -----------------------------------------------------------------------------------


def _side_by_side(table: Table) -> list[tuple[list[list[Text]], list[list[Text]]]]:
    """Header and body of each table where a header repeats itself (연번 | 내용 | 실적 | 연번 | 내용 | 실적)."""
    header = [_spread(row) for row in table.header]
    body = [[cell.text for cell in row.cells] for row in table.rows]
    titles = [vocab.squash(cell.value) for cell in header[0]] if header else []
    size = len(titles)
    for parts in (2, 3, 4):
        step = size // parts
        if step >= 2 and size % parts == 0 and all(titles[i] == titles[i % step] for i in range(size)) and titles[0]:
            return [
                (
                    [row[i : i + step] for row in header],
                    [row[i : i + step] for row in body if any(c.value for c in row[i : i + step])],
                )
                for i in range(0, size, step)
            ]
    return [(header, body)]


def _spread(row: Row) -> list[Text]:
    """The titles of a header row; one that the source says to span several columns stands in each of them."""
    out = [cell.text for cell in row.cells]
    for i, cell in enumerate(row.cells):
        for j in range(i + 1, min(i + cell.column_span, len(out))):
            out[j] = out[j] if out[j].value else cell.text
    return out


def _marked(header: list[list[Text]], body: list[list[Text]], method: Layout) -> Grid:
    width = max((len(row) for row in [*header, *body]), default=0)
    columns = _columns(header, width)
    labels = _label_columns(columns, body) if method != "flattened" else _flat_label_columns(columns)
    rows: list[GridRow] = []
    above: list[str] = [""] * width
    for cells in body:
        path = _labels(cells, labels, above)
        figures = [
            GridCell(cell, (i,)) for i, cell in enumerate(cells) if i not in labels and cell.value and i < len(columns)
        ]
        rows.append(GridRow(path, figures, None, cells[0]))
    return Grid(columns, rows, method)


def _columns(header: list[list[Text]], width: int) -> list[Column]:
    """Column paths; an empty title continues the one to its left where a deeper row names sub-columns there."""
    titles = [[_title(row[i].value) if i < len(row) else "" for i in range(width)] for row in header]
    filled: list[list[str]] = []
    for k, row in enumerate(titles):
        out = list(row)
        for i in range(1, width):
            deeper = any(lower[i] for lower in titles[k + 1 :])
            same_parent = not filled or filled[-1][i] == filled[-1][i - 1]
            is_rate = {lower[i] for lower in titles[k + 1 :] if lower[i]} <= set(vocab.units().rates)
            owns = any(lower[i - 1] for lower in titles[k + 1 :])
            if not out[i] and deeper and (owns or is_rate) and same_parent:
                out[i] = out[i - 1]
        filled.append(out)
    return [_column(_joined(tuple(dict.fromkeys(row[i] for row in filled if row[i])))) for i in range(width)]


def _joined(path: tuple[str, ...]) -> tuple[str, ...]:
    """Titles from the outermost to the innermost; a bracket on a line of its own ends the title above: 증감 / (B-A)."""
    out: list[str] = []
    for title in path:
        if out and BRACKET.match(title):
            out[-1] += title
        else:
            out.append(title)
    return tuple(out)


def _title(value: str) -> str:
    return vocab.join_spaced(value.replace("\n", " "))


@lru_cache(maxsize=4096)
def _column(path: tuple[str, ...]) -> Column:
    """A column with the unit that its titles tell; units in brackets leave the titles."""
    unit = None
    path = tuple(_FOOTNOTE.sub("", title) for title in path)
    for title in reversed(path):
        match = vocab.pattern("title_unit").search(title)
        if match and _names_unit(match.group(1)):
            unit = match.group(1).strip()
            break
    bare = tuple(t for t in (_without_unit(title) for title in path) if t)
    if unit is None and bare and bare[-1].strip() in vocab.units().rates:
        unit = bare[-1].strip()
    if unit is None and bare:
        unit = vocab.units().of_column(re.sub(r"\([^)]*\)", "", bare[-1]))
    folded = vocab.squash(re.sub(r"\([^)]*\)", "", bare[-1])) if bare else ""
    return Column(bare, unit, folded in vocab.columns().text)


def _without_unit(title: str) -> str:
    def drop(match: re.Match[str]) -> str:
        return "" if _names_unit(match.group(1)) else match.group()

    return " ".join(vocab.pattern("title_unit").sub(drop, title).split())


def _names_unit(word: str) -> bool:
    units = vocab.units()
    word, _, per = word.strip().partition("/")
    if per and per not in units.per:
        return False
    return word in units.money or word in units.rates or word in units.counters or word in units.points


def _label_columns(columns: list[Column], body: list[list[Text]]) -> frozenset[int]:
    """Columns that hold labels: the first, and others of words alone in front of the first column of figures."""
    titled = [column for column in columns if any(map(str.isalnum, "".join(column.path)))]
    if len(titled) > 1 and all(map(_is_dated, titled)):
        return frozenset()
    out: set[int] = set()
    first_titled = bool(columns) and bool(columns[0].path) and is_stub(columns[0].path[-1])
    seen_text = 0
    figures_anywhere = any(_figures_in(columns, body, i) for i in range(1, len(columns)))
    for i, column in enumerate(columns):
        folded = vocab.squash(column.path[-1]) if column.path else ""
        if folded in vocab.columns().index:
            out.add(i)
            continue
        if i == 0 and (first_titled or not _figures_in(columns, body, 0)):
            out.add(i)
            seen_text += 1
            continue
        if _figures_in(columns, body, i) or column.text or (i and _is_dated(column)):
            break
        if not figures_anywhere and seen_text >= max(1, len([c for c in columns if not c.text]) - 1):
            break
        if not figures_anywhere and seen_text >= 2:
            break
        out.add(i)
        seen_text += 1
    if not figures_anywhere and len(out) == len(columns) and len(out) > 1:
        out.discard(max(out))
    return frozenset(out)


def _flat_label_columns(columns: list[Column]) -> frozenset[int]:
    """The first column of a table without rows, unless it is titled with a year as the others are."""
    return frozenset() if columns and _is_dated(columns[0]) else frozenset({0})


def _is_dated(column: Column) -> bool:
    """Whether a column is titled with a year or several: what stands below is said of them, and labels nothing."""
    title = column.path[-1] if column.path else ""
    return bool(vocab.pattern("year_title").match(title)) or names_span(title)


def _figures_in(columns: list[Column], body: list[list[Text]], i: int) -> bool:
    """Whether most cells of a column are figures."""
    cells = [row[i].value for row in body if i < len(row) and row[i].value]
    figures = sum(1 for cell in cells if _is_figure_cell(cell))
    return bool(cells) and figures * 2 > len(cells)


def _is_figure_cell(value: str) -> bool:
    value = value.strip()
    if value in vocab.marks().dash:
        return True
    return bool(re.match(r"[(\[]?\s?[△▲▽▼−\-+]?\s?\d", value)) and not vocab.pattern("year_word").fullmatch(value)


def _labels(cells: list[Text], labels: frozenset[int], above: list[str]) -> tuple[str, ...]:
    """The label path of a row; an empty label continues the one above it."""
    path = []
    own = {i for i in labels if i < len(cells) and cells[i].value}
    for i in sorted(labels):
        value = _title(cells[i].value) if i < len(cells) else ""
        if value:
            for j in range(i, len(above)):
                above[j] = ""
            above[i] = value
        elif own and not any(j > i for j in own):
            continue
        if above[i] and not _is_index(above[i], i, labels):
            path.append(above[i])
    return tuple(path)


def _is_index(value: str, i: int, labels: frozenset[int]) -> bool:
    return i == 0 and len(labels) > 1 and value.isdigit() and len(value) <= 3


# -- tables whose columns were lost ---------------------------------------------------------------------------------


def _flattened(table: Table, teams: int | None) -> Grid:
    table, remarks = _without_remarks(_with_titles_below(table))
    rows = [row for row in table.rows if _figures(row) and not _is_remark(row, table)]
    longest = max(len(_figures(row)) for row in rows)
    lines = [[word for cell in row.cells for word in cell.text.value.split()] for row in table.header]
    vectors = [[cell.text.value for cell in _figures(row)] for row in rows]
    numbers = [[recovery.number(value) for value in vector] for vector in vectors]
    titles = read_titles(lines, numbers, is_whole=is_headed(table)) if lines else None
    notes = [*_remark_notes(table), *remarks]
    labels = _flat_labels(table)
    names = [labels[id(row)] for row in rows]
    if titles is None:
        columns = _loose_columns(lines, longest)
        lost_rows = [
            GridRow(path, _loose_cells(_figures(row), vector, columns), row.line, row.cells[0].text)
            for row, path, vector in zip(rows, names, numbers, strict=True)
        ]
        return Grid(columns, lost_rows, "flattened", notes, "header")
    arrangements = [_drop_remarks([_column(path) for path in paths], longest) for paths in titles.arrangements]
    placings = recovery.choose(arrangements, names, vectors, teams=teams)
    columns = list(dict.fromkeys(column for placing in placings for column in placing.columns))
    number = {column: i for i, column in enumerate(columns)}
    grid = Grid(columns, [], "flattened", notes, None, placings)
    for r, (row, path) in enumerate(zip(rows, names, strict=True)):
        cells = []
        for c, cell in enumerate(_figures(row)):
            places = tuple(number[column] for column in _best_first(placings, r, c))
            cells.append(GridCell(cell.text, places, len(places) == 1))
        grid.rows.append(GridRow(path, cells, row.line, row.cells[0].text))
    if any(len(cell.columns) > 1 for row in grid.rows for cell in row.cells):
        grid.lost = "columns"
    return grid


def _with_titles_below(table: Table) -> Table:
    """A table with the lines of sub-titles behind its header in the header, even where the titles above are enough.

    They hold nothing but known titles, or stand above a row of totals, whose label needs no other words.
    """
    first = next((i for i, row in enumerate(table.rows) if _figures(row)), 0)
    label = next((cell.text.value for cell in table.rows[first].cells if cell.column == 0), "")
    size = 0
    for row in table.rows[:first]:
        words = [word for cell in row.cells for word in cell.text.value.split()]
        if len(words) < 2 or not (is_total(_title(label)) or all(map(is_known, words))):
            break
        size += 1
    return table.model_copy(update={"header": (*table.header, *table.rows[:size]), "rows": table.rows[size:]})


def _best_first(placings: Sequence[recovery.Placing], row: int, figure: int) -> list[Column]:
    """The columns that a figure has in any placing: by their best rank, then by how many placings have them."""
    best: dict[Column, int] = {}
    votes: Counter[Column] = Counter()
    for placing in placings:
        for rank, at in enumerate(placing.places[row][figure]):
            column = placing.columns[at]
            best[column] = min(rank, best.get(column, rank))
            votes[column] += 1
    return sorted(best, key=lambda column: (best[column], -votes[column]))


def _loose_cells(cells: list[Cell], numbers: list[Decimal | None], columns: list[Column]) -> list[GridCell]:
    """Cells that may stand in any column; only a first one that is the sum of the others is the total for certain."""
    every = tuple(range(len(columns)))
    totals = [i for i, column in enumerate(columns) if column.path and is_total(column.path[-1])]
    rest = [number for number in numbers[1:] if number is not None]
    is_sum = len(rest) == len(numbers) - 1 >= 2 and 0 != numbers[0] == sum(rest)
    if len(totals) != 1 or not is_sum:
        return [GridCell(cell.text, every) for cell in cells]
    others = tuple(i for i in every if i not in totals)
    return [GridCell(cells[0].text, tuple(totals), True), *(GridCell(cell.text, others) for cell in cells[1:])]


def _loose_columns(lines: list[list[str]], longest: int) -> list[Column]:
    """Titles of a header that cannot be divided for certain; they only serve as candidates."""
    titles = [cell for words in lines for cell in cells_of(words) if not is_stub(cell)]
    columns = [_column((title,)) for title in dict.fromkeys(titles)]
    return columns if len(columns) > 1 else [Column((f"{i + 1}",)) for i in range(max(longest, 2))]


def _figures(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.column is None]


def _drop_remarks(columns: list[Column], longest: int) -> list[Column]:
    """Without columns of remarks at the right end, where the figures do not reach them."""
    while len(columns) > longest and columns[-1].text:
        columns = columns[:-1]
    return columns


def _without_remarks(table: Table) -> tuple[Table, list[Text]]:
    """A table without the words that end its rows, where they are remarks, and these words.

    They are where a title names remarks (비고), which stand last wherever lines that were run together put their title,
    and where no title tells of words and few rows end in them. Where they stood in for a figure that was lost, the row
    would look complete.
    """
    titles = [cells for row in table.header if (cells := cells_of([cell.text.value for cell in row.cells]))]
    long = [len(_figures(row)) > 1 for row in table.rows]
    worded = [size and not is_figure(row.cells[-1].text.value) for row, size in zip(table.rows, long, strict=True)]
    last = any(vocab.squash(cell) in vocab.columns().remarks for cell in chain(*titles))
    stray = not any(map(is_text, chain(*titles))) and sum(worded) * 2 < sum(long)
    if not (last or stray):
        return table, []
    remarks = [row.cells[-1].text for row, words in zip(table.rows, worded, strict=True) if words]
    rows = tuple(
        row.model_copy(update={"cells": row.cells[:-1]}) if words else row
        for row, words in zip(table.rows, worded, strict=True)
    )
    return table.model_copy(update={"rows": rows}), remarks


def _is_remark(row: Row, table: Table) -> bool:
    """Whether a row is a remark in the middle of others: a single pair of figures without label (5/5)."""
    figures = _figures(row)
    labelled = sum(
        1 for other in table.rows if any(cell.column == 0 for cell in other.cells) and len(_figures(other)) > 1
    )
    return len(figures) == len(row.cells) == 1 and labelled >= 2


def _remark_notes(table: Table) -> list[Text]:
    """Texts that stand in a table outside of its rows: remarks that run beside several rows, notes behind a figure."""
    out: list[Text] = []
    for row in table.rows:
        figures = _figures(row)
        if not figures or _is_remark(row, table):
            out.extend(cell.text for cell in row.cells)
            continue
        for cell in figures:
            at = cell.text.value.find(" (")
            if at > 0:
                out.append(cell.text.slice(at + 1, len(cell.text.value)))
    return out


def _flat_labels(table: Table) -> dict[int, tuple[str, ...]]:
    """Label paths of the rows that hold figures, by the rows' identity."""
    rows: list[Row] = []
    labels: list[str] = []
    loose: list[tuple[int, str]] = []
    for row in table.rows:
        label = next((cell.text.value for cell in row.cells if cell.column == 0), "")
        if _figures(row) and not _is_remark(row, table):
            rows.append(row)
            labels.append(label)
        elif label:
            loose.append((len(rows), _title(label)))
    figures = [[recovery.read_numeral(cell.text.value) for cell in _figures(row)] for row in rows]
    return dict(zip(map(id, rows), label_paths(labels, loose, figures), strict=True))


def caption_units(value: str) -> tuple[str, ...]:
    """Units that a caption states: (단위 : 천원), (단위 : 개소, ha)."""
    match = vocab.pattern("unit_caption").search(value)
    if match is None:
        return ()
    parts = (part.replace(" ", "") for part in re.split(r"[,·]", match["unit"].strip()))
    return tuple(part for part in parts if part)


def is_total_label(label: str) -> bool:
    """Whether a row label is a total."""
    return is_total(label)
