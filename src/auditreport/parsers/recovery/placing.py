"""Rows of figures whose empty cells vanished → the columns that each figure may stand in, with the proof.

Order is kept always. The relations that titles and labels announce (계, 잔액, 과부족 …) narrow the columns, but only as
far as the digits that agree rule out chance: a report may err, and a wrong placing that closes by accident must not
come out as the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.evidence import agreed, less_chance
from auditreport.parsers.recovery.numerals import Numeral, read_numeral
from auditreport.parsers.recovery.organisation import staffing_guards
from auditreport.parsers.recovery.posing import pose
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Path, Relation
from auditreport.parsers.recovery.search import Cut, Diagram, Solutions, Uses, placings
from auditreport.parsers.recovery.watches import Guard

# Powers of ten by which chance has to be unlikely before a relation may narrow a figure's columns.
ENOUGH = 2.0

Band = tuple[int, ...]
Relations = tuple[Relation, ...]
Stated = frozenset[tuple[int, Relation]]


@dataclass(slots=True)
class Found:
    """What the solver says of the rows that relations tie together.

    Attributes:
        rows: their numbers.
        by_order: placings that keep the order.
        by_sums: placings that also close every relation of `closed`.
        by_rules: of these, placings that also keep the organisation rules of `rules`; 0 where none speaks of the table.
        rules: codes of the organisation rules.
        best: for each (row, figure) the columns that `by_rules` leave.
        closed: relations across and down that hold in these placings.
        broken: relations that no placing closes together with the others.
        is_cut: whether the search ended at its budget; then places are those by order.
    """

    rows: tuple[int, ...]
    by_order: int
    by_sums: int
    by_rules: int = 0
    rules: tuple[str, ...] = ()
    best: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    closed: tuple[Relation, ...] = ()
    broken: tuple[Relation, ...] = ()
    is_cut: bool = False


@dataclass(slots=True)
class Placing:
    """For each row and figure the columns it may stand in, best first, and what was found out about the rows.

    `rows` are the numbers of the rows that the problem holds; `long` the rows with more figures than there are columns.
    """

    columns: tuple[Column, ...]
    problem: Problem
    rows: tuple[int, ...]
    places: list[list[tuple[int, ...]]]
    found: list[Found] = field(default_factory=list)
    long: dict[int, tuple[Numeral, ...]] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether some figure has more than one column."""
        return any(len(columns) > 1 for row in self.places for columns in row)


def place(
    columns: Sequence[Column],
    labels: Sequence[Path],
    rows: Sequence[Sequence[str]],
    *,
    teams: int | None = None,
) -> Placing:
    """Place the figures of each row under the columns.

    Args:
        columns: from left to right.
        labels: label path of each row.
        rows: figures of each row as printed, in their order. A row longer than the header may stand anywhere.
        teams: how many teams the report states, for the organisation rules.
    """
    width = len(columns)
    fitting = [i for i, row in enumerate(rows) if len(row) <= width]
    problem = pose(columns, [labels[i] for i in fitting], [tuple(map(read_numeral, rows[i])) for i in fitting])
    places = [[tuple(range(width))] * len(row) for row in rows]
    out = Placing(tuple(columns), problem, tuple(fitting), places)
    out.long = {i: tuple(map(read_numeral, row)) for i, row in enumerate(rows) if len(row) > width}
    for band in problem.bands:
        if not problem.is_open(band):
            for row in band:
                places[fitting[row]] = [(i,) for i in range(width)]
    for bands in problem.components():
        component = _Component(problem, bands)
        if len(bands) == 1:
            paths = [labels[fitting[row]] for row in bands[0]]
            component.rank(
                staffing_guards([c.path for c in columns], paths, [problem.rows[r] for r in bands[0]], teams)
            )
        out.found.append(component.found)
        for (row, figure), ranked in component.places().items():
            places[fitting[row]][figure] = ranked
    return out


class _Component:
    """Open bands that relations between rows tie together."""

    def __init__(self, problem: Problem, bands: tuple[Band, ...]) -> None:
        self._problem = problem
        self._bands = bands
        self._rows = tuple(row for band in bands for row in band)
        self._order = {key: uses for band in bands for key, uses in self._alone(band, ()).uses.items()}
        self.found = Found(self._rows, placings(problem, bands), 0)
        self._slack = False
        self._stated = self._surely_stated()
        self._solutions = self._solve()
        self._likely: dict[tuple[int, int], dict[int, float]] = {}

    def _alone(self, band: Band, across: Sequence[Relation]) -> Solutions:
        return Diagram(self._problem, [band], across, ()).solve()

    # -- which relations hold ---------------------------------------------------------------------------------------

    def _surely_stated(self) -> frozenset[tuple[int, Relation]]:
        """Rows and relations (잔액, 집행률) that may be left out, but close with more digits than chance explains."""
        out = set()
        for band in self._bands:
            for relation in self._problem.across:
                if relation.is_complete:
                    continue
                rows = [(row, relation) for row in band]
                diagram = Diagram(self._problem, [band], (relation,), (), stated=rows)
                found = diagram.solve()
                if found.number and self._worth(band, relation, diagram, found) >= ENOUGH:
                    out.update(rows)
        return frozenset(out)

    def _worth(self, band: Band, relation: Relation, diagram: Diagram, found: Solutions) -> float:
        """Digits by which a relation beats chance in the rows of a band."""
        worth = 0.0
        for row, watch in zip(band, diagram.watches[0], strict=True):
            digits = agreed(relation, self._figures(row, found))
            worth += less_chance(digits + (self._habit(relation) if digits else 0.0), len(watch.tests))
        return worth

    def _habit(self, relation: Relation) -> float:
        """What a relation is worth that closes in the rows which need no search; nothing if one breaks it."""
        full = [row for row in self._problem.rows if len(row) == self._problem.width]
        lines = [dict(enumerate(row)) for row in full]
        closed = [is_closed(relation, line, slack=True) for line in lines]
        return float(min(2, sum(bool(agreed(relation, line)) for line in lines))) if all(closed) else 0.0

    def _figures(self, row: int, found: Solutions) -> dict[int, Numeral]:
        """The figures of a row, by column, in one of the placings found."""
        return {found.example.get((row, i), i): figure for i, figure in enumerate(self._problem.rows[row])}

    def _solve(self) -> Solutions | None:
        """The placings that close as many of the announced relations as there are placings for."""
        across, down = self._problem.across, self._tied()
        for kept_across, kept_down, slack, stated in self._attempts(across, down):
            try:
                solutions = Diagram(
                    self._problem, self._bands, kept_across, kept_down, stated=stated, slack=slack
                ).solve()
            except Cut:
                self.found.is_cut = True
                continue
            if solutions.number:
                self._slack, self._stated = slack, stated
                self.found.by_sums = solutions.number
                self.found.closed = (*kept_across, *kept_down)
                self.found.broken = tuple(r for r in (*across, *down) if r not in self.found.closed)
                return solutions
        return None

    def _tied(self) -> tuple[Relation, ...]:
        rows = set(self._rows)
        return tuple(relation for relation in self._problem.down if not rows.isdisjoint(relation.entries))

    def _attempts(self, across: Relations, down: Relations) -> list[tuple[Relations, Relations, bool, Stated]]:
        """All relations, as printed and then as rounding allows; then the families by themselves; none at last."""
        none: Stated = frozenset()
        tries = [(across, down, False, self._stated), (across, down, False, none), (across, down, True, none)]
        if across and down:
            tries += [(across, (), False, self._stated), (across, (), False, none), ((), down, False, none)]
            tries += [(across, (), True, none), ((), down, True, none)]
        if len(across) > 1:
            tries += [(tuple(r for r in across if r is not one), (), False, none) for one in across]
        return [*dict.fromkeys(tries), ((), (), False, none)]

    # -- what is likely ---------------------------------------------------------------------------------------------

    def rank(self, guards: Mapping[str, Guard]) -> None:
        """Prefer the placings that keep organisation rules; where all together leave none, the last is given up."""
        if self._solutions is None or self._solutions.number < 2:
            return
        shares = []
        for code, guard in guards.items():
            found = self._guarded([guard])
            if found is not None:
                shares.append((code, found))
        kept = [code for code, _ in shares]
        together = self._guarded([guards[code] for code in kept])
        while kept and together is None:
            kept.pop()
            together = self._guarded([guards[code] for code in kept])
        if not kept or together is None:
            return
        self.found.by_rules, self.found.rules = together.number, tuple(kept)
        self.found.best = {key: _ranked(uses) for key, uses in together.uses.items()}
        for key in together.uses:
            likely = {column: 1.0 + uses / together.number for column, uses in together.uses[key].items()}
            for _, found in shares:
                for column, uses in found.uses[key].items():
                    likely[column] = likely.get(column, 0.0) + uses / found.number / len(shares)
            self._likely[key] = likely

    def _guarded(self, guards: Sequence[Guard]) -> Solutions | None:
        across = [r for r in self.found.closed if r in self._problem.across]
        try:
            found = Diagram(
                self._problem, self._bands, across, (), guards={0: guards}, stated=self._stated, slack=self._slack
            ).solve()
        except Cut:
            return None
        return found if found.number else None

    # -- how far they may be relied on ------------------------------------------------------------------------------

    def places(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """For each (row, figure) its columns, the best first."""
        if self._solutions is None:
            return {key: _ranked(uses) for key, uses in self._order.items()}
        narrowed = self._solutions.uses
        out = {}
        for band in self._bands:
            reliable = self._reliable(band, narrowed)
            for row in band:
                for figure in range(self._problem.size(band)):
                    key = (row, figure)
                    uses = narrowed[key]
                    columns = uses if figure in reliable else self._order[key]
                    out[key] = self._best_first(key, columns, uses)
        return out

    def _best_first(self, key: tuple[int, int], columns: Iterable[int], uses: Mapping[int, int]) -> tuple[int, ...]:
        likely, order = self._likely.get(key, {}), self._order[key]
        return tuple(sorted(columns, key=lambda c: (-likely.get(c, 0.0), -uses.get(c, 0), -order[c], c)))

    def _reliable(self, band: Band, narrowed: Uses) -> set[int]:
        """The figures of a band whose narrowed columns rest on more digits than chance explains."""
        assert self._solutions is not None
        worth: dict[Relation, float] = {}
        alone: dict[Relation, Uses] = {}
        for relation in self.found.closed:
            if relation in self._problem.across:
                diagram = Diagram(self._problem, [band], (relation,), (), stated=self._stated, slack=self._slack)
                alone[relation] = diagram.solve().uses
                worth[relation] = self._worth(band, relation, diagram, self._solutions)
        below = self._worth_down(band)
        out = set()
        for figure in range(self._problem.size(band)):
            key = (band[0], figure)
            order = self._order[key].keys()
            if narrowed[key].keys() == order:
                out.add(figure)
                continue
            support = sum(w for r, w in worth.items() if alone[r][key].keys() != order) + below
            if support >= ENOUGH:
                out.add(figure)
        return out

    def _worth_down(self, band: Band) -> float:
        """What the relations between rows are worth for a band, over all columns."""
        assert self._solutions is not None
        digits = 0.0
        for relation in self.found.closed:
            if relation in self._problem.across or set(band).isdisjoint(relation.entries):
                continue
            if set(relation.entries) <= set(band):
                continue
            lines = {row: self._figures(row, self._solutions) for row in relation.entries}
            for column in self._problem.summable:
                digits += agreed(relation, {row: line[column] for row, line in lines.items() if column in line})
        return less_chance(digits, self.found.by_order)


def _ranked(uses: dict[int, int]) -> tuple[int, ...]:
    """Columns by the number of placings that use them."""
    return tuple(sorted(uses, key=lambda column: (-uses[column], column)))
