"""Local governments by code, and by name in a year."""

from __future__ import annotations

import re
from datetime import date

import pytest

from auditreport import vocab
from auditreport.vocab import Entity


def codes(name: str, year: int | None = None) -> list[str]:
    return [entity.code for entity in vocab.entities_named(name, year)]


def ended(code: str) -> tuple[date | None, tuple[str, ...]]:
    return vocab.entities()[code].until, vocab.entities()[code].successors


def test_an_entity_has_a_code_of_five_digits_both_names_and_its_province() -> None:
    found = vocab.entities()["11560"]
    assert found == Entity("11560", "district", "영등포구", "Yeongdeungpo-gu", "11000", None, None, ())
    assert vocab.province_of(found).en == "Seoul"
    assert all(re.fullmatch(r"\d{5}", code) for code in vocab.entities())


def test_a_name_that_several_provinces_have_keeps_all_its_candidates() -> None:
    assert codes("중구", 2024) == ["11140", "26110", "27110", "28110", "30140", "31110"]
    assert codes("남구", 2024) == ["26290", "27200", "29155", "31140", "47111"]
    assert codes("없는구") == []


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("미추홀구", 2017, []),
        ("미추홀구", 2018, ["28177"]),
        ("여주군", 2013, ["41730"]),
        ("여주군", 2014, []),
        ("여주시", 2014, ["41670"]),
        ("당진군", 2012, []),
        ("당진시", 2012, ["44270"]),
        ("군위군", 2022, ["47720"]),
        ("군위군", 2023, ["27720", "47720"]),
        ("군위군", 2024, ["27720"]),
        ("원미구", 2015, ["41195"]),
        ("원미구", 2020, []),
        ("부천시 원미구", 2024, ["41192"]),
        ("세종시", 2024, ["36110"]),
        ("강원도", 2024, []),
        ("강원특별자치도", 2024, ["51000"]),
        ("제물포구", 2025, []),
        ("제물포구", 2026, ["28125"]),
    ],
)
def test_a_name_is_looked_up_in_its_year(name: str, year: int, expected: list[str]) -> None:
    assert codes(name, year) == expected


@pytest.mark.parametrize(
    ("code", "until", "successors"),
    [
        ("28170", date(2018, 7, 1), ("28177",)),
        ("41730", date(2013, 9, 23), ("41670",)),
        ("41195", date(2016, 7, 4), ("41190",)),
        ("43710", date(2014, 7, 1), ("43110",)),
        ("44830", date(2012, 1, 1), ("44270",)),
        ("44730", date(2012, 7, 1), ("36110",)),
        ("47720", date(2023, 7, 1), ("27720",)),
        ("48160", date(2010, 7, 1), ("48120",)),
        ("42000", date(2023, 6, 11), ("51000",)),
        ("45111", date(2024, 1, 18), ("52111",)),
        ("49710", date(2006, 7, 1), ("50110",)),
        ("28110", date(2026, 7, 1), ("28125", "28155")),
        ("28260", date(2026, 7, 1), ("28275", "28290")),
        ("46110", date(2026, 7, 1), ("12110",)),
    ],
)
def test_what_ended_tells_when_and_who_followed(code: str, until: date, successors: tuple[str, ...]) -> None:
    assert ended(code) == (until, successors)


def test_whoever_follows_begins_no_later_than_the_day_the_other_ends() -> None:
    known = vocab.entities()
    for entity in known.values():
        assert bool(entity.successors) == (entity.until is not None)
        for code in entity.successors:
            following = known[code]
            assert following.since is None or (entity.until is not None and following.since <= entity.until)


def test_parts_of_a_city_are_told_from_districts_and_have_no_council() -> None:
    known = vocab.entities()
    assert (known["41111"].level, known["41111"].parent) == ("ward", "41110")
    assert (known["50110"].level, known["49110"].level) == ("administrative_city", "district")
    assert known["41111"].council is None
    assert known["50110"].council is None
    assert known["11560"].council == {"ko": "영등포구의회", "en": "Yeongdeungpo-gu Council"}


@pytest.mark.parametrize(
    ("code", "en"),
    [
        ("11110", "Jongno-gu"),
        ("26260", "Dongnae-gu"),
        ("48270", "Miryang-si"),
        ("41281", "Deogyang-gu, Goyang-si"),
        ("44000", "Chungcheongnam-do"),
    ],
)
def test_english_names_follow_the_revised_romanization(code: str, en: str) -> None:
    assert vocab.entities()[code].en == en


def test_parents_and_successors_are_known() -> None:
    known = vocab.entities()
    for entity in known.values():
        assert set(entity.successors) <= set(known)
        assert entity.parent is None or entity.parent in known
        assert (entity.parent is None) == (entity.level == "province")
