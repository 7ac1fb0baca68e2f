"""Paths and places of figures → words for people, and addresses for programs (위치)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from itertools import takewhile
from urllib.parse import quote

from auditreport.render.checked.run import STDIN, CheckRun
from auditreport.render.messages import N_
from auditreport.render.summary.words import CONCEPTS
from auditreport.schemas.discrepancy import Discrepancy, Equation, PlacedFigure

_BELOW = " > "
_LINE = N_("line {lines}")
_PAGE = N_("p. {page}")


def in_words(figure: PlacedFigure, translate: Callable[[str], str]) -> str:
    """Where a figure stands in its input: a line, a page, or a place in a structured file."""
    if figure.line is not None:
        return translate(_LINE).format(lines=figure.line)
    if figure.page is not None:
        return translate(_PAGE).format(page=figure.page)
    return figure.place or ""


def named(figure: PlacedFigure, one: Discrepancy, translate: Callable[[str], str]) -> str:
    """What a figure of a discrepancy is stated for: its label, its measure, and its year where others have another.

    What the labels of all figures begin with is left out; the message has it.
    """
    figures = (*one.figures, *one.suspects)
    paths = [other.label.split(_BELOW)[:-1] for other in figures]
    shared = len(list(takewhile(lambda parts: len(set(parts)) == 1, zip(*paths, strict=False))))
    label = _BELOW.join(figure.label.split(_BELOW)[shared:])
    measure = translate(CONCEPTS[figure.concept]) if figure.concept in CONCEPTS else ""
    years = {other.year for other in figures}
    year = str(figure.year) if figure.year is not None and len(years) > 1 else ""
    return " · ".join(word for word in (label, measure, year) if word)


def labelled(figure: PlacedFigure, one: Discrepancy, translate: Callable[[str], str]) -> str:
    """The same, with the place of the figure in its input."""
    name, place = named(figure, one, translate), in_words(figure, translate)
    return f"{name} ({place})" if place else name


def equation_in_words(equation: Equation, translate: Callable[[str], str]) -> str:
    """The lines or pages over which an equation reaches."""
    if equation.lines:
        return translate(_LINE).format(lines=_range(equation.lines))
    if equation.pages:
        return translate(_PAGE).format(page=_range(equation.pages))
    return ""


def _range(numbers: Sequence[int]) -> str:
    first, last = min(numbers), max(numbers)
    return f"{first}" if first == last else f"{first}–{last}"


def address(one: Discrepancy, figure: PlacedFigure | None, translate: Callable[[str], str]) -> str:
    """The place of a discrepancy: `report.txt:12:5`, as editors take it, or the path and where in it."""
    if figure is None:
        return one.path
    if figure.line is not None:
        column = f":{figure.column}" if figure.column is not None else ""
        return f"{one.path}:{figure.line}{column}"
    return ", ".join(part for part in (one.path, in_words(figure, translate)) if part)


def relative_path(path: str, folder: str) -> str:
    """A path below `folder` as seen from there, with slashes; any other as an absolute one."""
    if path == STDIN:
        return "stdin"
    whole = posixpath.normpath(posixpath.join(folder, path))
    inside = folder.rstrip("/") + "/"
    return whole.removeprefix(inside) if whole.startswith(inside) else whole


def uri(run: CheckRun, path: str) -> str:
    """The same as a URI: relative below the folder of the run, or else `file:///…`."""
    text = quote(relative_path(path, run.folder), safe="/")
    return f"file://{text}" if text.startswith("/") else text
