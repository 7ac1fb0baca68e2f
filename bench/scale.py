"""What a corpus costs, by form, number of files and workers, and the plan that follows: `python -m bench.scale`.

Run by `make bench-scale`. Four things are measured, in time of processors, so that other programs on the machine
weigh less:

- *Forms*: `auditreport facts FILE` on real documents of each form, less what it takes on a tiny one, which is the
  start.
- *Growth*: the same command on 100, 1,000 and 10,000 generated reports, with two workers.
- *Cluster*: on a scheduler and two workers of this machine, what each side spends on a small report and on a file of
  1 MB: the command, which loads, sends and writes; the scheduler; the workers beside their readers. The command and
  the scheduler are one process each, so that the dearer of them bounds how many files a second any number of workers
  can read.
- *Plan*: hours for so many documents in a mix of forms, by the formula that is printed with its constants.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench import clusters
from bench.processes import Ran, run
from bench.restated.pairs import make

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
FORMS = {
    "text": ("seeds/*.txt", "text/*.txt", "corpus/txt/*.txt"),
    "html": ("corpus/html/*.html",),
    "hwp": ("corpus/hwp/*.hwp",),
    "hwpx": ("corpus/hwpx/*.hwpx",),
    "pdf": ("corpus/pdf/[!s]*.pdf",),
    "scan": ("corpus/pdf/scan_*.pdf",),
}
# 243 local governments, 40 departments of each, 20 years.
DOCUMENTS = 243 * 40 * 20
# A guess at what a corpus holds; `--mix` takes a better one.
MIX = "text=0.1,hwp=0.35,hwpx=0.2,pdf=0.3,scan=0.05"
WORKERS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)


@dataclass(frozen=True, slots=True)
class Cost:
    """Means of a form: seconds that reading a file takes, and its size in MB."""

    seconds: float
    size: float


@dataclass(frozen=True, slots=True)
class Overhead:
    """Seconds of processors that a cluster takes for a file beside its reading, by whose they are."""

    command: float
    scheduler: float
    worker: float

    def towards(self, other: Overhead, share: float) -> Overhead:
        """What lies between this one and another one, or beyond it."""
        return Overhead(
            self.command + share * (other.command - self.command),
            self.scheduler + share * (other.scheduler - self.scheduler),
            self.worker + share * (other.worker - self.worker),
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description="Measure what a corpus costs.")
    parser.add_argument("--sample", type=int, default=6, help="files of each form at most (default: 6)")
    parser.add_argument("--sizes", default="100,1000,10000", help="generated reports (default: 100,1000,10000)")
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help=f"to plan for (default: {DOCUMENTS})")
    parser.add_argument("--mix", default=MIX, help=f"shares of forms in the plan (default: {MIX})")
    options = parser.parse_args()
    costs = measure_forms(options.sample)
    with TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            measure_growth(_generated(Path(folder, str(size)), size))
        found = measure_cluster(Path(folder))
    if costs and found is not None:
        plan(costs, *found, options.documents, _shares(options.mix))
    return 0


def measure_forms(most: int) -> dict[str, Cost]:
    """What a file of each form that is here costs."""
    costs: dict[str, Cost] = {}
    start = _start()
    print(f"start of the command: {start.cpu:.2f} s, {start.peak:.0f} MiB")
    print(f"{'form':<8}{'files':>6}{'KB':>8}{'s median':>10}{'s mean':>8}{'s per MB':>10}{'MiB':>6}")
    for form, patterns in FORMS.items():
        paths = _spread([path for pattern in patterns for path in SHARED.glob(pattern)], most)
        if not paths:
            continue
        ran = [run("facts", "--workers", "1", str(path)) for path in paths]
        seconds = [max(one.cpu - start.cpu, 0.0) for one in ran]
        size = [path.stat().st_size for path in paths]
        costs[form] = Cost(statistics.mean(seconds), statistics.mean(size) / 1e6)
        print(
            f"{form:<8}{len(paths):>6}{statistics.median(size) / 1000:>8.0f}{statistics.median(seconds):>10.2f}"
            f"{costs[form].seconds:>8.2f}{sum(seconds) / sum(size) * 1e6:>10.1f}{max(one.peak for one in ran):>6.0f}",
            flush=True,
        )
    return costs


def _start() -> Ran:
    """What the command takes on a file of one line; the second run, as the first one warms the disk."""
    with TemporaryDirectory() as folder:
        tiny = Path(folder, "tiny.txt")
        tiny.write_text("○ 점검 7회\n", encoding="utf-8")
        return [run("facts", "--workers", "1", str(tiny)) for _ in range(2)][1]


def _spread(paths: Sequence[Path], most: int) -> list[Path]:
    """As many of the paths, from the smaller to the larger at even steps."""
    by_size = sorted(paths, key=lambda path: (path.stat().st_size, path))
    if len(by_size) <= most:
        return by_size
    return [by_size[int((i + 0.5) * len(by_size) / most)] for i in range(most)]


def _generated(folder: Path, count: int) -> Path:
    """A folder of so many small reports, each another one, from the seeds 0, 1, 2 …"""
    folder.mkdir()
    for seed in range(count):
        (folder / f"{seed:06}.txt").write_text(make(seed).now.text, encoding="utf-8")
    return folder


def measure_growth(folder: Path) -> None:
    """Print what two workers take for the reports of a folder."""
    paths = list(folder.iterdir())
    size = sum(path.stat().st_size for path in paths) / len(paths)
    ran = run("facts", "--workers", "2", str(folder))
    print(
        f"{len(paths):>7} generated reports of {size / 1000:.1f} KB: {ran.wall:.1f} s,"
        f" {1000 * ran.cpu / len(paths):.1f} ms of processors each, the largest process {ran.peak:.0f} MiB;"
        f" load {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def measure_cluster(folder: Path) -> tuple[Overhead, Overhead] | None:
    """What a cluster takes beside reading, for a small file and for one of 1 MB; `None` where Dask is not installed."""
    try:
        import distributed  # noqa: F401
    except ImportError:
        print("the package distributed is not installed: no cluster is measured", file=sys.stderr)
        return None
    small, large = _generated(folder / "small", 400), _foreign(folder / "large", 100)
    with clusters.started(folder) as address:
        return _overhead(address, small, "a small file"), _overhead(address, large, "a file of 1 MB")


def _foreign(folder: Path, count: int) -> Path:
    """A folder of so many files of 1 MB that no reader knows: they are sent, and passed over."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:06}").write_bytes(Random(number).randbytes(1_000_000))
    (folder / "report.txt").write_text(make(0).now.text, encoding="utf-8")
    return folder


def _overhead(address: str, folder: Path, what: str) -> Overhead:
    from distributed import Client

    count = len(list(folder.iterdir()))
    with Client(address, set_as_default=False) as client:

        def used() -> tuple[float, float]:
            return client.run_on_scheduler(time.process_time), sum(client.run(time.process_time).values())

        few = run("facts", "--scheduler", address, str(max(folder.iterdir())))
        begin = used()
        ran = run("facts", "--scheduler", address, str(folder))
        end = used()
    overhead = Overhead((ran.cpu - few.cpu) / count, (end[0] - begin[0]) / count, (end[1] - begin[1]) / count)
    print(
        f"cluster, for {what}: the command {1000 * overhead.command:.1f} ms, the scheduler"
        f" {1000 * overhead.scheduler:.1f} ms, its worker beside the reader {1000 * overhead.worker:.1f} ms"
    )
    return overhead


def _shares(mix: str) -> dict[str, float]:
    shares = {form: float(share) for form, _, share in (part.partition("=") for part in mix.split(","))}
    return {form: share / sum(shares.values()) for form, share in shares.items()}


def plan(costs: dict[str, Cost], small: Overhead, large: Overhead, documents: int, shares: dict[str, float]) -> None:
    """Print the formula, its constants, and the hours of any number of workers."""
    known = {form: share for form, share in shares.items() if form in costs}
    cost = sum(share * costs[form].seconds for form, share in known.items())
    size = sum(share * costs[form].size for form, share in known.items())
    beside = small.towards(large, size)
    print(f"plan for {documents} documents: {', '.join(f'{form} {share:.0%}' for form, share in known.items())}")
    print("hours(n) = documents × max((cost + worker) / n, command, scheduler) / 3600")
    print(
        f"cost {cost:.2f} s, worker {1000 * beside.worker:.1f} ms, command {1000 * beside.command:.1f} ms,"
        f" scheduler {1000 * beside.scheduler:.1f} ms, for a file of {size:.2f} MB"
    )
    for workers in WORKERS:
        slowest = max((cost + beside.worker) / workers, beside.command, beside.scheduler)
        print(f"{workers:>5} workers {documents * slowest / 3600:>8.1f} hours {1 / slowest:>8.1f} documents a second")


if __name__ == "__main__":
    sys.exit(main())
