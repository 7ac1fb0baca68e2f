"""Codes of rules or their beginnings, as a user writes them → the codes of the rules to apply (규칙 선택)."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from auditreport.checks.registry import RULES
from auditreport.errors import AuditReportError

CODES: tuple[str, ...] = tuple(rule.code for rule in RULES)
_NEAREST = 3
_NEAR = 0.6


class UnknownRule(AuditReportError):
    """A word that begins no code of a rule."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        """Keep the word, and the codes that are near it, or else the families of rules."""
        super().__init__(f"{word}: there is no such rule; the nearest are {', '.join(near)}")
        self.word = word
        self.near = near


def select_codes(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """The codes that begin with a word of `select`, all if it is empty, without those that begin with one of `ignore`.

    >>> sorted(select_codes(["ar10"], ["AR102"]))
    ['AR101', 'AR103']

    Raises:
        UnknownRule: a word begins no code.
    """
    wanted = [code for word in select for code in codes_of(word)]
    refused = [code for word in ignore for code in codes_of(word)]
    return frozenset(wanted or CODES) - frozenset(refused)


def codes_of(word: str) -> list[str]:
    """The codes that a word begins, capital letters or not.

    Raises:
        UnknownRule: it begins none.
    """
    known = [code for code in CODES if word and code.startswith(word.upper())]
    if not known:
        raise UnknownRule(word, _near(word.upper()))
    return known


def _near(word: str) -> tuple[str, ...]:
    """The codes, or beginnings of codes, that are most like a word; those of the families if none is."""
    families = tuple(dict.fromkeys(code[:3] for code in CODES))
    likeness = {code: SequenceMatcher(None, word, code).ratio() for code in (*families, *CODES)}
    near = sorted((code for code in likeness if likeness[code] >= _NEAR), key=lambda code: (-likeness[code], code))
    return tuple(near[:_NEAREST]) or families
