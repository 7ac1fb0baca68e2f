"""What one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20
_SMALL = 250_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost before it is given up.

    Attributes:
        seconds: time for reading it, by the clock on the wall.
        seconds_per_mb: time on top for each megabyte beyond the first quarter, so that a report of hundreds of pages,
            or of pages full of drawings, is not given up.
        memory: address space of the process that reads it, in bytes; 0 for no limit.
        size: length of the file in bytes.
        contained: whether binary formats are read in a process of their own. Without it a file that kills or hangs
            its reader takes the whole run along.
    """

    seconds: float = 15.0
    seconds_per_mb: float = 150.0
    memory: int = 1_400 * MIB
    size: int = 200_000_000
    contained: bool = True

    def time_for(self, size: int) -> float:
        """Seconds that a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_mb * max(size - _SMALL, 0) / 1_000_000


DEFAULT = Limits()
