"""A console and a language → the helpers with which the text of a comparison is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditreport.printable import printable

INDENT = 2
_GAP = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """Where and in which language a comparison is printed."""

    console: Console
    say: Callable[[str], str]
    lang: str

    @property
    def width(self) -> int:
        """Columns that are there for text behind the indent."""
        return self.console.width - INDENT

    def rule(self, title: str) -> None:
        """A line across the page with a title at its left."""
        self.console.print()
        self.console.rule(Text(printable(title), "bold"), align="left", characters="━", style="dim")

    def heading(self, title: str, beside: str = "") -> None:
        """A line that opens a list."""
        line = Text(printable(title), "bold")
        if beside:
            line.append(f"  {printable(beside)}", "dim not bold")
        self.console.print()
        self.console.print(line)

    def line(self, text: str, style: str = "") -> None:
        """An indented line."""
        self.console.print(Padding(Text(printable(text), style), (0, 0, 0, INDENT)))

    def listed(self, mark: str, text: str, style: str = "") -> None:
        """A paragraph behind a mark."""
        self.rows([[mark, text]], ("left", "wide"), style=style)

    def rows(
        self,
        rows: Sequence[Sequence[str]],
        kinds: Sequence[str],
        titles: Sequence[str] = (),
        style: str = "",
    ) -> None:
        """A table; its columns are `left` and `right`, which never wrap, or `wide`, which do."""
        table = Table(box=None, show_header=bool(titles), pad_edge=False, padding=(0, _GAP, 0, 0))
        for number, kind in enumerate(kinds):
            table.add_column(
                Text(titles[number] if titles else "", "bold"),
                justify="right" if kind == "right" else "left",
                no_wrap=kind != "wide",
                overflow="fold",
                style=style,
            )
        for row in rows:
            table.add_row(*(Text("\n".join(map(printable, cell.split("\n")))) for cell in row))
        self.console.print(Padding(table, (0, 0, 0, INDENT)))
