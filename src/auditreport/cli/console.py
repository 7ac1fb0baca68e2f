"""The place of output → a rich console for it: the terminal as it is, or plain text of a fixed width."""

from __future__ import annotations

import io

from rich.console import Console

PLAIN_WIDTH = 100
NARROWEST = 60


def width_of(*, is_terminal: bool) -> int:
    """Columns of the output: those of the terminal, or `PLAIN_WIDTH` elsewhere, wherever it is made."""
    return max(Console().width, NARROWEST) if is_terminal else PLAIN_WIDTH


def make_console(width: int, *, is_terminal: bool) -> Console:
    """A console that keeps what it prints in its file, a `StringIO`, for the caller to take.

    On a terminal its colours are those of the terminal, `NO_COLOR` included, also in a process that has none; elsewhere
    the text is plain. Nothing of a report is taken for mark-up.
    """
    return Console(
        file=io.StringIO(),
        force_terminal=is_terminal,
        color_system="auto" if is_terminal else None,
        width=width,
        emoji=False,
        markup=False,
        highlight=False,
        legacy_windows=False,
    )
