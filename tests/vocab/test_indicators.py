"""The dictionary of indicators, and a file of the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditreport.schemas.indicator import Indicator
from auditreport.vocab.indicators import IndicatorsError, indicators

# What the comparison contract starts with.
CONTRACT = [
    *(f"staffing.{name}" for name in ("quota", "headcount", "vacancy_rate")),
    *(f"budget.{name}" for name in ("amount", "executed", "execution_rate", "per_head")),
    *(f"contract_review.{name}" for name in ("cases", "requested_amount", "savings", "savings_rate")),
    *("self_audit.cases", "routine_audit.cases", "grievances.received", "complaints.received"),
    *("field_complaints.handled", "whistleblowing.reports", "asset_disclosure.reviewed", "planned_patrols.rounds"),
    *("patrol.cases", "rights_impact.reviews", "citizen_auditors", "required_budget"),
]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "indicators.md"
BEGIN = "<!-- What follows is written by make goldens from indicators.toml. -->\n"

OWN = """
[[indicator]]
id = "library.visitors"
ko = "도서관 이용자"
en = "Library visitors"
unit = "명"
definition = { ko = "도서관을 찾은 사람.", en = "People who came to a library." }
[indicator.find]
topic = ["도서관"]
label = ["이용자", "방문"]
units = ["명"]
"""


def test_dictionary_holds_what_the_contract_names() -> None:
    assert sorted(indicators()) == sorted(CONTRACT)


def test_every_indicator_is_found_or_computed_and_explained_in_both_languages() -> None:
    for one in indicators().values():
        assert (one.concept, one.find, one.computed) != (None, None, None)
        assert all((one.ko, one.en, one.definition.ko, one.definition.en))


def test_indicator_of_the_user_comes_last() -> None:
    found = indicators(OWN)
    assert list(found)[-1] == "library.visitors"
    assert len(found) == len(indicators()) + 1


def test_indicator_of_the_user_replaces_one_of_the_same_id() -> None:
    found = indicators(OWN.replace("library.visitors", "grievances.received"))
    assert found["grievances.received"].ko == "도서관 이용자"
    assert len(found) == len(indicators())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[indicator]", "no TOML: Expected ']]' at the end of an array declaration (at line 1, column 12)"),
        (OWN.replace('unit = "명"\n', ""), "indicator.0.unit: Field required"),
        (
            OWN.replace('ko = "도서관 이용자"', 'name = "x"\nko = "도서관 이용자"'),
            "indicator.0.name: Extra inputs are not permitted",
        ),
        (OWN[: OWN.index("[indicator.find]")], "library.visitors: one of concept, find and computed is missing"),
        (
            OWN[: OWN.index("[indicator.find]")]
            + 'computed = { of = "books", by = "staffing.quota", kind = "quotient" }',
            "library.visitors: computed from books, which is no indicator",
        ),
        ("a = " + "[" * 5_000, "no TOML: it nests too deep"),
    ],
)
def test_file_that_cannot_be_used_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(IndicatorsError) as raised:
        indicators(text)
    assert raised.value.reason == reason


def written() -> Iterator[str]:
    """The part of the manual's page that lists the indicators."""
    for one in indicators().values():
        yield f"\n## {one.en} ({one.ko})\n\n`{one.id}`, {one.unit}\n\n{one.definition.en} {one.definition.ko}\n\n"
        if one.not_comparable is not None:
            yield f"Not comparable with: {one.not_comparable.en} ({one.not_comparable.ko}).\n\n"
        yield f"Found by: {'; '.join(ways(one))}.\n"


def ways(one: Indicator) -> Iterator[str]:
    if one.concept is not None:
        yield f"the concept `{one.concept}`"
    if one.find is not None:
        yield f"one of {', '.join(one.find.topic)}"
        if one.find.label:
            yield f"with one of {', '.join(one.find.label)}"
        if one.find.without:
            yield f"without {', '.join(one.find.without)}"
        yield f"in {', '.join(one.find.units)}"
    if one.computed is not None:
        yield f"computed as {one.computed.kind} of `{one.computed.of}` by `{one.computed.by}`"


def test_page_of_the_manual_is_what_the_file_says(check_golden: Callable[[Path, str], None]) -> None:
    begun, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    check_golden(PAGE, "".join((begun, BEGIN, *written())))


def test_number_without_end_is_refused() -> None:
    with pytest.raises(IndicatorsError, match="no TOML: Exceeds the limit"):
        indicators("a = " + "9" * 5_000)
