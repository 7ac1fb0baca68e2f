"""Which relations that reports claim are found: `make bench-identities ARGS="FOLDER..."`.

A folder holds documents or truths; a truth is a JSON file that names its `source` and lists `identities`: each a
relation that a person found claimed in the document, with its lines or pages, the figure stated, and whether it holds.
An identity is found where an equation of the check lies within its places, states that figure and holds as it does.
Identities that are marked as a hypothesis are none that the document claims.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from auditreport.pipeline import read_path
from auditreport.pipeline.check import check_read
from auditreport.schemas.discrepancy import Equation

ROOT = Path(__file__).resolve().parent.parent
_SHARED = ROOT.parent / "shared"
PLACES = tuple(_SHARED / name for name in ("gold", "seeds", "text", "corpus/pdf"))
# Units in which a truth states money where the equations state won.
_SCALES = {"백만원": 1_000_000, "천원": 1_000}
# Kinds of identities that say which figure is the larger.
_ORDERS = ("inequality", "part of", "range", "page")
_CLOSED = ("exact", "rounding", "accumulated")


def is_found(identity: dict[str, Any], equations: tuple[Equation, ...], pages: dict[int, int]) -> bool:
    """Whether one of the equations is the identity; `pages` holds the page of each line, of a text out of pages."""
    stated = _stated(identity)
    return any(
        _is_within(equation, identity, pages)
        and (not stated or not stated.isdisjoint(_figures(equation)))
        and equation.class_ in _classes(identity)
        and (identity["kind"] in _ORDERS or not _is_order(equation))
        for equation in equations
    )


def _is_within(equation: Equation, identity: dict[str, Any], pages: dict[int, int]) -> bool:
    if "lines" in identity:
        return bool(equation.lines) and set(equation.lines) <= set(identity["lines"])
    places = equation.pages or tuple(pages.get(line, 0) for line in equation.lines)
    return bool(places) and set(places) <= set(identity["pages"])


def _figures(equation: Equation) -> set[Decimal]:
    """What it states; where a part is compared with its whole, the whole too."""
    figures = {Decimal(equation.stated)}
    if equation.expected is not None and _is_order(equation):
        figures.add(Decimal(equation.expected.high))
    return figures


def _is_order(equation: Equation) -> bool:
    return "≤" in equation.formula or ">" in equation.formula


def pages_of(truth: dict[str, Any]) -> dict[int, int]:
    """The page of each line of a text out of pages, as far as the truth places figures."""
    known = sorted({(fact["page"], fact["line"]) for fact in truth["facts"] if fact.get("page") and fact.get("line")})
    pages: dict[int, int] = {}
    for (page, line), (_, after) in pairwise([*known, (0, known[-1][1] + 1)] if known else []):
        pages.update(dict.fromkeys(range(line, max(after, line + 1)), page))
    return pages


def _classes(identity: dict[str, Any]) -> tuple[str, ...]:
    """The classes that an equation may have; a figure that is right at its precision only is no exact one."""
    if identity["mode"] == "rounding":
        return _CLOSED
    return ("exact",) if identity["holds"] else ("inconsistent", "ambiguous")


def _stated(identity: dict[str, Any]) -> set[Decimal]:
    """The figures that an equation may state; a truth may leave out the sign, and the unit of money."""
    numerals = re.findall(r"-?\d+(?:\.\d+)?", identity["stated"] or "")
    if identity["stated"] is None or len(numerals) != 1:
        return set()
    value = Decimal(numerals[0]) * _SCALES.get(identity.get("unit") or "", 1)
    return {value, -value}


def measure(document: Path, identities: list[dict[str, Any]], pages: dict[int, int]) -> list[dict[str, Any]]:
    """The identities that a document claims and no equation of the check is."""
    checked = check_read(read_path(document), document.name)
    for one in checked.discrepancies:
        if one.severity != "info":
            print(f"    {one.severity} {one.rule} {one.lines or one.pages} {one.message.en}")
    return [one for one in identities if not is_found(one, checked.equations, pages)]


def main(argv: list[str]) -> int:
    """Print what is found and what is missing, document by document."""
    folders = [Path(word) for word in argv] or [place for place in PLACES if place.is_dir()]
    files = {path.name: path for folder in folders for path in sorted(folder.iterdir()) if path.suffix != ".json"}
    truths = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    claimed: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for path in truths:
        truth = json.loads(path.read_text("utf-8"))
        identities = [one for one in truth.get("identities", ()) if not one.get("hypothesis")]
        if truth["source"] not in files or not identities:
            continue
        print(truth["source"])
        missing = measure(files[truth["source"]], identities, pages_of(truth))
        print(f"    {len(identities) - len(missing)} of {len(identities)} found")
        for one in missing:
            print(f"    missing: {one['kind']}: {one['name']} {one.get('lines') or one.get('pages')} {one['stated']}")
        claimed.update(one["kind"] for one in identities)
        lost.update(one["kind"] for one in missing)
    if not claimed:
        print("no truth with its document: name the folders that hold them", file=sys.stderr)
        return 2
    for kind, count in claimed.most_common():
        print(f"{kind:<32}{count - lost[kind]:>5} of {count}")
    share = 100 * (claimed.total() - lost.total()) / claimed.total()
    print(f"{'all':<32}{claimed.total() - lost.total():>5} of {claimed.total()} ({share:.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
