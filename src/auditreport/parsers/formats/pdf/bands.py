"""The lines between two rules of a table → its rows there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from auditreport.parsers.formats.blocks.openings import opening
from auditreport.parsers.formats.pdf.chunks import Chunk
from auditreport.schemas import Text

_MIRRORED = 2.5
_EVEN = 5.0


@dataclass(slots=True)
class BandRow:
    """A row from `top` to `bottom`: its lines of chunks, and how many rows the cells of some columns span from here."""

    lines: list[list[Chunk]]
    top: float
    bottom: float
    spans: dict[int, int] = field(default_factory=dict)


def band_rows(lines: list[list[Chunk]], xs: list[float], top: float, bottom: float) -> list[BandRow]:
    """The rows of a band between two rules.

    One, unless a column holds figures on several lines, or several lines fill all columns behind the labels. Other
    lines are then pieces of cells in the row nearest to them, or labels beside several rows.
    """
    filled = [{column_of(chunk, xs) for chunk in line} for line in lines]
    anchors = _anchors(lines, filled, xs)
    if len(anchors) < 2:
        return [BandRow(lines, top, bottom)]
    edges = _mirrored(top, bottom, [lines[a][0].middle for a in anchors])
    if edges is not None:
        return _between(lines, filled, anchors, edges)
    kept = {a: [lines[a]] for a in anchors}
    spans: dict[int, dict[int, int]] = {a: {} for a in anchors}
    for i, line in enumerate(lines):
        if i in kept:
            continue
        beside = _beside(i, lines, filled, anchors)
        if beside:
            spans[beside[0]].update(dict.fromkeys(filled[i], len(beside)))
        else:
            nearest = min(anchors, key=lambda a: (abs(lines[a][0].middle - line[0].middle), a > i))
            kept[nearest].append(line)
    inner = [(_low(kept[one]) + _high(kept[other])) / 2 for one, other in pairwise(anchors)]
    edges = [top, *inner, bottom]
    return [BandRow(kept[a], edges[k], edges[k + 1], spans[a]) for k, a in enumerate(anchors)]


def _anchors(lines: list[list[Chunk]], filled: list[set[int]], xs: list[float]) -> list[int]:
    """The lines on which the rows of a band stand; fewer than two where the band is one row."""
    figures = [i for i, line in enumerate(lines) if any(_states(c) and column_of(c, xs) for c in line)]
    columns = [column_of(c, xs) for i in figures for c in lines[i] if _states(c) and column_of(c, xs)]
    if len(columns) > len(set(columns)):
        return figures
    behind = set(range(1, len(xs) - 1))
    if len(behind) < 2:
        return []
    return [i for i, line in enumerate(lines) if behind <= filled[i] and not _lists(line)]


def _lists(line: list[Chunk]) -> bool:
    """Whether a line holds an item of a list in several cells: such lines make one row."""
    return sum(opening(Text(c.text, ((0, 0, 1),)), frozenset()).kind == "bullet" for c in line) > 1


def _mirrored(top: float, bottom: float, middles: list[float]) -> list[float] | None:
    """The edges of rows whose cells stand at half their height; `None` where the rows do not come out even."""
    edges = [top]
    for middle in middles:
        edges.append(2 * middle - edges[-1])
    between = all(middles[k] < edges[k + 1] < middles[k + 1] for k in range(len(middles) - 1))
    return [*edges[:-1], bottom] if between and abs(edges[-1] - bottom) <= _EVEN else None


def _between(lines: list[list[Chunk]], filled: list[set[int]], anchors: list[int], edges: list[float]) -> list[BandRow]:
    """Rows between known edges; a label stands beside the rows around whose middle it is."""
    rows = [BandRow([lines[a]], edges[k], edges[k + 1]) for k, a in enumerate(anchors)]
    for i, line in enumerate(lines):
        if i in anchors:
            continue
        here = line[0].middle
        home = max((k for k in range(len(rows)) if edges[k] <= here), default=0)
        first = last = home
        while first > 0 and not filled[anchors[first - 1]] & filled[i]:
            first -= 1
        while last + 1 < len(rows) and not filled[anchors[last + 1]] & filled[i]:
            last += 1
        reach = [(home, home)]
        if len(line) == 1 and not filled[anchors[home]] & filled[i]:
            reach = [(a, b) for a in range(first, home + 1) for b in range(home, last + 1)]
        a, b = min(reach, key=lambda span: abs((edges[span[0]] + edges[span[1] + 1]) / 2 - here))
        if b > a:
            rows[a].spans.update(dict.fromkeys(filled[i], b - a + 1))
        else:
            rows[home].lines.append(line)
    return rows


def _high(lines: list[list[Chunk]]) -> float:
    return min(glyph.top for line in lines for c in line for word in c.words for glyph in word.glyphs)


def _low(lines: list[list[Chunk]]) -> float:
    return max(glyph.bottom for line in lines for c in line for word in c.words for glyph in word.glyphs)


def _beside(i: int, lines: list[list[Chunk]], filled: list[set[int]], anchors: list[int]) -> list[int]:
    """The rows that a label on a line of its own stands beside; empty where it is a piece of one row's label."""
    above = [a for a in anchors if a < i]
    below = [a for a in anchors if a > i]
    if not above or not below or filled[above[-1]] & filled[i] or filled[below[0]] & filled[i]:
        return []
    here = lines[i][0].middle
    for anchor in (above[-1], below[0]):
        mirror = 2 * lines[anchor][0].middle - here
        if any(
            k not in anchors and k != i and filled[k] & filled[i] and abs(lines[k][0].middle - mirror) <= _MIRRORED
            for k in range(len(lines))
        ):
            return []
    count = 0
    while (
        count < min(len(above), len(below))
        and not filled[above[-1 - count]] & filled[i]
        and not filled[below[count]] & filled[i]
    ):
        count += 1
    return [*above[len(above) - count :], *below[:count]]


def _states(chunk: Chunk) -> bool:
    """Whether a chunk is a figure of its own and not a remark in brackets below one."""
    return chunk.is_figure and not chunk.text.startswith(("(", "["))


def column_of(chunk: Chunk, xs: list[float]) -> int:
    """The column in which the middle of a chunk stands."""
    return min(max(bisect_right(xs, chunk.centre) - 1, 0), len(xs) - 2)
