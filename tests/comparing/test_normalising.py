"""Amounts per post, per resident and in prices of one year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditreport.comparing.normalising import Normalising, TableError, normalise, read_population, read_prices
from auditreport.schemas.comparison import ComparedCell
from auditreport.vocab.indicators import indicators
from tests.comparing.cells.test_derived import cell

BUDGET = cell("budget.amount", "220000000", unit="KRW", low="219999500", high="220000500")


def values(cells: list[ComparedCell], how: Normalising) -> list[tuple[str, str, str]]:
    made, _ = normalise(cells, how, indicators())
    return [(one.indicator, one.value, one.unit) for one in made]


def test_amounts_are_divided_by_posts_and_staff_and_rates_stay() -> None:
    cells = [BUDGET, cell("staffing.quota", "22"), cell("budget.execution_rate", "66", unit="%")]
    assert values(cells, Normalising(per="staff")) == [
        ("budget.amount", "10000000", "KRW/명"),
        ("staffing.quota", "22", "명"),
        ("budget.execution_rate", "66", "%"),
    ]


def test_amount_without_a_quota_is_left_out_and_said() -> None:
    made, cautions = normalise([BUDGET], Normalising(per="staff"), indicators())
    assert made == []
    assert [(one.code, one.text_ko) for one in cautions] == [
        ("no-staff", "영등포구 감사담당관 2023년 정원을 몰라 1인당 값을 내지 않았습니다.")
    ]


@pytest.mark.parametrize("name", ["영등포구", "11560"])
def test_residents_are_found_by_name_or_code(name: str) -> None:
    how = Normalising(per="resident", population={(name, 2023): Decimal(400000)})
    assert values([BUDGET], how) == [("budget.amount", "550", "KRW/주민")]


def test_prices_of_another_year_widen_nothing_but_the_printed_range() -> None:
    how = Normalising(real=2024, prices={2023: Decimal(110), 2024: Decimal(121)})
    [made], _ = normalise([BUDGET], how, indicators())
    assert (made.value, made.low, made.high) == ("242000000", "241999450", "242000550")
    assert made.note == "In prices of 2024 (price index 110 → 121)."


def test_year_without_an_index_is_left_out_and_said() -> None:
    made, cautions = normalise([BUDGET], Normalising(real=2024, prices={2024: Decimal(121)}), indicators())
    assert made == []
    assert [one.code for one in cautions] == ["no-index"]


def test_files_are_read_with_comments_marks_and_separators() -> None:
    text = '\ufeff# invented\ndistrict,year,population\n영등포구,2023,"400,000"\n'
    assert read_population(text) == {("영등포구", 2023): Decimal(400000)}
    assert read_prices("year,index\n2023,110.5\n") == {2023: Decimal("110.5")}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("district,year\n", "the column population is missing; it needs district, year, population"),
        ("district,year,population\n영등포구,2023,many\n", "row 2: 'many' is no number above zero"),
        ("district,year,population\n영등포구,2023,0\n", "row 2: '0' is no number above zero"),
        ("district,year,population\n영등포구,1e999999,5\n", "row 2: '1e999999' is no number above zero"),
        (
            f'district,year,population\n"{"가" * 20_000}",2023,5\n',
            "row 2: it has 20,009 characters; at most 10,000 are read",
        ),
        (f'"{"가" * 20_000}",year,population\n', "row 1: it has 20,018 characters; at most 10,000 are read"),
        (
            "district,year,population\n영등포구,2023,5\n영등포구,2023,6\n",
            "row 3: another row gives a different number for the same",
        ),
    ],
)
def test_file_that_cannot_be_used_is_refused_with_the_row(text: str, reason: str) -> None:
    with pytest.raises(TableError) as raised:
        read_population(text)
    assert raised.value.reason == reason
