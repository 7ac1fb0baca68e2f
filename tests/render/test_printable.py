from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.render.printable import json_safe, printable, without_controls

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
