"""Documents that exist in several forms → whether their tables and facts are the same in each.

Run by `make bench-twins`. Two files are forms of one document if their names are the same but for the suffix and for
words behind the name of the other (`plan.hwp`, `plan_print.pdf`). The first form in the order HWPX, HWP, PDF is
compared with each of the others; what differs is listed, so that the cause can be looked up in both files.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from auditreport.errors import UnreadableInput
from auditreport.pipeline import read_path
from auditreport.pipeline.one import Read
from auditreport.schemas import Fact, Table

ORDER = (".hwpx", ".hwp", ".pdf", ".html", ".txt")
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


class Said(NamedTuple):
    """What a fact says, without its place; white space in names does not count."""

    kind: str
    part: str
    programme: str
    subprogramme: str
    item: str
    concept: str
    dims: str
    value: str
    unit: str
    period: str


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the forms of the same documents.")
    parser.add_argument("folders", nargs="*", type=Path, help="folders to look in, all together")
    parser.add_argument("--differences", type=int, default=8, help="how many differences to list for each pair")
    options = parser.parse_args()
    folders = options.folders or [SHARED / "corpus" / form for form in ("hwpx", "hwp", "pdf", "robust")]
    if not all(folder.is_dir() for folder in folders):
        print("the folder of real documents, ../shared, is not here: nothing was compared")
        return 0
    print(f"{'tables equal':>14} {'cells equal':>16} {'facts equal':>16}  forms")
    for first, others in twins(path for folder in folders for path in sorted(folder.iterdir())):
        read = attempt(first)
        for other in others:
            compare(first, read, other, attempt(other), options.differences)
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


def compare(first: Path, one: Read | str, second: Path, other: Read | str, listed: int) -> None:
    """Print one line on a pair, and the differences below it."""
    name = f"{first.name} = {second.suffix[1:]} {second.stem.removeprefix(first.stem)}"
    if isinstance(one, str) or isinstance(other, str):
        print(f"{'':>14} {'':>16} {'':>16}  {name}: {one if isinstance(one, str) else other}")
        return
    tables, wrong = [grids(read) for read in (one, other)], []
    cells = Counter(cell for grid in tables[0] for row in grid for cell in row if cell)
    others = Counter(cell for grid in tables[1] for row in grid for cell in row if cell)
    same = 0
    for tag, a, b, c, d in SequenceMatcher(None, tables[0], tables[1], autojunk=False).get_opcodes():
        if tag == "equal":
            same += b - a
        else:
            wrong.append(f"tables {a + 1}-{b} against {c + 1}-{d}: {where(tables[0][a:b], tables[1][c:d])}")
    facts = [Counter(map(key, read.facts)) for read in (one, other)]
    wrong += causes(facts[0] - facts[1], facts[1] - facts[0], first.suffix, second.suffix)
    print(
        f"{ratio(same, max(map(len, tables))):>14} "
        f"{ratio((cells & others).total(), max(cells.total(), others.total())):>16} "
        f"{ratio((facts[0] & facts[1]).total(), max(fact.total() for fact in facts)):>16}  {name}"
    )
    for line in wrong[:listed]:
        print(f"      {line[:200]}")
    if len(wrong) > listed:
        print(f"      and {len(wrong) - listed} more")


def causes(ours: Counter[Said], theirs: Counter[Said], one: str, other: str) -> list[str]:
    """What facts of one form lack in the other: the figure itself, or a part of what it is said of."""
    left = list(theirs.elements())
    renamed: dict[str, list[str]] = {}
    missing: list[Said] = []
    for said in ours.elements():
        match = max(
            (rest for rest in left if (rest.value, rest.unit) == (said.value, said.unit)),
            key=lambda rest: sum(a == b for a, b in zip(rest, said, strict=True)),
            default=None,
        )
        if match is None:
            missing.append(said)
            continue
        left.remove(match)
        parts = [name for name, a, b in zip(Said._fields, said, match, strict=True) if a != b]
        example = f"{said.value} {said.unit}: {getattr(said, parts[0])!r} against {getattr(match, parts[0])!r}"
        renamed.setdefault(" and ".join(parts), []).append(example)
    out = [f"{len(found)} figures differ in {name}, so {found[0]}" for name, found in renamed.items()]
    for suffix, found in ((other, missing), (one, left)):
        out += [f"{len(found)} figures are not read in {suffix}, so {' | '.join(found[0])}"] if found else []
    return sorted(out, key=lambda line: -int(line.split()[0]))


def ratio(part: int, whole: int) -> str:
    return f"{part}/{whole}"


def grids(read: Read) -> list[tuple[tuple[str, ...], ...]]:
    """The texts of all tables without white space; how many rows are headers is part of what must be the same."""
    out = []
    for block in read.document.blocks:
        if isinstance(block, Table):
            rows = (*block.header, *block.rows)
            out.append(tuple(tuple("".join(cell.text.value.split()) for cell in row.cells) for row in rows))
    return out


def where(ours: list[tuple[tuple[str, ...], ...]], theirs: list[tuple[tuple[str, ...], ...]]) -> str:
    """The first place where two runs of tables differ."""
    if not ours or not theirs:
        return "no such table"
    for r, (row, other) in enumerate(zip(ours[0], theirs[0], strict=False), 1):
        if row != other:
            at = next((i for i, (a, b) in enumerate(zip(row, other, strict=False)) if a != b), len(row))
            ours_here, theirs_here = list(row[at : at + 3]), list(other[at : at + 3])
            return f"row {r}: {ours_here} against {theirs_here}, {len(row)} and {len(other)} columns"
    return f"{len(ours[0])} rows against {len(theirs[0])}"


def key(fact: Fact) -> Said:
    dims = ", ".join(f"{name}={value}" for name, value in sorted(fact.dims.items()))
    period = f"{fact.period.year or ''} {fact.period.as_of or ''}".strip()
    said = (fact.kind, fact.part, fact.programme, fact.subprogramme, fact.item, fact.concept, dims, fact.value)
    return Said(*("" if part is None else "".join(str(part).split()) for part in said), fact.unit, period)


if __name__ == "__main__":
    sys.exit(main())
