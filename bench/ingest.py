"""Generated reports → what ingesting them costs: time, memory, a second run, two workers: `python -m bench.ingest`.

Run by `make bench-ingest`. Each run is the whole command in a process of its own. A folder of n reports is ingested
with one worker and with two, each into a store of its own, and once more; both stores must hold the same. `memory` is
the most that the command took at any moment, and `all` the most with its workers. The figures say little while the
processors are busy with something else, which the load shows: processor time, of the command and its workers together,
says more then.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from auditreport.store.content import content_hash
from auditreport.store.reading import reading
from bench.corpora import make_page, make_report, write_corpus

_PAUSE = 0.1
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processors, and the most memory in MiB of the command and with its workers."""

    wall: float
    cpu: float
    memory: float
    together: float


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.ingest", description="Measure ingesting generated reports.")
    parser.add_argument("counts", nargs="*", type=int, default=[100, 500, 1000], help="reports (default: 100 500 1000)")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="numbers of workers (default: 1 2)")
    parser.add_argument("--pages", action="store_true", help="reports of one page, so that many more can be measured")
    parser.add_argument("--folder", type=Path, help="keep reports and stores here (default: nowhere)")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        return max(
            _measure(options.folder or Path(folder), count, options.workers, options.pages) for count in options.counts
        )


def _measure(folder: Path, count: int, workers: list[int], pages: bool) -> int:
    reports = write_corpus(folder / f"reports-{count}", count, make=make_page if pages else make_report)
    hashes, firsts = set(), []
    for number in workers:
        store = folder / f"{count}-{number}.duckdb"
        store.unlink(missing_ok=True)
        first = _run(reports, store, number)
        firsts.append(first)
        again = min((_run(reports, store, number) for _ in range(3)), key=lambda cost: cost.wall)
        with reading(store) as opened:
            hashes.add(content_hash(opened))
        print(
            f"{count:>6} reports  {number} workers  {first.wall:7.1f} s, {1000 * first.wall / count:5.1f} ms each"
            f"  processors {1000 * first.cpu / count:5.1f} ms each  second run {again.wall:5.2f} s,"
            f" {first.wall / again.wall:4.0f} times as fast"
            f"  memory {first.memory:4.0f} MiB, all {first.together:4.0f} MiB"
            f"  store {store.stat().st_size / 1024 / count:4.0f} KiB each  load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    if len(firsts) > 1:
        print(f"{count:>6} reports  ratio {firsts[0].wall / firsts[-1].wall:.2f}", flush=True)
    if len(hashes) > 1:
        print(f"{count}: the stores differ", file=sys.stderr)
    return int(len(hashes) > 1)


def _run(reports: Path, store: Path, workers: int) -> Cost:
    words = [
        sys.executable,
        "-m",
        "auditreport",
        "ingest",
        str(reports),
        "--store",
        str(store),
        "--workers",
        str(workers),
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = together = 0
    while process.poll() is None:
        sizes = _sizes(process.pid)
        memory, together = max(memory, sizes.get(process.pid, 0)), max(together, sum(sizes.values()))
        time.sleep(_PAUSE)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, memory / 2**20, together / 2**20)


def _sizes(root: int) -> dict[int, int]:
    """Bytes in memory of a process and of those that it started, on Linux; elsewhere nothing."""
    parents, sizes = {}, {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            behind = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(place.parent.name)] = int(behind[1])
        sizes[int(place.parent.name)] = int(behind[21]) * _PAGE
    ours = {root}
    for process, parent in sorted(parents.items()):
        if parent in ours:
            ours.add(process)
    return {process: sizes[process] for process in ours if process in sizes}


if __name__ == "__main__":
    sys.exit(main())
