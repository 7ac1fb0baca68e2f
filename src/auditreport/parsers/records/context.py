"""What all record readers need to know of the document and of the table at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.formats.blocks.captions import is_caption
from auditreport.parsers.grids import Column, Grid, GridRow
from auditreport.parsers.outline import Scope
from auditreport.parsers.places import Places
from auditreport.parsers.records.dates import as_of, basis_year
from auditreport.parsers.tables import caption_units
from auditreport.parsers.values import Found
from auditreport.schemas import Block, Bullet, Figure, Heading, Issue, Paragraph, Table


@dataclass(slots=True)
class Context:
    """A scope with the year its figures speak about, and where figures and issues go."""

    scope: Scope
    places: Places
    year: int | None
    report_year: int | None
    issues: list[Issue]
    department: str | None = None
    side: str | None = None
    as_of: str | None = None
    teams: int | None = None
    headline: Found | None = None
    figures: list[Figure] = field(default_factory=list)


class Caption(NamedTuple):
    """Units and reference date that the surroundings of a table state."""

    units: tuple[str, ...]
    as_of: str | None
    year: int | None

    @property
    def unit(self) -> str | None:
        """The first unit stated."""
        return self.units[0] if self.units else None

    @property
    def money(self) -> str | None:
        """The unit of money stated."""
        return next((unit for unit in self.units if unit in vocab.units().money), None)

    def unit_for(self, column: Column, row: GridRow) -> str | None:
        """Unit of a cell: as its column or row tells, else the caption's that fits their words."""
        if column.unit is not None:
            return column.unit
        units = vocab.units()
        title = vocab.squash(column.path[-1]) if column.path else ""
        for label in reversed(row.labels):
            found = row_unit(label)
            if found is not None and (len(self.units) != 1 or found == self.units[0] or not self.units):
                return found
        if len(self.units) > 1:
            if title.endswith(units.money_titles):
                return self.money or self.unit
            label = vocab.squash(row.labels[-1]) if row.labels else ""
            if label in self.units:
                return label
            if any(label == vocab.squash(unit) for unit in self.units):
                return label
            others = [unit for unit in self.units if unit not in units.money]
            if label.endswith(units.area_titles):
                return next((unit for unit in others if unit in units.areas), self.unit)
            return others[0] if others else self.unit
        return self.unit


def row_unit(label: str) -> str | None:
    """Unit that a row's label states: 연장(㎞), 개소."""
    units = vocab.units()
    match = re.search(r"\(\s?([^()\s,]{1,6})(?:,[^()]*)?\s?\)\s*$", label)
    word = match.group(1) if match else vocab.squash(label)
    base, _, per = word.partition("/")
    if base[:1] in units.multipliers and base[1:] in units.counters:
        base = base[1:]
    if (base in units.counters or base in units.rates) and (not per or per in units.per):
        return word if match or len(word) > 1 else None
    return word if match and word in units.money else None


def caption_of(context: Context, index: int, table: Table) -> Caption:
    """The caption of the table at `index` of the scope: its own, else the line before, the heading, the line behind."""
    texts = list(_near(context, index, table))
    units = next((found for found in map(caption_units, texts) if found), ())
    date = next((day for text in texts if (day := as_of(text, context.report_year)[0])), None)
    year = next((found for found in map(_caption_year, texts[:2]) if found), None)
    if year is None:
        year = next((found for found in map(basis_year, texts) if found), None)
    if year is None and date is not None:
        year = int(date[:4])
    return Caption(units, date, year)


def _near(context: Context, index: int, table: Table) -> Iterator[str]:
    """The texts that may hold the caption of a table, the nearest first."""
    blocks = context.scope.blocks
    if table.caption is not None:
        yield table.caption.value
    for back in (1, 2):
        block = blocks[index - back] if index >= back else None
        if not isinstance(block, (Paragraph, Bullet, Heading)):
            break
        yield block.text.value
        if not _is_caption(block):
            above = blocks[index - back - 1] if index > back else None
            if back == 1 and _is_loose(block) and above is not None and _is_caption(above):
                yield above.text.value  # type: ignore[union-attr]
            break
    if context.scope.inline is not None:
        yield context.scope.inline.value
    if context.scope.heading:
        yield context.scope.heading
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(after, (Paragraph, Bullet)) and _is_caption(after):
        yield after.text.value


def _is_loose(block: Paragraph | Bullet | Heading) -> bool:
    """Whether a block above a table is a piece of its header: words without a mark, figure or label."""
    value = block.text.value
    is_marked = isinstance(block, Bullet) and bool(block.mark)
    return not is_marked and ":" not in value and not any(char.isdigit() for char in value)


def _caption_year(text: str) -> int | None:
    match = vocab.pattern("caption_year").search(text)
    if match is None:
        return None
    year = int(re.sub(r"\D", "", match.group(1)))
    return year + 2000 if year < 100 else year


def _is_caption(block: Block) -> bool:
    return isinstance(block, (Paragraph, Bullet)) and (
        is_caption(block.text.value)
        or (len(block.text.value) < 40 and bool(caption_units(block.text.value)))
        or (len(block.text.value) < 40 and as_of(block.text.value, None)[1] is not None)
    )


def is_department(word: str) -> bool:
    """Whether a title is the name of a sub-organisation (담당관, 과, 팀)."""
    folded = vocab.squash(word)
    names = vocab.departments()
    return (
        len(folded) >= 2
        and folded.endswith((*names.endings, *names.teams))
        and not folded.endswith(names.refused)
        and folded not in vocab.columns().known
    )


def grid_titles(grid: Grid) -> list[str]:
    """All titles of a grid's columns."""
    return [title for column in grid.columns for title in column.path]
