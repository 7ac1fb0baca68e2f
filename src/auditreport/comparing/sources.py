"""The facts that a comparison rests on → their places, with the passage around each (출처)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from auditreport.schemas import Fact
from auditreport.schemas.comparison import FactPlace
from auditreport.schemas.material import Material

# Characters of a passage on each side of the figure: a few lines of a report.
_AROUND = 160


def places_of(materials: Iterable[Material], wanted: Collection[str]) -> Iterator[FactPlace]:
    """The places of the facts that are wanted, in the order of the reports."""
    for material in materials:
        for fact in material.facts:
            if fact.id in wanted:
                yield _place(material, fact)


def _place(material: Material, fact: Fact) -> FactPlace:
    source = fact.source
    return FactPlace(
        fact=fact.id,
        path=material.path,
        line=source.line,
        page=source.page,
        bbox=source.bbox,
        raw=fact.raw,
        before=_before(material.text, source.start),
        after=_after(material.text, source.end),
        label=_label(fact),
        status=fact.status,
        confirmed=fact.reading.confirmed,
    )


def _before(text: str, start: int) -> str:
    """The passage up to a figure, from the beginning of a line."""
    part = text[max(0, start - _AROUND) : start]
    cut = part.find("\n")
    return part[cut + 1 :] if start > _AROUND and 0 <= cut < len(part) - 1 else part


def _after(text: str, end: int) -> str:
    """The passage behind a figure, to the end of a line."""
    part = text[end : end + _AROUND]
    cut = part.rfind("\n")
    return part[:cut] if end + _AROUND < len(text) and cut > 0 else part


def _label(fact: Fact) -> str:
    parts = (fact.programme, fact.subprogramme, fact.item, *fact.dims.values())
    return " · ".join(dict.fromkeys(part for part in parts if part)) or fact.concept
