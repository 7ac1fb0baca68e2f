"""One page of a PDF → its lines of text and its tables, from the top down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pdfplumber.page import Page

from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.pdf.banners import read_banners
from auditreport.parsers.formats.pdf.boxes import Band, are_columns, are_same, box_rows, find_bands
from auditreport.parsers.formats.pdf.content import Content, read_content
from auditreport.parsers.formats.pdf.glyphs import Glyph, Turn, find_turn, read_glyphs
from auditreport.parsers.formats.pdf.grids import PageGrid, read_grid
from auditreport.parsers.formats.pdf.joined import find_groups, join_frames
from auditreport.parsers.formats.pdf.lattice import Frame, find_frames
from auditreport.parsers.formats.pdf.matrices import find_matrices, is_timeline, read_matrix, read_timeline
from auditreport.parsers.formats.pdf.overprint import once
from auditreport.parsers.formats.pdf.rows import TextRow, read_rows
from auditreport.parsers.formats.pdf.rules import SNAP, Rule, Shade, read_rules
from auditreport.parsers.formats.pdf.stripes import find_striped
from auditreport.schemas import Box

# A page with fewer characters than this, most of it covered by a picture, is a picture of a page.
_FEW = 12
_COVERED = 0.5
_ASIDE_EM = 2.0
_ABOVE = 3.0
_EDGE = 0.5
_UNREADABLE = 0.2


@dataclass(slots=True)
class ReadPage:
    """What stands on a page, from the top down, in upright coordinates."""

    number: int
    turn: Turn
    items: list[TextRow | PageGrid] = field(default_factory=list)
    is_picture: bool = False
    is_garbled: bool = False
    is_scan: bool = False
    is_coarse: bool = False


def read_page(page: Page) -> ReadPage:
    """Read one page."""
    content = read_content(page)
    turn = find_turn(content)
    out = ReadPage(page.page_number, turn)
    glyphs = once(read_glyphs(content, turn))
    visible = sum(1 for glyph in glyphs if not glyph.text.isspace())
    out.is_picture = visible < _FEW and _covered(content) > _COVERED
    lost = sum(1 for glyph in glyphs if glyph.text == "\ufffd")
    out.is_garbled = visible >= _FEW and lost > _UNREADABLE * visible
    ruling = read_rules(content, turn)
    frames, loose = find_frames(ruling)
    upright = (content.height, content.width) if turn.angle in (90, 270) else (content.width, content.height)
    out.items = arrange(glyphs, frames, loose, ruling.shades, out.number, find_bands(ruling, *upright))
    return out


def arrange(
    glyphs: list[Glyph],
    frames: list[Frame],
    loose: list[Rule],
    shades: list[Shade],
    number: int,
    found: Sequence[Band] = (),
) -> list[TextRow | PageGrid]:
    """The lines and tables of a page, from the top down.

    Args:
        glyphs: all that it prints.
        frames: the frames that its rules make.
        loose: horizontal rules that belong to none.
        shades: areas filled with a colour.
        number: of the page.
        found: boxes side by side.
    """
    groups = find_groups(frames, glyphs)
    banners, rest = read_banners([*(group.frame for group in groups), *frames], glyphs)
    frames, cards = join_frames(frames, groups, rest)
    found = [*found, *(band for band in cards if not any(are_same(band, other) for other in found))]
    grids, rest = _grids(frames, rest, shades)
    bands, texts, rest = _filled(found, rest)
    loose = [rule for rule in loose if not any(_borders(rule, box) for box in texts)]
    timelines = [band for band in bands if is_timeline(band, texts)]
    matrices = [read_timeline(band, texts) for band in timelines]
    bands = [band for band in bands if band not in timelines]
    for rows_of_boxes, title in find_matrices(bands, read_rows(rest)):
        matrices.append(read_matrix(rows_of_boxes, title, texts))
        rest = _without(rest, [glyph for word in title.words for glyph in word.glyphs])
        bands = [band for band in bands if band not in rows_of_boxes]
    rows = read_rows(rest)
    for frame in find_striped(loose, rows):
        inside = [glyph for glyph in rest if _is_inside(glyph, frame.box)]
        grid = read_grid(frame, inside, shades)
        if grid is not None:
            grid.is_guessed = True
            grids.append(grid)
            rest = _without(rest, inside)
            rows = read_rows(rest)
    for grid in grids:
        _take_caption(grid, grids)
    grids.extend(matrices)
    for grid in grids:
        grid.page = number
    return _ordered([*banners, *(part for row in rows for part in _without_caption(row))], grids, bands, texts)


def _ordered(
    lines: list[TextRow], grids: list[PageGrid], bands: list[Band], texts: dict[Box, list[Glyph]]
) -> list[TextRow | PageGrid]:
    """Everything from the top down, the boxes of a band one after the other; each box parts from what is around it."""
    placed: list[tuple[tuple[float, float], TextRow | PageGrid, Box | None]] = [
        *((_place(line, bands), line, None) for line in lines),
        *(((grid.box[1], grid.box[0]), grid, None) for grid in grids),
    ]
    for band in bands:
        for box in band.boxes:
            placed.extend(((band.middle, box[0]), row, box) for row in box_rows(texts[box]))
    placed.sort(key=lambda one: one[0])
    for (_, _, before), (_, item, around) in pairwise(placed):
        if isinstance(item, TextRow):
            item.is_apart = around != before
    return [item for _, item, _ in placed]


def _place(line: TextRow, bands: list[Band]) -> tuple[float, float]:
    """Height and left side of a line, by which it is ordered; what stands between boxes comes between them."""
    band = next((band for band in bands if band.top < line.middle < band.bottom), None)
    return (line.middle if band is None else band.middle), line.x0


def _filled(found: Sequence[Band], glyphs: list[Glyph]) -> tuple[list[Band], dict[Box, list[Glyph]], list[Glyph]]:
    """Bands of boxes with text, the glyphs in each of their boxes, and those outside of all."""
    bands: list[Band] = []
    texts: dict[Box, list[Glyph]] = {}
    filled = [{box: [glyph for glyph in glyphs if _is_inside(glyph, box)] for box in band.boxes} for band in found]
    columns = [band for band, inside in zip(found, filled, strict=True) if are_columns(list(inside.values()))]
    for band, inside in zip(found, filled, strict=True):
        is_beside = any(other.top <= band.middle <= other.bottom for other in columns)
        if not is_beside and sum(any(not glyph.text.isspace() for glyph in text) for text in inside.values()) > 1:
            bands.append(band)
            texts |= inside
    return bands, texts, _without(glyphs, [glyph for text in texts.values() for glyph in text])


def _without(glyphs: list[Glyph], taken: list[Glyph]) -> list[Glyph]:
    gone = {id(glyph) for glyph in taken}
    return [glyph for glyph in glyphs if id(glyph) not in gone]


def _borders(rule: Rule, box: Box) -> bool:
    """Whether a rule is the top or the bottom of a box."""
    inside = box[0] - SNAP <= rule.low and rule.high <= box[2] + SNAP
    return inside and min(abs(rule.at - box[1]), abs(rule.at - box[3])) < _EDGE


def _grids(frames: list[Frame], glyphs: list[Glyph], shades: list[Shade]) -> tuple[list[PageGrid], list[Glyph]]:
    """The tables in frames, inner ones first, and the glyphs outside of all."""
    grids: list[PageGrid] = []
    rest = glyphs
    for frame in sorted(frames, key=lambda frame: _area(frame.box)):
        inside = [glyph for glyph in rest if _is_inside(glyph, frame.box)]
        grid = read_grid(frame, inside, shades)
        if grid is not None:
            grids.append(grid)
            rest = _without(rest, inside)
    return grids, rest


def _take_caption(grid: PageGrid, others: list[PageGrid]) -> None:
    """Move the caption of a table that stands in a cell of another from that cell to the table."""
    for other in others:
        for cell in (cell for row in other.rows for cell in row if cell and other is not grid):
            x0, top, x1, bottom = cell.box
            holds = x0 <= (grid.box[0] + grid.box[2]) / 2 <= x1 and top <= grid.box[1] and grid.box[3] <= bottom
            above = [line for line in cell.lines if line.bottom <= grid.box[1] + _ABOVE]
            if holds and above and is_caption(above[-1].text):
                grid.caption = above[-1]
                cell.lines = [line for line in cell.lines if line is not above[-1]]
                return


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_inside(glyph: Glyph, box: Box) -> bool:
    return box[0] <= glyph.centre < box[2] and box[1] <= glyph.middle < box[3]


def _without_caption(row: TextRow) -> list[TextRow]:
    """A line, parted from the caption of a table that stands far behind it at the right."""
    for i in range(len(row.words) - 1, 0, -1):
        gap = row.words[i].x0 - row.words[i - 1].x1
        if gap > _ASIDE_EM * row.words[i].glyphs[0].size:
            behind = TextRow(row.words[i:], row.top, row.bottom)
            if is_caption(behind.text):
                return [TextRow(row.words[:i], row.top, row.bottom), behind]
            break
    return [row]


def _covered(content: Content) -> float:
    """Share of the page that its largest picture covers."""
    area = content.width * content.height
    return max((_area(box) for box in content.pictures), default=0.0) / area if area else 0.0
