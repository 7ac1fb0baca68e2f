"""Tables whose layout was lost → how often their columns are found: `python -m bench.recovery`.

Parts: `flattened` generated tables, the same `marked`, the `solver` alone (header given, and against brute force), the
same tables with `noise` (one wrong digit), and `real` tables flattened and held to their clean reading.
Exit code 1 if a figure is certain and wrong, if the truth is not among the candidates, if brute force finds other
placings than the solver, or if a table that marks its cells is read otherwise than marked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bench.generated import measures
from bench.generated.make import make
from bench.generated.verdicts import judge

PARTS = {
    "flattened": measures.flattened,
    "marked": measures.marked,
    "solver": measures.solver,
    "noise": measures.noise,
    "real": measures.real,
}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure the recovery of tables whose layout was lost.")
    parser.add_argument("parts", nargs="*", help=f"what to measure, of {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--count", type=int, default=2400, help="how many tables to make")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first table; the others follow")
    parser.add_argument("--show", type=int, default=3, help="how many faults of each part to list")
    parser.add_argument("--only", default="", help="measure only the variants whose names hold these words")
    parser.add_argument("--look", type=int, help="print the table of this seed and what is read of it, and stop")
    options = parser.parse_args(argv)
    if unknown := set(options.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if options.look is not None:
        return look(options.look)
    made = [make(seed) for seed in range(options.seed, options.seed + options.count)]
    tables = [table for table in made if any(options.only in name for name in table.variants)]
    faults = 0
    for name in options.parts or PARTS:
        print(f"-- {name}", flush=True)
        faults += PARTS[name](tables, options.show)
    return 1 if faults else 0


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
    return measures.faults([(f"seed {seed}", [fault]) for fault in verdict.faults], len(verdict.faults))


if __name__ == "__main__":
    sys.exit(main())
