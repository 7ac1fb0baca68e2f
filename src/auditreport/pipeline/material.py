"""A document, its report and its facts → what comparing needs of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from auditreport.normalise import positions
from auditreport.pipeline.one import Read
from auditreport.schemas import Block, Document, Fact, Furniture, Position, Programme, Report, Section, Table, Unparsed
from auditreport.schemas.material import Line, Material, Outline, Setting

# A line such as (단위 : 천원) belongs to the table below it; what introduces the table stands above.
_BRACKETED = re.compile(r"[(<\[].*[)>\]]", re.DOTALL)


def material_part(document: Document, report: Report, facts: Sequence[Fact]) -> Material:
    """The material of one report as part of a task, which does not know how the user named the input."""
    sections = _sections(report)
    places = _Places(document)
    return Material(
        path="",
        sha256=document.source.sha256,
        text=document.text,
        meta=report.meta,
        teams=report.teams,
        outlines=tuple(_outlines(document, report, sections)),
        facts=tuple(facts),
        settings=tuple(
            places.setting(fact, position, _section_at(sections, fact.source.start), number)
            for fact, position, number in zip(facts, positions(report), _numbers(report), strict=True)
        ),
        source=document.source,
    )


def material_of(read: Read, path: str) -> Material:
    """The material of a report under the name that the user gave it."""
    return material_part(read.document, read.report, read.facts).model_copy(update={"path": path})


# A section with the number of its programme in the report, by the offset where it begins.
_Placed = tuple[int, int, Section]


def _sections(report: Report) -> list[_Placed]:
    return sorted(
        (
            (section.anchor.start, number, section)
            for number, programme in enumerate(report.programmes)
            for section in programme.sections
        ),
        key=lambda placed: placed[:2],
    )


def _numbers(report: Report) -> list[int]:
    """The number of the programme of each fact, in the order of the facts."""
    placed = [
        (figure.quantity.anchor.start, number)
        for number, programme in enumerate(report.programmes)
        for section in programme.sections
        for figure in section.figures
    ]
    return [number for _, number in sorted(placed, key=lambda pair: pair[0])]


def _section_at(sections: Sequence[_Placed], start: int) -> _Placed | None:
    index = bisect_right(sections, start, key=lambda placed: placed[0])
    return sections[index - 1] if index else None


def _outlines(document: Document, report: Report, sections: Sequence[_Placed]) -> Iterator[Outline]:
    lines: dict[int, list[Line]] = {}
    for block in document.blocks:
        if isinstance(block, Furniture | Unparsed):
            continue
        placed = _section_at(sections, block.anchor.start)
        if placed is not None:
            _, number, section = placed
            lines.setdefault(number, []).extend(_lines(block, section.role))
    for number, programme in enumerate(report.programmes):
        yield _outline(programme, number, lines.get(number, ()))


def _outline(programme: Programme, order: int, lines: Sequence[Line]) -> Outline:
    return Outline(
        part=programme.part,
        title=programme.title,
        subprogramme=programme.subprogramme,
        number=programme.number,
        teams=programme.teams,
        year=programme.year,
        order=order,
        lines=tuple(lines),
        anchor=programme.anchor,
        page=programme.page,
        deduced=programme.deduced,
    )


def _lines(block: Block, role: str | None) -> Iterator[Line]:
    if isinstance(block, Table):
        for row in (*block.header, *block.rows):
            cells = [cell.text for cell in row.cells if cell.text.value.strip()]
            if cells:
                start, _ = cells[0].span(0, 1)
                _, end = cells[-1].span(0, len(cells[-1]))
                text = " | ".join(cell.value for cell in cells)
                yield Line(text=text, role=role, start=start, end=max(start, end))
    elif not isinstance(block, Furniture | Unparsed):
        yield Line(text=block.text.value, role=role, start=block.anchor.start, end=block.anchor.end)


class _Places:
    """Tables of a document by the offset where they begin, with the line above each."""

    def __init__(self, document: Document) -> None:
        self._around: dict[int, tuple[str | None, str | None]] = {}
        lead: str | None = None
        bracket: str | None = None
        for block in document.blocks:
            if isinstance(block, Table):
                caption = block.caption.value if block.caption is not None else bracket
                self._around[block.anchor.start] = (caption, lead)
                lead = bracket = None
            elif not isinstance(block, Furniture | Unparsed):
                text = block.text.value
                if _BRACKETED.fullmatch(text.strip()):
                    bracket = text
                else:
                    lead, bracket = text, None

    def setting(self, fact: Fact, position: Position | None, placed: _Placed | None, outline: int) -> Setting:
        """What stands around a fact of an outline."""
        section = placed[2] if placed is not None else None
        role = section.role if section is not None else None
        heading = section.heading if section is not None else None
        if position is None:
            return Setting(role=role, heading=heading, outline=outline)
        caption, lead = self._around.get(position.block, (None, None)) if position.row is not None else (None, None)
        return Setting(
            role=role,
            heading=heading,
            block=position.block,
            row=position.row,
            column=position.column,
            labels=position.labels,
            titles=position.titles,
            caption=caption,
            lead=lead,
            outline=outline,
        )
