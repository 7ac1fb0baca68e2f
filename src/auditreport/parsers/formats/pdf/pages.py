"""One page of a PDF → its lines of text and its tables, from the top down."""

from __future__ import annotations

from dataclasses import dataclass, field

from pdfplumber.page import Page

from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.formats.pdf.content import Content, read_content
from auditreport.parsers.formats.pdf.glyphs import Glyph, Turn, find_turn, read_glyphs
from auditreport.parsers.formats.pdf.grids import PageGrid, read_grid
from auditreport.parsers.formats.pdf.lattice import Frame, find_frames
from auditreport.parsers.formats.pdf.overprint import once
from auditreport.parsers.formats.pdf.rows import TextRow, read_rows
from auditreport.parsers.formats.pdf.rules import Rule, Shade, read_rules
from auditreport.parsers.formats.pdf.stripes import find_striped
from auditreport.schemas import Box

# A page with fewer characters than this, most of it covered by a picture, is a picture of a page.
_FEW = 12
_COVERED = 0.5
_ASIDE_EM = 2.0
_ABOVE = 3.0
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
    out.items = arrange(glyphs, frames, loose, ruling.shades, out.number)
    return out


def arrange(
    glyphs: list[Glyph], frames: list[Frame], loose: list[Rule], shades: list[Shade], number: int
) -> list[TextRow | PageGrid]:
    """The lines and tables of a page, from the top down.

    Args:
        glyphs: all that it prints.
        frames: the frames that its rules make.
        loose: horizontal rules that belong to none.
        shades: areas filled with a colour.
        number: of the page.
    """
    grids, rest = _grids(frames, glyphs, shades)
    rows = read_rows(rest)
    for frame in find_striped(loose, rows):
        inside = [glyph for glyph in rest if _is_inside(glyph, frame.box)]
        grid = read_grid(frame, inside, shades)
        if grid is not None:
            grids.append(grid)
            taken = {id(glyph) for glyph in inside}
            rest = [glyph for glyph in rest if id(glyph) not in taken]
            rows = read_rows(rest)
    for grid in grids:
        grid.page = number
        _take_caption(grid, grids)
    lines = [part for row in rows for part in _without_caption(row)]
    return sorted([*lines, *grids], key=_place)


def _place(item: TextRow | PageGrid) -> tuple[float, float]:
    return (item.middle, item.x0) if isinstance(item, TextRow) else (item.box[1], item.box[0])


def _grids(frames: list[Frame], glyphs: list[Glyph], shades: list[Shade]) -> tuple[list[PageGrid], list[Glyph]]:
    """The tables in frames, inner ones first, and the glyphs outside of all."""
    grids: list[PageGrid] = []
    rest = glyphs
    for frame in sorted(frames, key=lambda frame: _area(frame.box)):
        inside = [glyph for glyph in rest if _is_inside(glyph, frame.box)]
        grid = read_grid(frame, inside, shades)
        if grid is not None:
            grids.append(grid)
            taken = {id(glyph) for glyph in inside}
            rest = [glyph for glyph in rest if id(glyph) not in taken]
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
