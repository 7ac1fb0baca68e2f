"""What one file may cost, and what opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from auditreport.errors import UnreadableInput

MIB = 1 << 20
_SMALL = 250_000
# Pixels of a sheet at 100 dpi. A file that claims more scans than this many is given no more time for them.
_PAGE_SIDE = 700
_MOST_SCANS = 500
# A report of thousands of pages has fewer pictures; counting goes on outside of the limit of time.
_MOST_PICTURES = 20_000
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_SIDE = re.compile(rb"/(?:Width|Height)\s+(\d{1,6})\b")
_NEAR = 2_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost before it is given up, and what opens it if it is locked.

    Attributes:
        seconds: time for reading it, by the clock on the wall.
        seconds_per_mb: time on top for each megabyte beyond the first quarter, so that a report of hundreds of pages,
            or of pages full of drawings, is not given up.
        seconds_per_scan: time on top for each picture as large as a page, which may have to be read.
        memory: address space of the process that reads it, in bytes; 0 for no limit.
        size: length of the file in bytes; 0 for no limit.
        contained: whether binary formats are read in a process of their own. Without it a file that kills or hangs
            its reader takes the whole run along, and time and memory have no limit.
        password: opens PDF files that are locked; others do not look at it. No message shows it.
    """

    seconds: float = 15.0
    seconds_per_mb: float = 150.0
    seconds_per_scan: float = 10.0
    memory: int = 1_400 * MIB
    size: int = 200_000_000
    contained: bool = True
    password: str | None = field(default=None, repr=False)

    def time_for(self, size: int, scans: int = 0) -> float:
        """Seconds that a file of `size` bytes with some pictures of pages may take."""
        more = self.seconds_per_mb * max(size - _SMALL, 0) / 1_000_000
        return self.seconds + more + self.seconds_per_scan * min(scans, _MOST_SCANS)


def patience(size: int) -> float:
    """Seconds after which a file of `size` bytes has hung the steps before and behind its reader.

    No option sets it: these steps took 15 seconds for each megabyte of the slowest text that was ever measured.
    """
    return 4 * DEFAULT.time_for(size)


def count_scans(data: bytes) -> int:
    """How many pictures as large as a page a PDF holds; pictures always stand open in its bytes."""
    return sum(
        all(int(side) >= _PAGE_SIDE for side in sides)
        for match in islice(_PICTURE.finditer(data), _MOST_PICTURES)
        if len(sides := _SIDE.findall(_dictionary(data, match.start()))) == 2
    )


def _dictionary(data: bytes, at: int) -> bytes:
    """The dictionary around an offset."""
    start = max(data.rfind(b" obj", max(at - _NEAR, 0), at), at - _NEAR, 0)
    end = data.find(b"stream", at, at + _NEAR)
    return data[start : end if end >= 0 else at + _NEAR]


def too_much_memory(name: str, limits: Limits) -> UnreadableInput:
    """What is wrong with a file that needs more memory than the limit."""
    return UnreadableInput(
        name,
        f"reading it needs more than {limits.memory >> 20} MiB of memory",
        "pass a part of it, or raise the limit with --max-memory",
    )


DEFAULT = Limits()
