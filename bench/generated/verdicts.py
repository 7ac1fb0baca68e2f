"""A generated table → what is read of it, figure by figure, against its truth.

A table is wrapped into a small report and read as any text is, up to the grid. Figures are told by their place in the
text: what is read at the place of a figure is judged by the title path of its column.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.formats import read_document
from auditreport.parsers.grids import Grid, GridCell
from auditreport.parsers.tables import read_grid
from auditreport.schemas import Document, Table
from bench.generated.clean import as_html, as_tabs
from bench.generated.example import Example, Path
from bench.generated.layout import Flat
from bench.generated.limit import SECONDS, TooSlow, at_most
from bench.generated.words import words

# What can become of a figure. `proved`: one column, the right one. `open`: several, the right one among them.
# `wrong`: one column, not the right one. `outside`: several, none of them right. `unnamed`: the table says that its
# header is lost, so that columns have no full names. `not found`: no cell of a table stands there. `too slow`: the
# table took more than its time.
VERDICTS = ("proved", "open", "wrong", "outside", "unnamed", "not found", "too slow")


class Verdict(NamedTuple):
    """What became of the figures of one table, the lines of those that are wrong, and the seconds of `read_grid`.

    `figures` counts by verdict, and under `first` the open ones whose first candidate is the right one.
    """

    figures: Counter[str]
    faults: tuple[str, ...]
    seconds: float
    grids: tuple[Grid, ...]

    @property
    def is_unique(self) -> bool:
        """Whether every figure is proved."""
        return not any(self.figures[verdict] for verdict in VERDICTS if verdict != "proved")


def wrap(lines: tuple[str, ...], caption: str, unit: str) -> tuple[str, int]:
    """A small report around the lines of a table, and where these begin in it."""
    report = words()["report"]
    captions = {"above": report["caption"], "below": report["caption"], "basis": report["basis"]}
    line = captions.get(caption, "").format(unit=unit)
    below = caption == "below"
    head = report["head"] + (f"{line}\n" if line and not below else "")
    return head + "\n".join(lines) + (f"\n{line}" if below else "") + report["foot"], len(head)


def judge(example: Example, flat: Flat, caption: str) -> Verdict:
    """Read a flattened table and judge each of its figures."""
    text, start = wrap(flat.lines, caption, example.unit)
    starts = [start]
    for line in flat.lines:
        starts.append(starts[-1] + len(line) + 1)
    document = read_document(text.encode(), "table.txt")
    try:
        grids, seconds = at_most(lambda: _grids(document))
    except TooSlow:
        return too_slow(example)
    cells = {_span(cell): (grid, cell) for grid in grids for row in grid.rows for cell in row.cells if cell.text.value}
    figures: Counter[str] = Counter()
    faults = []
    for token in flat.tokens:
        at = starts[token.line] + token.start
        found = cells.get((at, at + len(token.text)))
        names = _names(example.columns, token.column)
        verdict = "not found" if found is None else _verdict(*found, names)
        figures[verdict] += 1
        figures["first"] += found is not None and verdict == "open" and _is_first(*found, names)
        if found is not None and verdict in ("wrong", "outside"):
            truth = " > ".join(example.columns[token.column])
            read = [" > ".join(found[0].columns[i].path) for i in found[1].columns]
            faults.append(f"{verdict}: {token.text} of {' > '.join(example.rows[token.row])}, {truth}: read {read}")
    return Verdict(figures, tuple(faults), seconds, tuple(grids))


def too_slow(example: Example) -> Verdict:
    """The verdict on a table that took more than its time."""
    figures = Counter({"too slow": sum(bool(text) for row in example.printed for text in row)})
    return Verdict(figures, (f"too slow: more than {SECONDS:.0f} s",), SECONDS, ())


def judge_clean(example: Example) -> list[str]:
    """What is read otherwise than it is marked in the web page and in the text with tabs; nothing if all is well."""
    want = [(_folded(example.columns[c]), text) for row in example.printed for c, text in enumerate(row) if text]
    page = as_html(example, words()["report"]["title"])
    tabs, _ = wrap(tuple(as_tabs(example).split("\n")), "above", example.unit)
    out = []
    for name, text in (("table.html", page), ("table.txt", tabs)):
        grids, _ = _grids(read_document(text.encode(), name))
        read = [
            (_folded(grid.columns[cell.columns[0]].path) if len(cell.columns) == 1 else (), cell.text.value)
            for grid in grids
            for row in grid.rows
            for cell in row.cells
        ]
        if read != want:
            at = next(
                (i for i, (a, b) in enumerate(zip(read, want, strict=False)) if a != b), min(len(read), len(want))
            )
            out.append(f"{name}: figure {at + 1} of {len(want)} is read {read[at : at + 1]}, not {want[at : at + 1]}")
    return out


def _grids(document: Document) -> tuple[list[Grid], float]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    begin = time.perf_counter()
    grids = [grid for table in tables for grid in read_grid(table)]
    return grids, time.perf_counter() - begin


def _span(cell: GridCell) -> tuple[int, int]:
    return cell.text.span(0, len(cell.text.value))


def _names(columns: Sequence[Path], at: int) -> set[Path]:
    """What a column may be called: a title alone under a group prints the same text as one title on two lines."""
    path = columns[at]
    alone = sum(len(other) > 1 and other[:-1] == path[:-1] for other in columns) == 1
    return {_folded(path), _folded(("".join(path),))} if alone else {_folded(path)}


def _verdict(grid: Grid, cell: GridCell, truth: set[Path]) -> str:
    inside = not truth.isdisjoint(_folded(grid.columns[i].path) for i in cell.columns)
    if len(cell.columns) == 1:
        return "proved" if inside else "wrong"
    if inside:
        return "open"
    return "unnamed" if grid.lost == "header" else "outside"


def _is_first(grid: Grid, cell: GridCell, truth: set[Path]) -> bool:
    return _folded(grid.columns[cell.columns[0]].path) in truth


def _folded(path: Path) -> Path:
    """Titles without white space and what stands in brackets."""
    return tuple(vocab.squash(re.sub(r"\([^)]*\)", "", title)) for title in path)
