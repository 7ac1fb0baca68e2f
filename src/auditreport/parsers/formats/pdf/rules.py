"""Lines, boxes and curves that a page draws → straight rules, drawn pieces of one rule joined; and shaded areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from auditreport.parsers.formats.pdf.content import Content, Stroke
from auditreport.parsers.formats.pdf.glyphs import Turn
from auditreport.schemas import Box

# Points. A double rule is one rule; a dotted rule comes as dots, each a line of its own.
SNAP = 4.0
_NEAR = 2.2
_JOIN = 3.5
_THIN = 3.0
_STRAIGHT = 1.0
_SHORTEST = 6.0
_JOINT = 4.0
# A round corner takes up to some sixty corners of its own; what has more is a picture.
_MOST_POINTS = 256
# So many strips of colour edge to edge are a gradient.
_STRIPS = 8
_FLUSH = 0.1


@dataclass(slots=True)
class Rule:
    """A straight rule: at `at` across, from `low` to `high` along; `joints` are places where its pieces meet."""

    at: float
    low: float
    high: float
    joints: list[float] = field(default_factory=list)

    @property
    def length(self) -> float:
        """Its length."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Shade:
    """An area filled with a colour, as the page names it."""

    box: Box
    color: str


@dataclass(slots=True)
class Ruling:
    """What a page draws besides text: horizontal and vertical rules, and areas filled with a colour."""

    across: list[Rule]
    down: list[Rule]
    shades: list[Shade]


def read_rules(content: Content, turn: Turn) -> Ruling:
    """The rules and shades of a page, in upright coordinates."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    shades: list[Shade] = []
    for x0, top, x1, bottom in _thin(content, turn, shades):
        wide, high = x1 - x0, bottom - top
        if wide >= high:
            across.append(((top + bottom) / 2, x0, x1))
        if high >= wide:
            down.append(((x0 + x1) / 2, top, bottom))
    return Ruling(merge_rules(across), merge_rules(down), shades)


def _thin(content: Content, turn: Turn, shades: list[Shade]) -> Iterator[Box]:
    """Thin boxes around everything straight; large filled areas go to `shades`."""
    for stroke in _without_gradients(content.strokes):
        box = turn.upright(*stroke.box) if turn.angle else stroke.box
        thin = min(box[2] - box[0], box[3] - box[1])
        if stroke.kind == "line":
            if thin <= _STRAIGHT:
                yield box
        elif stroke.kind == "rect":
            if thin <= _THIN:
                yield box
                continue
            if stroke.is_filled and not _is_white(stroke.color):
                shades.append(Shade(box, str(stroke.color)))
            if stroke.is_stroked:
                yield from _sides(box)
        elif len(stroke.points) <= _MOST_POINTS:
            for (ax, ay), (bx, by) in pairwise(stroke.points):
                side = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
                side = turn.upright(*side) if turn.angle else side
                if min(side[2] - side[0], side[3] - side[1]) <= _STRAIGHT:
                    yield side


def _without_gradients(strokes: list[Stroke]) -> list[Stroke]:
    """All but strips of colour laid edge to edge, in which a page fills an area with a gradient: none of them rules."""
    out: list[Stroke] = []
    strips: list[Stroke] = []
    for stroke in strokes:
        if strips and not _adjoins(strips[-1], stroke):
            out.extend(strips if len(strips) < _STRIPS else [])
            strips = []
        if stroke.kind == "rect" and not stroke.is_stroked:
            strips.append(stroke)
        else:
            out.append(stroke)
    return [*out, *(strips if len(strips) < _STRIPS else [])]


def _adjoins(one: Stroke, other: Stroke) -> bool:
    """Whether a filled strip lies along the long side of another; at the short side it would go on as the same rule."""
    if other.kind != "rect" or other.is_stroked:
        return False
    (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = one.box, other.box
    if ax1 - ax0 > ay1 - ay0:
        return abs(ax0 - bx0) + abs(ax1 - bx1) < _FLUSH and min(abs(ay0 - by1), abs(ay1 - by0)) < _FLUSH
    return abs(ay0 - by0) + abs(ay1 - by1) < _FLUSH and min(abs(ax0 - bx1), abs(ax1 - bx0)) < _FLUSH


def _sides(box: Box) -> Iterator[Box]:
    x0, top, x1, bottom = box
    yield x0, top, x1, top
    yield x0, bottom, x1, bottom
    yield x0, top, x0, bottom
    yield x1, top, x1, bottom


def _is_white(color: Any) -> bool:
    """Whether a fill leaves the paper white (grey, RGB or CMYK)."""
    values = color if isinstance(color, (tuple, list)) else (color,)
    if not values or not all(isinstance(value, (int, float)) for value in values):
        return True
    if len(values) == 4:
        return all(value < 0.02 for value in values)
    return all(value > 0.98 for value in values)


def merge_rules(pieces: Iterable[tuple[float, float, float]]) -> list[Rule]:
    """Pieces `(at, low, high)` joined to rules; what stays too short to rule anything is left out."""
    out: list[Rule] = []
    for cluster in _clusters(sorted(set(pieces))):
        at = sum(piece[0] for piece in cluster) / len(cluster)
        rule: Rule | None = None
        for _, low, high in sorted((0.0, low, high) for _, low, high in cluster):
            if rule is not None and low <= rule.high + _JOIN:
                if high - low > _JOINT and low > rule.low + _JOINT and abs(low - rule.high) <= _JOIN:
                    rule.joints.append((low + rule.high) / 2)
                rule.high = max(rule.high, high)
            else:
                rule = Rule(at, low, high)
                out.append(rule)
    return [rule for rule in out if rule.length >= _SHORTEST]


def _clusters(pieces: list[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    """Pieces at about the same place across; sorted input."""
    cluster: list[tuple[float, float, float]] = []
    for piece in pieces:
        if cluster and (piece[0] - cluster[-1][0] > _NEAR or piece[0] - cluster[0][0] > SNAP):
            yield cluster
            cluster = []
        cluster.append(piece)
    if cluster:
        yield cluster
