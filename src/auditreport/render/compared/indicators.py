"""What the dictionary of indicators (지표 사전) and the taxonomy of functions say → words in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from auditreport.schemas.indicator import Indicator, Wording
from auditreport.vocab.functions import functions


class Named(Protocol):
    """What has a name in both languages."""

    @property
    def ko(self) -> str:
        """Its Korean name."""

    @property
    def en(self) -> str:
        """Its English name."""


Indicators = Mapping[str, Indicator]


def in_language(wording: Named, lang: str) -> str:
    """A text in one of its two languages."""
    return wording.ko if lang == "ko" else wording.en


def indicator_name(indicators: Indicators, key: str) -> Named:
    """What an indicator is called; one that no dictionary knows is called by its id."""
    return indicators.get(key) or Wording(ko=key, en=key)


def function_name(key: str) -> Named:
    """What a function of departments is called; one that is not known is called by its id."""
    return functions().get(key) or Wording(ko=key, en=key)
