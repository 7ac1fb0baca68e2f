"""What happened → the exit code that a script can rely on."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes; the worst that happened wins, in the order of `worst`."""

    CLEAN = 0
    DISCREPANCIES = 1
    USAGE = 2
    UNREADABLE = 3
    UNRECOGNISED = 4
    INTERNAL = 5
    INTERRUPTED = 130
    CLOSED_PIPE = 141


_RANK = (
    ExitCode.CLEAN,
    ExitCode.DISCREPANCIES,
    ExitCode.UNRECOGNISED,
    ExitCode.UNREADABLE,
    ExitCode.INTERNAL,
)


def worst(codes: set[ExitCode]) -> ExitCode:
    """The code of a run in which all of `codes` happened.

    >>> worst({ExitCode.CLEAN, ExitCode.UNREADABLE, ExitCode.UNRECOGNISED}).name
    'UNREADABLE'
    """
    return max(codes, key=_RANK.index, default=ExitCode.CLEAN)
