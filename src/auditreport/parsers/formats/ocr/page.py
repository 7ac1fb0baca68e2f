"""The picture of a page → its lines and tables, as those of a page of text."""

from __future__ import annotations

from auditreport.parsers.formats.ocr.engine import Engine
from auditreport.parsers.formats.ocr.reading import Reader
from auditreport.parsers.formats.ocr.render import Picture
from auditreport.parsers.formats.ocr.rules import shades, take_rules
from auditreport.parsers.formats.ocr.segments import Ink, cut
from auditreport.parsers.formats.ocr.sheet import Sheet, lay
from auditreport.parsers.formats.pdf.glyphs import Glyph, Turn
from auditreport.parsers.formats.pdf.grids import PageGrid
from auditreport.parsers.formats.pdf.lattice import Frame, find_frames
from auditreport.parsers.formats.pdf.pages import ReadPage, arrange

# Widths of bare paper, in heights of a line, at which a line is cut: in a cell, and where columns may have no rules.
_IN_CELL, _OUTSIDE = 4.0, 1.3
# Percent: upright pages have more, those upside down some 88.
_SENSE = 94.0
# Dots per inch from which the base of a △ is drawn.
_FINE = 250
# Pixels: on little more than a millimetre nobody reads anything.
_LEAST = 16


def read_picture(picture: Picture, number: int, engine: Engine) -> ReadPage:
    """Read the picture of page `number`, once more with its other end up where hardly a word makes sense."""
    if min(picture.grey.shape) < _LEAST:
        return ReadPage(number, Turn(0, picture.width, picture.height), is_picture=True, is_scan=True)
    page, sure = _read(lay(picture), number, engine)
    if sure < _SENSE and page.items:
        other, surer = _read(lay(picture, is_upside_down=True), number, engine)
        page = other if surer > sure else page
    page.is_coarse = picture.dpi is not None and picture.dpi < _FINE
    return page


def _read(sheet: Sheet, number: int, engine: Engine) -> tuple[ReadPage, float]:
    """A sheet read as it lies, and how sure its words are in percent."""
    ruling = take_rules(sheet)
    frames, loose = find_frames(ruling)
    glyphs, sure = _glyphs(sheet, frames, engine)
    out = ReadPage(number, sheet.turn, is_scan=True)
    out.items = arrange(glyphs, frames, loose, shades(frames, sheet), number)
    for item in out.items:
        if isinstance(item, PageGrid):
            item.layout = "ocr"
    out.is_picture = not out.items
    return out, sure


def _glyphs(sheet: Sheet, frames: list[Frame], engine: Engine) -> tuple[list[Glyph], float]:
    """All that a sheet prints, cell by cell, then what stands outside of them; and how sure its words are."""
    ink = Ink(sheet)
    reader = Reader(sheet, ink, engine)
    out: list[Glyph] = []
    taken: set[int] = set()
    for frame in frames:
        for slot in frame.slots:
            box = (
                frame.xs[slot.column],
                frame.ys[slot.row],
                frame.xs[slot.column + slot.column_span],
                frame.ys[slot.row + slot.row_span],
            )
            x0, top, x1, bottom = (round(value / sheet.scale) for value in box)
            parts = [part for part in ink.inside(x0, top, x1, bottom) if part.label not in taken]
            taken.update(part.label for part in parts)
            for segment in cut(parts, ink.em, _IN_CELL):
                out.extend(reader.read(segment))
    rest = [part for part in ink.parts if part.label not in taken]
    for segment in cut(rest, ink.em, _OUTSIDE):
        out.extend(reader.read(segment))
    return out, reader.sure
