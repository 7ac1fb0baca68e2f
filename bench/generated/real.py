"""Real tables whose cells are marked → examples: their clean reading is the truth to which flattened ones are held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path as File

from auditreport.errors import UnreadableInput
from auditreport.parsers.grids import Grid
from auditreport.parsers.tables import read_grid
from auditreport.pipeline import read_path
from auditreport.schemas import Table
from bench.generated.example import Example, Path
from bench.generated.style import Style

# What a figure looks like; other cells are printed too, but not asked for.
_FIGURE = re.compile(r"[(\[]?\s?[△▲▽▼+\-−]?\s?\d[\d,]*(?:\.\d+)?\s?[^\s\d]{0,4}|[-–—−]")

_PLAIN = Style("blank", "middle", False, "no", False, False, "above", "△", 1)
STYLES = (
    _PLAIN,
    _PLAIN._replace(header="level", spaced=True, seed=2),
    _PLAIN._replace(wrapped_titles=True, wrapped_labels="centred", seed=3),
    _PLAIN._replace(header="above", wrapped_titles=True, spaced=True, seed=4),
)


def find_examples(files: Iterable[File]) -> Iterator[tuple[str, Example]]:
    """The tables of figures in real files, with the names of their files; each once, also where a file has a twin."""
    seen: set[object] = set()
    for file in files:
        try:
            blocks = read_path(file).document.blocks
        except UnreadableInput:
            continue
        for table in blocks:
            if not isinstance(table, Table) or table.layout != "cell":
                continue
            for grid in read_grid(table):
                example = as_example(grid)
                key = example and (example.columns, example.printed)
                if example is not None and key not in seen:
                    seen.add(key)
                    yield file.name, example


def as_example(grid: Grid) -> Example | None:
    """A clean grid as an example; `None` where it is no table of figures with titles of one or two levels.

    Nor is one where figures were taken for labels, or where two columns have one title: its reading is no truth.
    """
    cells = [cell for row in grid.rows for cell in row.cells]
    if len(grid.rows) < 2 or not cells or any(len(cell.columns) != 1 for cell in cells):
        return None
    if any(_FIGURE.fullmatch(label) for row in grid.rows for label in row.labels[1:]):
        return None
    first = min(cell.columns[0] for cell in cells)
    paths = [column.path for column in grid.columns[first:]]
    figures = sum(bool(_FIGURE.fullmatch(cell.text.value)) for cell in cells)
    if (
        not 2 <= len(set(paths)) == len(paths)
        or not all(1 <= len(path) <= 2 for path in paths)
        or figures * 10 < len(cells) * 8
    ):
        return None
    printed = [[""] * len(paths) for _ in grid.rows]
    for row, line in zip(grid.rows, printed, strict=True):
        for cell in row.cells:
            line[cell.columns[0] - first] = " ".join(cell.text.value.split())
    return Example(
        "real",
        tuple(_flat(column.path[-1]) for column in grid.columns[:first] if column.path)[:1],
        tuple(tuple(map(_flat, path)) for path in paths),
        tuple(_label(row.labels) for row in grid.rows),
        (),
        (),
        "건",
        printed=tuple(map(tuple, printed)),
    )


def _label(labels: Path) -> Path:
    """A label of at most two levels, as layouts have it."""
    flat = [_flat(label) for label in labels if label.strip()]
    return (flat[0], " ".join(flat[1:])) if len(flat) > 1 else tuple(flat) or ("",)


def _flat(text: str) -> str:
    return " ".join(text.split())
