"""A press article → its material with every figure of its text, also those that no label tells (기사 자료)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditreport import vocab
from auditreport.normalise import normalise
from auditreport.parsers.places import Places
from auditreport.parsers.records.dates import iso
from auditreport.parsers.values import Found, find_figures
from auditreport.pipeline.material import material_part
from auditreport.schemas import (
    Document,
    Fact,
    Figure,
    Furniture,
    Meta,
    Period,
    Programme,
    Report,
    Section,
    Table,
    Unparsed,
)
from auditreport.schemas.material import Material, Setting

_ARTICLE = "press_article"


def article_part(document: Document, report: Report, facts: Sequence[Fact]) -> Material:
    """The material of an article as part of a task; figures that were not read as facts are added."""
    material = material_part(document, report, facts)
    material = material.model_copy(update={"meta": _published(report.meta, document.text)})
    read = [(fact.source.start, fact.source.end) for fact in facts]
    figures = tuple(
        figure
        for figure in _figures(document, report)
        if not any(start < figure.quantity.anchor.end and figure.quantity.anchor.start < end for start, end in read)
    )
    if not figures:
        return material
    anchor = figures[0].quantity.anchor
    part = Programme(part="article", anchor=anchor, sections=(Section(heading=None, anchor=anchor, figures=figures),))
    added = normalise(report.model_copy(update={"programmes": (part,)}), document.source.sha256)
    return material.model_copy(
        update={"facts": (*material.facts, *added), "settings": (*material.settings, *(Setting() for _ in added))}
    )


def _published(meta: Meta, text: str) -> Meta:
    """The head of an article, with its date also where the rest of its page does not show that it is one."""
    match = vocab.pattern("press_date").search(text)
    if meta.doc_kind == _ARTICLE or match is None:
        return meta
    day = iso(match["y1"], match["m1"], match["d1"])
    return meta.model_copy(
        update={"doc_kind": _ARTICLE, "published": day, "session_start": None, "report_year": int(match["y1"])}
    )


def _figures(document: Document, report: Report) -> Iterator[Figure]:
    """The figures with a unit of all running text."""
    places = Places(document)
    for block in document.blocks:
        if isinstance(block, Table | Furniture | Unparsed):
            continue
        for found in find_figures(block.text.value):
            unit = found.unit or _joined_unit(block.text.value, found)
            if unit is not None:
                yield Figure(
                    kind="metric",
                    concept="metric",
                    quantity=places.quantity(block.text, found, unit),
                    period=Period(year=report.meta.report_year),
                )


def _joined_unit(text: str, found: Found) -> str | None:
    """The counter of a figure that a particle joins to its noun (90건의 일상감사), where 건의 is no word of its own."""
    match = _joined().match(text, found.after)
    return match["unit"] if match is not None else None


@cache
def _joined() -> re.Pattern[str]:
    counters = "|".join(re.escape(word) for word in vocab.units().counters)
    return re.compile(rf"\s?(?P<unit>{counters}){vocab.quotes().of}\s")
