"""Tables whose layout was lost → how often their columns are found: `python -m bench.recovery`.

Measures generated tables, the same with one wrong digit, and real tables whose cells are marked, all of them flattened.
Exit code 1 if a figure is certain and wrong, if the truth is not among the candidates, or if a generated table that
marks its cells is read otherwise than marked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.generated import tally
from bench.generated.layout import flatten
from bench.generated.make import Made, make
from bench.generated.real import STYLES, find_examples
from bench.generated.verdicts import Verdict, judge, judge_clean

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDERS = ("seeds", "text", "corpus/hwpx", "corpus/html", "corpus/hwp")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure the recovery of tables whose layout was lost.")
    parser.add_argument("--count", type=int, default=2400, help="how many tables to make")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first table; the others follow")
    parser.add_argument("--show", type=int, default=3, help="how many faults of each kind to list")
    parser.add_argument("--no-real", action="store_true", help="leave out the real tables")
    parser.add_argument("--only", default="", help="measure only the variants that hold these words")
    parser.add_argument("--look", type=int, help="print the table of this seed and what is read of it, and stop")
    options = parser.parse_args(argv)
    if options.look is not None:
        return look(options.look)
    seeds: Sequence[int] = range(options.seed, options.seed + options.count)
    if options.only:
        seeds = [seed for seed in seeds if any(options.only in name for name in make(seed).variants)]
    faults = [measure_flattened(seeds, options.show), measure_marked(seeds, options.show)]
    measure_noise(seeds)
    if not options.no_real:
        faults.append(measure_real(options.show))
    return 1 if any(faults) else 0


def look(seed: int) -> int:
    """Print one generated table, what is read of it, and its faults."""
    made = make(seed)
    verdict = judge(made.example, made.flat, made.style.caption)
    print(*made.variants, "", *made.flat.lines, "", sep="\n")
    for grid in verdict.grids:
        for row in grid.rows:
            for cell in row.cells:
                places = " | ".join(grid.columns[i].title for i in cell.columns)
                print(f"{' > '.join(row.labels)}: {cell.text.value} in {places}")
    return list_faults([(f"seed {seed}", [fault]) for fault in verdict.faults], len(verdict.faults))


def measure_flattened(seeds: Iterable[int], show: int) -> int:
    """Generated tables, flattened; the number of tables with faults."""
    judged = [(made, judge(made.example, made.flat, made.style.caption)) for made in map(make, seeds)]
    print(tally.HEAD)
    for line in tally.lines((("all", *made.variants), verdict) for made, verdict in judged):
        print(line)
    print(tally.times([verdict.seconds for _, verdict in judged]))
    return list_faults([(f"seed {made.seed}", verdict.faults) for made, verdict in judged], show)


def measure_marked(seeds: Iterable[int], show: int) -> int:
    """The same tables with marked cells, in a web page and in a text with tabs."""
    faults = [(f"seed {seed}", judge_clean(make(seed).example)) for seed in seeds]
    wrong = sum(len(found) for _, found in faults)
    print(f"\nmarked cells: {2 * len(faults) - wrong} of {2 * len(faults)} documents read as marked")
    return list_faults(faults, show)


def measure_noise(seeds: Iterable[int]) -> None:
    """The same tables with one wrong digit: figures whose column is then certain and wrong."""
    judged: list[tuple[Made, Verdict]] = []
    for seed in seeds:
        made = make(seed, noise=True)
        judged.append((made, judge(made.example, made.flat, made.style.caption)))
    print(f"\none wrong digit\n{tally.HEAD}")
    for line in tally.lines((("all", f"laws over the figure: {laws(made)}"), verdict) for made, verdict in judged):
        print(line)


def laws(made: Made) -> str:
    """How many sums, differences and rates the wrong figure takes part in."""
    number = made.wrong.laws if made.wrong is not None else 0
    return str(number) if number < 2 else "2 or more"


def measure_real(show: int) -> int:
    """Real tables with marked cells, flattened in several styles and held to their clean reading."""
    folders = [SHARED / name for name in FOLDERS if (SHARED / name).is_dir()]
    if not folders:
        print("\nreal tables: the folder of real documents, ../shared, is not here: nothing was measured")
        return 0
    judged = []
    for name, example in find_examples(path for folder in folders for path in sorted(folder.iterdir())):
        for style in STYLES:
            verdict = judge(example, flatten(example, style), style.caption)
            judged.append((name, style, verdict))
    print(f"\nreal tables\n{tally.HEAD}")
    for line in tally.lines((("all", style.name, f"file: {name}"), verdict) for name, style, verdict in judged):
        print(line)
    return list_faults([(f"{name}, {style.name}", verdict.faults) for name, style, verdict in judged], show)


def list_faults(faults: Iterable[tuple[str, Sequence[str]]], show: int) -> int:
    """Print the first fault of some tables; the number of tables that have any."""
    found = [(name, those) for name, those in faults if those]
    print(f"faults in {len(found)} tables")
    for name, those in found[:show]:
        print(f"  {name}: {those[0][:260]}{f' (and {len(those) - 1} more)' if len(those) > 1 else ''}")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
