from __future__ import annotations

import pytest

from auditreport.render.messages import translator
from auditreport.render.summary.figures import number, with_unit
from auditreport.schemas import Fact
from tests.render.making import doubtful, fact


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (fact("79321000", "KRW", decimals=-3), "79,321"),
        (fact("-18040000", "KRW", decimals=-3), "-18,040"),
        (fact("500", "KRW"), "0.5"),
        (fact("1075300000000", "KRW", decimals=-8), "1,075,300,000"),
        (fact("0", "KRW"), "0"),
        (fact("83", "%"), "83%"),
        (fact("1", "%", decimals=1), "1.0%"),
        (fact("37.84", "%", decimals=2), "37.84%"),
        (fact("9412", "명"), "9,412"),
        (fact("27.5", "km", decimals=1), "27.5"),
        (fact("5571000", "통행", decimals=-3), "5,571,000"),
        (doubtful("7", 8, unit="명"), "7 ?"),
        (doubtful("18.4", 4, unit="%", decimals=1), "18.4% ?"),
    ],
)
def test_number_is_grouped_and_money_is_in_thousands_of_won(given: Fact, shown: str) -> None:
    assert number(given) == shown


@pytest.mark.parametrize(
    ("given", "korean", "english"),
    [
        (fact("79321000", "KRW"), "79,321천원", "79,321k won"),
        (fact("3", "회"), "3회", "3회"),
        (fact("83", "%"), "83%", "83%"),
        (fact("26", ""), "26", "26"),
        (doubtful("300000", 3, unit="KRW"), "300천원 ?", "300k won ?"),
    ],
)
def test_unit_stands_behind_the_number_and_doubt_behind_the_unit(given: Fact, korean: str, english: str) -> None:
    assert with_unit(given, translator("ko")) == korean
    assert with_unit(given, translator("en")) == english


def test_value_that_is_no_number_is_shown_as_printed() -> None:
    assert number(fact("many", raw="여러\x1b")) == "여러\\x1b"
