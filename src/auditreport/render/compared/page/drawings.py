"""Charts (도표) → what the page shows of each: the drawing, a legend, and its figures in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from auditreport.render.compared.figures import Scales
from auditreport.render.compared.grid import Grid, Place, Row
from auditreport.render.compared.page.both import Both, joined
from auditreport.render.compared.page.charts import SHAPES, Chart, drawn, make_charts
from auditreport.render.compared.page.table import PageTable, department

if TYPE_CHECKING:
    from markupsafe import Markup

# The characters that look as the shapes of the points do.
_GLYPHS = dict(zip(SHAPES, "●■▲◆✚▼", strict=True))


class Drawing(NamedTuple):
    """A chart on the page."""

    row: Row
    name: Both
    detail: Both
    svg: Markup
    legend: tuple[tuple[str, int, Both], ...]
    words: Both
    districts: tuple[str, ...]
    years: tuple[int, ...]
    same_work: bool


def drawings(grid: Grid, groups: dict[Place, tuple[int, int]], scales: Scales, table: PageTable) -> list[Drawing]:
    """A drawing for each chart of a grid."""
    from markupsafe import Markup

    names = {shown.row: (shown.name, shown.detail) for shown in table.rows}
    return [
        Drawing(
            chart.row,
            *names[chart.row],
            Markup(drawn(chart)),
            tuple(_legend(chart)),
            _in_words(chart),
            tuple(dict.fromkeys(place.district or "" for place in chart.series)),
            tuple(chart.years),
            chart.same_work,
        )
        for chart in make_charts(grid, groups, scales)
    ]


def _legend(chart: Chart) -> Iterator[tuple[str, int, Both]]:
    """Shape, number of the colour and department of each line; bars have their names beside them."""
    if len(chart.years) > 1:
        for number, place in zip(chart.colors, chart.series, strict=True):
            yield _GLYPHS[SHAPES[number]], number, department(place)


def _in_words(chart: Chart) -> Both:
    """All figures of a chart, for those who do not see it."""
    return joined(
        (
            joined((department(place), *(f"{point.year}: {point.text}" for point in points)), ", ")
            for place, points in chart.series.items()
        ),
        "; ",
    )
