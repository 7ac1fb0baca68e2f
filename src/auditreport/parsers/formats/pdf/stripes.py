"""Horizontal rules without vertical ones → frames of tables, their columns told by how the text between them stands."""

from __future__ import annotations

from dataclasses import dataclass

from auditreport import vocab
from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.blocks.openings import opening
from auditreport.parsers.formats.pdf.bands import BandRow, band_rows, column_of
from auditreport.parsers.formats.pdf.chunks import Chunk, cut
from auditreport.parsers.formats.pdf.columns import part_columns, split
from auditreport.parsers.formats.pdf.lattice import Frame, slots_of
from auditreport.parsers.formats.pdf.rows import TextRow
from auditreport.parsers.formats.pdf.rules import SNAP, Rule
from auditreport.schemas import Text

_LEAST = 40.0
_FULL = 0.94
_OVERLAP = 0.5
_ASIDE = 6.0
_INDENT = 18.0
# Above and below the titles and below the table: two alone also underline a heading.
_RULES = 3
_LOWEST = 0.8
_CENTRED = 0.25
# Marks up to this rank (□, ○) open headings and bullets outside of tables; dashes also stand in cells.
_HEADS = 30


@dataclass(slots=True)
class _Group:
    """Rules of one table from the top down, and the lines of chunks in each band between them."""

    rules: list[Rule]
    bands: list[list[list[Chunk]]]

    @property
    def left(self) -> float:
        """Left end of the widest rule."""
        return min(rule.low for rule in self.rules)

    @property
    def right(self) -> float:
        """Right end."""
        return max(rule.high for rule in self.rules)

    def is_full(self, rule: Rule) -> bool:
        """Whether a rule runs over the whole width."""
        return rule.length >= _FULL * (self.right - self.left)


def find_striped(rules: list[Rule], rows: list[TextRow]) -> list[Frame]:
    """The frames of tables that only horizontal rules draw."""
    out = []
    for group in _groups([rule for rule in rules if rule.length >= _LEAST], rows):
        frame = _frame(group)
        if frame is not None:
            out.append(frame)
    return out


# -- which rules belong together ------------------------------------------------------------------------------------


def _groups(rules: list[Rule], rows: list[TextRow]) -> list[_Group]:
    open_groups: list[_Group] = []
    done: list[_Group] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.low)):
        home = None
        for group in open_groups:
            if min(rule.high, group.right) - max(rule.low, group.left) >= _OVERLAP * rule.length:
                home = group
                break
        if home is not None:
            last = home.rules[-1]
            band = _band(rows, last.at, rule.at, home.left, home.right)
            if abs(rule.at - last.at) <= SNAP:
                home.rules.append(rule)
                home.bands.append([])
                continue
            if rule.length <= 1.06 * (home.right - home.left) and not _breaks(band, rule, home):
                home.rules.append(rule)
                home.bands.append(band)
                continue
            open_groups.remove(home)
            done.append(home)
        open_groups.append(_Group([rule], []))
    return [group for group in [*done, *open_groups] if len(group.rules) > 1]


def _band(rows: list[TextRow], top: float, bottom: float, left: float, right: float) -> list[list[Chunk]]:
    """Lines between two heights, as chunks."""
    out = []
    for i, row in enumerate(rows):
        if top < row.middle < bottom:
            chunks = cut(row, i, left - _ASIDE, right + _ASIDE)
            if chunks:
                out.append(chunks)
    return out


def _breaks(band: list[list[Chunk]], rule: Rule, group: _Group) -> bool:
    """Whether what stands above a rule parts it from the table: nothing, text in one column, a caption, a heading."""
    glyphs = [word.glyphs[0] for line in band[:1] for chunk in line for word in chunk.words]
    if not band or rule.at - group.rules[-1].at < _LOWEST * max(glyph.bottom - glyph.top for glyph in glyphs):
        return True
    if not group.is_full(rule) and all(rule.low <= c.centre <= rule.high for c in band[-1]):
        return False
    if len(_disjoint(band)) == 1:
        return True
    for line in band:
        if any(is_caption(chunk.text) and vocab.pattern("unit_caption").search(chunk.text) for chunk in line):
            return True
        first = line[0].text
        found = opening(Text(first, ((0, 0, 1),)), frozenset())
        heads = found.kind == "roman" or (found.kind == "bullet" and vocab.marks().rank.get(found.mark, 99) <= _HEADS)
        at_left = line[0].x0 <= group.left + _INDENT
        if len(line) == 1 and at_left and heads and len(first) > 1:
            return True
    return False


def _disjoint(band: list[list[Chunk]]) -> list[list[float]]:
    """The parts of the width that hold text, `[from, to]`."""
    out: list[list[float]] = []
    for chunk in sorted((chunk for line in band for chunk in line), key=lambda chunk: chunk.x0):
        if out and chunk.x0 <= out[-1][1]:
            out[-1][1] = max(out[-1][1], chunk.x1)
        else:
            out.append([chunk.x0, chunk.x1])
    return out


# -- from a group to a frame ----------------------------------------------------------------------------------------


def _frame(group: _Group) -> Frame | None:
    full = [i for i, rule in enumerate(group.rules) if group.is_full(rule)]
    if len(full) < _RULES or full[0] != 0 or full[-1] != len(group.rules) - 1:
        return None
    under = next((i for i in full[1:] if any(group.bands[:i])), 0)
    if under in (0, len(group.rules) - 1):
        return None
    left, right = group.left, group.right
    head, body = group.bands[:under], group.bands[under:]
    lines = [line for band in body for line in band]
    inner = _innermost(group, under)
    rules = [group.rules[i] for i in full]
    xs = part_columns(rules, inner, lines, left, right)
    if len(xs) < 3 or not _is_tabular(body, xs):
        return None
    return _build(group, under, xs, head, body)


def _innermost(group: _Group, under: int) -> list[list[Chunk]]:
    """Titles with no other title below them: those of the lowest band, and those that no partial rule underlines."""
    out = []
    for i, band in enumerate(group.bands[:under]):
        below = group.rules[i + 1 : under]
        for line in band:
            kept = [c for c in line if not any(rule.low <= c.centre <= rule.high for rule in below)]
            if kept:
                out.append(kept)
    return out


def _is_tabular(body: list[list[list[Chunk]]], xs: list[float]) -> bool:
    """Whether what stands below the titles fills several columns; a third of the lines, as cells of words wrap.

    Where every row is ruled off, its lines count together.
    """
    rows = [[chunk for line in band for chunk in line] for band in body] if len(body) > 1 else body[0]
    several = sum(len({column_of(chunk, xs) for chunk in row}) > 1 for row in rows)
    return bool(rows) and several * 3 >= len(rows)


def _build(
    group: _Group, under: int, xs: list[float], head: list[list[list[Chunk]]], body: list[list[list[Chunk]]]
) -> Frame:
    """Lay out rows: a band is a row, or several where its lines say so; partial rules part only what they underline."""
    width = len(xs) - 1
    ys, rows = [group.rules[0].at], []
    floors = [[True] * width]
    for i, band in enumerate([*head, *body]):
        top, rule = group.rules[i].at, group.rules[i + 1]
        found = band_rows(band, xs, top, rule.at) if i >= under and band else [BandRow(band, top, rule.at)]
        for row in found[:-1]:
            ys.append(row.bottom)
            floors.append([True] * width)
        rows.extend(found)
        ys.append(rule.at)
        full = group.is_full(rule)
        floors.append([full or rule.low - SNAP <= (xs[c] + xs[c + 1]) / 2 <= rule.high + SNAP for c in range(width)])
    heads = under
    ys, rows, floors, heads = _without_doubles(ys, rows, floors, heads)
    walls = [[True] * len(rows) for _ in xs]
    for r, row in enumerate(rows):
        for column, count in row.spans.items():
            for below in range(r + 1, min(r + count, len(rows))):
                floors[below][column] = False
        for first, last in _spanned(rows, r, floors, xs, heads):
            for column in range(first + 1, last):
                walls[column][r] = False
    slots, _ = slots_of(xs, ys, walls, floors)
    return Frame(xs, ys, slots, "rules", heads)


def _without_doubles(
    ys: list[float], rows: list[BandRow], floors: list[list[bool]], heads: int
) -> tuple[list[float], list[BandRow], list[list[bool]], int]:
    """Rules drawn in pieces at one height as one: the empty bands between them go."""
    out_ys, out_floors, out_rows = ys[:1], floors[:1], []
    for i, row in enumerate(rows):
        if not row.lines and i:
            out_floors[-1] = [a or b for a, b in zip(out_floors[-1], floors[i + 1], strict=True)]
            heads -= i < heads
            continue
        out_rows.append(row)
        out_ys.append(ys[i + 1])
        out_floors.append(floors[i + 1])
    return out_ys, out_rows, out_floors, heads


def _spanned(
    rows: list[BandRow], r: int, floors: list[list[bool]], xs: list[float], heads: int
) -> list[tuple[int, int]]:
    """Columns that a cell of the row spans, as `first, behind`."""
    out: list[tuple[int, int]] = []
    chunks = [chunk for line in rows[r].lines for chunk in line]
    if r + 1 < heads:
        ruled = floors[r + 1]
        first = 0
        while first < len(ruled):
            last = first
            while last < len(ruled) and ruled[last]:
                last += 1
            if last > first:
                titles = sorted((c for c in chunks if xs[first] <= c.centre < xs[last]), key=lambda chunk: chunk.x0)
                out.extend(split(titles, xs, first, last))
            first = max(last, first + 1)
        return out
    if heads == 1 and r == 0:
        out.extend(_over_untitled(chunks, xs))
    for chunk in chunks:
        first, last = _reach(chunk, xs)
        others = {column_of(c, xs) for c in chunks if c is not chunk}
        if last - first > 1 and not others & set(range(first, last)):
            out.append((first, last))
    return out


def _over_untitled(titles: list[Chunk], xs: list[float]) -> list[tuple[int, int]]:
    """Pairs of columns of which one has no title, the other's being centred over both."""
    out = []
    by_column = {column_of(chunk, xs): chunk for chunk in titles}
    for column in range(len(xs) - 2):
        titled = [c for c in (column, column + 1) if c in by_column]
        if len(titled) != 1:
            continue
        centre = by_column[titled[0]].centre
        own = abs((xs[titled[0]] + xs[titled[0] + 1]) / 2 - centre)
        both = abs((xs[column] + xs[column + 2]) / 2 - centre)
        if both < _CENTRED * own:
            out.append((column, column + 2))
    return out


def _reach(chunk: Chunk, xs: list[float]) -> tuple[int, int]:
    """The columns that a chunk covers by more than a hair."""
    covered = [i for i in range(len(xs) - 1) if min(xs[i + 1], chunk.x1) - max(xs[i], chunk.x0) > SNAP]
    return (covered[0], covered[-1] + 1) if covered else (0, 0)
