"""The characters of a page → glyphs in upright coordinates, whichever way the page was turned."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from auditreport.parsers.formats.pdf.content import Content
from auditreport.schemas import Box


@dataclass(slots=True)
class Glyph:
    """One printed character; `x0`, `top`, `x1`, `bottom` in points on the upright page.

    `readings` are what its figure may be where it was read off a scan in several ways; the first one is taken.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    font: str
    readings: tuple[str, ...] | None = None

    @property
    def middle(self) -> float:
        """Height of its middle, from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Distance of its middle from the left side of the page."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Turn:
    """How the content of a page has to be turned to stand upright: by `angle` degrees, counter-clockwise as printed.

    `width` and `height` are those of the page as delivered.
    """

    angle: int
    width: float
    height: float

    def upright(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A box on the page as delivered → the same box on the upright page."""
        if self.angle == 90:
            return self.height - bottom, x0, self.height - top, x1
        if self.angle == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.angle == 270:
            return top, self.width - x1, bottom, self.width - x0
        return x0, top, x1, bottom

    def delivered(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A box on the upright page → the same box on the page as delivered."""
        if self.angle == 90:
            return top, self.height - x1, bottom, self.height - x0
        if self.angle == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.angle == 270:
            return self.width - bottom, x0, self.width - top, x1
        return x0, top, x1, bottom

    @property
    def upright_height(self) -> float:
        """Height of the page once it stands upright."""
        return self.width if self.angle in (90, 270) else self.height


def find_turn(content: Content) -> Turn:
    """The turn that most characters of a page need, told by the direction in which they run."""
    angles = Counter(_angle(char.matrix) for char, _ in content.chars)
    return Turn(angles.most_common(1)[0][0] if angles else 0, content.width, content.height)


def _angle(matrix: tuple[float, ...]) -> int:
    a, b = matrix[0], matrix[1]
    if b == 0 and a > 0:
        return 0
    return round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360


def read_glyphs(content: Content, turn: Turn) -> list[Glyph]:
    """The characters of a page in the order in which it prints them; control characters are left out.

    A character that its font does not name is kept as the replacement character, so that it is seen to be missing.
    """
    out = []
    for char, place in content.chars:
        text = char.get_text()
        if not text or (len(text) == 1 and ord(text) < 32):
            continue
        box = turn.upright(*place) if turn.angle else place
        out.append(Glyph("\ufffd" if text.startswith("(cid:") else text, *box, box[3] - box[1], char.fontname))
    return out
