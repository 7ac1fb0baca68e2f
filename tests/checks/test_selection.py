from __future__ import annotations

import pytest

from auditreport.checks import RULES, UnknownRule, codes_of, select_codes

CODES = [rule.code for rule in RULES]


def test_all_rules_apply_unless_some_are_selected() -> None:
    assert sorted(select_codes()) == sorted(CODES)
    assert select_codes(["AR203"]) == {"AR203"}


def test_beginning_of_a_code_names_its_family_in_small_letters_too() -> None:
    assert codes_of("ar10") == [code for code in CODES if code.startswith("AR10")]
    assert select_codes(["AR1", "AR203"]) == {*codes_of("AR1"), "AR203"}


def test_ignored_rules_are_left_out_of_the_selected() -> None:
    assert select_codes(["AR10"], ["AR102"]) == {*codes_of("AR10")} - {"AR102"}
    assert select_codes(["AR203"], ["AR2"]) == set()


@pytest.mark.parametrize(("word", "near"), [("AR2O3", "AR203"), ("R101", "AR101"), ("AR", None), ("AR9999", None)])
def test_word_that_names_no_rule_is_refused_with_the_nearest(word: str, near: str | None) -> None:
    if word == "AR":
        assert codes_of(word) == CODES
        return
    with pytest.raises(UnknownRule) as refused:
        codes_of(word)
    assert refused.value.word == word
    assert near is None or refused.value.near[0] == near


@pytest.mark.parametrize("word", ["", "X", "예산"])
def test_word_like_no_rule_is_refused_with_the_families(word: str) -> None:
    with pytest.raises(UnknownRule) as refused:
        codes_of(word)
    assert refused.value.near == tuple(dict.fromkeys(code[:3] for code in CODES))
