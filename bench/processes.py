"""A run of the whole command as a process of its own → what it took, by the account of the operating system."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

# Everything read; some input unreadable; some input without anything of a report.
_READ = (0, 3, 4)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run took.

    Attributes:
        wall: seconds by the clock on the wall.
        cpu: seconds of processors, those of its child processes included.
        peak: MiB of the largest of these processes.
        printed: a hash of what it printed.
    """

    wall: float
    cpu: float
    peak: float
    printed: str


def run(*words: str) -> Ran:
    """Run `auditreport` with words, and take the hash of its output.

    Raises:
        RuntimeError: it ended in another way than having read what can be read.
    """
    begin = time.perf_counter()
    process = start(*words, out=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout as out:
        printed = hashlib.file_digest(out, "sha256").hexdigest()  # type: ignore[arg-type]
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in _READ:
        raise RuntimeError(f"auditreport {' '.join(words[:4])} … ended with {process.returncode}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Ran(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, printed)


def start(*words: str, out: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Start `auditreport` with words; nobody hears what it says."""
    command: Sequence[str] = [sys.executable, "-m", "auditreport", *words]
    return subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
