"""A line of text through the grammar of figures (수치 문법)."""

from __future__ import annotations

from auditreport.parsers.cells import read_cell
from auditreport.parsers.phrases import read_line
from auditreport.parsers.recovery.numerals import read_numeral
from auditreport.parsers.values import find_figures, zeros_behind
from fuzz.promise import holds
from fuzz.seeds import ARTICLE, SMALL
from fuzz.target import Target
from tests.reading import text_of


def run(data: bytes) -> None:
    """Figures lie in the text, one behind the other, and hold plain numbers."""
    text = data.decode("utf-8", "replace")
    last = 0
    for found in find_figures(text):
        holds(last <= found.start < found.end <= found.after <= len(text), "figures ascend inside of the text")
        holds(found.number.is_finite(), "figures are numbers")
        zeros_behind(text, found)
        last = found.end
    read_line(text)
    read_numeral(text)
    read_cell(text_of(text), None)


TARGET = Target(run=run, seeds=lambda: [line.encode() for line in (SMALL + ARTICLE).splitlines()])
