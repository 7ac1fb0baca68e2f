"""Lines of a table without vertical rules → the places where its columns part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from auditreport.parsers.formats.pdf.chunks import Chunk
from auditreport.parsers.formats.pdf.rules import Rule

_NEAR = 3.0
_TOUCH = 1.0
_MOST_SPLITS = 6_000
_CROSSED = 0.34


def part_columns(
    rules: Sequence[Rule], titles: list[list[Chunk]], body: list[list[Chunk]], left: float, right: float
) -> list[float]:
    """The places of all columns, the outer sides included.

    Args:
        rules: the full horizontal rules; where they are drawn cell by cell, their joints tell the columns.
        titles: lines of the innermost titles, as chunks.
        body: lines below the titles, as chunks.
        left: the left side.
        right: the right side.
    """
    joints = _joints(rules, body)
    if joints:
        return [left, *joints, right]
    columns = _columns([*body, *titles])
    columns = _paired(columns, titles, body)
    inner = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    return [min(left, columns[0][0]), *inner, max(right, columns[-1][1])] if columns else [left, right]


def _joints(rules: Sequence[Rule], body: list[list[Chunk]]) -> list[float]:
    """Places where at least two rules are joined and that hardly a chunk of the body crosses."""
    places: list[list[float]] = []
    for joint in sorted(joint for rule in rules for joint in rule.joints):
        if places and joint - places[-1][-1] <= _NEAR:
            places[-1].append(joint)
        else:
            places.append([joint])
    chunks = [chunk for line in body for chunk in line]
    out = []
    for place in places:
        at = sum(place) / len(place)
        crossing = sum(chunk.x0 + _TOUCH < at < chunk.x1 - _TOUCH for chunk in chunks)
        if len(place) >= 2 and crossing <= _CROSSED * max(len(body), 1):
            out.append(at)
    return out


def _columns(lines: list[list[Chunk]]) -> list[list[float]]:
    """Columns as `[from, to]`, from the lines that fill most of them first; what covers two of them spans them."""
    columns: list[list[float]] = []
    for line in sorted(lines, key=lambda line: -len(line)):
        for chunk in line:
            over = [column for column in columns if _overlap(column, chunk)]
            if not over:
                columns.append([chunk.x0, chunk.x1])
            elif len(over) == 1:
                over[0][0], over[0][1] = min(over[0][0], chunk.x0), max(over[0][1], chunk.x1)
    columns.sort()
    return _without_crossed(columns, lines)


def _without_crossed(columns: list[list[float]], lines: list[list[Chunk]]) -> list[list[float]]:
    """Neighbours as one where a good part of the lines has a chunk across both: a cell of words set wide."""
    out = columns[:1]
    for column in columns[1:]:
        across = sum(any(_overlap(out[-1], c) and _overlap(column, c) for c in line) for line in lines)
        apart = sum(
            any(_overlap(out[-1], c) for c in line) and any(_overlap(column, c) for c in line) for line in lines
        )
        if across > _CROSSED * max(apart, 1):
            out[-1] = [out[-1][0], column[1]]
        else:
            out.append(column)
    return out


def _paired(columns: list[list[float]], titles: list[list[Chunk]], body: list[list[Chunk]]) -> list[list[float]]:
    """Neighbours as one that no line fills both, where one title stands over them: words left, figures right."""
    out = [list(column) for column in columns]
    while True:
        pairs = [
            (out[i + 1][0] - out[i][1], i) for i in range(len(out) - 1) if _is_pair(out[i], out[i + 1], titles, body)
        ]
        if not pairs:
            return out
        _, i = min(pairs)
        out[i : i + 2] = [[out[i][0], out[i + 1][1]]]


def _is_pair(one: list[float], other: list[float], titles: list[list[Chunk]], body: list[list[Chunk]]) -> bool:
    """Whether two neighbours are one column: no line fills both, and at most one of them has a title."""

    def in_both(line: list[Chunk]) -> bool:
        first = [chunk for chunk in line if _overlap(one, chunk)]
        return bool(first) and any(_overlap(other, chunk) for chunk in line if chunk not in first)

    if not titles or any(in_both(line) for line in [*body, *titles]):
        return False
    titled = [any(_overlap(column, c) for line in titles for c in line) for column in (one, other)]
    filled = [any(_overlap(column, c) for line in body for c in line) for column in (one, other)]
    return not all(titled) and (any(titled) or all(filled))


def _overlap(column: Sequence[float], chunk: Chunk) -> bool:
    return min(column[1], chunk.x1) - max(column[0], chunk.x0) > _TOUCH


def split(chunks: list[Chunk], xs: list[float], first: int, last: int) -> list[tuple[int, int]]:
    """How columns `first` to `last` (behind) share out among titles above them: what centres best over each."""
    count, parts = last - first, len(chunks)
    if parts == 0 or parts > count:
        return []
    best: tuple[float, list[tuple[int, int]]] | None = None
    for tried, cuts in enumerate(combinations(range(first + 1, last), parts - 1)):
        if tried > _MOST_SPLITS:
            break
        spans = list(pairwise([first, *cuts, last]))
        cost = sum(abs((xs[a] + xs[b]) / 2 - chunk.centre) for (a, b), chunk in zip(spans, chunks, strict=True))
        if best is None or cost < best[0]:
            best = cost, spans
    return best[1] if best else []
