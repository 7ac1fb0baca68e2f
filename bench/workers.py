"""Several files at once → how much sooner a batch ends with two workers than with one: `python -m bench.workers`.

Run by `make bench-workers`. The whole command `auditreport facts --workers N` reads the files of each folder, in turn
with one worker and with two; what both print must be the same. The figure is the median of the ratios, pair by pair, in
wall time: it says nothing on a machine whose processors are busy with something else. A folder of small files is named
several times over, so that starting the processes weighs as little as it does in a large batch.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import subprocess
import sys
import time
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
# Folders of real documents, each with how often it is read in one run.
FOLDERS = {"hwpx": 10, "pdf": 1}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description="Measure two workers against one.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of files to read (default: the real documents)")
    parser.add_argument("--pairs", type=int, default=3, help="counted pairs of runs for each folder (default: 3)")
    options = parser.parse_args()
    folders = dict.fromkeys(options.folders, 1) or {SHARED / "corpus" / name: times for name, times in FOLDERS.items()}
    if not all(folder.is_dir() for folder in folders):
        print("the folder of real documents, ../shared, is not here: name folders", file=sys.stderr)
        return 2
    for folder, times in folders.items():
        ratios = []
        for _ in range(options.pairs):
            one, two = (_run(workers, [str(folder)] * times) for workers in (1, 2))
            if one[1] != two[1]:
                print(f"{folder.name}: the output of two workers is another one", file=sys.stderr)
                return 1
            ratios.append(one[0] / two[0])
            print(
                f"{folder.name:<12} one worker {one[0]:6.1f} s  two {two[0]:6.1f} s  ratio {ratios[-1]:.2f}", flush=True
            )
        print(f"{folder.name:<12} median ratio {statistics.median(ratios):.2f}, best {max(ratios):.2f}")
    return 0


def _run(workers: int, words: list[str]) -> tuple[float, str]:
    """Seconds of one run, and a hash of what it printed."""
    begin = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-m", "auditreport", "facts", "--workers", str(workers), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - begin, hashlib.sha256(ran.stdout).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
