"""Rows of figures whose empty cells vanished → the columns that each figure may stand in, with the proof.

Order is kept always. The relations that titles and labels announce (계, 잔액, 과부족 …) narrow the columns, but only as
far as the digits that agree rule out chance: a report may err, and a wrong placing that closes by accident must not
come out as the only one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery.closing import is_closed
from auditreport.parsers.recovery.evidence import agreed, less_chance
from auditreport.parsers.recovery.numerals import Numeral, read_numeral
from auditreport.parsers.recovery.organisation import Posts, posts_of, staffing_guards
from auditreport.parsers.recovery.posing import Rows, Shape, pose, shape_of
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.relations import Path, Relation
from auditreport.parsers.recovery.search import Cut, Solutions, Uses, count, placings
from auditreport.parsers.recovery.strands import Strand
from auditreport.parsers.recovery.watches import Guard

# Powers of ten by which chance has to be unlikely before a relation may narrow a figure's columns.
ENOUGH = 2.0
# Arrangements of the columns of a staffing table that are ranked by how departments are staffed.
_MOST_RANKED = 16

Band = tuple[int, ...]
Relations = tuple[Relation, ...]
# For each (row, figure) how likely each column is.
Likely = dict[tuple[int, int], dict[int, float]]
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
        closed: relations across and down that hold in these placings.
        broken: relations that no placing closes together with the others.
        is_cut: whether the search ended at its budget; then places are those by order.
    """

    rows: tuple[int, ...]
    by_order: int
    by_sums: int
    by_rules: int = 0
    rules: tuple[str, ...] = ()
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


class Placer:
    """Places the figures of one table under arrangements of columns; arrangements of one shape are solved once."""

    def __init__(self, labels: Sequence[Path], rows: Sequence[Sequence[str]], *, teams: int | None = None) -> None:
        """Take the rows of a table.

        Args:
            labels: label path of each row.
            rows: figures of each row as printed, in their order.
            teams: how many teams the report states, for the organisation rules.
        """
        self._labels = labels
        self._rows = [tuple(map(read_numeral, row)) for row in rows]
        self._teams = teams
        self._fitting: dict[int, tuple[tuple[int, ...], Rows]] = {}
        self._solved: dict[Shape, tuple[Problem, list[_Component]]] = {}
        self._placed: dict[Hashable, Placing] = {}

    def place(self, columns: Sequence[Column], *, by_sums: bool = True) -> Placing:
        """Place the figures; a row longer than the header may stand anywhere.

        Args:
            columns: from left to right.
            by_sums: whether relations narrow the places; else the order alone does.
        """
        shape = shape_of(columns)
        if not by_sums:
            shape = shape._replace(across=())
        numbers, rows = self._fitting_in(len(columns))
        if shape not in self._solved:
            problem = pose(shape, rows)
            self._solved[shape] = (problem, list(_components(problem)))
        is_staffing = any(entry.concept == "staffing.quota" for entry in rows.entries)
        posts: Posts = posts_of([column.path for column in columns]) if is_staffing else ()
        if (shape, posts) not in self._placed and len(self._placed) >= _MOST_RANKED:
            posts = ()
        if (shape, posts) not in self._placed:
            self._placed[shape, posts] = self._told(*self._solved[shape], numbers, rows, posts)
        return replace(self._placed[shape, posts], columns=tuple(columns))

    def _fitting_in(self, width: int) -> tuple[tuple[int, ...], Rows]:
        """The numbers of the rows that are not longer than the header, and these rows."""
        if width not in self._fitting:
            numbers = tuple(i for i, row in enumerate(self._rows) if len(row) <= width)
            rows = Rows([self._labels[i] for i in numbers], [self._rows[i] for i in numbers])
            self._fitting[width] = (numbers, rows)
        return self._fitting[width]

    def _told(
        self, problem: Problem, components: Sequence[_Component], numbers: tuple[int, ...], rows: Rows, posts: Posts
    ) -> Placing:
        """The places that the components leave, ranked by how departments are staffed."""
        width = problem.width
        places = [[tuple(range(width))] * len(row) for row in self._rows]
        out = Placing((), problem, numbers, places)
        out.long = {i: row for i, row in enumerate(self._rows) if len(row) > width}
        for band in problem.bands:
            if not problem.is_open(band):
                for row in band:
                    places[numbers[row]] = [(i,) for i in range(width)]
        for component in components:
            found, likely = component.found, Likely()
            if posts and len(component.bands) == 1:
                band = component.bands[0]
                labels, figures = [rows.labels[row] for row in band], [rows.figures[row] for row in band]
                found, likely = component.rank(staffing_guards(posts, labels, figures, self._teams))
            out.found.append(found)
            for (row, figure), ranked in component.places(likely).items():
                places[numbers[row]][figure] = ranked
        return out


def place(
    columns: Sequence[Column], labels: Sequence[Path], rows: Sequence[Sequence[str]], *, teams: int | None = None
) -> Placing:
    """Place the figures of each row under the only arrangement of columns; arguments as for `Placer`."""
    return Placer(labels, rows, teams=teams).place(columns)


def _is_exact(problem: Problem) -> bool:
    """Whether more rows close their relations exactly than only within rounding: then what misses is no rounding."""
    exact = rounded = 0
    for band in problem.bands:
        if problem.is_open(band):
            closed = Strand(problem, band, problem.across).is_possible
            close = not closed and Strand(problem, band, problem.across, slack=True).is_possible
        else:
            lines = [dict(enumerate(problem.rows[row])) for row in band]
            closed = all(is_closed(relation, line) for line in lines for relation in problem.across)
            close = all(is_closed(relation, line, slack=True) for line in lines for relation in problem.across)
        exact += closed
        rounded += close and not closed
    return exact > rounded if problem.across else False


def _components(problem: Problem) -> Iterator[_Component]:
    """The open bands, tied where relations between rows hold; where these cannot hold together, each by itself."""
    is_exact = _is_exact(problem)
    for bands in problem.components():
        rows = {row for band in bands for row in band}
        down = tuple(relation for relation in problem.down if not rows.isdisjoint(relation.entries))
        component = _Component(problem, bands, down, is_exact=is_exact)
        if component.is_solved:
            yield component
            continue
        for band in bands:
            alone = _Component(problem, (band,), (), is_exact=is_exact)
            alone.found.broken += tuple(relation for relation in down if not set(band).isdisjoint(relation.entries))
            alone.found.is_cut |= component.found.is_cut
            yield alone


class _Component:
    """Open bands that relations between rows tie together."""

    def __init__(self, problem: Problem, bands: tuple[Band, ...], down: Relations, *, is_exact: bool) -> None:
        self._problem = problem
        self._is_exact = is_exact
        self.bands = bands
        self._down = down
        self._rows = tuple(row for band in bands for row in band)
        self._order = count(problem, [Strand(problem, band) for band in bands]).uses
        self.found = Found(self._rows, placings(problem, bands), 0)
        self._slack = False
        self._stated = self._surely_stated()
        self._solutions = self._solve()

    @property
    def is_solved(self) -> bool:
        """Whether some placing closes all that ties the bands."""
        return self._solutions is not None

    def _strands(self, across: Sequence[Relation], stated: Stated, *, slack: bool) -> list[Strand]:
        return [Strand(self._problem, band, across, stated=stated, slack=slack) for band in self.bands]

    # -- which relations hold ---------------------------------------------------------------------------------------

    def _surely_stated(self) -> Stated:
        """Rows and relations (잔액, 집행률) that may be left out, but close with more digits than chance explains."""
        out: set[tuple[int, Relation]] = set()
        for band in self.bands:
            for relation in self._problem.across:
                if relation.is_complete:
                    continue
                rows = [(row, relation) for row in band]
                strand = Strand(self._problem, band, (relation,), stated=rows)
                found = count(self._problem, [strand])
                if found.number and self._worth(relation, strand, found) >= ENOUGH:
                    out.update(rows)
        return frozenset(out)

    def _worth(self, relation: Relation, strand: Strand, found: Solutions) -> float:
        """Digits by which a relation beats chance in the rows of a strand that watches it alone."""
        worth = 0.0
        for row, watch in zip(strand.band, strand.watches, strict=True):
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
        announced = (*self._problem.across, *self._down)
        for across, slack, stated in self._attempts():
            try:
                solutions = count(self._problem, self._strands(across, stated, slack=slack), self._down, slack=slack)
            except Cut:
                self.found.is_cut = True
                return None
            if solutions.number:
                self._slack, self._stated = slack, stated
                self.found.by_sums = solutions.number
                self.found.closed = (*across, *self._down)
                self.found.broken = tuple(relation for relation in announced if relation not in self.found.closed)
                return solutions
        return None

    def _attempts(self) -> list[tuple[Relations, bool, Stated]]:
        """All relations across, as printed and then as rounding allows; then all but one; none at last."""
        across, none = self._problem.across, Stated()
        tries = [(across, False, self._stated), (across, False, none)]
        if not self._is_exact:
            tries.append((across, True, none))
        if len(across) > 1 and len(self.bands) == 1:
            tries += [(tuple(r for r in across if r is not one), False, none) for one in across]
        return [*dict.fromkeys(tries), ((), False, none)]

    # -- what is likely ---------------------------------------------------------------------------------------------

    def rank(self, guards: Mapping[str, Guard]) -> tuple[Found, Likely]:
        """Prefer the placings that keep organisation rules; where all together leave none, the last is given up."""
        if self._solutions is None or self._solutions.number < 2:
            return self.found, {}
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
            return self.found, {}
        told = replace(self.found, by_rules=together.number, rules=tuple(kept))
        out: Likely = {}
        for key in together.uses:
            likely = {column: 1.0 + uses / together.number for column, uses in together.uses[key].items()}
            for _, found in shares:
                for column, uses in found.uses[key].items():
                    likely[column] = likely.get(column, 0.0) + uses / found.number / len(shares)
            out[key] = likely
        return told, out

    def _guarded(self, guards: Sequence[Guard]) -> Solutions | None:
        across = [relation for relation in self.found.closed if relation.axis == "row"]
        [band] = self.bands
        strand = Strand(self._problem, band, across, guards=guards, stated=self._stated, slack=self._slack)
        found = count(self._problem, [strand])
        return found if found.number else None

    # -- how far they may be relied on ------------------------------------------------------------------------------

    def places(self, likely: Likely) -> dict[tuple[int, int], tuple[int, ...]]:
        """For each (row, figure) its columns, the best first."""
        if self._solutions is None:
            return {key: _ranked(uses) for key, uses in self._order.items()}
        narrowed = self._solutions.uses
        out = {}
        for band in self.bands:
            reliable = self._reliable(band, narrowed)
            for row in band:
                for figure in range(self._problem.size(band)):
                    key = (row, figure)
                    uses = narrowed[key]
                    columns = uses if figure in reliable else self._order[key]
                    out[key] = _best_first(columns, likely.get(key, {}), uses, self._order[key])
        return out

    def _reliable(self, band: Band, narrowed: Uses) -> set[int]:
        """The figures of a band whose narrowed columns rest on more digits than chance explains."""
        assert self._solutions is not None
        worth: dict[Relation, float] = {}
        alone: dict[Relation, Uses] = {}
        for relation in self.found.closed:
            if relation.axis == "row":
                strand = Strand(self._problem, band, (relation,), stated=self._stated, slack=self._slack)
                alone[relation] = count(self._problem, [strand]).uses
                worth[relation] = self._worth(relation, strand, self._solutions)
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
            if relation.axis == "row" or set(band).isdisjoint(relation.entries):
                continue
            if set(relation.entries) <= set(band):
                continue
            lines = {row: self._figures(row, self._solutions) for row in relation.entries}
            for column in self._problem.summable:
                digits += agreed(relation, {row: line[column] for row, line in lines.items() if column in line})
        return less_chance(digits, self.found.by_order)


def _best_first(
    columns: Iterable[int], likely: Mapping[int, float], uses: Mapping[int, int], order: Mapping[int, int]
) -> tuple[int, ...]:
    return tuple(sorted(columns, key=lambda c: (-likely.get(c, 0.0), -uses.get(c, 0), -order[c], c)))


def _ranked(uses: dict[int, int]) -> tuple[int, ...]:
    """Columns by the number of placings that use them."""
    return tuple(sorted(uses, key=lambda column: (-uses[column], column)))
