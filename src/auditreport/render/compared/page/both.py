"""Messages and names (표시어) → both languages side by side, so that one page can be read in either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from auditreport.render.compared.indicators import Named
from auditreport.render.messages import LANGUAGES, translator


class Both(NamedTuple):
    """A text in Korean and in English."""

    ko: str
    en: str

    @property
    def is_one(self) -> bool:
        """Whether both are the same, as names out of reports are."""
        return self.ko == self.en


def both(make: Callable[[Callable[[str], str], str], str]) -> Both:
    """What `make` gives for the translator and the name of each language."""
    return Both(*(make(translator(lang), lang) for lang in LANGUAGES))


def said(message: str, gaps: Mapping[str, object] | None = None) -> Both:
    """A message in both languages; a gap may hold a text in both."""

    def one(lang: str) -> str:
        words = {key: getattr(value, lang) if isinstance(value, Both) else value for key, value in (gaps or {}).items()}
        text = translator(lang)(message)
        return text.format(**words) if words else text

    return Both(*(one(lang) for lang in LANGUAGES))


def worded(wording: Named) -> Both:
    """A text or a name of a vocabulary."""
    return Both(wording.ko, wording.en)


def joined(texts: Iterable[Both | str], glue: str = " · ") -> Both:
    """Texts in a row; empty ones are left out."""
    pairs = [text if isinstance(text, Both) else Both(text, text) for text in texts]
    return Both(glue.join(pair.ko for pair in pairs if pair.ko), glue.join(pair.en for pair in pairs if pair.en))
