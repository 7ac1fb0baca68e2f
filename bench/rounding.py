"""`make bench-rounding`: tables rounded under each habit → false alarms, and errors of two units that are found.

The tables have true amounts, printed in 천원, 백만원 or 억원; a report holds one to three of them. *false*: equations
in which the checks see a contradiction although there is none, and reports with such a flag; each at any severity, and
as a warning or an error (*graver*). Then one amount is printed two units off. *possible* are the errors after which
each relation of the figure still holds for some true amounts that the habit prints so: no equation can tell them.
*found* are those of the others that are flagged.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from auditreport.checks import Checked
from auditreport.schemas.discrepancy import Discrepancy
from bench.rounded.chains import HABITS, SCALES, Chain, make
from bench.rounded.checking import check_chains, is_possible, name

_GRAVE = ("error", "warning")
_UNITS = 2
_TITLES = (
    "reports",
    "equations",
    "false",
    "graver",
    "reports",
    "graver",
    "errors",
    "possible",
    "found",
    "graver",
    "all",
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.rounding", description="Measure checks of rounded tables.")
    parser.add_argument("--count", type=int, default=100, help="reports of each habit and unit (default: 100)")
    parser.add_argument("--seed", type=int, default=0, help="which reports are made (default: 0)")
    parser.add_argument("--show", type=int, default=0, help="how many false alarms and misses of each to list")
    options = parser.parse_args()
    print(f"{'':<16}" + "".join(f"{title:>10}" for title in _TITLES) + "  habits told")
    whole: Counter[str] = Counter()
    for habit in HABITS:
        for scale in SCALES:
            counts: Counter[str] = Counter()
            for i in range(options.count):
                _measure(Random(f"{options.seed}:{habit}:{scale}:{i}"), habit, scale, counts, options.show)
            _print_line(f"{habit} 10^{scale}", counts)
            whole.update(counts)
    _print_line("all", whole)


def _measure(rng: Random, habit: str, scale: int, counts: Counter[str], show: int) -> None:
    """One report, as it is and with one error."""
    chains = [make(rng, habit, scale) for _ in range(rng.randint(1, 3))]
    clean = check_chains(chains)
    graver = [flag for flag in clean.discrepancies if flag.severity in _GRAVE]
    counts.update(
        {
            "reports": 1,
            "equations": clean.input.equations,
            "false": _equations(clean.discrepancies),
            "false graver": _equations(graver),
            "flagged": bool(clean.discrepancies),
            "flagged graver": bool(graver),
            f"told {clean.input.rounding}": 1,
        }
    )
    for flag in clean.discrepancies:
        if counts["shown"] < show:
            counts["shown"] += 1
            print(f"    false: {flag.severity} {flag.rule} {flag.equation.formula}")
    _measure_error(rng, chains, clean, counts, show)


def _equations(flags: Sequence[Discrepancy]) -> int:
    return sum(1 + len(flag.related) for flag in flags)


def _measure_error(rng: Random, chains: list[Chain], clean: Checked, counts: Counter[str], show: int) -> None:
    at = rng.randrange(len(chains))
    chain = chains[at]
    cell = rng.choice(sorted(cell for cell in chain.cells if chain.columns[cell[1]].rule != "rate"))
    off = rng.choice((-_UNITS, _UNITS)) * chain.unit(cell[1])
    wrong = replace(chain, cells={**chain.cells, cell: chain.cells[cell] + off})
    checked = check_chains([*chains[:at], wrong, *chains[at + 1 :]])
    known = {flag.equation.formula for flag in clean.discrepancies}
    flags = [
        flag
        for flag in checked.discrepancies
        if flag.equation.formula not in known and name(at, cell) in _figures(flag)
    ]
    broken = [one for one in wrong.relations if cell in one.cells and not is_possible(wrong, one)]
    counts.update(
        {
            "errors": 1,
            "possible": not broken,
            "all": bool(flags),
            "found": bool(broken and flags),
            "found graver": bool(broken and any(flag.severity in _GRAVE for flag in flags)),
        }
    )
    if broken and not flags and counts["missed"] < show:
        counts["missed"] += 1
        parts = broken[0].cells
        print(f"    missed: {off:+} in {broken[0].name} {[str(wrong.cells[one]) for one in parts]}")


def _figures(flag: Discrepancy) -> set[str]:
    return {*flag.facts, *flag.equation.facts, *(fact for equation in flag.related for fact in equation.facts)}


def _print_line(title: str, counts: Counter[str]) -> None:
    seen = counts["errors"] - counts["possible"]
    shares = (
        (counts["false"], counts["equations"]),
        (counts["false graver"], counts["equations"]),
        (counts["flagged"], counts["reports"]),
        (counts["flagged graver"], counts["reports"]),
    )
    found = ((counts["found"], seen), (counts["found graver"], seen), (counts["all"], counts["errors"]))
    told = ", ".join(f"{key[5:]} {count}" for key, count in counts.most_common() if key.startswith("told "))
    line = f"{title:<16}{counts['reports']:>10}{counts['equations']:>10}" + "".join(map(_share, shares))
    line += f"{counts['errors']:>10}{_share((counts['possible'], counts['errors']))}" + "".join(map(_share, found))
    print(f"{line}  {told}", flush=True)


def _share(counts: tuple[int, int]) -> str:
    part, whole = counts
    return f"{f'{part / whole:.2%}' if whole else '-':>10}"


if __name__ == "__main__":
    main()
