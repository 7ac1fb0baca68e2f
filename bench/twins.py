"""Documents that exist in several forms → whether their tables and facts are the same in each.

Run by `make bench-twins`. Two files are forms of one document if their names are the same but for the suffix and for
words behind the name of the other (`plan.hwp`, `plan_print.pdf`). The first form in the order HWPX, HWP, PDF is
compared with each of the others; each difference is listed with its cause (see `bench.causes`).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from auditreport.errors import UnreadableInput
from auditreport.pipeline import read_path
from auditreport.pipeline.one import Read
from auditreport.schemas import Table
from bench.causes import UNEXPLAINED, Difference, Form, compare_facts, compare_tables, grid_of, say

ORDER = (".hwpx", ".hwp", ".pdf", ".html", ".txt")
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the forms of the same documents.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders to look in, all together")
    options = parser.parse_args()
    folders = options.folders or [SHARED / "corpus" / form for form in ("hwpx", "hwp", "pdf", "robust")]
    if not all(folder.is_dir() for folder in folders):
        print("the folder of real documents, ../shared, is not here: nothing was compared")
        return 0
    print(f"{'tables equal':>14} {'cells equal':>16} {'facts equal':>16}  forms")
    found: list[Difference] = []
    for first, others in twins(path for folder in folders for path in sorted(folder.iterdir())):
        read = attempt(first)
        for other in others:
            found.extend(compare(first, read, other, attempt(other)))
    summarise(found)
    return 0


def twins(paths: Iterable[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """The forms of each document that has more than one, the best first."""
    kept = sorted((path for path in paths if path.suffix in ORDER), key=lambda path: (len(path.stem), path.name))
    groups: dict[str, list[Path]] = {}
    for path in kept:
        name = next((name for name in groups if f"{path.stem}_".startswith(f"{name}_")), path.stem)
        groups.setdefault(name, []).append(path)
    for group in groups.values():
        group.sort(key=lambda path: (ORDER.index(path.suffix), path.name))
        if len({path.suffix for path in group}) > 1:
            yield group[0], group[1:]


def attempt(path: Path) -> Read | str:
    """What was read, or why nothing was."""
    try:
        return read_path(path)
    except UnreadableInput as error:
        return f"{error.reason}; {error.next_step}"


def compare(first: Path, one: Read | str, second: Path, other: Read | str) -> list[Difference]:
    """Print one line on a pair and below it each difference with its cause."""
    name = f"{first.name} = {second.suffix[1:]} {second.stem.removeprefix(first.stem)}"
    if isinstance(one, str) or isinstance(other, str):
        print(f"{'':>14} {'':>16} {'':>16}  {name}: {one if isinstance(one, str) else other}")
        return []
    forms = Form(first.suffix, one), Form(second.suffix, other)
    places = [[i for i, block in enumerate(form.blocks) if isinstance(block, Table)] for form in forms]
    grids = [[grid_of(block) for block in form.blocks if isinstance(block, Table)] for form in forms]
    runs = SequenceMatcher(None, grids[0], grids[1], autojunk=False).get_opcodes()
    same = sum(b - a for tag, a, b, _, _ in runs if tag == "equal")
    odd = [(places[0][a:b], places[1][c:d]) for tag, a, b, c, d in runs if tag != "equal"]
    cells = [Counter(cell for _, rows in found for row in rows for cell in row if cell) for found in grids]
    facts = [Counter(map(say, form.read.facts)) for form in forms]
    print(
        f"{ratio(same, max(map(len, grids))):>14} "
        f"{ratio((cells[0] & cells[1]).total(), max(cell.total() for cell in cells)):>16} "
        f"{ratio((facts[0] & facts[1]).total(), max(fact.total() for fact in facts)):>16}  {name}"
    )
    found = [*compare_tables(forms[0], forms[1], odd), *compare_facts(forms[0], forms[1])]
    for one_of in found:
        print(f"      {one_of.count} {one_of.what}{'s' * (one_of.count > 1)}: {one_of.cause}; {one_of.example[:120]}")
    return found


def summarise(found: list[Difference]) -> None:
    """Print how many tables and facts differ, and how many of them without a cause."""
    counts = Counter[tuple[str, bool]]()
    for one_of in found:
        counts[one_of.what, one_of.cause.endswith(UNEXPLAINED)] += one_of.count
    for what in ("table", "fact"):
        whole = counts[what, False] + counts[what, True]
        print(f"{whole} {what}s differ, {counts[what, True]} of them unexplained")


def ratio(part: int, whole: int) -> str:
    return f"{part}/{whole}"


if __name__ == "__main__":
    sys.exit(main())
