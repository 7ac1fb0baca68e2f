"""Cell rates of the PDF reader against tables whose cells are known: `python -m bench.tables [FOLDER]`.

FOLDER holds `truth.json`, `pdf/` (tables in several styles of rules) and `special/` (page breaks, overprint, turned
pages). A cell is right where its text, white space apart, stands in its row and column; the places that a merged cell
covers may be empty or repeat it.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from auditreport.parsers.formats.pdf import read
from auditreport.schemas import Document, Table

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "pdf-truth"
Grid = list[list[str]]
Truth = list[list[dict[str, Any]]]


def squash(text: str) -> str:
    return "".join(text.split())


def grids(document: Document) -> list[Grid]:
    return [
        [[squash(cell.text.value) for cell in row.cells] for row in (*block.header, *block.rows)]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def right_cells(grid: Grid, truth: Truth) -> tuple[int, int]:
    """Right header cells and right body cells."""
    out = [0, 0]
    for r, row in enumerate(truth):
        for c, cell in enumerate(row):
            got = grid[r][c] if r < len(grid) and c < len(grid[r]) else None
            want = squash(cell["text"])
            if got == want or (not cell["anchor"] and got == ""):
                out[not cell["header"]] += 1
    return out[0], out[1]


def match(found: list[Grid], wanted: list[Truth]) -> list[tuple[Truth, Grid]]:
    """Each wanted table with the found one that agrees best; none is given twice."""
    pairs = sorted(
        ((sum(right_cells(grid, truth)), -g, t) for t, truth in enumerate(wanted) for g, grid in enumerate(found)),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for _, g, t in pairs:
        if t not in chosen and -g not in chosen.values():
            chosen[t] = -g
    return [(truth, found[chosen[t]] if t in chosen else []) for t, truth in enumerate(wanted)]


def measure_styles(folder: Path, names: dict[str, Any], tables: dict[str, Truth], verbose: bool) -> None:
    rates: dict[str, list[int]] = defaultdict(lambda: [0] * 6)
    for name, doc in names.items():
        style = f"{name.split('_')[0]} {name.rsplit('_', 1)[1].removesuffix('.pdf')}"
        found = grids(read((folder / "pdf" / name).read_bytes(), name))
        for key, (truth, grid) in zip(doc["tables"], match(found, [tables[k] for k in doc["tables"]]), strict=True):
            heads = sum(cell["header"] for row in truth for cell in row)
            body = sum(len(row) for row in truth) - heads
            right = right_cells(grid, truth)
            same = len(grid) == len(truth) and bool(grid) and len(grid[0]) == len(truth[0])
            for i, value in enumerate((right[0], heads, right[1], body, same, 1)):
                rates[style][i] += value
            if verbose and right != (heads, body):
                print(
                    name,
                    key,
                    f"header {right[0]}/{heads} body {right[1]}/{body}",
                    len(grid),
                    "x",
                    len(grid and grid[0]),
                )
                for row in grid:
                    print("    ", row)
    for style, (hr, h, br, b, same, n) in sorted(rates.items()):
        print(f"{style:12} header {100 * hr / h:6.2f} %  body {100 * br / b:6.2f} %  exact shape {same}/{n}")


def measure_special(folder: Path, names: dict[str, Any], tables: dict[str, Truth]) -> None:
    special = folder / "special"
    for path in sorted(special.glob("mp_*.pdf")):
        rows = [[squash(cell) for cell in row] for row in json.loads(path.with_suffix(".json").read_text("utf-8"))]
        given = [row for grid in grids(read(path.read_bytes(), path.name)) for row in grid]
        print(f"{path.name:16} {sum(row in given for row in rows)}/{len(rows)} rows")
    right = total = 0
    for path in sorted(special.glob("ov_*.pdf")):
        lines = [squash(line) for line in read(path.read_bytes(), path.name).text.splitlines()]
        total += len(OVERPRINTED)
        right += sum(squash(line) in lines for line in OVERPRINTED)
    print(f"{'overprint':16} {right}/{total} lines")
    upright = names["chr_001_ruled.pdf"]["tables"]
    for name in ("rot90", "rot180", "rot270", "turned90"):
        found = grids(read((special / f"{name}.pdf").read_bytes(), name))
        pairs = match(found, [tables[key] for key in upright])
        cells = sum(sum(right_cells(grid, truth)) for truth, grid in pairs)
        print(f"{name:16} {cells}/{sum(len(row) for truth, _ in pairs for row in truth)} cells")


# What the overprinted pages print, however often and however far apart the copies stand.
OVERPRINTED = (
    "1. 일 반 현 황",
    "2. 주요업무 추진실적",
    "예산액 11,000 계 22 정원 1,111",
    "급여 2,2,2 ㅇㅇ과 각각 55,555천원",
)


def main(argv: list[str]) -> int:
    verbose = "--verbose" in argv
    folders = [Path(word) for word in argv if not word.startswith("-")]
    folder = folders[0] if folders else DEFAULT
    if not folder.is_dir():
        print(f"{folder} is not here: name the folder of tables with known cells", file=sys.stderr)
        return 2
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    start = time.process_time()
    measure_styles(folder, truth["docs"], truth["tables"], verbose)
    measure_special(folder, truth["docs"], truth["tables"])
    print(f"{time.process_time() - start:.1f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
