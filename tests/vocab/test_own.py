"""Words of the user's own: what they may add, and what is refused."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from auditreport.errors import WrongVocabulary
from auditreport.vocab.merging import WrongWord, merged
from auditreport.vocab.own import FILES, parsed, shipped, tables_of, use_own, version


def add(text: str) -> dict[str, Any]:
    """The tables of the one file that a text adds to."""
    [(file, given)] = tomllib.loads(text).items()
    tables: dict[str, Any] = merged(shipped(file), given, file)
    return tables


def words_of(entries: list[dict[str, Any]], key: str, name: str) -> list[str]:
    return next(entry["words"] for entry in entries if entry[key] == name)


def test_word_of_a_section_stands_behind_those_that_are_shipped() -> None:
    tables = add('[[headings.section]]\nrole = "results"\nwords = ["나눔이야기"]')
    assert words_of(tables["section"], "role", "results")[-1] == "나눔이야기"
    assert words_of(shipped("headings")["section"], "role", "results")[-1] != "나눔이야기"


def test_word_that_is_known_in_its_place_changes_nothing() -> None:
    assert add('[[headings.section]]\nrole = "results"\nwords = ["추진실적"]') == shipped("headings")


def test_key_in_korean_is_a_word_and_may_be_added() -> None:
    factors = add('[units.money.factors]\n"냥원" = 10')["money"]["factors"]
    assert (factors["냥원"], factors["천원"]) == (10, 1000)


def test_title_of_a_column_is_folded_as_it_is_compared() -> None:
    assert add('[columns.staffing]\nquota = ["법정 정원"]')["staffing"]["quota"] == ["정원", "법정정원"]


def test_new_local_government_joins_its_province() -> None:
    tables = add(
        '[[districts.province]]\ncode = "11000"\n'
        'districts = [{ code = "11999", ko = "새빛구", en = "Saebit-gu", since = 2027-01-01 }]'
    )
    [seoul] = [row for row in tables["province"] if row["code"] == "11000"]
    assert [row["ko"] for row in seoul["districts"]][-1] == "새빛구"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[headings]\nnope = 1", "headings.nope: there is no such table or list; here are part, contents, section,"),
        ('[[headings.section]]\nrole = "x"', "headings.section: each entry has a role, which is one of organisation,"),
        (
            '[[headings.section]]\nrole = "plan"\nwords = ["추진실적"]',
            "headings.section.plan: 추진실적 is a word of results already",
        ),
        ('[units.money.factors]\n"천원" = 10', "units.money.factors.천원: this is 1000 already, and cannot be changed"),
        ('[units.money.factors]\n"냥원" = 0', "units.money.factors.냥원: a number from 1 on belongs here"),
        ('[units.money.factors]\n"냥원" = "10"', "units.money.factors.냥원: a number belongs here"),
        ('[units.counters]\nplain = "뭉치"', "units.counters.plain: a list belongs here"),
        ("[units.counters]\nplain = [1]", "units.counters.plain: a word in quotes belongs here"),
        ('[units.counters]\nplain = ["뭉|치"]', "units.counters.plain: '뭉|치' is no word"),
        ('[units.counters]\nplain = [" "]', "units.counters.plain: ' ' is no word"),
        ("[units.grammar]\n", "units.grammar: nothing can be added here"),
        (
            '[[districts.province]]\ncode = "11000"\ndistricts = [{ code = "11999", ko = "새빛구" }]',
            "districts.province.11000.districts: en is missing in a new entry",
        ),
        (
            '[[districts.province]]\ncode = "11000"\ndistricts = [{ code = "1", ko = "새빛구", en = "Saebit-gu" }]',
            "districts.province.11000.districts.code: a code of 5 digits belongs here",
        ),
    ],
)
def test_what_is_no_word_or_would_change_one_is_refused_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(WrongWord) as raised:
        add(text)
    assert raised.value.reason.startswith(reason)


def test_words_that_come_after_the_first_report_are_refused() -> None:
    tables_of("headings")
    with pytest.raises(WrongVocabulary, match="something was read without these words; name them before the first"):
        use_own('[[headings.section]]\nrole = "results"\nwords = ["나눔이야기"]')


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[nope]", "own.toml: there is no file nope to add to; it takes columns, districts, entities,"),
        ("[columns", "own.toml: this is no TOML (Expected ']' at the end of a table declaration"),
        ("a = " + "[" * 5000, "own.toml: this is no TOML ("),
    ],
)
def test_text_that_is_no_file_of_words_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(WrongVocabulary) as raised:
        parsed(text, "own.toml")
    assert str(raised.value).startswith(sentence)


def test_version_without_words_is_that_of_the_package() -> None:
    from auditreport._version import __version__

    assert version() == __version__


def test_every_file_that_takes_words_is_shipped() -> None:
    assert all(shipped(file) for file in FILES)
