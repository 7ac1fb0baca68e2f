"""A comparison → the parts of the page, each in the form in which the template lists it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from auditreport.render.compared.chains import Chain, Stage, ends, make_chains, open_edges, place_of, stages, title_of
from auditreport.render.compared.figures import Scales, make_scales, signed, unit_of, value_text
from auditreport.render.compared.grid import Column, Place, functions_of, make_grid, place_groups
from auditreport.render.compared.indicators import Indicators, indicator_name
from auditreport.render.compared.page.both import Both, both, joined, said, worded
from auditreport.render.compared.page.drawings import Drawing, drawings
from auditreport.render.compared.page.table import (
    ShownRow,
    TableMaker,
    department,
    does,
    phase_name,
    year_name,
)
from auditreport.render.compared.programmes import programme_grid
from auditreport.render.compared.sources import numbered, passage, where
from auditreport.render.compared.words import EVENTS, PHASES, STATUSES
from auditreport.render.reasons import translated
from auditreport.render.summary.words import PARTS
from auditreport.schemas.comparison import (
    Caution,
    Comparison,
    Edge,
    FactPlace,
    Growth,
    OtherPhase,
    Peer,
    Phase,
    ProgrammeAt,
    Restatement,
)
from auditreport.schemas.indicator import Indicator, Wording


class Choice(NamedTuple):
    """An entry of a filter."""

    value: str
    name: Both


class Change(NamedTuple):
    """A change between years."""

    who: Both
    what: Both
    years: str
    change: Both
    rate: str
    span: str
    sources: tuple[int, ...]


class PageParts:
    """What the page shows of a comparison."""

    def __init__(self, comparison: Comparison, indicators: Indicators) -> None:
        self.found = comparison
        self._indicators = indicators
        self._grid = make_grid(comparison, indicators)
        self._programmes = programme_grid(comparison, indicators)
        self._scales: Scales = make_scales((*comparison.cells, *comparison.programme_cells))
        searched = {source.fact: source.label for source in comparison.sources}
        words = (self._indicators, self._scales, numbered(comparison), searched)
        self.table = TableMaker(self._grid, *words).make()
        # It shares the remarks and the marks of the first one.
        self.programmes = TableMaker(self._programmes, *words, before=self.table).make()
        self._numbers = numbered(comparison)

    # -- figures --------------------------------------------------------------------------------------------------

    @cached_property
    def charts(self) -> list[Drawing]:
        """The charts of the rows of the table, in their order."""
        return drawings(self._grid, place_groups(self.found), self._scales, self.table)

    def who(self, place: Place) -> Both:
        """A department with its district."""
        return department(place)

    def does(self, place: Place) -> Both | None:
        """What a department does, if it is known."""
        return does(functions_of(self.found).get(place))

    def year(self, year: int | None) -> Both:
        """A year, or that none is told."""
        return year_name(year)

    def status(self, source: FactPlace) -> Both:
        """How a figure was read."""
        return said(STATUSES[source.status])

    def passage(self, source: FactPlace) -> tuple[str, str]:
        """The words before and behind a figure."""
        return passage(source)

    def where(self, source: FactPlace) -> Both:
        """Line or page of a source."""
        return both(lambda translate, lang: where(source, translate))

    def cautions(self) -> tuple[list[tuple[int, Caution]], list[tuple[int, Caution]]]:
        """The cautions with their numbers: those on reports and departments, and those on single indicators."""
        numbered_ones = list(enumerate(self.found.cautions, start=1))
        return (
            [(number, one) for number, one in numbered_ones if one.indicator is None],
            [(number, one) for number, one in numbered_ones if one.indicator is not None],
        )

    def caution_of(self, indicator: str) -> int | None:
        """Number of the first caution on an indicator."""
        return next((number for number, one in self.cautions()[1] if one.indicator == indicator), None)

    # -- filters --------------------------------------------------------------------------------------------------

    def programme_tables(self) -> Iterator[tuple[Both, list[int], list[ShownRow]]]:
        """For each department the numbers of its columns and the rows of its programmes."""
        columns = self.programmes.columns
        for place in self._programmes.places():
            own = [number for number, column in enumerate(columns) if column.place == place]
            yield department(place), own, [row for row in self.programmes.rows if any(row.places[n] for n in own)]

    def choices(self, of: str) -> list[Choice]:
        """What may be chosen in a filter: `indicator`, `district`, `year` or `phase`."""
        rows, columns = self._grid.rows, self._grid.columns
        if of == "indicator":
            return [Choice(key, self.indicator(key)) for key in dict.fromkeys(row.indicator for row in rows)]
        if of == "district":
            names = dict.fromkeys(column.place.district or "" for column in columns)
            return [Choice(name, department(Place(name or None, None))) for name in names]
        if of == "year":
            return [Choice(str(year or ""), year_name(year)) for year in self._grid.years()]
        order = (*PHASES, None)
        phases = sorted({row.phase for row in rows}, key=order.index)
        return [Choice(phase or "", self.phase(phase)) for phase in phases]

    def indicator(self, key: str) -> Both:
        """The name of an indicator."""
        return worded(indicator_name(self._indicators, key))

    def phase(self, phase: Phase | None) -> Both:
        """A phase in words."""
        return phase_name(phase)

    def definitions(self) -> list[tuple[str, Indicator | None]]:
        """The indicators of the page, with what the dictionary says of them."""
        keys = dict.fromkeys(row.indicator for row in (*self._grid.rows, *self._programmes.rows))
        return [(key, self._indicators.get(key)) for key in keys]

    def wording(self, wording: Wording) -> Both:
        """A text of the dictionary."""
        return worded(wording)

    # -- beside the figures ---------------------------------------------------------------------------------------

    def sentence(self, text: str | None) -> Both:
        """Words of a program in both languages, where a catalogue has them."""
        return both(lambda translate, lang: translated(text or "", translate))

    def changes(self) -> list[Change]:
        """The changes between years."""
        return [self._change(one) for one in self.found.growth]

    def _change(self, one: Growth) -> Change:
        unit = unit_of(one.indicator, one.facts, self.found.cells)
        change = both(
            lambda translate, lang: value_text(
                one.change, one.indicator, unit, self._scales, translate, lang, sign=True
            )
        )
        low, high = (signed(edge) if edge is not None else "" for edge in (one.low, one.high))
        return Change(
            department(Place(one.district, one.department)),
            joined((self.indicator(one.indicator), one.programme or "")),
            f"{one.from_year} → {one.to_year}",
            change,
            f"{signed(one.rate)}%" if one.rate is not None else "–",
            f"{low}…{high}%" if low != high else "",
            self.sources_of(one.facts),
        )

    def sources_of(self, facts: tuple[str, ...]) -> tuple[int, ...]:
        """Numbers of the sources of some facts."""
        return tuple(dict.fromkeys(self._numbers[fact] for fact in facts if fact in self._numbers))

    def places_of(self, facts: tuple[str, ...]) -> list[FactPlace]:
        """The sources of some facts."""
        return [self.found.sources[number - 1] for number in self.sources_of(facts)]

    def first_figure(self, source: FactPlace) -> int | None:
        """Number of the first figure of the table that rests on a source."""
        return self._first.get(self._numbers[source.fact])

    @cached_property
    def _first(self) -> dict[int, int]:
        rows = (*self.table.rows, *self.programmes.rows)
        figures = [one for row in rows for figures in row.places for one in figures]
        return {source: one.number for one in reversed(figures) for source in one.sources}

    def place_number(self, column: Column) -> int:
        """Which of the departments a column is of, counted from 0."""
        return self._grid.places().index(column.place)

    def is_first(self, column: Column) -> bool:
        """Whether it is the first column of its department."""
        return next((other for other in self._grid.columns if other.place == column.place), None) == column

    def words(self, en: tuple[str, ...], ko: tuple[str, ...]) -> list[Both]:
        """What speaks for something, in both languages where it is there in both."""
        return [Both(*pair) for pair in zip(ko, en, strict=True)] if len(ko) == len(en) else [Both(w, w) for w in en]

    def pair(self, peer: Peer) -> Both:
        """Two departments."""
        return joined((department(Place(end.district, end.department)) for end in (peer.a, peer.b)), " – ")

    def own(self, en: str, ko: str) -> Both:
        """A sentence that the comparison says in both languages, or in one."""
        return Both(ko or en, en or ko)

    def value(self, value: str, unit: str) -> Both:
        """A value with its unit."""
        return both(lambda translate, lang: value_text(value, "", unit, {}, translate, lang))

    def restatements(self) -> list[Restatement]:
        """The changed ones first."""
        return sorted(self.found.restatements, key=lambda one: one.same)

    def phases_of(self, one: OtherPhase) -> tuple[Both, Both]:
        """The phases of two figures that are no change of each other."""
        return self.phase(one.phase_then), self.phase(one.phase_now)

    # -- programmes -----------------------------------------------------------------------------------------------

    def lineages(self) -> Iterator[tuple[Both, list[Stage], list[Chain]]]:
        """For each department the times and the chains of its programmes."""
        chains = make_chains(self.found.lineage)
        for place in dict.fromkeys(chain.place for chain in chains):
            own = [chain for chain in chains if chain.place == place]
            yield department(place), stages(own), own

    def open_edges(self) -> list[Edge]:
        """What is not decided about programmes."""
        return open_edges(self.found.lineage)

    def stage(self, stage: Stage) -> Both:
        """A part of a report with the year that it speaks about."""
        return joined((str(stage.year or ""), said(PARTS[stage.part])), " ")

    def title(self, programme: ProgrammeAt) -> str:
        """A programme with its own part."""
        return title_of(programme)

    def titles(self, edge: Edge) -> list[tuple[Both, str, Both]]:
        """The known ends of an edge: department, title, year and part."""
        return [(department(place_of(end)), title_of(end), self.stage(Stage(end.year, end.part))) for end in ends(edge)]

    def event(self, edge: Edge) -> Both:
        """What happened, with its years."""
        years = "→".join(str(end.year or "?") for end in ends(edge))
        return joined((years, said(EVENTS[edge.event])), " ")
