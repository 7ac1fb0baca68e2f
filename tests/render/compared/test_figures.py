from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from auditreport.render.compared.figures import (
    digits,
    is_rounded,
    make_scales,
    remarks,
    signed,
    signs,
    unit_word,
    value_text,
)
from auditreport.render.compared.grid import make_grid
from auditreport.render.messages import translator
from auditreport.schemas.comparison import ComparedCell
from tests.render.compared.making import INDICATORS, YDP, Maker, comparison


def made(value: str, unit: str = "KRW", **other: Any) -> ComparedCell:
    return Maker().cell(YDP, 2023, "budget.amount", value, unit, **other)


def shown(*cells: ComparedCell, lang: str = "en") -> list[str]:
    scales = make_scales(cells)
    scale = scales[cells[0].indicator, cells[0].unit]
    return [unit_word(cells[0].unit, scale, translator(lang), lang), *(digits(cell, scale) for cell in cells)]


def test_money_stands_in_the_largest_unit_in_which_no_figure_loses_a_digit() -> None:
    assert shown(made("287494000"), made("255000000")) == ["thousand won", "287,494", "255,000"]
    assert shown(made("185000000"), made("255000000")) == ["million won", "185", "255"]
    assert shown(made("287494001"), made("255000000")) == ["won", "287,494,001", "255,000,000"]
    assert shown(made("300000000"), made("0")) == ["hundred million won", "3", "0"]


def test_printed_digits_behind_the_point_are_kept() -> None:
    assert shown(made("78.0", "%", decimals=1))[1] == "78.0%"
    assert shown(made("37.84", "%", decimals=2))[1] == "37.84%"


def test_computed_figures_alone_are_rounded_and_it_is_known() -> None:
    rate = made("77.74492685", "%", decimals=None, status="computed")
    share = made("14164260.869", "KRW/명", decimals=None, status="computed")
    assert shown(rate)[1] == "77.7%"
    assert shown(share) == ["thousand won/people", "14,164"]
    scales = make_scales([rate, share])
    assert [is_rounded(cell, scales[cell.indicator, cell.unit]) for cell in (rate, share)] == [True, True]
    assert not is_rounded(made("287494000"), make_scales([made("287494000")])["budget.amount", "KRW"])


def test_small_computed_figures_do_not_become_zero() -> None:
    assert shown(made("0.04449", "건/명", decimals=None, status="computed"))[1] == "0.044"


def test_units_are_said_in_the_language_of_the_reader() -> None:
    assert [shown(made("3", unit), lang=lang)[0] for unit in ("명", "건", "필지") for lang in ("ko", "en")] == [
        *("명", "people", "건", "cases"),
        *("필지", "필지"),
    ]


@pytest.mark.parametrize(
    ("status", "confirmed", "partial", "expected"),
    [
        ("stated", True, False, ""),
        ("stated", False, False, "*"),
        ("inferred", True, False, "~"),
        ("computed", False, True, "=+*"),
    ],
)
def test_marks_tell_how_sure_a_figure_is(status: str, confirmed: bool, partial: bool, expected: str) -> None:
    assert signs(made("1", "건", status=status, confirmed=confirmed, partial=partial)) == expected


def test_coarse_printing_dates_and_notes_are_remarked() -> None:
    found = comparison()
    grid, scales = make_grid(found, INDICATORS), make_scales(found.cells)
    said = {
        cell.value: remarks(cell, row, scales[row.indicator, row.unit], translator("en"), "en")
        for row in grid.rows
        for column in grid.columns
        for cell in grid.at(row, column)
    }
    assert said["185000000"] == ["printed in units of million won", "printed a year later"]
    assert said["275884000"] == ["as of 2015-12-31"]
    # Its row tells the day already.
    assert said["223512000"] == []


def test_values_stand_with_their_unit_and_changes_with_their_sign() -> None:
    ko, en = translator("ko"), translator("en")
    assert value_text("185000000", "", "KRW", {}, ko, "ko") == "185,000천원"
    assert value_text("185000001", "", "KRW", {}, en, "en") == "185,000,001 won"
    assert value_text("-4", "", "명", {}, ko, "ko", sign=True) == "-4명"
    assert value_text("0.45", "", "%", {}, en, "en", sign=True) == "+0.45%p"
    assert (signed("13.3164"), signed("-0.04"), signed("0")) == ("+13.3", "0", "0")


def test_scales_never_change_a_value() -> None:
    found = comparison()
    scales = make_scales(found.cells)
    for cell in found.cells:
        if cell.decimals is not None:
            scale = scales[cell.indicator, cell.unit]
            printed = Decimal(digits(cell, scale).rstrip("%").replace(",", ""))
            assert printed.scaleb(scale.digits) == Decimal(cell.value)
