"""Several files at once → how much sooner a batch ends with two workers than with one: `python -m bench.workers`.

Run by `make bench-workers`. The whole command `auditreport facts --workers N` reads a set of files, in turn with one
worker and with two; what both print must be the same. Text reports and binary files are sets of their own, each read
several times over, so that starting the processes weighs as little as it does in a large batch.

Two processors seldom work twice as fast as one: they share caches and, on most machines, cores. So the same is measured
of two whole runs with one worker each, side by side and independent of each other: their ratio is the most that two
workers can reach on this machine at this moment. The figures are medians over the rounds, in wall time. They say
nothing while the processors are busy with something else, which the load shows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
# Folders of real documents, each set with how often it is read in one run.
SETS = {
    "text": (("seeds", "text"), 25),
    "hwpx": (("corpus/hwpx",), 15),
    "hwp": (("corpus/hwp",), 4),
    "pdf": (("corpus/pdf",), 1),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description="Measure two workers against one.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of files to read (default: the real documents)")
    parser.add_argument("--rounds", type=int, default=3, help="counted rounds of each set (default: 3)")
    parser.add_argument("--times", type=int, default=1, help="how often a folder that is named is read (default: 1)")
    options = parser.parse_args()
    sets = {folder.name: [folder] * options.times for folder in options.folders} or _real()
    if not all(folder.is_dir() for folders in sets.values() for folder in folders):
        print("the folder of real documents, ../shared, is not here: name folders", file=sys.stderr)
        return 2
    return max(_measure(name, [str(folder) for folder in folders], options.rounds) for name, folders in sets.items())


def _real() -> dict[str, list[Path]]:
    return {name: [SHARED / folder for folder in folders] * times for name, (folders, times) in SETS.items()}


def _measure(name: str, words: list[str], rounds: int) -> int:
    ratios, ceilings = [], []
    for _ in range(rounds):
        one, two, both = _run(1, words), _run(2, words), _run(1, words, runs=2)
        if one[1] != two[1]:
            print(f"{name}: the output of two workers is another one", file=sys.stderr)
            return 1
        ratios.append(one[0] / two[0])
        ceilings.append(2 * one[0] / both[0])
        print(
            f"{name:<8} one worker {one[0]:6.1f} s  two {two[0]:6.1f} s  ratio {ratios[-1]:.2f}"
            f"  two runs at once {ceilings[-1]:.2f}  load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    of_most = statistics.median(ratio / most for ratio, most in zip(ratios, ceilings, strict=True))
    print(
        f"{name:<8} median ratio {statistics.median(ratios):.2f}, best {max(ratios):.2f};"
        f" two runs at once {statistics.median(ceilings):.2f}, of which two workers reach {of_most:.0%}",
        flush=True,
    )
    return 0


def _run(workers: int, words: list[str], runs: int = 1) -> tuple[float, str]:
    """Seconds until so many runs at once have ended, and a hash of what the first of them printed."""
    command = [sys.executable, "-m", "auditreport", "facts", "--workers", str(workers), *words]
    begin = time.perf_counter()
    others = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(runs - 1)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    for other in others:
        other.wait()
    return time.perf_counter() - begin, hashlib.sha256(ran.stdout).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
