from __future__ import annotations

import re
from typing import Any

import pytest

from auditreport.render.compared.figures import make_scales
from auditreport.render.compared.grid import make_grid, place_groups
from auditreport.render.compared.page.charts import Chart, drawn, make_charts, specification
from auditreport.schemas.comparison import ComparedCell
from tests.render.compared.making import GEUMCHEON, HOSTILE, INDICATORS, YDP, Maker, comparison

PLANNING = ("영등포구", "11560", "기획예산과")


def charts(*cells: ComparedCell) -> list[Chart]:
    found = comparison(cells=cells, peers=()) if cells else comparison()
    return make_charts(make_grid(found, INDICATORS), place_groups(found), make_scales(found.cells))


def quota(who: tuple[str, str, str], year: int, value: int, **other: Any) -> ComparedCell:
    return Maker().cell(who, year, "staffing.quota", str(value), "명", **other)


def points(chart: Chart) -> dict[str, list[tuple[int, str]]]:
    return {place.name: [(point.year, point.text) for point in series] for place, series in chart.series.items()}


def test_there_is_a_chart_where_two_figures_can_be_compared() -> None:
    found = {(chart.row.indicator, chart.row.phase): points(chart) for chart in charts()}
    assert found["budget.amount", "revised"] == {"영등포구 감사담당관": [(2015, "287,494"), (2023, "325,778")]}
    assert found["budget.amount", "original_budget"] == {
        "금천구 민원감사담당관": [(2022, "185,000"), (2023, "255,000")]
    }
    assert ("budget.executed", "forecast") not in found
    assert ("budget.per_head", "revised") not in found


def test_departments_that_do_other_work_do_not_share_a_chart() -> None:
    cells = [quota(YDP, year, 20) for year in (2022, 2023)]
    cells += [quota(PLANNING, year, 23, function="planning") for year in (2022, 2023)]
    assert [list(points(chart)) for chart in charts(*cells)] == [["영등포구 감사담당관"], ["영등포구 기획예산과"]]


def test_one_figure_each_of_one_year_is_drawn_with_a_word_of_care() -> None:
    [chart] = charts(quota(YDP, 2023, 20), quota(PLANNING, 2023, 23, function="planning"))
    assert (list(points(chart)), chart.same_work) == (["영등포구 감사담당관", "영등포구 기획예산과"], False)


def test_departments_that_do_other_work_meet_in_the_year_that_they_share() -> None:
    cells = [quota((*YDP[:2], f"{n}과"), 2023 if n else 2022, n + 1, function=f"f{n}") for n in range(3)]
    assert [points(chart) for chart in charts(*cells)] == [
        {"영등포구 1과": [(2023, "2")], "영등포구 2과": [(2023, "3")]}
    ]


def test_sums_that_lack_parts_and_years_with_two_values_are_not_drawn() -> None:
    whole = [quota(YDP, 2022, 20), quota(YDP, 2024, 23)]
    assert points(charts(*whole, quota(YDP, 2023, 5, partial=True))[0]) == points(charts(*whole)[0])
    assert points(charts(*whole, quota(YDP, 2023, 5), quota(YDP, 2023, 6))[0]) == points(charts(*whole)[0])


def test_a_department_keeps_its_colour() -> None:
    cells = [quota(YDP, 2022, 20), quota(YDP, 2023, 20), quota(GEUMCHEON, 2022, 1), quota(GEUMCHEON, 2023, 1)]
    alone = Maker()
    more = [alone.cell(GEUMCHEON, year, "staffing.headcount", "3", "명") for year in (2022, 2023)]
    assert [chart.colors for chart in charts(*cells, *more)] == [(0, 1), (1,)]


def test_more_departments_than_shapes_are_drawn_in_several_charts() -> None:
    cells = [quota(("구", "1", f"{n}과"), year, n) for n in range(8) for year in (2022, 2023)]
    assert [(len(chart.series), len(set(chart.colors))) for chart in charts(*cells)] == [(6, 6), (2, 2)]


def test_lines_are_dashed_over_years_without_a_figure() -> None:
    cells = [quota(YDP, year, 20) for year in (2021, 2022, 2024)]
    [chart] = charts(*cells)
    steps = specification(chart)["layer"][0]["data"]["values"]
    assert [(step["x"], step["x2"], step["gap"]) for step in steps] == [(2021, 2022, False), (2022, 2024, True)]


def test_axes_begin_at_zero() -> None:
    for chart in charts():
        encodings = [layer["encoding"] for layer in specification(chart)["layer"]]
        axis = "y" if len(chart.years) > 1 else "x"
        assert encodings[0][axis]["scale"]["zero"] is True


@pytest.mark.parametrize("number", range(len(charts())))
def test_specifications_are_valid_vega_lite(number: int) -> None:
    import altair

    altair.LayerChart.from_dict(specification(charts()[number]))


def test_drawings_hold_the_figures_as_printed_and_no_code() -> None:
    [chart] = charts(quota(YDP, 2023, 20), quota(("영등포구", "11560", HOSTILE), 2023, 1234))
    svg = drawn(chart)
    assert re.findall(r">([\d,]+)</text>", svg) == ["20", "1,234"]
    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; \\u202egnp.exe" in svg
    tags = " ".join(re.findall(r"<[^>]+>", svg))
    assert not re.search(r"<script|<image|<foreignObject|<style|\son\w+=|\sstyle=|href|NaN", tags)
    assert drawn(chart) == svg
