"""The place of output → a rich console for it: the terminal as it is, or plain text of a fixed width."""

from __future__ import annotations

import io

from rich.console import Console

PLAIN_WIDTH = 100
NARROWEST = 60


def make_console(*, is_terminal: bool) -> Console:
    """A console that keeps what it prints in its file, a `StringIO`, for the caller to take.

    On a terminal its colours and width are those of the terminal, `NO_COLOR` included; elsewhere the text is
    plain and `PLAIN_WIDTH` columns wide, wherever it is made.
    """
    if not is_terminal:
        return Console(
            file=io.StringIO(), width=PLAIN_WIDTH, color_system=None, force_terminal=False, **_NO_GUESSING
        )
    width = max(Console().width, NARROWEST)
    return Console(file=io.StringIO(), force_terminal=True, width=width, **_NO_GUESSING)


_NO_GUESSING = {
    "emoji": False,
    "markup": False,
    "highlight": False,
    "legacy_windows": False,
    "soft_wrap": False,
}
