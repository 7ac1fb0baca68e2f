"""Rules that meet → frames of cells: ruled on all sides, or open at the left and right.

An area without a rule between two places of the grid is one cell. What has boxes but no common top and bottom, such as
an organisation chart, is no table.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from auditreport.parsers.formats.pdf.rules import SNAP, Rule, Ruling
from auditreport.schemas import Box, Layout

_COVERED = 0.6
_BORDER = 0.6
_WHOLE = 0.93
_RAGGED = 0.12
_CLEAN = 0.02


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a frame, with the rows and columns of the grid that it spans.

    `area` numbers the areas that are no rectangles, of which the cell is a strip; 0 for a cell of its own.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    area: int = 0


@dataclass(slots=True)
class Frame:
    """A grid on a page: the places of its columns and rows, and its cells; `layout` as in `Table`."""

    xs: list[float]
    ys: list[float]
    slots: list[Slot]
    layout: Layout
    heads: int | None = None
    # The columns that are boxes, where what stands between them makes columns, too.
    boxed: frozenset[int] = frozenset()
    at: dict[tuple[int, int], Slot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the cells by each place that they cover."""
        for slot in self.slots:
            for row in range(slot.row, slot.row + slot.row_span):
                for column in range(slot.column, slot.column + slot.column_span):
                    self.at[row, column] = slot

    @property
    def box(self) -> Box:
        """The area of the frame."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> Slot | None:
        """The cell around a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.at.get((row, column))


@dataclass(slots=True)
class _Net:
    """Rules that meet each other, directly or through others."""

    across: list[Rule]
    down: list[Rule]


def find_frames(ruling: Ruling) -> tuple[list[Frame], list[Rule]]:
    """The frames that rules make, and the horizontal rules that belong to none."""
    frames: list[Frame] = []
    loose: list[Rule] = []
    for net in _nets(ruling):
        found = _frames(net)
        frames.extend(found)
        if not found:
            loose.extend(net.across)
    return frames, loose


def _frames(net: _Net) -> list[Frame]:
    """The frame of a net, or the frames of a table and of those in its cells that touch its rules."""
    frame, ragged = _frame(net)
    if frame is not None and ragged <= _CLEAN:
        return [frame]
    outer, inner = _peeled(net)
    if outer is not None and inner is not None:
        around, _ = _frame(outer)
        within = [found for part in _nets(inner) for found in _frames(part)]
        if around is not None and within:
            return [around, *within]
    return [frame] if frame is not None else []


def _peeled(net: _Net) -> tuple[_Net | None, Ruling | None]:
    """The rules that run over the whole width, with those that join them from one to the next; and all others."""
    left, right = min((h.low for h in net.across), default=0), max((h.high for h in net.across), default=0)
    whole = [h for h in net.across if h.length >= _WHOLE * (right - left)]
    ends = sorted(h.at for h in whole)
    if len(whole) < 2 or len(whole) == len(net.across):
        return None, None
    joining = [v for v in net.down if any(v.low <= a + SNAP and v.high >= b - SNAP for a, b in pairwise(ends))]
    used = {id(rule) for rule in (*whole, *joining)}
    rest = Ruling([h for h in net.across if id(h) not in used], [v for v in net.down if id(v) not in used], [])
    return _Net(whole, joining), rest


def _nets(ruling: Ruling) -> list[_Net]:
    """Rules grouped by whether they touch."""
    across, down = ruling.across, ruling.down
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for j, v in enumerate(down, len(across)):
        for i, h in enumerate(across):
            if v.low - SNAP <= h.at <= v.high + SNAP and h.low - SNAP <= v.at <= h.high + SNAP:
                parent[root(i)] = root(j)
    nets: dict[int, _Net] = {}
    for i, h in enumerate(across):
        nets.setdefault(root(i), _Net([], [])).across.append(h)
    for j, v in enumerate(down, len(across)):
        nets.setdefault(root(j), _Net([], [])).down.append(v)
    return _with_lone_rules(list(nets.values()))


def _with_lone_rules(nets: list[_Net]) -> list[_Net]:
    """Rules that touch nothing, inside of the area of a net as wide as they: they part rows without columns."""
    kept = []
    wide = [net for net in nets if net.down and len(net.across) > 1]
    for net in nets:
        if net.down or len(net.across) != 1:
            kept.append(net)
            continue
        [rule] = net.across
        home = next((other for other in wide if _holds(other, rule)), None)
        if home is None:
            kept.append(net)
        else:
            home.across.append(rule)
    return kept


def _holds(net: _Net, rule: Rule) -> bool:
    left, right = min(h.low for h in net.across), max(h.high for h in net.across)
    first, last = min(h.at for h in net.across), max(h.at for h in net.across)
    return first < rule.at < last and abs(rule.low - left) <= SNAP and abs(rule.high - right) <= SNAP


def _frame(net: _Net) -> tuple[Frame | None, float]:
    """The frame of a net, `None` where it only draws boxes; and the share of it whose cells are no rectangles."""
    if len(net.across) < 2 or not net.down:
        return None, 0.0
    left = min(h.low for h in net.across)
    right = max(h.high for h in net.across)
    xs = _places([v.at for v in net.down] + [left, right])
    ys = _places([h.at for h in net.across])
    if len(xs) < 2 or len(ys) < 2:
        return None, 0.0
    walls = _covers(net.down, xs, ys)
    floors = _covers(net.across, ys, xs)
    if not _is_bordered(floors[0], xs) or not _is_bordered(floors[-1], xs):
        return None, 0.0
    slots, ragged = slots_of(xs, ys, walls, floors)
    if ragged > _RAGGED:
        return None, 0.0
    closed = _share(walls[0], ys) >= _BORDER and _share(walls[-1], ys) >= _BORDER
    return Frame(xs, ys, slots, "lattice" if closed else "rules"), ragged


def _places(values: list[float]) -> list[float]:
    """Distinct places in order, those within a double rule of each other as one."""
    out: list[list[float]] = []
    for value in sorted(values):
        if out and value - out[-1][0] <= SNAP:
            out[-1].append(value)
        else:
            out.append([value])
    return [sum(group) / len(group) for group in out]


def _covers(rules: list[Rule], at: list[float], along: list[float]) -> list[list[bool]]:
    """For each place across, whether rules cover each interval along."""
    out = [[0.0] * (len(along) - 1) for _ in at]
    for rule in rules:
        near = min(range(len(at)), key=lambda i: abs(at[i] - rule.at))
        for k in range(len(along) - 1):
            shared = min(rule.high, along[k + 1]) - max(rule.low, along[k])
            if shared > 0:
                out[near][k] += shared / (along[k + 1] - along[k])
    return [[share >= _COVERED for share in row] for row in out]


def _is_bordered(covered: list[bool], xs: list[float]) -> bool:
    """Whether a border runs over the whole width, or all of it but an empty corner at its left end."""
    bare = covered.index(True) if True in covered else len(covered)
    if bare == len(covered):
        return False
    rest = _share(covered[bare:], xs[bare:])
    return rest >= _WHOLE and (xs[-1] - xs[bare]) / (xs[-1] - xs[0]) >= _BORDER


def _share(covered: list[bool], along: list[float]) -> float:
    """How much of the length of a border is ruled."""
    total = along[-1] - along[0]
    return sum(along[i + 1] - along[i] for i, is_ruled in enumerate(covered) if is_ruled) / total


def slots_of(
    xs: list[float], ys: list[float], walls: list[list[bool]], floors: list[list[bool]]
) -> tuple[list[Slot], float]:
    """Cells of a grid, joined where no rule parts them, and the share of the area whose joined cells are no rectangles.

    `walls[i][row]` tells whether the i-th vertical place is ruled beside a row, `floors[i][column]` the horizontal one.
    """
    height, width = len(ys) - 1, len(xs) - 1
    group = {(r, c): {(r, c)} for r in range(height) for c in range(width)}

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        if group[one] is not group[other]:
            group[one] |= group[other]
            for place in group[other]:
                group[place] = group[one]

    for r in range(height):
        for c in range(width):
            if c + 1 < width and not walls[c + 1][r]:
                join((r, c), (r, c + 1))
            if r + 1 < height and not floors[r + 1][c]:
                join((r, c), (r + 1, c))
    out: list[Slot] = []
    ragged = 0.0
    for number, places in enumerate({id(places): places for places in group.values()}.values(), 1):
        rows, columns = [r for r, _ in places], [c for _, c in places]
        span = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        if span[0] * span[1] == len(places):
            out.append(Slot(min(rows), min(columns), *span))
            continue
        out.extend(_strips(places, number))
        ragged += sum((xs[c + 1] - xs[c]) * (ys[r + 1] - ys[r]) for r, c in places)
    area = (xs[-1] - xs[0]) * (ys[-1] - ys[0])
    return sorted(out, key=lambda slot: (slot.row, slot.column)), ragged / area


def _strips(places: set[tuple[int, int]], area: int) -> list[Slot]:
    """Cells of a joined area that is no rectangle: row by row."""
    out = []
    for r, c in sorted(places):
        if (r, c - 1) not in places:
            end = c
            while (r, end + 1) in places:
                end += 1
            out.append(Slot(r, c, 1, end - c + 1, area))
    return out
