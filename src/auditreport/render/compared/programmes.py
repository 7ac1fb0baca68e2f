"""Figures of programmes (사업별 수치) → rows that follow a programme through its names, by what lineage says of it."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.render.compared.chains import Chain, make_chains, place_of, title_of
from auditreport.render.compared.grid import Grid, Place, make_grid
from auditreport.render.compared.indicators import Indicators
from auditreport.schemas.comparison import Comparison, Event

# What joins one programme with one: its figures may stand in a row. Those of merged and split ones may not.
_ONE_TO_ONE: frozenset[Event] = frozenset(("continued", "renamed", "moved_team"))

Names = dict[tuple[Place, str, int | None], str]


def programme_grid(comparison: Comparison, indicators: Indicators) -> Grid:
    """The figures of single programmes, programme by programme; a row is called by the latest of its titles."""
    grid = make_grid(comparison, indicators, comparison.programme_cells, _names(comparison))
    order = list(dict.fromkeys(row.programme for row in grid.rows))
    return Grid(tuple(sorted(grid.rows, key=lambda row: order.index(row.programme))), grid.columns, grid.cells)


def _names(comparison: Comparison) -> Names:
    """For each title in its year the name of its row, where that is another."""
    followed = [edge for edge in comparison.lineage if edge.event in _ONE_TO_ONE]
    return {key: name for chain in make_chains(followed) for key, name in _of_chain(chain)}


def _of_chain(chain: Chain) -> Iterator[tuple[tuple[Place, str, int | None], str]]:
    places = {place_of(one) for one in chain.members}
    if len(places) == 1:
        for one in chain.members:
            yield (chain.place, title_of(one), one.year), title_of(chain.members[-1])
