"""Generated tables → the parts of the report on recovery; each prints itself and returns its number of faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.generated import tally
from bench.generated.layout import flatten
from bench.generated.make import Made, make
from bench.generated.real import STYLES, find_examples
from bench.generated.solver import compare, is_noticed, judge_solver
from bench.generated.verdicts import judge, judge_clean

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDERS = ("seeds", "text", "corpus/hwpx", "corpus/html", "corpus/hwp")


def flattened(tables: Iterable[Made], show: int) -> int:
    """Tables as text dumps print them, read as any text is."""
    judged = [(made, judge(made.example, made.flat, made.style.caption)) for made in tables]
    print(*tally.report((("all", *made.variants), verdict) for made, verdict in judged), sep="\n")
    return faults(((f"seed {made.seed}", verdict.faults) for made, verdict in judged), show)


def marked(tables: Iterable[Made], show: int) -> int:
    """The same tables with marked cells, in a web page and in a text with tabs."""
    found = [(f"seed {made.seed}", judge_clean(made.example)) for made in tables]
    wrong = sum(len(those) for _, those in found)
    print(f"{2 * len(found) - wrong} of {2 * len(found)} documents read as marked")
    return faults(found, show)


def solver(tables: Iterable[Made], show: int) -> int:
    """The same tables where header and labels are given: the solver alone, and whether brute force agrees."""
    judged, answers, found = [], Counter[str](), []
    for made in tables:
        verdict, placing = judge_solver(made.example, made.style.remarks)
        answer = compare(placing.problem) if placing is not None else "too slow to ask"
        answers[answer.partition(":")[0]] += 1
        judged.append((("all", *made.variants), verdict))
        found.append((f"seed {made.seed}", [*verdict.faults, *([answer] if answer.startswith("differs") else [])]))
    print(*tally.report(judged), sep="\n")
    print("brute force: " + ", ".join(f"{count} {answer}" for answer, count in answers.most_common()))
    return faults(found, show)


def noise(tables: Iterable[Made], show: int) -> int:
    """The same tables with one wrong digit: whether it is noticed, and what is certain and wrong because of it."""
    judged, noticed = [], Counter[str]()
    for made in tables:
        _, plain = judge_solver(made.example, made.style.remarks)
        kind = "no wrong digit, sums rounded" if made.example.slack else "no wrong digit"
        noticed[f"{kind}, noticed all the same"] += is_noticed([plain])
        noticed[kind] += 1
        spoilt = make(made.seed, noise=True)
        breaks = laws(spoilt)
        verdict = judge(spoilt.example, spoilt.flat, spoilt.style.caption)
        _, placing = judge_solver(spoilt.example, spoilt.style.remarks)
        judged.append((("all", breaks), verdict))
        noticed[breaks] += 1
        noticed[f"{breaks}, noticed by the solver where the header is given"] += is_noticed([placing])
        noticed[f"{breaks}, noticed in the text"] += any(is_noticed(grid.placings) for grid in verdict.grids)
    print(*tally.report(judged), sep="\n")
    for name in sorted(noticed):
        print(f"{noticed[name]:>7} {tally.share(noticed[name], noticed[name.split(', noticed')[0]]):>8}  {name}")
    return 0


def laws(made: Made) -> str:
    """How many sums, differences and rates the wrong digit breaks."""
    number = made.wrong.broken if made.wrong is not None else 0
    return f"breaks {number if number < 2 else '2 or more'}"


def real(_: Iterable[Made], show: int) -> int:
    """Real tables with marked cells, flattened in several styles and held to their clean reading."""
    folders = [SHARED / name for name in FOLDERS if (SHARED / name).is_dir()]
    if not folders:
        print("the folder of real documents, ../shared, is not here: nothing was measured")
        return 0
    judged = [
        (name, style, judge(example, flatten(example, style), style.caption))
        for name, example in find_examples(path for folder in folders for path in sorted(folder.iterdir()))
        for style in STYLES
    ]
    print(*tally.report((("all", style.name, f"file: {name}"), verdict) for name, style, verdict in judged), sep="\n")
    return faults(((f"{name}, {style.name}", verdict.faults) for name, style, verdict in judged), show)


def faults(found: Iterable[tuple[str, Sequence[str]]], show: int) -> int:
    """Print the first fault of some tables; the number of tables that have any."""
    kept = [(name, those) for name, those in found if those]
    print(f"faults in {len(kept)} tables")
    for name, those in kept[:show]:
        print(f"  {name}: {those[0][:260]}{f' (and {len(those) - 1} more)' if len(those) > 1 else ''}")
    return len(kept)
