"""A row of a table in whose cells figures stand one below the other → a row for each of them."""

from __future__ import annotations

from auditreport.parsers.formats.blocks.tokens import is_figure
from auditreport.parsers.formats.pdf.rows import TextRow

_LEVEL = 3.0
_FIGURE_CELLS = 2


def unstack(cells: list[list[TextRow]]) -> list[list[list[TextRow]]] | None:
    """The rows that stand in the cells of one, each cell as its lines; `None` where it is one row.

    Rows are drawn without rules between them where at least two cells hold nothing but figures, line by line, and the
    lines of all cells stand at the heights of theirs.
    """
    stacked = [lines for lines in cells if len(lines) > 1 and all(_states(line) for line in lines)]
    if len(stacked) < _FIGURE_CELLS:
        return None
    levels = [line.middle for line in max(stacked, key=len)]
    out: list[list[list[TextRow]]] = [[[] for _ in cells] for _ in levels]
    for column, lines in enumerate(cells):
        for line in lines:
            near = min(range(len(levels)), key=lambda k: abs(levels[k] - line.middle))
            if abs(levels[near] - line.middle) > _LEVEL:
                return None
            out[near][column].append(line)
    return out


def _states(line: TextRow) -> bool:
    """Whether a line is a figure of its own and not a remark in brackets below one."""
    return is_figure(line.text) and not line.text.startswith(("(", "["))
