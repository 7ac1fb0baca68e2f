"""Pages of PDF files per second of processor time, against plain pdfplumber: `python -m bench.pages [FOLDER …]`.

Run by `make bench-pages`. Our reader gives a `Document` with lines, tables and the place of each character; pdfplumber
gives `extract_text()` and `extract_tables()` of each page, nothing more. Both read each file once, one right after the
other, so that a machine whose speed drifts hurts both.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.pdf import read

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description="Measure pages per second.")
    default = [SHARED / "corpus" / "pdf", SHARED / "pdf-truth" / "pdf"]
    parser.add_argument("folders", nargs="*", type=Path, default=default, help="folders of PDF files")
    folders: list[Path] = parser.parse_args().folders
    if not all(folder.is_dir() for folder in folders):
        print("the folder of real documents, ../shared, is not here: name folders", file=sys.stderr)
        return 2
    print(f"{'pages':>6}{'ours':>8}{'plain':>8}{'ratio':>7}  file (pages per second of processor time)")
    for folder in folders:
        pages, ours, plain = 0, 0.0, 0.0
        for path in sorted(folder.glob("*.pdf")):
            try:
                spent = seconds(lambda path=path: read(path.read_bytes(), path.name))
            except UnreadableInput:
                continue
            count = 0

            def plainly(path: Path = path) -> None:
                nonlocal count
                count = plain_pages(path)

            other = seconds(plainly)
            show(count, spent, other, path.name)
            pages, ours, plain = pages + count, ours + spent, plain + other
        show(pages, ours, plain, f"all of {folder.name}")
    return 0


def plain_pages(path: Path) -> int:
    """Read a file as anyone would; the number of its pages."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def show(pages: int, ours: float, plain: float, name: str) -> None:
    if ours and plain:
        print(f"{pages:>6}{pages / ours:>8.1f}{pages / plain:>8.1f}{plain / ours:>7.2f}  {name}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
