"""`make bench`: how long reading takes.

What is measured, on the reports beside the project or else on those of the tests:

- *In process*: bytes → document → report → facts of each document, in CPU time, so that other programs on the machine
  weigh less. All documents are read in turn, round after round; the first round warms up and is not counted. The
  figure is the median over the rounds. MB/s are all bytes of one round over the sum of the medians.
- *Cold*: the whole command `auditreport facts FILE` on the document of median size, in a new process each time and in
  wall time, and in turn with it `python -c "import typer, pydantic"`. The ratio is the median over the pairs.

`make bench ARGS="--rounds 30"` takes more rounds. A figure of one machine says little on another, so that nothing is
asserted; compare two states of the project in two runs one right after the other.
"""

from __future__ import annotations

import argparse
import statistics

from bench.cold import time_cold
from bench.documents import find_documents
from bench.reading import time_rounds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure how long reading takes.")
    parser.add_argument("--rounds", type=int, default=15, help="counted rounds of each measurement (default: 15)")
    rounds: int = parser.parse_args().rounds
    paths = find_documents()
    documents = [path.read_bytes() for path in paths]
    timings = time_rounds(documents, rounds)
    print(f"{'document':<40}{'KB':>7}{'read':>8}{'report':>8}{'facts':>8}{'ms':>8}")
    for path, data, timing in zip(paths, documents, timings, strict=True):
        name = path.stem if path.stem != "source" else path.parent.name
        steps = (timing.document, timing.report, timing.facts, timing.whole)
        print(f"{name[:39]:<40}{len(data) / 1000:>7.1f}" + "".join(f"{step:>8.1f}" for step in steps))
    whole = [timing.whole for timing in timings]
    speed = sum(map(len, documents)) / 1000 / sum(whole)
    print(f"{'median':<40}{'':>31}{statistics.median(whole):>8.1f}")
    print(f"{speed:.2f} MB/s in process, median of {rounds} rounds")
    middle = sorted(paths, key=lambda path: (path.stat().st_size, path))[len(paths) // 2]
    cold = time_cold(middle, rounds)
    print(
        f"cold: auditreport facts {cold.command:.0f} ms, import typer, pydantic {cold.imports:.0f} ms,"
        f" ratio {cold.ratio:.2f} ({middle.name})"
    )


if __name__ == "__main__":
    main()
