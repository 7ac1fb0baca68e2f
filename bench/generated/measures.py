"""Generated tables → the parts of the report on recovery; each prints itself and returns its number of faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.generated import tally
from bench.generated.layout import flatten
from bench.generated.make import Made, make
from bench.generated.real import STYLES, find_examples
from bench.generated.solver import compare, is_noticed, judge_solver, rank
from bench.generated.verdicts import Verdict, judge, judge_clean

SHARED = Path(__file__).resolve().parents[3] / "shared"
# One wrong digit is looked for among many changes: that takes long, so that it is asked of a part of the tables.
EACH = 8
FOLDERS = ("seeds", "text", "corpus/hwpx", "corpus/html", "corpus/hwp")


def flattened(tables: Sequence[Made], show: int) -> int:
    """Tables as text dumps print them, read as any text is."""
    judged = [(made, judge(made.example, made.flat, made.style.caption)) for made in tables]
    print(*tally.report((("all", *made.variants), verdict) for made, verdict in judged), sep="\n")
    return faults(((f"seed {made.seed}", verdict.faults) for made, verdict in judged), show)


def marked(tables: Sequence[Made], show: int) -> int:
    """The same tables with marked cells, in a web page and in a text with tabs."""
    found = [(f"seed {made.seed}", judge_clean(made.example)) for made in tables]
    wrong = sum(len(those) for _, those in found)
    print(f"{2 * len(found) - wrong} of {2 * len(found)} documents read as marked")
    return faults(found, show)


def solver(tables: Sequence[Made], show: int) -> int:
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


def noise(tables: Sequence[Made], show: int) -> int:
    """Some of the tables with one wrong digit: whether it is noticed, and what is certain and wrong because of it."""
    judged, counts = [], Counter[str]()
    for made in tables[::EACH]:
        _, plain = judge_solver(made.example, made.style.remarks)
        kind = f"no wrong digit{', sums rounded' * bool(made.example.slack)}"
        counts.update([kind, f"{kind}: noticed all the same"] if is_noticed([plain]) else [kind])
        spoilt = make(made.seed, noise=True)
        verdict = judge(spoilt.example, spoilt.flat, spoilt.style.caption)
        judged.append((("all", laws(spoilt)), verdict))
        counts.update(f"{laws(spoilt)}{what}" for what in _answers(spoilt, verdict))
    print(*tally.report(judged), sep="\n")
    for name in sorted(counts):
        print(f"{counts[name]:>7} {tally.share(counts[name], counts[name.split(':')[0]]):>8}  {name}")
    return 0


def _answers(made: Made, verdict: Verdict) -> list[str]:
    """What is said of a table with one wrong digit; the first is the table itself."""
    out = [""]
    if any(is_noticed(grid.placings) for grid in verdict.grids):
        out.append(": noticed in the text")
    _, placing = judge_solver(made.example, made.style.remarks)
    if made.wrong is not None and placing is not None:
        if is_noticed([placing]):
            out.append(": noticed where the header is given")
        if made.wrong.broken:
            out.append(f": header given, {rank(made.example, made.wrong, placing)}")
    return out


def laws(made: Made) -> str:
    """How many sums, differences and rates the wrong digit breaks."""
    number = made.wrong.broken if made.wrong is not None else 0
    return f"breaks {number if number < 2 else '2 or more'}"


def real(_: Sequence[Made], show: int) -> int:
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
