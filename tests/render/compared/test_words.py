from __future__ import annotations

import pytest

from auditreport.render.compared.page.words import Words


def test_word_of_the_page_is_there_in_both_languages() -> None:
    words = Words()
    assert (words.source.en, words.source.ko) == ("Source", "출처")
    assert words.filled("count", shown=2, all=5).en == "Figures shown: 2 of 5"


def test_word_that_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(AttributeError, match="sauce"):
        _ = Words().sauce
