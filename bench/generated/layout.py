"""A table → the lines that a text dump prints of it, and the place of each figure among them.

A title or label that fills several lines is centred in its cell, as word processors do it: a piece of a title of two
lines stands half a line above or below the titles of one line, and so comes out on a line of its own. Heights count
half lines, so that they are whole numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from random import Random
from typing import NamedTuple

from bench.generated.example import Example, Path
from bench.generated.style import Header, Style
from bench.generated.words import words


class Token(NamedTuple):
    """A figure as printed, with its place: the line, the character it begins at, its row and column in the truth."""

    line: int
    start: int
    text: str
    row: int
    column: int


class Flat(NamedTuple):
    """The lines of a table; the first ones are its header."""

    lines: tuple[str, ...]
    tokens: tuple[Token, ...]
    header: int
    wrapped: tuple[bool, bool]


class _Piece(NamedTuple):
    """Text at a height, `at` counting from the left; `cell` is the row and column of a figure."""

    height: int
    at: int
    text: str
    cell: tuple[int, int] | None = None


def flatten(example: Example, style: Style) -> Flat:
    """Print a table as a text dump: cells joined by one space, empty cells gone."""
    rng = Random(style.seed + 1)
    columns = [*example.columns, (words()["stub"]["remarks"],)] if style.remarks else list(example.columns)
    cut = _cutter(rng, style.wrapped_titles, 5)
    space = _spacer(rng, style.spaced)
    titles, wrapped_titles = _header(example.stub, columns, style.header, cut, space)
    header = _lines(titles)
    if style.header == "joined":
        header = [[piece for line in header for piece in line]]
    labels = _cutter(rng, style.wrapped_labels != "no", 9)
    pieces, wrapped_labels = _body(example, labels, space, style.wrapped_labels == "last")
    if style.notes:
        pieces += _notes(pieces, rng)
    body = _lines(pieces)
    lines: list[str] = []
    tokens = []
    for number, line in enumerate([*header, *body]):
        lines += _between(style, number, len(header), len(header) + len(body))
        at = 0
        for piece in line:
            if piece.cell is not None:
                tokens.append(Token(len(lines), at, piece.text, *piece.cell))
            at += len(piece.text) + 1
        lines.append(" ".join(piece.text for piece in line))
    return Flat(tuple(lines), tuple(tokens), len(header), (wrapped_titles, wrapped_labels))


def _between(style: Style, number: int, header: int, size: int) -> list[str]:
    """What stands in front of a line: nothing, a blank line, or the end of a page."""
    if style.page == "blank lines" and number:
        return [""]
    if style.page == "page break" and number == header + 1 + style.seed % max(size - header - 1, 1) and number < size:
        return ["", "- 1 -", ""]
    return []


def _lines(pieces: Iterable[_Piece]) -> list[list[_Piece]]:
    """Pieces of one height as one line, from left to right."""
    ordered = sorted((piece for piece in pieces if piece.text), key=lambda piece: (piece.height, piece.at))
    return [list(line) for _, line in groupby(ordered, key=lambda piece: piece.height)]


def _stack(parts: list[str], middle: int, at: int) -> list[_Piece]:
    """The lines of one cell, centred at a height."""
    return [_Piece(middle + 2 * i - (len(parts) - 1), at, part) for i, part in enumerate(parts)]


# -- header ---------------------------------------------------------------------------------------------------------


def _header(
    stub: Path, columns: list[Path], form: Header, cut: Callable[[str], list[str]], space: Callable[[str, bool], str]
) -> tuple[list[_Piece], bool]:
    """The pieces of the titles, and whether one of them is wrapped."""
    groups = [(name, list(at)) for name, at in groupby(range(len(columns)), key=lambda i: _group(columns, i))]
    tops = {at[0]: cut(str(name)) for name, at in groups if isinstance(name, str)}
    ends = {i: cut(path[-1]) for i, path in enumerate(columns)}
    upper = max((len(parts) for parts in tops.values()), default=0)
    lower = max((len(parts) for i, parts in ends.items() if len(columns[i]) > 1 or not upper), default=1)
    single = {"above": upper - 2, "middle": upper + lower, "level": upper, "joined": upper}[form]
    single = single if upper else lower
    out = [_Piece(single, at - len(stub), space(title, True)) for at, title in enumerate(stub)]
    for i, parts in tops.items():
        out += _stack(_spaced(parts, space), upper, i)
    for i, parts in ends.items():
        alone = len(columns[i]) == 1
        out += _stack(_spaced(parts, space) if alone else parts, single if alone else 2 * upper + lower, i)
    return out, any(len(parts) > 1 for parts in (*tops.values(), *ends.values()))


def _group(columns: list[Path], at: int) -> str | int:
    return columns[at][0] if len(columns[at]) > 1 else at


def _spaced(parts: list[str], space: Callable[[str, bool], str]) -> list[str]:
    return [space(part, False) for part in parts] if len(parts) == 1 else parts


def _spacer(rng: Random, spaced: bool) -> Callable[[str, bool], str]:
    """Letters set apart, as titles are where others are longer: always those of the labels, else most short ones."""

    def space(title: str, always: bool) -> str:
        short = 2 <= len(title) <= 3 and all("\uac00" <= char <= "\ud7a3" for char in title)
        return " ".join(title) if spaced and short and (always or rng.random() < 0.5) else title

    return space


def _cutter(rng: Random, wraps: bool, least: int) -> Callable[[str], list[str]]:
    """Titles cut into lines: before a bracket, at a space, or in the middle of a long word."""

    def cut(title: str) -> list[str]:
        if not wraps or len(title) < least or rng.random() < 0.3:
            return [title]
        if title.endswith(")") and title.index("(") > 1:
            return [title[: title.index("(")], title[title.index("(") :]]
        spaces = [i for i, char in enumerate(title) if char == " "]
        if spaces:
            middle = min(spaces, key=lambda i: abs(i - len(title) // 2))
            return [title[:middle], title[middle + 1 :]]
        return [title[: len(title) // 2], title[len(title) // 2 :]] if title.isalpha() else [title]

    return cut


# -- body -----------------------------------------------------------------------------------------------------------


def _body(
    example: Example, cut: Callable[[str], list[str]], space: Callable[[str, bool], str], last: bool
) -> tuple[list[_Piece], bool]:
    """The pieces of labels and figures; the label of a group of rows is centred over them."""
    out: list[_Piece] = []
    top, wrapped = 0, False
    spans: dict[str, list[int]] = defaultdict(list)
    for r, path in enumerate(example.rows):
        parts = cut(path[-1]) if len(path[-1]) > 1 else [path[-1]]
        parts = [space(path[-1], True)] if len(parts) == 1 else parts
        wrapped = wrapped or len(parts) > 1
        middle = top + len(parts)
        out += _stack(parts, middle, -1)
        height = middle + len(parts) - 1 if last else middle
        out += [_Piece(height, c, text, (r, c)) for c, text in enumerate(example.printed[r]) if text]
        if len(path) > 1:
            spans[path[0]] += [top, top + 2 * len(parts)]
        top += 2 * len(parts)
    for name, heights in spans.items():
        out += _stack([space(name, True)], (heights[0] + heights[-1]) // 2, -2)
    return out, wrapped


def _notes(pieces: Iterable[_Piece], rng: Random) -> list[_Piece]:
    """Words in the column of remarks, behind the figures of some rows."""
    heights = sorted({piece.height for piece in pieces if piece.cell is not None})
    return [_Piece(y, 99, rng.choice(words()["remarks"]["words"])) for y in heights if rng.random() < 0.3]
