"""Report → facts: base units, precision, joined labels, stable ids."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.normalise import normalise
from auditreport.normalise.facts import base_value, plain
from auditreport.schemas import Anchor, Figure, Meta, Period, Programme, Quantity, Report, Section


def quantity(number: str, unit: str | None, decimals: int = 0, start: int = 0) -> Quantity:
    anchor = Anchor(start=start, end=start + 1, line=1)
    return Quantity(raw=number, number=Decimal(number), unit=unit, decimals=decimals, anchor=anchor)


def report(*figures: Figure) -> Report:
    anchor = Anchor(start=0, end=1, line=1)
    section = Section(heading="추진실적", role="results", anchor=anchor, figures=figures)
    programme = Programme(part="results", title="자체감사", anchor=anchor, sections=(section,))
    meta = Meta(doc_kind="work_report", district="노원구", department="감사담당관")
    return Report(meta=meta, programmes=(programme,))


def figure(number: str = "3", unit: str | None = "회", start: int = 0, **more: object) -> Figure:
    return Figure.model_validate(
        {"kind": "metric", "concept": "metric", "quantity": quantity(number, unit, start=start), **more}
    )


@pytest.mark.parametrize(
    ("number", "unit", "decimals", "base"),
    [
        ("79321", "천원", 0, ("79321000", "KRW", -3)),
        ("5", "백만원", 0, ("5000000", "KRW", -6)),
        ("1.5", "억원", 1, ("150000000", "KRW", -7)),
        ("35682", "억", 0, ("3568200000000", "KRW", -8)),
        ("500", "원", 0, ("500", "KRW", 0)),
        ("-18040", "천원", 0, ("-18040000", "KRW", -3)),
        ("95.3", "%", 1, ("95.3", "%", 1)),
        ("88", "명", 0, ("88", "명", 0)),
        ("3", "천㎡", 0, ("3000", "㎡", -3)),
        ("7", None, 0, ("7", "", 0)),
    ],
)
def test_printed_units_become_base_units_and_precision_moves_with_them(
    number: str, unit: str | None, decimals: int, base: tuple[str, str, int]
) -> None:
    value, name, places = base_value(quantity(number, unit, decimals))
    assert (plain(value), name, places) == base


@pytest.mark.parametrize(
    ("value", "text"),
    [("174.0", "174"), ("2.60", "2.6"), ("1E+3", "1000"), ("-0", "0"), ("-0.0", "0"), ("0.001", "0.001")],
)
def test_a_value_has_no_exponent_and_no_trailing_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_plain_value_reads_back(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)


def test_a_fact_carries_its_programme_entity_labels_and_place() -> None:
    [fact] = normalise(
        report(figure(item=("종합감사", "지적"), dims={"of": "지출"}, period=Period(year=2024), start=7)), "0" * 64
    )
    assert (fact.part, fact.programme, fact.item) == ("results", "자체감사", "종합감사 > 지적")
    assert (fact.entity.district, fact.entity.department) == ("노원구", "감사담당관")
    assert (fact.value, fact.unit, fact.raw, fact.dims) == ("3", "회", "3", {"of": "지출"})
    assert (fact.source.start, fact.source.end, fact.source.line) == (7, 8, 1)
    assert (fact.period.year, fact.status, fact.reading.method, fact.reading.confirmed) == (
        2024,
        "stated",
        "text",
        False,
    )


def test_a_figure_without_labels_has_no_item() -> None:
    assert [fact.item for fact in normalise(report(figure()), "0" * 64)] == [None]


def test_facts_come_in_the_order_of_the_document() -> None:
    found = normalise(report(figure("2", start=20), figure("1", start=10)), "0" * 64)
    assert [fact.raw for fact in found] == ["1", "2"]


def test_ids_depend_on_bytes_and_place_and_tell_two_facts_of_one_place_apart() -> None:
    twice = report(figure(), figure())
    first, second = normalise(twice, "0" * 64)
    assert first.id != second.id
    assert [first.id, second.id] == [fact.id for fact in normalise(twice, "0" * 64)]
    assert first.id != normalise(twice, "1" * 64)[0].id
    assert first.id != normalise(report(figure(start=1)), "0" * 64)[0].id


def test_a_report_without_figures_has_no_facts() -> None:
    assert normalise(report(), "0" * 64) == []
