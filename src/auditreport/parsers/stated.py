"""What a line of running text states: its label, and its figures under their labels."""

from __future__ import annotations

from typing import NamedTuple

from auditreport.parsers.values import Found


class Stated(NamedTuple):
    """A figure with the labels inside its line: `labels` from the outermost, `of` the part of the whole it counts.

    `unit` is the figure's own or the one it inherits; `words` is what stands in front of the figure, as printed, and
    `aside` what a bracket right behind it says without a figure. A part that exceeds its whole is doubtful: digits of a
    note beside it may have run into it.
    """

    found: Found
    labels: tuple[str, ...]
    of: str | None
    unit: str | None
    words: str = ""
    aside: str = ""
    is_doubtful: bool = False


class Line(NamedTuple):
    """What a line says: the label that the lines below it hang under, and its figures.

    `left_out` counts the numerals that neither a unit nor a whole tells apart from names, so that none is made of them.
    `is_named` tells a label that the line itself parts off, with a colon or brackets, from the line as a whole.
    """

    label: str | None
    stated: tuple[Stated, ...]
    head: Found | None = None
    is_named: bool = True
    left_out: int = 0
