"""How a generated table is printed: where empty cells vanish, how the header falls into lines, what is wrapped."""

from __future__ import annotations

from random import Random
from typing import Literal, NamedTuple

from bench.generated.example import Example

Zeros = Literal["dash, empty columns vanish", "dash", "blank", "dash or blank by row", "0"]
# Where titles without sub-titles stand beside groups with theirs: `above`, `middle` and `level` are heights at which
# text layers have them; `joined` has the lines of the header run together.
Header = Literal["above", "middle", "level", "joined"]
Wrapped = Literal["no", "centred", "last"]
Page = Literal["", "blank lines", "page break"]


class Style(NamedTuple):
    """The choices for one table.

    `spaced`: letters set apart (구 분). `remarks`: a last column (비고), with `notes` in some rows or in none. `signs`:
    rates print their sign in the cell (78%). `page`: blank lines between all lines, or a page number between two rows.
    """

    zeros: Zeros
    header: Header
    wrapped_titles: bool
    wrapped_labels: Wrapped
    spaced: bool
    remarks: bool
    caption: Literal["above", "below", "basis", "none"]
    minus: str
    seed: int
    notes: bool = False
    signs: bool = False
    page: Page = ""

    @property
    def name(self) -> str:
        """The choices about header and labels, in words."""
        said = {
            "spaced": self.spaced,
            "titles wrapped": self.wrapped_titles,
            "labels wrapped": self.wrapped_labels != "no",
        }
        return ", ".join([f"style: titles {self.header}", *(word for word, holds in said.items() if holds)])


def choose(rng: Random) -> Style:
    """A style; the seed's and the texts' own are the most frequent."""
    zeros: list[Zeros] = ["dash, empty columns vanish", "dash", "blank", "dash or blank by row", "0"]
    headers: list[Header] = ["above", "middle", "level", "joined"]
    pages: list[Page] = ["", "blank lines", "page break"]
    style = Style(
        rng.choices(zeros, [40, 20, 20, 12, 8])[0],
        rng.choices(headers, [15, 45, 30, 10])[0],
        rng.random() < 0.4,
        "no" if rng.random() < 0.65 else rng.choice(["centred", "centred", "last"]),
        rng.random() < 0.5,
        rng.random() < 0.12,
        rng.choices(["above", "below", "basis", "none"], [60, 15, 15, 10])[0],  # type: ignore[arg-type]
        rng.choices(["△", "▲", "-"], [85, 8, 7])[0],
        rng.randrange(2**32),
    )
    more = Random(style.seed)
    return style._replace(
        notes=style.remarks and more.random() < 0.5,
        signs=more.random() < 0.25,
        page=more.choices(pages, [80, 16, 4])[0],
    )


def variants(example: Example, style: Style, header_lines: int, wrapped: tuple[bool, bool]) -> list[str]:
    """The names under which a table is counted in reports."""
    levels = max(len(path) for path in example.columns)
    zero = any(not cell for row in example.printed for cell in row)
    gone = any(not any(row[c] for row in example.printed) for c in range(len(example.columns)))
    named = {
        f"kind: {example.kind}": True,
        f"header: {_count(min(header_lines, 5), 'line')}, {_count(levels, 'level')}": True,
        f"header: titles without sub-titles {style.header}": levels > 1,
        f"zeros: {style.zeros}": True,
        "columns: all-empty ones vanish": gone,
        "columns: none vanish, single cells do": zero and not gone,
        "columns: every cell is printed": not zero,
        "columns: more than 14": len(example.columns) > 14,
        "titles: wrapped": wrapped[0],
        "titles: letter-spaced": style.spaced,
        "titles: a column of remarks, empty": style.remarks and not style.notes,
        "titles: a column of remarks, with words": style.notes,
        "labels: wrapped": wrapped[1],
        "labels: groups of rows": any(len(path) > 1 for path in example.rows),
        "sums: rounded": bool(example.slack),
        "rates: with their sign": any(text.endswith("%") for row in example.printed for text in row),
        f"page: {style.page}": bool(style.page),
        f"caption: {style.caption}": True,
    }
    return [name for name, holds in named.items() if holds]


def _count(number: int, word: str) -> str:
    return f"{'5 or more' if number == 5 else number} {word}{'s' * (number > 1)}"
