"""A console, a language and how much to show → the helpers that every section of the summary prints with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditreport.printable import printable

T = TypeVar("T")
INDENT = 2
# Columns that a label keeps, however many figures stand beside it.
LABEL_WIDTH = 16
_HANGING = 3


@dataclass(frozen=True, slots=True)
class Page:
    """Where and how a summary is printed."""

    console: Console
    translate: Callable[[str], str]
    show_all: bool

    @property
    def width(self) -> int:
        """Columns that are there for text behind the indent."""
        return self.console.width - INDENT

    def rule(self, title: str, *, heavy: bool = False) -> None:
        """A line across the page with a title at its left."""
        self.console.print()
        characters, style = ("━", "bold") if heavy else ("─", "bold cyan")
        self.console.rule(Text(printable(title), style), align="left", characters=characters, style="dim")

    def heading(self, title: str, beside: str = "") -> None:
        """A line that opens a section, with less important words beside it."""
        line = Text(printable(title), "bold")
        if beside:
            line.append(f"  {printable(beside)}", "dim not bold")
        self.console.print()
        self.console.print(line, soft_wrap=False)

    def subheading(self, title: str, beside: str = "") -> None:
        """An indented line that opens a table inside of a section."""
        line = Text(printable(title), "italic")
        if beside:
            line.append(f"  {printable(beside)}", "dim not italic")
        self.line(line)

    def line(self, text: str | Text, style: str = "") -> None:
        """An indented line."""
        words = Text(printable(text), style) if isinstance(text, str) else text
        self.console.print(Padding(words, (0, 0, 0, INDENT)))

    def cut(self, items: Sequence[T], limit: int) -> tuple[Sequence[T], int]:
        """The beginning of a long list and how many are left out; one more than the limit is not worth a cut."""
        if self.show_all or len(items) <= limit + 1:
            return items, 0
        return items[:limit], len(items) - limit

    def more(self, count: int) -> None:
        """Say how many were left out."""
        if count:
            _ = self.translate
            self.line(_("… and {count} more (--all or -f jsonl)").format(count=count), "dim")

    def place(self, lines: Sequence[int | None], pages: Sequence[int | None] = ()) -> str:
        """Lines, or pages of an input without lines, in few words: `12`, `12–14`."""
        known = sorted({line for line in lines if line is not None})
        if not known:
            paged = sorted({page for page in pages if page is not None})
            _ = self.translate
            return _("p. {page}").format(page=paged[0]) if paged else ""
        return f"{known[0]}" if len(known) == 1 else f"{known[0]}–{known[-1]}"

    def table(self, columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> None:
        """A table; each column has a title and `left`, `right`, `value` (left, wide) or `place` (right, dim)."""
        kept = [i for i, (_, kind) in enumerate(columns) if kind != "place" or any(row[i] for row in rows)]
        columns, rows = [columns[i] for i in kept], [[row[i] for i in kept] for row in rows]
        has_titles = any(title for title, _ in columns)
        table = Table(box=None, show_header=has_titles, pad_edge=False, padding=(0, 2, 0, 0))
        for title, kind in columns:
            is_right = kind in ("right", "place")
            table.add_column(
                Text(title, "dim" if kind == "place" else "bold"),
                justify="right" if is_right else "left",
                style="dim" if kind == "place" else "",
                no_wrap=kind != "value",
                overflow="fold",
            )
        widths = [self.label_width([row[i] for row in rows]) for i in range(len(columns))]
        for row in rows:
            cells = [
                _label(cell, width) if kind == "left" else _figure(cell)
                for cell, (_, kind), width in zip(row, columns, widths, strict=True)
            ]
            table.add_row(*cells)
        self.console.print(Padding(table, (0, 0, 0, INDENT)))

    def label_width(self, labels: Sequence[str]) -> int:
        """Columns for the labels of a table: what they need, but two fifths of the page at most."""
        natural = max((cell_len(label) for label in labels), default=0)
        return min(natural, self.width * 2 // 5)


def fold(text: str, width: int) -> str:
    """The text in lines of at most `width` columns, broken between words where they fit."""
    lines: list[str] = []
    for word in printable(text).split(" "):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += chop_cells(word, width) or [""]
    return "\n".join(lines)


def _label(label: str, width: int) -> Text:
    """A label that keeps its indent; what does not fit on a line stands further in than any label below it."""
    indent = len(label) - len(label.lstrip(" "))
    if cell_len(label) <= width:
        return Text(" " * indent + printable(label))
    first, *others = fold(label, max(width - indent - _HANGING, LABEL_WIDTH)).split("\n")
    return Text("\n".join([" " * indent + first, *(" " * (indent + _HANGING) + line for line in others)]))


def _figure(figure: str) -> Text:
    text = Text(printable(figure))
    text.highlight_regex(r"\S+ \?(?= |$)", "yellow")
    return text
