from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditreport.printable import encodable, guarded, json_safe, printable, without_controls

# What a terminal could obey: controls of both sets, and overrides of the direction of text.
OBEYED = [*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u200f", "\u2028"]


@pytest.mark.parametrize("char", [char for char in OBEYED if not char.isspace()])
def test_control_character_is_shown_and_not_obeyed(char: str) -> None:
    assert printable(f"a{char}b").startswith("a\\")
    assert char not in printable(f"a{char}b")


def test_white_space_of_any_kind_is_one_space() -> None:
    assert printable(" a\t\r\n b\u2028c ") == "a b c"


def test_mark_up_stays_as_it_is_written() -> None:
    assert printable("[red]x[/red] :smile:") == "[red]x[/red] :smile:"


@given(st.text())
def test_printable_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    assert not any(char in printable(text) for char in OBEYED)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_safe_json_says_the_same(text: str) -> None:
    safe = json_safe(json.dumps({"raw": text}, ensure_ascii=False))
    assert json.loads(safe) == {"raw": text}
    assert not any(char in safe for char in OBEYED)
    assert len(safe.splitlines()) == 1


def test_line_feeds_and_tabs_are_kept_where_a_cell_may_hold_them() -> None:
    assert without_controls("a\tb\nc\rd\x1b") == "a\tb\nc\\x0dd\\x1b"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "＝1+1", "－1+1", "=\n", "-청렴", "--1", "=cmd|x", "'a"],
)
def test_text_that_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-18,040", "-18040000", "+5", "-3.5", "-", "△18,040", "감사", "", "a=b", "(-1)"])
def test_numbers_signs_and_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@settings(max_examples=40)
@given(st.text())
def test_who_strips_one_apostrophe_has_the_text_back(text: str) -> None:
    assert guarded(text).removeprefix("'") == without_controls(text)


def test_controls_are_shown_in_what_people_open() -> None:
    assert without_controls("a\x1b[31m\x00\ud800\u202eb\tc\nd") == "a\\x1b[31m\\x00\\ud800\\u202eb\tc\nd"


def test_databases_keep_all_but_zeros_and_halves_of_characters() -> None:
    assert encodable("a\x1b\x00\udfff💰") == "a\x1b\\x00\\udfff💰"
