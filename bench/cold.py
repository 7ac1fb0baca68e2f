"""The whole command in a new process, against the import of the two libraries that it cannot do without."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# What the command is held against.
_IMPORTS = [sys.executable, "-c", "import typer, pydantic"]


@dataclass(frozen=True, slots=True)
class Cold:
    """Medians in milliseconds of wall time, and the median of the ratios pair by pair."""

    command: float
    imports: float
    ratio: float


def time_cold(path: Path, rounds: int) -> Cold:
    """Run the command on a file and the imports in turn, so that both meet the machine in the same state."""
    command = [sys.executable, "-m", "auditreport", "facts", str(path)]
    for words in (command, _IMPORTS):
        _run(words)
    pairs = [(_run(command), _run(_IMPORTS)) for _ in range(rounds)]
    return Cold(
        command=statistics.median(one for one, _ in pairs),
        imports=statistics.median(other for _, other in pairs),
        ratio=statistics.median(one / other for one, other in pairs),
    )


def _run(words: list[str]) -> float:
    """Milliseconds of one run; modules may be kept compiled, as they are wherever the package is installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True, env=environment)
    return 1000 * (time.perf_counter() - begin)
