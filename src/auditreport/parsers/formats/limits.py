"""What one file may cost, and what opens it."""

from __future__ import annotations

from dataclasses import dataclass, field

MIB = 1 << 20
_SMALL = 250_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost before it is given up, and what opens it if it is locked.

    Attributes:
        seconds: time for reading it, by the clock on the wall.
        seconds_per_mb: time on top for each megabyte beyond the first quarter, so that a report of hundreds of pages,
            or of pages full of drawings, is not given up.
        memory: address space of the process that reads it, in bytes; 0 for no limit.
        size: length of the file in bytes; 0 for no limit.
        contained: whether binary formats are read in a process of their own. Without it a file that kills or hangs
            its reader takes the whole run along, and time and memory have no limit.
        password: opens PDF files that are locked; others do not look at it. No message shows it.
    """

    seconds: float = 15.0
    seconds_per_mb: float = 150.0
    memory: int = 1_400 * MIB
    size: int = 200_000_000
    contained: bool = True
    password: str | None = field(default=None, repr=False)

    def time_for(self, size: int) -> float:
        """Seconds that a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_mb * max(size - _SMALL, 0) / 1_000_000


DEFAULT = Limits()
