"""Several files at once → how much sooner a batch ends, here and on a cluster: `python -m bench.workers`.

Run by `make bench-workers`. The whole command `auditreport facts` reads a set of files with one worker, with two, and
on Dask clusters of one worker and of two, scheduler and workers being processes of this machine; what all print must
be the same. Text reports and binary files are sets of their own. Of a set that takes long only every so many files
are read, and one that is soon read is read several times over, so that a run with one worker takes about eight
seconds: starting the processes then weighs as little as it does in a large batch.

Two processors seldom work twice as fast as one: they share caches and, on most machines, cores. So the same is
measured of two whole runs with one worker each, side by side and independent of each other: their ratio is the most
that two workers can reach on this machine at this moment. The figures are medians over the rounds, in wall time;
rounds end when the ratio of three in a row differs by less than a twentieth, or with the time for the set. They say
little while the processors are busy with something else, which the load shows.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import clusters
from bench.processes import Ran, run, start

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
# Folders of real documents.
SETS = {
    "text": ("seeds", "text"),
    "hwpx": ("corpus/hwpx",),
    "hwp": ("corpus/hwp",),
    "pdf": ("corpus/pdf",),
}
# Seconds that one worker reads a set, and the difference of ratios that ends the rounds.
_FILLED = 8
_STABLE = 0.05
Way = Callable[[Sequence[str]], Ran]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description="Measure two workers against one.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders of files to read (default: the real documents)")
    parser.add_argument("--rounds", type=int, default=6, help="rounds of each set at most (default: 6)")
    parser.add_argument("--seconds", type=int, default=120, help="time for each set (default: 120)")
    options = parser.parse_args()
    sets = {folder.name: [folder] for folder in options.folders} or _real()
    if not all(folder.is_dir() for folders in sets.values() for folder in folders):
        print("the folder of real documents, ../shared, is not here: name folders", file=sys.stderr)
        return 2
    with ExitStack() as stack:
        ways = _ways(stack)
        return max(_measure(name, folders, ways, options.rounds, options.seconds) for name, folders in sets.items())


def _real() -> dict[str, list[Path]]:
    return {name: [SHARED / folder for folder in folders] for name, folders in SETS.items()}


def _ways(stack: ExitStack) -> dict[str, Way]:
    """The ways to read a set; clusters where Dask is installed."""
    ways: dict[str, Way] = {
        "one worker": lambda words: run("facts", "--workers", "1", *words),
        "two": lambda words: run("facts", "--workers", "2", *words),
        "two runs": _two_runs,
    }
    try:
        import distributed  # noqa: F401
    except ImportError:
        print("the package distributed is not installed: no cluster is measured", file=sys.stderr)
        return ways
    for name, workers in (("cluster of one", 1), ("of two", 2)):
        folder = Path(stack.enter_context(TemporaryDirectory()))
        ways[name] = _on(stack.enter_context(clusters.started(folder, workers)))
    return ways


def _on(address: str) -> Way:
    return lambda words: run("facts", "--scheduler", address, *words)


def _two_runs(words: Sequence[str]) -> Ran:
    begin = time.perf_counter()
    other = start("facts", "--workers", "1", *words)
    ran = run("facts", "--workers", "1", *words)
    other.wait()
    return Ran(time.perf_counter() - begin, ran.cpu, ran.peak, ran.printed)


def _measure(name: str, folders: Sequence[Path], ways: dict[str, Way], rounds: int, seconds: int) -> int:
    words = _filled([str(path) for folder in folders for path in sorted(folder.iterdir()) if path.is_file()], ways)
    until = time.monotonic() + seconds
    seen: list[dict[str, float]] = []
    while not seen or (len(seen) < rounds and time.monotonic() < until and not _is_stable(seen)):
        found = {way: read(words) for way, read in ways.items()}
        if len({ran.printed for ran in found.values()}) > 1:
            print(f"{name}: the output is another one", file=sys.stderr)
            return 1
        seen.append({way: ran.wall for way, ran in found.items()})
        shown = "  ".join(f"{way} {wall:.1f} s" for way, wall in seen[-1].items())
        print(f"{name:<6} {len(words)} files  {shown}  load {os.getloadavg()[0]:.1f}", flush=True)
    print(f"{name:<6} {_ratios(seen)}", flush=True)
    return 0


def _filled(paths: list[str], ways: dict[str, Way]) -> list[str]:
    """Every so many of the paths, smallest first, or all of them several times over: eight seconds of one worker."""
    ways["one worker"](paths[:1])
    once = ways["one worker"](paths).wall
    if once > 2 * _FILLED:
        by_size = sorted(paths, key=lambda path: (os.path.getsize(path), path))
        return by_size[:: min(round(once / _FILLED), len(paths) // 4 or 1)]
    return paths * max(round(_FILLED / once), 1)


def _is_stable(seen: list[dict[str, float]]) -> bool:
    last = [_ratio(walls, "two") for walls in seen[-3:]]
    return len(last) == 3 and max(last) - min(last) < _STABLE * min(last)


def _ratio(walls: dict[str, float], way: str) -> float:
    """How much sooner a way ends than one worker does; of two runs, which do twice the work, half the time counts."""
    return (2 if way == "two runs" else 1) * walls["one worker"] / walls[way]


def _ratios(seen: list[dict[str, float]]) -> str:
    """The medians of the ratios, and how much of what two runs reach each way with two workers does."""
    ways = [way for way in seen[0] if way != "one worker"]
    median = {way: statistics.median(_ratio(walls, way) for walls in seen) for way in ways}
    share = statistics.median(_ratio(walls, "two") / _ratio(walls, "two runs") for walls in seen)
    shown = ", ".join(f"{way} {ratio:.2f}" for way, ratio in median.items())
    return f"one worker's time over that of: {shown}; two workers reach {share:.0%} of two runs"


if __name__ == "__main__":
    sys.exit(main())
