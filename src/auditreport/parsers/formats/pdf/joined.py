"""Boxes side by side with a gap between them → one frame, as of a table whose narrow columns have no rules."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from auditreport.parsers.formats.blocks.captions import names_years
from auditreport.parsers.formats.pdf.boxes import Band
from auditreport.parsers.formats.pdf.glyphs import Glyph
from auditreport.parsers.formats.pdf.lattice import Frame, Slot

# Points.
_ALIKE = 6.0
_CLOSEST, _FARTHEST = 1.0, 24.0
_Span = tuple[float, float]


@dataclass(slots=True)
class Group:
    """Boxes side by side that share their rows, and the frame that they make together."""

    frame: Frame
    members: list[Frame]


def find_groups(frames: list[Frame], glyphs: list[Glyph]) -> list[Group]:
    """The groups that boxes make: frames of one column or one row.

    One of the boxes is as high as all of them together, and the edges of every box stand at the edges of rows.
    """
    out: list[Group] = []
    boxes = sorted((f for f in frames if len(f.xs) == 2 or len(f.ys) == 2), key=lambda f: (f.ys[0] - f.ys[-1], f.box))
    while boxes:
        members = _beside(boxes[0], boxes)
        joined = _join(members, glyphs) if len(members) > 1 else None
        if joined is not None:
            out.append(Group(joined, members))
        boxes = [box for box in boxes[1:] if joined is None or box not in members]
    return out


def join_frames(frames: list[Frame], groups: list[Group], glyphs: list[Glyph]) -> tuple[list[Frame], list[Band]]:
    """The frames, those of a group that is a table as one; and the cards of the other groups, each to be read alone."""
    cards: list[Band] = []
    for group in groups:
        if _is_table(group.frame, glyphs):
            frames = [*(frame for frame in frames if frame not in group.members), group.frame]
        elif len(group.frame.ys) > 2 and all(len(box.xs) == 2 for box in group.members):
            cards.append(Band(sorted(box.box for box in group.members)))
    return frames, cards


def _is_table(frame: Frame, glyphs: list[Glyph]) -> bool:
    """Whether boxes are a table: one of them stands beside several others, or all of them are titled with years."""
    if any(slot.row_span > 1 and slot.column in frame.boxed for slot in frame.slots):
        return True
    tops = [slot for slot in frame.slots if slot.row == 0 and slot.column in frame.boxed]
    texts = ["".join(g.text for g in glyphs if frame.cell_at(g.centre, g.middle) is slot).strip() for slot in tops]
    return all(map(names_years, texts))


def _beside(tallest: Frame, boxes: list[Frame]) -> list[Frame]:
    """The boxes within the height of one, as far to the left and right as they follow closely."""
    level = [box for box in boxes if box.ys[0] >= tallest.ys[0] - _ALIKE and box.ys[-1] <= tallest.ys[-1] + _ALIKE]
    found = [tallest]
    grown = True
    while grown:
        near = [box for box in level if box not in found and any(_is_close(box, other) for other in found)]
        found.extend(near)
        grown = bool(near)
    return found


def _is_close(box: Frame, other: Frame) -> bool:
    gap = max(box.xs[0], other.xs[0]) - min(box.xs[-1], other.xs[-1])
    same = abs(box.xs[0] - other.xs[0]) <= _ALIKE and abs(box.xs[-1] - other.xs[-1]) <= _ALIKE
    return same or _CLOSEST < gap <= _FARTHEST


def _join(members: list[Frame], glyphs: list[Glyph]) -> Frame | None:
    """The frame of boxes; `None` where their edges do not make rows and columns, or text stands between the rows."""
    cells = [(_edges(frame, slot), frame) for frame in members for slot in frame.slots]
    columns = _distinct([x for (x, _), _ in cells])
    by_column = [[y for (x, y), _ in cells if _alike(x, column)] for column in columns]
    most = max(len(spans) for spans in by_column)
    rows = sorted(next(spans for spans in by_column if len(spans) == most))
    if any(b[0] - a[1] < -_ALIKE for a, b in [*pairwise(columns), *pairwise(rows)]) or len(columns) < 2:
        return None
    area = [g for g in glyphs if not g.text.isspace() and rows[0][0] < g.middle < rows[-1][1]]
    within = [g for g in area if columns[0][0] < g.centre < columns[-1][1]]
    if any(
        a[1] + _CLOSEST < g.middle < b[0] - _CLOSEST for a, b in pairwise(rows) for g in within if _is_bare(g, cells)
    ):
        return None
    xs, kept = _places(columns, within)
    slots = []
    for (x, y), _ in cells:
        first = next((i for i, row in enumerate(rows) if abs(row[0] - y[0]) <= _ALIKE), None)
        last = next((i for i, row in enumerate(rows) if abs(row[1] - y[1]) <= _ALIKE), None)
        if first is None or last is None:
            return None
        column = next(i for i, other in enumerate(columns) if _alike(x, other))
        slots.append(Slot(first, kept[column], last - first + 1))
    slots.extend(Slot(0, i, len(rows)) for i in range(len(xs) - 1) if i not in kept)
    ys = [rows[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(rows)), rows[-1][1]]
    return Frame(xs, ys, sorted(slots, key=lambda slot: (slot.row, slot.column)), "lattice", boxed=frozenset(kept))


def _edges(frame: Frame, slot: Slot) -> tuple[_Span, _Span]:
    x = frame.xs[slot.column], frame.xs[slot.column + slot.column_span]
    return x, (frame.ys[slot.row], frame.ys[slot.row + slot.row_span])


def _alike(one: _Span, other: _Span) -> bool:
    return abs(one[0] - other[0]) <= _ALIKE and abs(one[1] - other[1]) <= _ALIKE


def _distinct(spans: list[_Span]) -> list[_Span]:
    out: list[_Span] = []
    for span in sorted(spans):
        if not out or not _alike(out[-1], span):
            out.append(span)
    return out


def _is_bare(glyph: Glyph, cells: list[tuple[tuple[_Span, _Span], Frame]]) -> bool:
    """Whether a glyph stands in the column of boxes but in none of them."""
    above = [y for (x, y), _ in cells if x[0] < glyph.centre < x[1]]
    return bool(above) and not any(y[0] <= glyph.middle <= y[1] for y in above)


def _places(columns: list[_Span], glyphs: list[Glyph]) -> tuple[list[float], list[int]]:
    """The places where columns part, and the number of each; a gap in which something stands is one of its own."""
    xs, kept = [columns[0][0]], [0]
    for one, other in pairwise(columns):
        if any(one[1] < glyph.centre < other[0] for glyph in glyphs):
            xs.extend((one[1], other[0]))
        else:
            xs.append((one[1] + other[0]) / 2)
        kept.append(len(xs) - 1)
    return [*xs, columns[-1][1]], kept
