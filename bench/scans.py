"""Rates of the reader of scanned pages: `python -m bench.scans [FOLDER] [--all] [--verbose]`.

FOLDER holds `truth.json`, `scan/` (scanned pages) and `pdf/` (pages of text with the same tables), which are printed to
pictures here and made worse by noise, blur, slant and coarse pixels, by fixed seeds; each page in one way, with --all
in every way. Some pages were held out while the reader was tuned; --verbose shows the errors on the others. A figure
is right where the table states it in its row and column; wrong and confirmed is what must never be.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import BytesIO
from pathlib import Path
from typing import Any

from auditreport.parsers.formats.limits import Limits
from auditreport.pipeline import Read, read_bytes
from auditreport.schemas import Table
from bench.tables import DEFAULT, Truth, grids, match, right_cells, squash

# What nobody looked at while the reader was tuned.
HELD_OUT = ("chr_000_", "lo_000_")

ALONE = Limits(contained=False)


@dataclass(frozen=True)
class Wear:
    """How a page is made worse: dots per inch, degrees of slant, blur in pixels, noise in greys, quality of JPEG."""

    name: str
    dpi: int
    slant: float
    blur: float
    noise: float
    dirt: float
    quality: int | None
    bilevel: bool = False


WEARS = (
    Wear("clean 300", 300, 0.0, 0.0, 0.0, 0.0, None),
    Wear("light 300", 300, 0.7, 0.6, 9.0, 0.0, 85),
    Wear("strong 300", 300, -1.1, 0.9, 22.0, 0.002, 60),
    Wear("fax 300", 300, 0.4, 0.5, 10.0, 0.0005, None, bilevel=True),
    Wear("light 200", 200, -0.5, 0.4, 9.0, 0.0, 85),
    Wear("fax 200", 200, 0.3, 0.3, 8.0, 0.0, None, bilevel=True),
    Wear("light 150", 150, 0.3, 0.3, 6.0, 0.0, 85),
)


def worn(data: bytes, wear: Wear, seed: int) -> bytes:
    """The pages of a PDF as pictures made worse, in a PDF of their own."""
    import numpy as np
    import pypdfium2
    from PIL import Image, ImageFilter

    random = np.random.default_rng(seed)
    pages = []
    for page in pypdfium2.PdfDocument(data):
        image = page.render(scale=wear.dpi / 72, grayscale=True).to_pil().convert("L")
        image = image.rotate(wear.slant, Image.Resampling.BICUBIC, fillcolor=255)
        image = image.filter(ImageFilter.GaussianBlur(wear.blur)) if wear.blur else image
        grey = np.asarray(image, dtype=np.float32) * 0.92 + 12
        grey += random.normal(0, wear.noise, grey.shape) if wear.noise else 0
        grey[random.random(grey.shape) < wear.dirt] = 0
        image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
        if wear.bilevel:
            image = image.point(lambda value: 255 if value > 150 else 0).convert("1")
        if wear.quality:
            buffer = BytesIO()
            image.save(buffer, "JPEG", quality=wear.quality)
            image = Image.open(buffer)
        pages.append(image)
    out = BytesIO()
    pages[0].save(out, "PDF", resolution=wear.dpi, save_all=True, append_images=pages[1:])
    return out.getvalue()


def value(text: str) -> Decimal | None:
    """What a cell that is one figure is worth; a dash is zero."""
    bare = squash(text).strip("()").rstrip("%")
    if bare in {"-", "–", "—"}:
        return Decimal(0)
    if not re.fullmatch(r"[△▲-]?\d[\d,]*(\.\d+)?", bare):
        return None
    try:
        number = Decimal(bare.lstrip("△▲-").replace(",", ""))
    except InvalidOperation:
        return None
    return -number if bare[0] in "△▲-" else number


def measure(read: Read, truths: list[Truth], tally: Counter[str], verbose: str = "") -> None:
    """Count what is right and wrong in the tables of one file."""
    tables = [block for block in read.document.blocks if isinstance(block, Table)]
    found = grids(read.document)
    sure = [fact for fact in read.facts if fact.reading.confirmed]
    doubts = [(doubt.anchor.start, doubt.anchor.end) for doubt in read.document.doubts]
    for truth, grid in match(found, truths):
        heads = sum(cell["header"] for row in truth for cell in row)
        right = right_cells(grid, truth)
        tally.update(head=heads, head_right=right[0], body=sum(map(len, truth)) - heads, body_right=right[1], tables=1)
        is_whole = len(grid) == len(truth) and bool(grid) and len(grid[0]) == len(truth[0])
        values = {value(cell["text"]) for row in truth for cell in row}
        tally["shape"] += is_whole
        table = tables[next(i for i, other in enumerate(found) if other is grid)] if grid else None
        rows = [*table.header, *table.rows] if table is not None else []
        for r, row in enumerate(truth):
            for c, cell in enumerate(row):
                wanted = value(cell["text"]) if cell["anchor"] and not cell["header"] else None
                if wanted is None:
                    continue
                got = rows[r].cells[c] if r < len(rows) and c < len(rows[r].cells) else None
                text = got.text.value if got is not None else ""
                is_right = value(text) == wanted
                places = got.text.span(0, len(text)) if got is not None and text else (0, 0)
                doubted = any(start < places[1] and places[0] < end for start, end in doubts)
                confirmed = any(places[0] <= fact.source.start < places[1] for fact in sure)
                tally.update(figures=1, right=is_right, doubted=doubted, confirmed=confirmed)
                tally["wrong_sure"] += not is_right and not doubted and bool(text)
                # Where a column was joined to its neighbour the figures stand elsewhere: that is no misreading.
                stated = value(text) == wanted if is_whole else value(text) in values
                tally["wrong_confirmed"] += confirmed and not stated
                tally["lost"] += not text
                if wanted < 0:
                    tally.update(minus=1, minus_right=squash(text)[:1] in {"△", "▲", "-"})
                    tally["minus_silent"] += squash(text)[:1] not in {"△", "▲", "-"} and not doubted and bool(text)
                if verbose and (not is_right or (confirmed and not is_right)):
                    print(f"    {verbose} {cell['text']!r} -> {text!r} doubt={doubted} confirmed={confirmed}")


def line(name: str, tally: Counter[str], seconds: float, pages: int) -> str:
    def share(part: str, whole: str) -> str:
        return f"{100 * tally[part] / tally[whole]:5.1f}" if tally[whole] else "    -"

    return (
        f"{name:20} cells {share('head_right', 'head')} / {share('body_right', 'body')} % "
        f"shape {tally['shape']}/{tally['tables']}  figures right {share('right', 'figures')} % of {tally['figures']}, "
        f"doubted {share('doubted', 'figures')} %, lost {tally['lost']}, wrong and sure {tally['wrong_sure']}, "
        f"confirmed {share('confirmed', 'figures')} %, WRONG AND CONFIRMED {tally['wrong_confirmed']}  "
        f"minus {tally['minus_right']}/{tally['minus']}, lost unseen {tally['minus_silent']}  "
        f"{60 * pages / seconds if seconds else 0:.0f} pages/min"
    )


def run(name: str, files: list[tuple[str, bytes, list[Truth]]], verbose: bool) -> int:
    tally: Counter[str] = Counter()
    seconds, pages = 0.0, 0
    for label, data, truths in files:
        start = time.process_time()
        read = read_bytes(data, label, ALONE)
        seconds += time.process_time() - start
        pages += len(read.document.scanned)
        measure(read, truths, tally, label if verbose else "")
    print(line(name, tally, seconds, pages), flush=True)
    return tally["wrong_confirmed"]


def truths_on(data: bytes, truths: list[Truth]) -> list[Truth]:
    """The tables that stand on the first page: a scan holds that page alone."""
    from auditreport.parsers.formats.pdf import read

    found = [block for block in read(data, "page").blocks if isinstance(block, Table) and block.anchor.page == 1]
    kept = []
    for truth in truths:
        words = {squash(cell["text"]) for row in truth for cell in row}
        if any(len(words & {squash(c.text.value) for r in t.rows for c in r.cells}) > len(words) / 2 for t in found):
            kept.append(truth)
    return kept


def main(argv: list[str]) -> int:
    folders = [Path(word) for word in argv if not word.startswith("-")]
    folder = folders[0] if folders else DEFAULT
    if not folder.is_dir():
        print(f"{folder} is not here: name the folder of tables with known cells", file=sys.stderr)
        return 2
    verbose, everything = "--verbose" in argv, "--all" in argv
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text("utf-8"))
    pages = {name: (folder / "pdf" / name).read_bytes() for name in truth["docs"]}
    wanted = {name: [truth["tables"][key] for key in doc["tables"]] for name, doc in truth["docs"].items()}
    wrong = 0
    scans = []
    for path in sorted((folder / "scan").glob("*.pdf")):
        document, style, _, _ = path.stem.split("_")
        original = f"chr_{document}_{style}.pdf"
        scans.append((path.name, path.read_bytes(), truths_on(pages[original], wanted[original])))
    for dpi in ("300", "200"):
        wrong += run(f"scan {dpi}", [scan for scan in scans if f"_{dpi}_" in scan[0]], verbose)
    drawn = [name for name in pages if "none" not in name]
    for title, held in (("", False), (" held out", True)):
        names = [name for name in drawn if name.startswith(HELD_OUT) == held]
        for number, wear in enumerate(WEARS):
            chosen = names if everything else names[number % len(names) :: len(WEARS)]
            files = [(name, worn(pages[name], wear, number), wanted[name]) for name in chosen]
            wrong += run(wear.name + title, files, verbose and not held)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
