"""Figures of one row (비교 가능한 수치) → a drawing that needs no script: lines over years, or bars within one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from auditreport.printable import printable
from auditreport.render.compared.figures import Scale, digits
from auditreport.render.compared.grid import Grid, Place, Row
from auditreport.schemas.comparison import ComparedCell

# Colours are names of the style sheet, so that they follow it into the dark and onto paper.
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_WIDTH, _HEIGHT, _BAR = 360, 150, 40
_MOST_TICKS = 8
_DIGIT = 6.4
_SVG = "http://www.w3.org/2000/svg"
_TEXT = {"fill": "var(--ink)", "font": "sans-serif", "fontSize": 12}

Spec = dict[str, Any]


class Point(NamedTuple):
    """A figure of a chart, with what is written beside it."""

    year: int
    value: float
    text: str


class Chart(NamedTuple):
    """What is drawn together: departments that do the same work, in one phase and unit.

    Attributes:
        row: what all figures share.
        series: the figures of each department, by year.
        colors: for each department the number of its colour and shape, the same in all charts where that is possible.
        same_work: whether the departments do the same work.
    """

    row: Row
    series: dict[Place, tuple[Point, ...]]
    colors: tuple[int, ...]
    same_work: bool = True

    @property
    def years(self) -> list[int]:
        """The years that have a figure."""
        return sorted({point.year for points in self.series.values() for point in points})


def make_charts(grid: Grid, groups: dict[Place, tuple[int, int]], scales: dict[tuple[str, str], Scale]) -> list[Chart]:
    """A chart for each row and each group of departments that has two figures to compare.

    Departments that share no work meet in one chart only with one figure each, all of the same year; it says so.
    """
    charts = []
    for row in grid.rows:
        found: dict[int, dict[Place, tuple[Point, ...]]] = defaultdict(dict)
        for place in grid.places():
            points = tuple(_points(grid, row, place, scales[row.indicator, row.unit]))
            if points:
                found[groups[place][0]][place] = points
        alone: dict[int, dict[Place, tuple[Point, ...]]] = defaultdict(dict)
        for series in found.values():
            if sum(map(len, series.values())) > 1:
                charts += [Chart(row, part, _colors(part, grid)) for part in _parts(series)]
            else:
                [(place, points)] = series.items()
                alone[points[0].year][place] = points
        for _, others in sorted(alone.items()):
            if len(others) > 1:
                charts.append(Chart(row, others, _colors(others, grid), same_work=False))
    return charts


def _parts(series: dict[Place, tuple[Point, ...]]) -> Iterator[dict[Place, tuple[Point, ...]]]:
    """Lines, as many at a time as have a shape; bars of one year stay together."""
    if len({point.year for points in series.values() for point in points}) == 1:
        yield series
        return
    places = list(series)
    for start in range(0, len(places), len(SHAPES)):
        yield {place: series[place] for place in places[start : start + len(SHAPES)]}


def _colors(series: Iterable[Place], grid: Grid) -> tuple[int, ...]:
    """The colour that a department has by its place among all; where that is taken, the next one."""
    places, taken = grid.places(), list[int]()
    for place in series:
        wanted = [(places.index(place) + step) % len(SHAPES) for step in range(len(SHAPES))]
        taken.append(next((number for number in wanted if number not in taken), wanted[0]))
    return tuple(taken)


def _points(grid: Grid, row: Row, place: Place, scale: Scale) -> Iterator[Point]:
    """The figures of a department by year, without sums that lack parts, and years whose figures differ."""
    for column in grid.columns:
        cells = {cell.value: cell for cell in grid.at(row, column) if not cell.partial}
        if column.place == place and column.year is not None and len(cells) == 1:
            [cell] = cells.values()
            yield Point(column.year, _scaled(cell, scale), digits(cell, scale))


def _scaled(cell: ComparedCell, scale: Scale) -> float:
    return float(Decimal(cell.value).scaleb(-scale.digits))


# -- drawings ---------------------------------------------------------------------------------------------------------


def drawn(chart: Chart) -> str:
    """The chart as SVG; the same on every machine, since nothing of its layout depends on a font."""
    from vl_convert import vegalite_to_svg

    svg = ET.fromstring(vegalite_to_svg(json.dumps(specification(chart)), allowed_base_urls=[]))
    for element in svg.iter():
        # The page itself says what the picture shows; these name parts of it without saying anything.
        for name in [name for name in element.attrib if name in ("role", "class") or name.startswith("aria-")]:
            del element.attrib[name]
    svg.set("aria-hidden", "true")
    ET.register_namespace("", _SVG)
    return ET.tostring(svg, encoding="unicode")


def specification(chart: Chart) -> Spec:
    """The chart in Vega-Lite."""
    layers = _lines(chart) if len(chart.years) > 1 else _bars(chart)
    axis = {"labelColor": "var(--soft)", "domainColor": "var(--line)", "tickColor": "var(--line)"}
    config = {
        "aria": False,
        "view": {"stroke": None},
        "axis": {**axis, "gridColor": "var(--line)", "labelFontSize": 11, "title": None},
        "legend": {"disable": True},
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "autosize": "none",
        "background": "transparent",
        "width": _WIDTH,
        "config": config,
        **layers,
    }


def _lines(chart: Chart) -> Spec:
    """Points joined by lines, dashed over years of which there is no figure."""
    values: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    for number, points in zip(chart.colors, chart.series.values(), strict=True):
        for point in points:
            # A point that lies on another one is smaller, so that it does not hide it.
            lies_on = any((other["x"], other["y"]) == (point.year, point.value) for other in values)
            size = 30 if lies_on else 100
            values.append({"x": point.year, "y": point.value, "s": str(number), "t": point.text, "size": size})
        steps += [
            {"x": one.year, "y": one.value, "x2": two.year, "y2": two.value, "s": str(number)}
            | {"gap": two.year - one.year > 1}
            for one, two in pairwise(points)
        ]
    _place_labels(values)
    names = [str(number) for number in chart.colors]
    color = _by_series(names, [f"var(--s{number})" for number in chart.colors])
    shape = _by_series(names, [SHAPES[number] for number in chart.colors])
    x = {"field": "x", "type": "quantitative", "axis": _years(chart.years)}
    x["scale"] = {"domain": [chart.years[0], chart.years[-1]], "padding": 34, "nice": False}
    y = {"field": "y", "type": "quantitative", "axis": {"tickCount": 4, "format": "~f" if _small(chart) else ",d"}}
    y["scale"] = {"zero": True, "nice": 4}
    where = {"x": x, "y": y}
    dash = {"condition": {"test": "datum.gap", "value": [4, 4]}, "value": [1, 0]}
    left = round(12 + _DIGIT * _widest(chart))
    return {
        "width": _WIDTH - left,
        "height": _HEIGHT,
        "padding": {"left": left, "right": 6, "top": 18, "bottom": 22},
        "layer": [
            _layer(steps, {"type": "rule", "strokeWidth": 2}, {**where, **_to(), "color": color, "strokeDash": dash}),
            _layer(
                values,
                {"type": "point", "filled": True, "opacity": 1},
                {
                    **where,
                    "color": color,
                    "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
                    "shape": shape,
                },
            ),
            *(
                _layer(
                    [value for value in values if value["above"] is above and value["first"]],
                    {"type": "text", "dy": -12 if above else 16, "fontWeight": 600, **_TEXT},
                    {**where, "text": {"field": "t"}},
                )
                for above in (True, False)
            ),
        ],
    }


def _place_labels(values: list[dict[str, Any]]) -> None:
    """In each year the highest figure is labelled above its point, the others below theirs."""
    for value in values:
        same_year = [other for other in values if other["x"] == value["x"]]
        value["above"] = value["y"] == max(other["y"] for other in same_year)
        # Of two figures that are the same, one is labelled.
        value["first"] = next(other for other in same_year if other["y"] == value["y"]) is value


def _bars(chart: Chart) -> Spec:
    """A bar for each department, its name and its figure above it."""
    values = [
        {"n": number, "v": points[0].value, "t": points[0].text, "p": printable(place.name)}
        for number, (place, points) in enumerate(chart.series.items())
    ]
    y = {"field": "n", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0, "paddingOuter": 0}}
    bar = {"type": "bar", "height": 12, "yOffset": 8, "color": "var(--s0)"}
    text = {"type": "text", "dy": -8, **_TEXT}
    x = {"field": "v", "type": "quantitative", "axis": None, "scale": {"zero": True, "nice": False}}
    return {
        "height": _BAR * len(values),
        "padding": {"left": 4, "right": 6, "top": 2, "bottom": 4},
        "layer": [
            _layer(values, bar, {"x": x, "y": y}),
            _layer(values, {**text, "align": "left"}, {"x": {"value": 0}, "y": y, "text": {"field": "p"}}),
            _layer(
                values,
                {**text, "align": "right", "fontWeight": 600},
                {"x": {"value": _WIDTH}, "y": y, "text": {"field": "t"}},
            ),
        ],
    }


def _layer(values: Sequence[dict[str, Any]], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _to() -> Spec:
    return {"x2": {"field": "x2"}, "y2": {"field": "y2"}}


def _by_series(names: list[str], values: list[str]) -> Spec:
    return {"field": "s", "type": "nominal", "scale": {"domain": names, "range": values}, "legend": None}


def _years(years: list[int]) -> Spec:
    step = -(-len(years) // _MOST_TICKS)
    return {"values": years[::step], "format": "d", "grid": False, "labelOverlap": False}


def _small(chart: Chart) -> bool:
    """Whether the figures need digits behind the point on the axis."""
    return max(abs(point.value) for points in chart.series.values() for point in points) < len(SHAPES)


def _widest(chart: Chart) -> int:
    """Characters of the longest number on the axis."""
    highest = max(abs(point.value) for points in chart.series.values() for point in points)
    # The last tick may stand above the highest figure.
    return max(len(f"{round(highest * 2):,}"), 3)
