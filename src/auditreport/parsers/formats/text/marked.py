"""Tables that a text marks with tabs or pipes → cells in a grid."""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.parsers.formats.blocks.captions import names_years
from auditreport.parsers.formats.blocks.contents_line import is_contents
from auditreport.parsers.formats.blocks.lines import Line, delete
from auditreport.schemas import Anchor, Cell, Row, Table, Text

_RULE = re.compile(r"^[\s|:+\-=\t]*-{2,}[\s|:+\-=\t]*$")
_ITEM = re.compile(r"\s*<(?:/li|br\s*/?|/p)>\s*", re.IGNORECASE)
_HTML = re.compile(r"</?[a-zA-Z][^>]*>")


def is_row(line: Line) -> bool:
    """Whether the line is a row of a marked table: it holds a tab between texts, or pipes around cells."""
    value = line.value
    return (
        "\t" in value
        or (value.startswith("|") and value.count("|") >= 2)
        or ("|" in value and _RULE.match(value) is not None)
    )


def is_rule(line: Line) -> bool:
    """Whether the line only rules a header off."""
    return bool(_RULE.match(line.value)) and ("|" in line.value or "\t" in line.value)


def region(lines: list[Line], at: int, source: str) -> tuple[int, Table | None]:
    """Read the marked table that begins at `lines[at]`.

    Returns:
        The index behind the table, and the table; `None` where the rows are no table after all.
    """
    stop = at
    tabs = _tabs(lines[at], source)
    while stop < len(lines):
        goes_on = is_rule(lines[stop]) or 0 < tabs == _tabs(lines[stop], source)
        if not is_row(lines[stop]) and not (stop > at and goes_on):
            break
        if stop > at and lines[stop].gap > 1:
            break
        if is_contents(lines[stop].text):
            break
        stop += 1
    if stop == at:
        return at, None
    rows = [_cells(line, source) for line in lines[at:stop] if not is_rule(line)]
    if not rows:
        return at, None
    numbers = [line.number for line in lines[at:stop] if not is_rule(line)]
    grid = _square(rows)
    headers = count_header_rows(grid)
    anchor = Anchor(start=lines[at].start, end=lines[stop - 1].end, line=lines[at].number)
    built = [
        Row(cells=tuple(_cell(text, i) for i, text in enumerate(row)), line=number)
        for row, number in zip(grid, numbers, strict=True)
    ]
    return stop, Table(layout="cell", header=tuple(built[:headers]), rows=tuple(built[headers:]), anchor=anchor)


def _tabs(line: Line, source: str) -> int:
    """How many tabs part the cells of a line, those at its ends counted: a row of a label alone has no others."""
    return source[line.start : line.end].count("\t")


def _cell(text: Text, column: int) -> Cell:
    return Cell(text=text, column=column)


def _cells(line: Line, source: str) -> list[Text]:
    """The cells of a row; a tab at either end of the line parts an empty cell."""
    text = line.text
    raw = source[line.start : line.end]
    pipes = text.value.startswith("|")
    sign = "|" if pipes else "\t"
    parts, at = [], 0
    for match in re.finditer(re.escape(sign), text.value):
        parts.append(_clean(text.slice(at, match.start())))
        at = match.end()
    parts.append(_clean(text.slice(at, len(text.value))))
    if pipes:
        parts = parts[1:]
        if parts and not parts[-1].value:
            parts.pop()
        return parts
    lead = len(raw) - len(raw.lstrip("\t \xa0"))
    tail = len(raw) - len(raw.rstrip("\t \xa0"))
    before = raw[:lead].count("\t")
    after = raw[len(raw) - tail :].count("\t") if tail else 0
    nothing = Text("", ((0, line.start, 1),))
    return [nothing] * before + parts + [nothing] * after


def _clean(text: Text) -> Text:
    """A cell without HTML; items of a list are parted by line feeds."""
    text = text.strip()
    if "<" not in text.value:
        return text
    parts = []
    at = 0
    for match in _ITEM.finditer(text.value):
        parts.append(text.slice(at, match.start()))
        at = match.end()
    parts.append(text.slice(at, len(text.value)))
    bare = [delete(part, _HTML).strip() for part in parts]
    kept = [part for part in bare if part.value]
    return Text.join(kept, "\n") if kept else Text("", text.pieces[:1])


def _square(rows: list[list[Text]]) -> list[list[Text]]:
    """Rows of one length: a shorter row lost a label column (it is filled behind its first cell) or trailing cells."""
    printed = [len(row) for row in rows]
    rows = [_without_tail(row) for row in rows]
    longest = max(len(row) for row in rows)
    first = next((i for i, row in enumerate(rows) if any(_is_figure(cell.value) for cell in row[1:])), len(rows))
    out = []
    for i, row in enumerate(rows):
        missing = longest - len(row)
        nothing = Text("", ((0, row[0].pieces[0][1], 1),))
        in_place = not row[0].value and printed[i] >= longest
        if missing and not in_place and _keeps_right(row, rows, longest, i < first):
            row = [row[0], *[nothing] * missing, *row[1:]]
        elif missing:
            row = row + [nothing] * missing
        out.append(row)
    return out


def _without_tail(row: list[Text]) -> list[Text]:
    last = len(row)
    while last > 1 and not row[last - 1].value:
        last -= 1
    return row[:last]


def _keeps_right(row: list[Text], rows: list[list[Text]], longest: int, heads: bool) -> bool:
    """Whether a short row is flush right: where it holds a figure (or a title) the long rows hold a second label."""
    missing = longest - len(row)
    full = [other for other in rows if len(other) == longest and any(_is_figure(cell.value) for cell in other)]
    labels = all(other[i].value and not _is_figure(other[i].value) for other in full for i in range(1, missing + 1))
    return bool(full) and len(row) > 1 and labels and (heads or _is_figure(row[1].value))


def _is_figure(value: str) -> bool:
    return bool(re.fullmatch(r"[△▲▽▼−\-+]?\s?\d[\d,.]*\s?%?|[-–—−]", value.strip()))


def count_header_rows(grid: list[list[Text]]) -> int:
    """How many rows on top name columns: one of years, or those before the first row with a figure behind its label."""
    if len(grid) > 1 and _names_years(grid[0]):
        return 1
    text_only = True
    for i, row in enumerate(grid):
        if any(re.search(r"\d", cell.value) and _holds_figure(cell.value) for cell in row[1:]) or (
            any(cell.value in vocab.marks().dash for cell in row[1:]) and row[0].value
        ):
            text_only = False
            return max(i, 1) if i == 0 and _names_columns(row) else i
    if text_only and len(grid) > 1:
        return 1
    return 0


def _names_years(row: list[Text]) -> bool:
    titles = [cell.value for cell in row if any(map(str.isalnum, cell.value))]
    return len(titles) > 1 and all(map(names_years, titles))


def _names_columns(row: list[Text]) -> bool:
    return vocab.squash(row[0].value) in vocab.columns().stubs


def _holds_figure(value: str) -> bool:
    """Whether a cell states a figure, not a year, grade or date as a column title does."""
    return not vocab.pattern("column_name").match(value.strip()) and bool(re.search(r"\d", value))
